package dev.slipway.init;

import dev.slipway.detect.Fact;
import dev.slipway.detect.Repository;
import java.util.Optional;
import java.util.stream.Collectors;

/** Under which terms the project is passed on. */
final class License {
    private License() {}

    /** Writes what a manifest names. */
    static void add(Optional<Fact<String>> declared, Repository repository, Draft draft) {
        declared.ifPresent(known -> {
            draft.put("license", new Setting.Word(known.value()));
            draft.taken("license", known);
        });
        if (declared.isEmpty()) {
            draft.open("license", missing(repository));
        }
    }

    private static String missing(Repository repository) {
        String files = repository.licenseFiles().stream().map(Fact::value).collect(Collectors.joining(", "));
        return "no manifest names one" + (files.isEmpty() ? "" : ", but there is " + files)
                + "; write an SPDX expression, such as 'license: "
                + repository.license().map(Fact::value).orElse("MIT") + "'";
    }
}
