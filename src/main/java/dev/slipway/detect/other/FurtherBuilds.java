package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for builds of languages and tools that fewer programs are released with, each by one file at the top. */
record FurtherBuilds(RepositoryFiles files) {
    private static final String NAME = "([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})";
    private static final Pattern APP = Pattern.compile("\\bapp:[ \\t]*+:" + NAME);
    private static final Pattern ESCRIPT = Pattern.compile("\\{escript_name,[ \\t]*+['\"]?" + NAME);
    private static final Pattern PHAR =
            Pattern.compile("\"output\"[ \\t]*+:[ \\t]*+\"([A-Za-z0-9_][A-Za-z0-9_./-]{0,99})\"");
    private static final Pattern SPEC = Pattern.compile("\\bEXE\\([^)]{0,400}?\\bname[ \\t]*+=[ \\t]*+['\"]" + NAME);
    private static final Pattern BAZEL = Pattern.compile("_binary\\([ \\t\\n]*+name[ \\t]*+=[ \\t]*+\"" + NAME);
    private static final Pattern XMAKE = Pattern.compile("(?m)^target\\([\"']" + NAME);
    private static final Pattern SCONS = Pattern.compile("\\bProgram\\([ \\t\\n]*+['\"]" + NAME);
    private static final Pattern QMAKE = Pattern.compile("(?m)^TARGET[ \\t]*+=[ \\t]*+" + NAME);
    private static final Pattern VLANG = Pattern.compile("\\bname:[ \\t]*+['\"]" + NAME);
    private static final Pattern TOML = Pattern.compile("(?m)^name[ \\t]*+=[ \\t]*+\"" + NAME);
    private static final Pattern COMPILED =
            Pattern.compile("deno compile [^\"\\n]{0,300}?(?:-o|--output)[ =]([A-Za-z0-9_./-]{1,99})");
    private static final Pattern TASK =
            Pattern.compile("\"([A-Za-z0-9_:-]{1,40})\"[ \\t]*+:[ \\t]*+\"[^\"\\n]{0,200}?deno compile ");

    /** In the order in which they are preferred. */
    Stream<OtherBuild> found() {
        return Stream.of(
                        elixir(), rebar(), phar(), spec(), deno(), bazel(), xmake(), scons(), qmake(), vlang(),
                        fortran(), ada())
                .flatMap(Optional::stream);
    }

    private Optional<String> text(String file) {
        return files.read(file).map(source -> source.text());
    }

    private Optional<OtherBuild> of(
            String kind, String file, List<String> build, String output, Pattern programs, String needs) {
        return of(kind, file, build, output, OtherBuilds.named(files, file, programs), needs);
    }

    private Optional<OtherBuild> of(
            String kind, String file, List<String> build, String output, List<Fact<String>> programs, String needs) {
        return files.has(file)
                ? Optional.of(OtherBuilds.build(kind, file, List.of(), build, output, List.of(), programs, needs))
                : Optional.empty();
    }

    private Optional<OtherBuild> elixir() {
        String file = "mix.exs";
        String script = text(file).orElse("");
        boolean burrito = script.contains("Burrito");
        List<String> first = List.of("mix local.hex --force", "mix local.rebar --force", "mix deps.get");
        if (!burrito && !script.contains("escript:")) {
            return Optional.empty();
        }
        return burrito
                ? of(
                        "Burrito",
                        file,
                        Stream.concat(
                                        first.stream(),
                                        Stream.of(
                                                "MIX_ENV=prod mix release",
                                                "mkdir -p build",
                                                "cp burrito_out/* build/{name}"))
                                .toList(),
                        "build/{name}",
                        APP,
                        "install Elixir and Zig in 'command.setup'; Burrito builds once per target, so set BURRITO_TARGET"
                                + " to that of the runner")
                : of(
                        "Elixir",
                        file,
                        Stream.concat(first.stream(), Stream.of("MIX_ENV=prod mix escript.build"))
                                .toList(),
                        "{name}",
                        APP,
                        "install Elixir in 'command.setup'; the program needs Erlang on the machines of its users");
    }

    private Optional<OtherBuild> rebar() {
        String file = "rebar.config";
        return text(file).filter(script -> script.contains("escript_name")).isEmpty()
                ? Optional.empty()
                : of(
                        "Rebar3",
                        file,
                        List.of("rebar3 escriptize"),
                        "_build/default/bin/{name}",
                        ESCRIPT,
                        "install Erlang and Rebar3 in 'command.setup'; the program needs Erlang on the machines of its users");
    }

    private Optional<OtherBuild> phar() {
        return Stream.of("box.json", "box.json.dist")
                .filter(files::has)
                .findFirst()
                .flatMap(file -> {
                    String made = OtherBuilds.named(files, file, PHAR).stream()
                            .findFirst()
                            .map(Fact::value)
                            .orElse("*.phar");
                    String name = made.substring(made.lastIndexOf('/') + 1).replaceFirst("\\.phar$", "");
                    return of(
                            "PHP",
                            file,
                            List.of(
                                    "composer install --no-dev",
                                    "box compile",
                                    "mkdir -p out",
                                    "cp " + made + " out/{name}"),
                            "out/{name}",
                            name.equals("*") ? List.of() : List.of(new Fact<>(name, file)),
                            "install Box in 'command.setup'; the program needs PHP on the machines of its users");
                });
    }

    /** The configuration file of PyInstaller. */
    private Optional<OtherBuild> spec() {
        return files.list(".").stream()
                .filter(name -> name.endsWith(".spec") && name.matches("[A-Za-z0-9_.-]{1,80}"))
                .filter(name -> text(name)
                        .filter(script -> script.contains("Analysis("))
                        .isPresent())
                .findFirst()
                .flatMap(file -> of(
                        "PyInstaller",
                        file,
                        List.of(
                                "python3 -m venv build/venv",
                                "build/venv/bin/pip install pyinstaller"
                                        + (files.has("requirements.txt") ? " -r requirements.txt" : ""),
                                "build/venv/bin/pyinstaller " + file),
                        "dist/{name}",
                        SPEC,
                        "on Windows, the programs of build/venv are in build/venv/Scripts"));
    }

    private Optional<OtherBuild> deno() {
        return Stream.of("deno.json", "deno.jsonc")
                .filter(files::has)
                .findFirst()
                .flatMap(file -> {
                    List<Fact<String>> made = OtherBuilds.named(files, file, COMPILED);
                    List<Fact<String>> task = OtherBuilds.named(files, file, TASK);
                    Optional<String> start = Stream.of("main.ts", "src/main.ts", "mod.ts", "cli.ts", "src/cli.ts")
                            .filter(files::has)
                            .findFirst();
                    String needs = "runners have no Deno: install it in 'command.setup'";
                    if (!made.isEmpty() && !task.isEmpty()) {
                        String output = made.get(0).value().replaceFirst("^\\./", "");
                        String name = output.substring(output.lastIndexOf('/') + 1);
                        return of(
                                "Deno",
                                file,
                                List.of("deno task " + task.get(0).value()),
                                output.substring(0, output.length() - name.length()) + "{name}",
                                List.of(new Fact<>(name, file)),
                                needs);
                    }
                    return start.flatMap(path -> of(
                            "Deno",
                            file,
                            List.of("deno compile --allow-all --output build/{name} " + path),
                            "build/{name}",
                            List.of(),
                            needs + "; '--allow-all' may be more than the program needs"));
                });
    }

    private Optional<OtherBuild> bazel() {
        return Stream.of("BUILD.bazel", "BUILD")
                .filter(files::has)
                .filter(file -> !OtherBuilds.named(files, file, BAZEL).isEmpty())
                .findFirst()
                .flatMap(file ->
                        of("Bazel", file, List.of("bazel build -c opt //:{name}"), "bazel-bin/{name}", BAZEL, ""));
    }

    private Optional<OtherBuild> xmake() {
        return of(
                "Xmake",
                "xmake.lua",
                List.of("xmake config --mode=release --yes", "xmake", "xmake install --installdir=out"),
                "out/bin/{name}",
                XMAKE,
                "runners have no Xmake: install it in 'command.setup'");
    }

    private Optional<OtherBuild> scons() {
        return of(
                "SCons",
                "SConstruct",
                List.of("scons"),
                "{name}",
                SCONS,
                "runners have no SCons: install it in 'command.setup'");
    }

    private Optional<OtherBuild> qmake() {
        return files.list(".").stream()
                .filter(name -> name.endsWith(".pro"))
                .filter(name ->
                        text(name).filter(script -> script.contains("SOURCES")).isPresent())
                .findFirst()
                .flatMap(file -> of(
                        "qmake",
                        file,
                        List.of("qmake", "make"),
                        "{name}",
                        QMAKE,
                        "runners have no Qt: install it in 'command.setup'"));
    }

    private Optional<OtherBuild> vlang() {
        return of(
                "V",
                "v.mod",
                List.of("mkdir -p build", "v -prod -o build/{name} ."),
                "build/{name}",
                VLANG,
                "runners have no V: install it in 'command.setup'");
    }

    private Optional<OtherBuild> fortran() {
        return of(
                "fpm",
                "fpm.toml",
                List.of("fpm install --profile release --prefix out"),
                "out/bin/{name}",
                TOML,
                "runners have no fpm: install it in 'command.setup'");
    }

    private Optional<OtherBuild> ada() {
        return of(
                "Alire",
                "alire.toml",
                List.of("alr build --release"),
                "bin/{name}",
                TOML,
                "runners have no Alire: install it in 'command.setup'");
    }
}
