package dev.slipway.detect.release;

import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that dist packs unasked: of each kind those of the package, or else those at the top. */
record DistTexts(RepositoryFiles files, String directory) {
    /** Where Cargo looks for the readme of a package that names none. */
    private static final List<String> READMES = List.of("README.md", "README.txt", "README");

    static List<String> of(RepositoryFiles files, CargoPackage crate) {
        return new DistTexts(files, crate.directory()).all(crate.licenseFile());
    }

    /** What an archive of Slipway holds of the files at the top if the config says nothing. */
    static List<String> usual(RepositoryFiles files) {
        return new DistTexts(files, "").in("", "LICENSE", "LICENCE", "README");
    }

    private List<String> all(Optional<Fact<String>> license) {
        List<String> texts = new ArrayList<>();
        license.map(file -> List.of(path(file)))
                .orElseGet(() -> first("LICENSE", "UNLICENSE"))
                .forEach(texts::add);
        readme().ifPresent(texts::add);
        first("CHANGELOG", "RELEASES").stream().limit(1).forEach(texts::add);
        return texts;
    }

    /** A path that the workspace offers begins at the top. */
    private String path(Fact<String> file) {
        return file.from().startsWith(below("Cargo.toml")) ? Tree.path(directory, file.value()) : file.value();
    }

    private Optional<String> readme() {
        Optional<TomlFile.Table> manifest = table(below("Cargo.toml"));
        Optional<String> offered = manifest.filter(
                        own -> own.flag("package", "readme", "workspace").orElse(false))
                .flatMap(own -> table("Cargo.toml"))
                .flatMap(top -> top.text("workspace", "package", "readme"));
        Optional<String> named = offered.or(() ->
                        manifest.flatMap(own -> own.text("package", "readme")).map(path -> Tree.path(directory, path)))
                .filter(files::has);
        return named.or(() ->
                        READMES.stream().map(this::below).filter(files::has).findFirst())
                .or(() -> Stream.concat(
                                first("README").stream()
                                        .filter(path -> READMES.contains(path.replaceFirst("^.*/", ""))),
                                first("README").stream()) // of others, such as translations, the first one
                        .findFirst());
    }

    private Optional<TomlFile.Table> table(String path) {
        return files.read(path).map(source -> TomlFile.read(source).top());
    }

    private String below(String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }

    private List<String> first(String... beginnings) {
        return Stream.of(directory, "")
                .map(folder -> in(folder, beginnings))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> in(String folder, String... beginnings) {
        return files.list(folder.isEmpty() ? "." : folder).stream()
                .filter(name -> Stream.of(beginnings).anyMatch(name::startsWith))
                .map(name -> folder.isEmpty() ? name : folder + "/" + name)
                .filter(files::has)
                .toList();
    }
}
