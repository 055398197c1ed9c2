package dev.slipway.lint;

import dev.slipway.lock.ActionsLock;
import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The examples of a rule: {@code ok.*} breaks it nowhere, and what {@code bad.*} breaks stands in {@code bad.out}. */
record Folder(Path path) {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    /** What the repository of the examples has besides them. */
    private static final List<String> TREE = List.of(
            ".github/workflows/checks.yml",
            ".github/workflows/release.yml",
            ".github/actions/setup/action.yml",
            "tool/Dockerfile",
            "action.yaml");

    static final LintOptions OPTIONS = new LintOptions(Optional.of(TODAY), Optional.of(TREE::contains));
    private static final Path ALL = Path.of("src/test/resources/dev/slipway/lint");

    static List<Folder> all() {
        try (Stream<Path> paths = Files.list(ALL)) {
            return paths.sorted().map(Folder::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String rule() {
        return path.getFileName().toString();
    }

    /** The files of a kind, by the names they have in a repository. */
    List<SourceText> files(String kind) {
        try (Stream<Path> paths = Files.list(path)) {
            return paths.filter(file -> file.getFileName().toString().startsWith(kind + "."))
                    .filter(file -> !file.toString().endsWith(".out"))
                    .sorted()
                    .map(file ->
                            new SourceText(repositoryName(file.getFileName().toString()), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String repositoryName(String file) {
        return switch (file.substring(file.indexOf('.'))) {
            case ".Dockerfile" -> "Dockerfile";
            case ".dockerignore" -> ".dockerignore";
            case ".lock" -> ActionsLock.PATH;
            default -> file;
        };
    }

    String expected() {
        return read(path.resolve("bad.out"));
    }

    /** What the rule finds in files, as it is printed. */
    static String findings(String rule, List<SourceText> files) {
        return new Linter(OPTIONS)
                .check(files).stream()
                        .filter(finding -> finding.rule().equals(rule))
                        .map(Folder::printed)
                        .collect(Collectors.joining());
    }

    private static String printed(Finding finding) {
        return finding + "\n" + (finding.help().isEmpty() ? "" : "    " + finding.help() + "\n");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return rule();
    }
}
