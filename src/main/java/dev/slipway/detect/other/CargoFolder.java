package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for Cargo packages with programs in folders of a repository whose {@code Cargo.toml} at the top, if there is one, lacks them. */
record CargoFolder(RepositoryFiles files) {
    private static final String MANIFEST = "Cargo.toml";
    private static final String OTHERS =
            "(?i)\\..*|vendor|third[-_]?party|node_modules|target|xtask|tools?|ci|docs?|documentation|website|(?:.*[-_])?(?:tests?|fuzz|bench(?:es|marks?)?|examples?|samples?|fixtures?)";
    private static final int MOST_FOLDERS = 200;
    private static final int MOST = 5;

    List<OtherBuild> found() {
        return folders()
                .filter(folder -> files.has(folder + "/" + MANIFEST))
                .flatMap(folder -> build(folder).stream())
                .limit(MOST)
                .toList();
    }

    /** Those that may have the program, and the ones in them. */
    Stream<String> folders() {
        return folders(".")
                .flatMap(folder -> Stream.concat(Stream.of(folder), folders(folder)))
                .limit(MOST_FOLDERS);
    }

    private Stream<String> folders(String folder) {
        return files.list(folder).stream()
                .filter(name -> !name.matches(OTHERS))
                .map(name -> folder.equals(".") ? name : folder + "/" + name)
                .filter(files::hasDirectory)
                .limit(MOST_FOLDERS);
    }

    private Optional<OtherBuild> build(String folder) {
        String file = folder + "/" + MANIFEST;
        return files.read(file)
                .flatMap(source -> build(folder, file, TomlFile.read(source).top()));
    }

    private Optional<OtherBuild> build(String folder, String file, TomlFile.Table top) {
        Optional<Fact<String>> project = top.text("package", "name")
                .map(name -> new Fact<>(name, top.place(file, "[package] name", "package", "name")));
        List<Fact<String>> programs = programs(folder, top, project);
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        String root = root(folder);
        String options = (files.has(root + "/Cargo.lock") ? " --locked" : "") + " --manifest-path " + file;
        return Optional.of(OtherBuilds.build(
                        "Cargo",
                        file,
                        List.of(),
                        List.of("cargo build --release" + options),
                        root + "/target/release/{name}",
                        List.of("cargo test" + options),
                        programs,
                        "")
                .called(project)
                .licensed(license(folder, file, top)));
    }

    /** Under which terms a package is, by its own manifest or by that of its workspace. */
    private Optional<Fact<String>> license(String folder, String file, TomlFile.Table top) {
        Optional<Fact<String>> own = top.text("package", "license")
                .map(text -> new Fact<>(text, top.place(file, "[package] license", "package", "license")));
        String above = root(folder) + "/" + MANIFEST;
        return own.or(() -> files.read(above)
                .map(source -> TomlFile.read(source).top())
                .filter(table -> top.flag("package", "license", "workspace").orElse(false))
                .flatMap(table -> table.text("workspace", "package", "license"))
                .map(text -> new Fact<>(text, above + " [workspace.package] license")));
    }

    /** The folder of the workspace around a package, to which builds go. */
    private String root(String folder) {
        String above = folder.replaceFirst("/?[^/]*$", "");
        boolean workspace = !above.isEmpty()
                && files.read(above + "/" + MANIFEST)
                        .filter(source -> TomlFile.read(source).top().has("workspace"))
                        .isPresent();
        return workspace ? above : folder;
    }

    private List<Fact<String>> programs(String folder, TomlFile.Table top, Optional<Fact<String>> project) {
        List<Fact<String>> named = top.tables("bin").stream()
                .flatMap(bin -> bin.text("name").stream())
                .map(name -> new Fact<>(name, folder + "/" + MANIFEST))
                .toList();
        return named.isEmpty() && files.has(folder + "/src/main.rs")
                ? project.stream().toList()
                : named;
    }
}
