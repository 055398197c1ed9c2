package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.source.Severity;
import dev.slipway.source.Wildcard;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Sees whether what archives and the release take from the repository is in it. */
record ReleaseFilesCheck() implements Check {
    private static final String URL =
            "https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases";

    /** The output folder of build scripts, which is not a folder of the repository. */
    private static final String OUT_DIR = "{out-dir}/";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                        "files that archives and the release contain",
                        !setup.files().isEmpty())
                .unless(repository.git().tracked().isEmpty(), "git does not list the files of this folder");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        Set<String> tracked = repository.git().tracked().orElse(Set.of());
        if (tracked.isEmpty()) {
            return List.of();
        }
        return setup.files().stream()
                .filter(pattern -> !pattern.startsWith(OUT_DIR))
                .filter(pattern -> {
                    Wildcard wildcard = Wildcard.of(withoutSlash(pattern), Wildcard.Dialect.FILES);
                    return tracked.stream().noneMatch(file -> takes(wildcard, file));
                })
                .map(pattern -> new Advice(
                                Severity.WARNING,
                                "release-files",
                                "the release needs '" + pattern + "', but no committed file matches it",
                                "commit it, or correct it in " + setup.config()
                                        + "; ignore this if 'setup' or the build creates it",
                                URL)
                        .at(setup.key("/archive/include")))
                .toList();
    }

    /** Whether a pattern means a file, or a folder that it is in. */
    private static boolean takes(Wildcard pattern, String file) {
        return Stream.iterate(
                        file, path -> !path.isEmpty(), path -> path.substring(0, Math.max(path.lastIndexOf('/'), 0)))
                .anyMatch(pattern::matches);
    }

    private static String withoutSlash(String pattern) {
        return pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    }
}
