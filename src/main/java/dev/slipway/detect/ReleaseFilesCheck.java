package dev.slipway.detect;

import dev.slipway.source.Severity;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Sees whether what archives and the release take from the repository is in it. */
record ReleaseFilesCheck() implements Check {
    private static final String URL =
            "https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases";

    /** Where build scripts leave files, which is no folder of the repository. */
    private static final String OUT_DIR = "{out-dir}/";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                        "files that archives and the release take",
                        !setup.files().isEmpty())
                .unless(repository.git().tracked().isEmpty(), "git does not know the files of this folder");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        Set<String> tracked = repository.git().tracked().orElse(Set.of());
        if (tracked.isEmpty()) {
            return List.of();
        }
        return setup.files().stream()
                .filter(pattern -> !pattern.startsWith(OUT_DIR))
                .filter(pattern -> tracked.stream().noneMatch(file -> takes(pattern, file)))
                .map(pattern -> new Advice(
                        Severity.WARNING,
                        "release-files",
                        "the release takes '" + pattern + "', and nothing that is committed matches it",
                        "commit it, or correct it in " + setup.config() + "; what 'setup' or the build makes is fine",
                        URL))
                .toList();
    }

    /** Whether a pattern means a file, or a folder that it is in. */
    private static boolean takes(String pattern, String file) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.replaceFirst("/$", ""));
        return Stream.iterate(Path.of(file), path -> path != null, Path::getParent)
                .anyMatch(matcher::matches);
    }
}
