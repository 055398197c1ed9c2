package dev.slipway.detect;

import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for builds of other languages by the files that they have at the top. */
record OtherBuilds(RepositoryFiles files) {
    private static final String NAME = "[\"']?([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})[\"']?";
    private static final Pattern CMAKE = Pattern.compile("(?im)^[ \\t]*+add_executable[ \\t]*+\\([ \\t\\n]*+" + NAME);
    private static final Pattern MESON = Pattern.compile("(?m)\\bexecutable\\([ \\t\\n]*+" + NAME);
    private static final Pattern CABAL = Pattern.compile("(?im)^executable[ \\t]++" + NAME);
    private static final Pattern NIMBLE = Pattern.compile("(?m)^bin[ \\t]*+=[ \\t]*+@\\[[ \\t]*+" + NAME);
    private static final Pattern SWIFT_PRODUCT = Pattern.compile("\\.executable\\([ \\t\\n]*+name:[ \\t]*+" + NAME);
    private static final Pattern SWIFT_TARGET =
            Pattern.compile("\\.executableTarget\\([ \\t\\n]*+name:[ \\t]*+" + NAME);
    private static final Pattern ZIG =
            Pattern.compile("addExecutable\\(\\.\\{[ \\t\\n]*+\\.name[ \\t]*+=[ \\t]*+" + NAME);
    private static final Pattern ASSEMBLY = Pattern.compile("<AssemblyName>" + NAME + "</AssemblyName>");
    private static final Pattern GOAL = Pattern.compile("(?m)^(check|test)[ \\t]*+:(?!=)");
    private static final String ENTRY = "[A-Za-z_][A-Za-z0-9_.]*:[A-Za-z_][A-Za-z0-9_]*";

    /** Those that are there, the one that most likely makes the program first. */
    List<OtherBuild> found() {
        return Stream.of(
                        zig(),
                        cmake(),
                        meson(),
                        autotools(),
                        stack(),
                        cabal(),
                        dune(),
                        nim(),
                        crystal(),
                        swift(),
                        dotnet(),
                        python(),
                        node(),
                        make())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> top(String ending) {
        return files.list(".").stream()
                .filter(name -> name.endsWith(ending))
                .filter(files::has)
                .findFirst();
    }

    private List<Fact<String>> named(String file, Pattern pattern) {
        List<Fact<String>> names = new ArrayList<>();
        files.read(file).ifPresent(source -> {
            Matcher found = pattern.matcher(source.text());
            while (found.find() && names.size() < 20) {
                names.add(new Fact<>(found.group(1), file));
            }
        });
        return names.stream().distinct().toList();
    }

    private static OtherBuild build(
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
                Optional.of(needs).filter(text -> !text.isEmpty()));
    }

    private Optional<OtherBuild> simple(
            String kind, String file, String build, String output, String test, Pattern programs, String needs) {
        return files.has(file)
                ? Optional.of(build(
                        kind, file, List.of(), List.of(build), output, List.of(test), named(file, programs), needs))
                : Optional.empty();
    }

    private Optional<OtherBuild> zig() {
        return simple(
                "Zig",
                "build.zig",
                "zig build -Doptimize=ReleaseSafe",
                "zig-out/bin/{name}",
                "zig build test",
                ZIG,
                "runners have no Zig: install it in 'command.setup'");
    }

    private Optional<OtherBuild> cmake() {
        String file = "CMakeLists.txt";
        return files.has(file)
                ? Optional.of(build(
                        "CMake",
                        file,
                        List.of(),
                        List.of("cmake -S . -B build -DCMAKE_BUILD_TYPE=Release", "cmake --build build --parallel"),
                        "build/{name}",
                        List.of("cmake -S . -B build", "cmake --build build --parallel", "ctest --test-dir build"),
                        named(file, CMAKE),
                        ""))
                : Optional.empty();
    }

    private Optional<OtherBuild> meson() {
        String file = "meson.build";
        return files.has(file)
                ? Optional.of(build(
                        "Meson",
                        file,
                        List.of("sudo apt-get update", "sudo apt-get install --yes meson ninja-build"),
                        List.of("meson setup build --buildtype release", "meson compile -C build"),
                        "build/{name}",
                        List.of("meson setup build", "meson test -C build"),
                        named(file, MESON),
                        ""))
                : Optional.empty();
    }

    private Optional<OtherBuild> autotools() {
        return files.has("configure.ac")
                ? Optional.of(build(
                        "Autotools",
                        "configure.ac",
                        List.of(),
                        List.of("autoreconf --install", "./configure", "make"),
                        "{name}",
                        List.of("autoreconf --install", "./configure", "make check"),
                        List.of(),
                        ""))
                : Optional.empty();
    }

    private Optional<OtherBuild> stack() {
        return simple(
                "Stack",
                "stack.yaml",
                "stack build --copy-bins --local-bin-path bin",
                "bin/{name}",
                "stack test",
                CABAL,
                "");
    }

    private Optional<OtherBuild> cabal() {
        return top(".cabal")
                .map(file -> build(
                        "Cabal",
                        file,
                        List.of(),
                        List.of("cabal update", "cabal install {name} --install-method=copy --installdir=bin"),
                        "bin/{name}",
                        List.of("cabal update", "cabal test"),
                        named(file, CABAL),
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
                        List.of(),
                        "runners have no OCaml: install opam and the project's dependencies in 'command.setup'"))
                : Optional.empty();
    }

    private Optional<OtherBuild> nim() {
        return top(".nimble")
                .map(file -> build(
                        "Nimble",
                        file,
                        List.of(),
                        List.of("nimble build --accept -d:release"),
                        "{name}",
                        List.of("nimble test --accept"),
                        named(file, NIMBLE),
                        "runners have no Nim: install it in 'command.setup'"));
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
                        keys(file, "targets"),
                        "runners have no Crystal: install it in 'command.setup'"))
                : Optional.empty();
    }

    /** A product names the program that its target makes; a target alone is a product with its own name. */
    private Optional<OtherBuild> swift() {
        String file = "Package.swift";
        Pattern programs = named(file, SWIFT_PRODUCT).isEmpty() ? SWIFT_TARGET : SWIFT_PRODUCT;
        return simple(
                "SwiftPM",
                file,
                "swift build --configuration release --static-swift-stdlib",
                ".build/release/{name}",
                "swift test",
                programs,
                "");
    }

    private Optional<OtherBuild> dotnet() {
        return top(".csproj")
                .or(() -> top(".fsproj"))
                .or(() -> top(".sln"))
                .or(() -> top(".slnx"))
                .map(file -> {
                    List<Fact<String>> named = named(file, ASSEMBLY);
                    return build(
                            ".NET",
                            file,
                            List.of(),
                            List.of("dotnet publish " + file + " --configuration Release --use-current-runtime"
                                    + " --self-contained -p:PublishSingleFile=true --output out"),
                            "out/{name}",
                            List.of("dotnet test"),
                            named.isEmpty() && file.endsWith("proj")
                                    ? List.of(new Fact<>(file.substring(0, file.lastIndexOf('.')), file))
                                    : named,
                            "");
                });
    }

    /** A console script becomes a program with PyInstaller, which needs a file to start from; setuptools takes 'build' for no package. */
    private Optional<OtherBuild> python() {
        return files.read("pyproject.toml")
                .map(TomlFile::read)
                .flatMap(file -> Stream.of(
                                file.top().table("project", "scripts"),
                                file.top().table("tool", "poetry", "scripts"))
                        .flatMap(Optional::stream)
                        .flatMap(scripts -> scripts.keys().stream()
                                .flatMap(name -> scripts.text(name).stream()
                                        .filter(entry -> entry.matches(ENTRY))
                                        .map(entry -> python(
                                                name,
                                                entry.substring(0, entry.indexOf(':')),
                                                entry.substring(entry.indexOf(':') + 1)))))
                        .findFirst());
    }

    private static OtherBuild python(String name, String module, String function) {
        return build(
                "Python",
                "pyproject.toml",
                List.of(),
                List.of(
                        "python3 -m venv build/venv",
                        "build/venv/bin/pip install . pyinstaller",
                        "printf 'from " + module + " import " + function + "\\nraise SystemExit(" + function
                                + "())\\n' > build/start.py",
                        "build/venv/bin/pyinstaller --onefile --name {name} --workpath build/work --specpath build "
                                + "--distpath build/bin build/start.py"),
                "build/bin/{name}",
                List.of(),
                List.of(new Fact<>(name, "pyproject.toml")),
                "PyInstaller includes Python, but misses modules that are imported by computed names");
    }

    private Optional<OtherBuild> node() {
        String file = "package.json";
        Optional<Node> document = files.read(file).flatMap(OtherBuilds::yaml);
        Optional<Node> bin = document.flatMap(node -> node.child("bin"));
        List<Fact<String>> names = keys(file, "bin");
        Optional<String> whole = bin.flatMap(OtherBuilds::text);
        Optional<String> name = document.flatMap(node -> node.child("name"))
                .flatMap(OtherBuilds::text)
                .map(text -> text.substring(text.lastIndexOf('/') + 1));
        Optional<String> script = whole.or(() -> names.stream()
                .findFirst()
                .flatMap(first -> bin.flatMap(node -> node.child(first.value())))
                .flatMap(OtherBuilds::text));
        return script.filter(path -> path.matches("[A-Za-z0-9_./-]{1,100}"))
                .map(path -> build(
                        "Node.js",
                        file,
                        List.of(),
                        List.of(
                                "npm ci",
                                "npx --yes bun build --compile --outfile out/{name} ./"
                                        + path.replaceFirst("^\\./", "")),
                        "out/{name}",
                        List.of("npm ci", "npm test"),
                        whole.isPresent()
                                ? name.map(word -> new Fact<>(word, file)).stream()
                                        .toList()
                                : names,
                        "Bun includes its own runtime, not Node.js; if the script is compiled from other "
                                + "sources, compile them first"));
    }

    /** Last, for many projects of other kinds have one for the people who work on them. */
    private Optional<OtherBuild> make() {
        return Stream.of("Makefile", "GNUmakefile", "makefile")
                .filter(files::has)
                .findFirst()
                .map(file -> build(
                        "Make",
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

    private List<Fact<String>> keys(String file, String key) {
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

    private static Optional<String> text(Node node) {
        return node.fold(
                mapping -> Optional.empty(), sequence -> Optional.empty(), scalar -> Optional.of(scalar.text()));
    }

    /** JSON is YAML except for the tabs that it may be indented with. */
    private static Optional<Node> yaml(SourceText source) {
        try {
            return Optional.of(
                    YamlReader.read(new SourceText(source.name(), source.text().replace('\t', ' '))));
        } catch (InvalidSource broken) {
            return Optional.empty();
        }
    }
}
