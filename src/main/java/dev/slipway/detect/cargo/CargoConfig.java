package dev.slipway.detect.cargo;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.detect.files.TomlFile.Table;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the configuration of Cargo in a repository changes about its builds.
 *
 * @param targetDir the folder that builds go to instead of {@code target}
 * @param linkers the programs that link for a triple
 * @param ownProcessor a flag that compiles for the processor of the machine that builds
 * @param vendored the folder that crates come from instead of crates.io
 * @param crossImages the triples that {@code cross} builds in images of the repository; an asterisk is all
 * @see <a href="https://doc.rust-lang.org/cargo/reference/config.html">Configuration</a>
 */
public record CargoConfig(
        Optional<Fact<String>> targetDir,
        List<Fact<Linker>> linkers,
        Optional<Fact<String>> ownProcessor,
        Optional<Fact<String>> vendored,
        Set<String> crossImages) {
    /** Cargo takes the older name if both are there. */
    private static final List<String> FILES = List.of(".cargo/config", ".cargo/config.toml");

    /** If nothing says anything. */
    public static final CargoConfig NONE =
            new CargoConfig(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Set.of());

    public CargoConfig {
        linkers = List.copyOf(linkers);
        crossImages = Set.copyOf(crossImages);
    }

    /** Whether a file of Cargo says anything. */
    public boolean isThere() {
        return targetDir.isPresent() || !linkers.isEmpty() || ownProcessor.isPresent() || vendored.isPresent();
    }

    /** Whether {@code cross} builds for a triple in an image in which the repository installs what it needs. */
    public boolean hasCrossImage(String triple) {
        return crossImages.contains(triple) || crossImages.contains("*");
    }

    /** A program that links for a triple. */
    public record Linker(String triple, String program) {
        /** The variable that goes before the configuration. */
        public String variable() {
            return "CARGO_TARGET_"
                    + triple.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_') + "_LINKER";
        }
    }

    public static CargoConfig read(RepositoryFiles files) {
        Optional<SourceText> source =
                FILES.stream().flatMap(file -> files.read(file).stream()).findFirst();
        Optional<CargoConfig> config = source.map(TomlFile::read).map(file -> of(file.name(), file.top()));
        Optional<Fact<String>> elsewhere = files.read("Cargo.toml")
                .map(TomlFile::read)
                .flatMap(file -> file.top()
                        .text("package", "workspace")
                        .map(folder -> new Fact<>(
                                folder + "/target",
                                file.top().place("Cargo.toml", "[package] workspace", "package", "workspace"))));
        CargoConfig known = config.orElse(NONE);
        return new CargoConfig(
                known.targetDir.or(() -> elsewhere),
                known.linkers,
                known.ownProcessor,
                known.vendored,
                crossImages(files));
    }

    private static Set<String> crossImages(RepositoryFiles files) {
        Stream<Table> own = files.read("Cross.toml").map(TomlFile::read).map(TomlFile::top).stream();
        Stream<Table> manifest = files.read("Cargo.toml").map(TomlFile::read).stream()
                .flatMap(file -> Stream.of("workspace", "package")
                        .flatMap(table -> file.top().table(table, "metadata", "cross").stream()));
        return Stream.concat(own, manifest)
                .flatMap(top -> Stream.concat(
                        top.table("build").filter(CargoConfig::isImage).map(any -> "*").stream(),
                        top.table("target").stream()
                                .flatMap(targets -> targets.keys().stream()
                                        .filter(triple -> targets.table(triple)
                                                .filter(CargoConfig::isImage)
                                                .isPresent()))))
                .collect(Collectors.toSet());
    }

    private static boolean isImage(Table table) {
        return Stream.of("image", "dockerfile", "pre-build").anyMatch(table::has);
    }

    private static CargoConfig of(String file, Table top) {
        Optional<Fact<String>> targetDir = top.text("build", "target-dir")
                .filter(folder -> !folder.matches("(\\./)?target/?"))
                .map(folder -> new Fact<>(folder, top.place(file, "[build] target-dir", "build", "target-dir")));
        List<Fact<Linker>> linkers = new ArrayList<>();
        Optional<Fact<String>> processor = processor(top, file, "build");
        for (String triple : top.table("target").map(Table::keys).orElse(List.of())) {
            top.text("target", triple, "linker")
                    .ifPresent(program -> linkers.add(new Fact<>(
                            new Linker(triple, program),
                            top.place(file, "[target." + triple + "] linker", "target", triple, "linker"))));
            processor = processor.or(() -> processor(top, file, "target", triple));
        }
        Optional<Fact<String>> vendored = top.text("source", "crates-io", "replace-with")
                .flatMap(name -> top.text("source", name, "directory")
                        .map(folder -> new Fact<>(
                                folder.replaceFirst("^\\./", ""),
                                top.place(file, "[source." + name + "] directory", "source", name, "directory"))));
        return new CargoConfig(targetDir, linkers, processor, vendored, Set.of());
    }

    private static Optional<Fact<String>> processor(Table top, String file, String... table) {
        String[] key = java.util.Arrays.copyOf(table, table.length + 1);
        key[table.length] = "rustflags";
        String flags = top.text(key).orElseGet(() -> String.join(" ", top.texts(key)));
        return flags.contains("target-cpu=native")
                ? Optional.of(new Fact<>(
                        "target-cpu=native", top.place(file, "[" + String.join(".", table) + "] rustflags", key)))
                : Optional.empty();
    }
}
