package dev.slipway.init;

import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.plan.ArchiveName;
import dev.slipway.plan.Build;
import dev.slipway.plan.DebPackages;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.RpmPackages;
import dev.slipway.shell.Symbols;
import dev.slipway.toolchain.Arch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the names that packages for Linux have today, if one template gives them all.
 *
 * @param released the files that people download today
 */
record PackageFiles(List<Fact<ReleasedFile>> released, ReleasePlan plan, Draft draft) {
    /** One kind of package; the parts of a template that differ are the words for a target and for its processor. */
    private record Kind(String key, String name, String template, List<Build> builds, Function<Arch, String> arch) {
        Stream<String> files(String other) {
            return builds.stream()
                    .map(build -> ArchiveName.of(
                                    other, build, arch.apply(build.target().arch()), "")
                            .text());
        }

        /** Templates that give a name to one of the packages, the more general one first. */
        Stream<String> templates(String file) {
            String start = file.startsWith(name) ? "{package}" + file.substring(name.length()) : file;
            return builds.stream()
                    .flatMap(build -> Stream.of(
                            last(start, build.platform(), "{platform}"),
                            last(start, arch.apply(build.target().arch()), "{arch}")))
                    .flatMap(Optional::stream);
        }

        private static Optional<String> last(String text, String word, String hole) {
            int at = text.lastIndexOf(word);
            return at < 0
                    ? Optional.empty()
                    : Optional.of(text.substring(0, at) + hole + text.substring(at + word.length()));
        }

        String named(String other) {
            return other.replace("{package}", name);
        }
    }

    void add() {
        plan.packages()
                .deb()
                .map(deb -> new Kind(
                        "deb",
                        deb.name(),
                        deb.template(),
                        deb.builds(),
                        arch -> DebPackages.arch(arch).orElseThrow()))
                .ifPresent(this::keep);
        plan.packages()
                .rpm()
                .map(rpm -> new Kind(
                        "rpm",
                        rpm.name(),
                        rpm.template(),
                        rpm.builds(),
                        arch -> RpmPackages.arch(arch).orElseThrow()))
                .ifPresent(this::keep);
    }

    private void keep(Kind kind) {
        Map<String, Fact<ReleasedFile>> today = new LinkedHashMap<>();
        released.stream()
                .filter(file -> file.value().known() && file.value().name().endsWith("." + kind.key()))
                .forEach(file -> today.putIfAbsent(
                        file.value().name().replace(Symbols.NAME, plan.project().name()), file));
        if (today.isEmpty() || kind.builds().isEmpty() || gives(kind, kind.template(), today)) {
            return;
        }
        for (Map.Entry<String, Fact<ReleasedFile>> file : today.entrySet()) {
            Optional<String> fits = kind.templates(file.getKey())
                    .filter(template -> gives(kind, kind.named(template), today))
                    .findFirst();
            if (fits.isPresent()) {
                draft.set(List.of("packages", kind.key(), "file"), new Setting.Word(fits.get()));
                draft.taken(
                        "packages." + kind.key() + ".file",
                        fits.get(),
                        "from " + file.getValue().from());
                return;
            }
        }
    }

    /** Whether a template gives only names of today, or all of them: the new release may have packages for more processors. */
    private static boolean gives(Kind kind, String template, Map<String, Fact<ReleasedFile>> today) {
        Set<String> names = kind.files(template).collect(Collectors.toSet());
        return today.keySet().containsAll(names) || names.containsAll(today.keySet());
    }
}
