package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.facts.Licenses;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Under which terms the project is passed on. */
final class License {
    /** Names of licenses of the GNU project without the ending that SPDX has them with since 3.0. */
    private static final Pattern GNU =
            Pattern.compile("(?<![A-Za-z0-9-])(?:A|L)?GPL-[0-9]\\.[0-9]\\+?(?![0-9A-Za-z.+-])");

    private License() {}

    /** Writes what a manifest names. */
    static void add(Optional<Fact<String>> declared, Repository repository, Draft draft) {
        Optional<Licenses.Fault> fault =
                declared.flatMap(known -> Licenses.standard().fault(known.value()));
        if (fault.isPresent()) {
            draft.open("license", fault.get().message() + "; " + fault.get().help());
            return;
        }
        declared.ifPresent(known -> {
            draft.put("license", new Setting.Word(known.value()));
            draft.taken("license", known);
            if (GNU.matcher(known.value()).find()) {
                draft.open(
                        "license",
                        "'" + known.value()
                                + "' is a deprecated identifier: add '-only' or '-or-later' to define whether later "
                                + "versions apply");
            }
        });
        if (declared.isEmpty()) {
            draft.open("license", missing(repository));
        }
    }

    private static String missing(Repository repository) {
        String files = repository.licenseFiles().stream().map(Fact::value).collect(Collectors.joining(", "));
        boolean read = repository.rust().isPresent() || repository.maven().isPresent();
        String nothing = read
                ? "found no SPDX license in a manifest" + (files.isEmpty() ? "" : ", but there is " + files)
                : files.isEmpty() ? "found no license file at the top" : "did not recognize the text of " + files;
        return nothing + "; write an SPDX expression, such as 'license: "
                + repository.license().map(Fact::value).orElse("MIT") + "'";
    }
}
