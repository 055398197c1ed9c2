package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for builds of other languages by the files that they have at the top. */
public record OtherBuilds(RepositoryFiles files) {
    static final String MAKE = "Make";
    private static final String NAME = "[\"']?([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})[\"']?";
    private static final Pattern SHARD_NAME = Pattern.compile("(?m)^name[ \\t]*+:[ \\t]*+" + NAME + "[ \\t]*+$");
    private static final Pattern OLD_ZIG = Pattern.compile("addExecutable\\([ \\t\\n]*+" + NAME);
    private static final Pattern ZON =
            Pattern.compile("\\.name[ \\t]*+=[ \\t]*+[.\"]([A-Za-z0-9_][A-Za-z0-9_-]{0,63})");
    private static final Pattern ZIG = Pattern.compile(
            "addExecutable\\(\\.\\{[ \\t\\n]*+\\.name[ \\t]*+=[ \\t]*+\"([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})\"");
    private static final Pattern DUNE = Pattern.compile("\\(public_names?[ \\t\\n]++" + NAME);
    private static final Pattern GOAL = Pattern.compile("(?m)^(check|test)[ \\t]*+:(?!=)");

    /**
     * Cargo packages with programs in folders that no workspace at the top has.
     *
     * @param members the folders of that workspace
     */
    public List<OtherBuild> besides(List<String> members) {
        return new CargoFolder(files)
                .found().stream()
                        .filter(build -> members.stream()
                                .noneMatch(folder -> build.file().from().equals(folder + "/Cargo.toml")))
                        .toList();
    }

    /** Those that are there, the one that most likely makes the program first. */
    public List<OtherBuild> found() {
        List<OtherBuild> top = atTheTop();
        return top.isEmpty() ? new FolderBuilds(files).found() : top;
    }

    List<OtherBuild> atTheTop() {
        HaskellBuild haskell = new HaskellBuild(files);
        Stream<Optional<OtherBuild>> usual = Stream.of(
                new DistBuild(files).found(),
                zig(),
                cmake(),
                meson(),
                new AutotoolsBuild(files).found(),
                haskell.stack(),
                haskell.cabal(),
                haskell.hpack(),
                dune(),
                new NimBuild(files).found(),
                crystal(),
                new SwiftBuild(files).found(),
                new DubBuild(files).found(),
                new ScalaBuild(files).found(),
                new ClojureBuild(files).found(),
                new KotlinNative(files).found(),
                new DartBuild(files).found());
        Stream<Optional<OtherBuild>> scripted = Stream.of(new PythonBuild(files).found(), new NodeBuild(files).found());
        return Stream.of(
                        usual.flatMap(Optional::stream),
                        new DotnetBuild(files).found(),
                        scripted.flatMap(Optional::stream),
                        new FurtherBuilds(files).found(),
                        make().stream(),
                        new ScriptBuild(files).found().stream())
                .flatMap(found -> found)
                .toList();
    }

    /** A file at the top, by how its name ends. */
    static Optional<String> top(RepositoryFiles files, String ending) {
        return files.list(".").stream()
                .filter(name -> name.endsWith(ending))
                .filter(files::has)
                .findFirst();
    }

    private List<Fact<String>> named(String file, Pattern pattern) {
        return named(files, file, pattern);
    }

    private Optional<Fact<String>> first(String file, Pattern pattern) {
        return named(file, pattern).stream().findFirst();
    }

    /** What a pattern takes from a file, in its order. */
    static List<Fact<String>> named(RepositoryFiles files, String file, Pattern pattern) {
        List<Fact<String>> names = new ArrayList<>();
        files.read(file).ifPresent(source -> {
            Matcher found = pattern.matcher(source.text());
            while (found.find() && names.size() < 20) {
                names.add(new Fact<>(found.group(1), file));
            }
        });
        return names.stream().distinct().toList();
    }

    /** Commands that make {@code build/{name}} of a jar: a script that starts the file itself, followed by the jar. */
    static List<String> startingJar(String jar) {
        return List.of(
                "mkdir -p build",
                "(printf '#!/bin/sh\\nexec java -jar \"$0\" \"$@\"\\n' && cat " + jar + ") > build/{name}",
                "chmod +x build/{name}");
    }

    static OtherBuild build(
            String kind,
            String file,
            List<String> setup,
            List<String> build,
            String output,
            List<String> test,
            List<Fact<String>> programs,
            String needs) {
        return new OtherBuild(
                kind,
                new Fact<>(kind, file),
                setup,
                build,
                output,
                test,
                programs,
                Optional.empty(),
                Optional.empty(),
                Optional.of(needs).filter(text -> !text.isEmpty()),
                Map.of());
    }

    private Optional<OtherBuild> zig() {
        String file = "build.zig";
        return files.has(file)
                ? Optional.of(build(
                        "Zig",
                        file,
                        List.of(),
                        List.of("zig build -Doptimize=ReleaseSafe"),
                        "zig-out/bin/{name}",
                        List.of("zig build test"),
                        zigPrograms(),
                        "runners have no Zig: install it in 'command.setup'"))
                : Optional.empty();
    }

    /** Those that the script names, in any version of Zig; otherwise, the name of the package. */
    private List<Fact<String>> zigPrograms() {
        return Stream.of(named("build.zig", ZIG), named("build.zig", OLD_ZIG), named("build.zig.zon", ZON))
                .filter(names -> !names.isEmpty())
                .map(names -> names.get(0).from().endsWith(".zon") ? names.subList(0, 1) : names)
                .findFirst()
                .orElse(List.of());
    }

    private Optional<OtherBuild> cmake() {
        return NestedScripts.cmake(files)
                .map(scripts -> build(
                        "CMake",
                        scripts.file(),
                        List.of(),
                        List.of("cmake -S . -B build -DCMAKE_BUILD_TYPE=Release", "cmake --build build --parallel"),
                        scripts.output(),
                        List.of("cmake -S . -B build", "cmake --build build --parallel", "ctest --test-dir build"),
                        scripts.programs(),
                        ""));
    }

    private Optional<OtherBuild> meson() {
        return NestedScripts.meson(files)
                .map(scripts -> build(
                        "Meson",
                        scripts.file(),
                        List.of("sudo apt-get update", "sudo apt-get install --yes meson ninja-build"),
                        List.of("meson setup build --buildtype release", "meson compile -C build"),
                        scripts.output(),
                        List.of("meson setup build", "meson test -C build"),
                        scripts.programs(),
                        ""));
    }

    private Optional<OtherBuild> dune() {
        String file = "dune-project";
        return files.has(file)
                ? Optional.of(build(
                        "Dune",
                        file,
                        List.of(),
                        List.of("opam exec -- dune install --profile release --prefix out"),
                        "out/bin/{name}",
                        List.of("opam exec -- dune test"),
                        dunePrograms(),
                        "runners have no OCaml: install opam and the project's dependencies in 'command.setup'"))
                : Optional.empty();
    }

    /** Those of the usual folders, and of the folders in them. */
    private List<Fact<String>> dunePrograms() {
        return Stream.of(".", "bin", "src", "app", "cli")
                .flatMap(folder -> Stream.concat(
                        Stream.of(folder + "/dune"),
                        folder.equals(".")
                                ? Stream.of()
                                : files.list(folder).stream().limit(50).map(inner -> folder + "/" + inner + "/dune")))
                .flatMap(file -> named(file.replaceFirst("^\\./", ""), DUNE).stream())
                .toList();
    }

    private Optional<OtherBuild> crystal() {
        String file = "shard.yml";
        return files.has(file)
                ? Optional.of(build(
                                "Shards",
                                file,
                                List.of(),
                                List.of("shards build --release"),
                                "bin/{name}",
                                List.of("shards install", "crystal spec"),
                                keys(files, file, "targets"),
                                "runners have no Crystal: install it in 'command.setup'")
                        .called(first(file, SHARD_NAME)))
                : Optional.empty();
    }

    /** Last, for many projects of other kinds have one for the people who work on them. */
    private Optional<OtherBuild> make() {
        return Stream.of("Makefile", "GNUmakefile", "makefile")
                .filter(files::has)
                .findFirst()
                .map(file -> build(
                        MAKE,
                        file,
                        List.of(),
                        List.of("make"),
                        "{name}",
                        named(file, GOAL).stream()
                                .limit(1)
                                .map(goal -> "make " + goal.value())
                                .toList(),
                        List.of(),
                        ""));
    }

    /** The names below a key of a file. */
    static List<Fact<String>> keys(RepositoryFiles files, String file, String key) {
        return files.read(file)
                .flatMap(OtherBuilds::yaml)
                .flatMap(node -> node.child(key))
                .map(node -> node.fold(
                        mapping -> mapping.entries().keySet().stream()
                                .map(name -> new Fact<>(name, file))
                                .toList(),
                        sequence -> List.<Fact<String>>of(),
                        scalar -> List.<Fact<String>>of()))
                .orElse(List.of());
    }

    /** A file that GitHub does not read. JSON is YAML except for the tabs that it may be indented with. */
    static Optional<Node> yaml(SourceText source) {
        try {
            return Optional.of(YamlReader.readMerging(
                    new SourceText(source.name(), source.text().replace('\t', ' '))));
        } catch (InvalidSource broken) {
            return Optional.empty();
        }
    }
}
