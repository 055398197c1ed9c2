package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks for a project that dist builds with a command: it names the programs that the command leaves in the folder.
 *
 * @see <a href="https://axodotdev.github.io/cargo-dist/book/quickstart/everyone-else.html">Projects in any language</a>
 */
record DistBuild(RepositoryFiles files) {
    static final String KIND = "dist";
    private static final String FILE = "dist.toml";

    Optional<OtherBuild> found() {
        return files.read(FILE).map(source -> TomlFile.read(source).top()).flatMap(DistBuild::build);
    }

    private static Optional<OtherBuild> build(TomlFile.Table top) {
        List<String> command = top.texts("package", "build-command");
        List<String> paths = top.texts("package", "binaries");
        List<Fact<String>> programs = paths.stream()
                .map(path -> path.replaceFirst("^.*/", "").replaceFirst("\\.exe$", ""))
                .map(name -> new Fact<>(name, top.place(FILE, "[package] binaries", "package", "binaries")))
                .toList();
        String folder = paths.stream()
                .limit(1)
                .map(path -> path.substring(0, path.lastIndexOf('/') + 1))
                .collect(Collectors.joining());
        return command.isEmpty() || programs.isEmpty()
                ? Optional.empty()
                : Optional.of(OtherBuilds.build(
                                KIND,
                                FILE,
                                List.of(),
                                List.of(command.stream().map(DistBuild::word).collect(Collectors.joining(" "))),
                                folder + "{name}",
                                List.of(),
                                programs,
                                "")
                        .called(top.text("package", "name")
                                .map(name -> new Fact<>(name, top.place(FILE, "[package] name", "package", "name")))));
    }

    /** A word as a shell reads it. */
    private static String word(String text) {
        return text.matches("[\\w./:=@+,-]++") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
