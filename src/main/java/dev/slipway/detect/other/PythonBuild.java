package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for a console script of Python: in {@code pyproject.toml}, in {@code setup.cfg}, and in a {@code setup.py} that says it
 * in so many words. PyInstaller makes a program of it, which needs a file to start from; setuptools takes {@code build} for no
 * package.
 */
record PythonBuild(RepositoryFiles files) {
    private static final String START = "(?<![A-Za-z0-9_.-])";
    private static final String WHERE = "([A-Za-z_][A-Za-z0-9_.]{0,99}+):([A-Za-z_][A-Za-z0-9_]{0,63}+)";
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}+";
    private static final int MOST = 20;
    private static final Pattern SETUP_CFG_NAME = Pattern.compile("(?m)^name[ \\t]*+=[ \\t]*+(" + NAME + ")[ \\t]*+$");
    private static final Pattern ENTRY = Pattern.compile(START + WHERE);
    private static final Pattern SCRIPT = Pattern.compile(START + "(" + NAME + ")[ \\t]*+=[ \\t]*+" + WHERE);
    private static final Pattern SETUP_CFG = Pattern.compile(
            "(?m)^console_scripts[ \\t]*+=[ \\t]*+((?:[^\\n]*+\\n)(?:[ \\t]++[^\\n]*+(?:\\n|$))*+|[^\\n]*+$)");
    private static final Pattern SETUP_PY =
            Pattern.compile("\\bconsole_scripts[\"']?+[ \\t]*+[:=][ \\t]*+[\\[(]([^\\])]{1,4000})");

    private static final Pattern SETUP_INI = Pattern.compile("\\[console_scripts]([^\\[\"']{1,2000})");

    /** A console script, and the function that it calls. */
    private record Start(String name, String module, String function) {
        @Override
        public String toString() {
            return name + " (" + module + ":" + function + ")";
        }
    }

    Optional<OtherBuild> found() {
        return project()
                .or(() -> text("setup.cfg", SETUP_CFG))
                .or(() -> text("setup.py", SETUP_PY))
                .or(() -> text("setup.py", SETUP_INI))
                .map(build -> build.called(name()));
    }

    /** What the package is called. */
    private Optional<Fact<String>> name() {
        String file = "pyproject.toml";
        return files.read(file)
                .map(TomlFile::read)
                .flatMap(toml -> Stream.of(
                                toml.top().table("project"), toml.top().table("tool", "poetry"))
                        .flatMap(Optional::stream)
                        .flatMap(table -> table.text("name").stream())
                        .findFirst())
                .filter(name -> name.matches(NAME))
                .map(name -> new Fact<>(name, file))
                .or(() -> OtherBuilds.named(files, "setup.cfg", SETUP_CFG_NAME).stream()
                        .findFirst());
    }

    private Optional<OtherBuild> project() {
        String file = "pyproject.toml";
        return files.read(file)
                .map(TomlFile::read)
                .flatMap(toml -> Stream.of(
                                toml.top().table("project", "scripts"),
                                toml.top().table("project", "gui-scripts"),
                                toml.top().table("tool", "poetry", "scripts"))
                        .flatMap(Optional::stream)
                        .flatMap(scripts -> build(
                                file,
                                scripts.keys().stream()
                                        .flatMap(name -> scripts.text(name).stream()
                                                .map(ENTRY::matcher)
                                                .filter(Matcher::matches)
                                                .map(entry -> new Start(name, entry.group(1), entry.group(2)))))
                                .stream())
                        .findFirst());
    }

    private Optional<OtherBuild> text(String file, Pattern pattern) {
        return files.read(file)
                .map(source -> pattern.matcher(source.text()))
                .filter(Matcher::find)
                .flatMap(list -> build(
                        file,
                        SCRIPT.matcher(list.group(1))
                                .results()
                                .map(found -> new Start(found.group(1), found.group(2), found.group(3)))));
    }

    /** A program for the first script. */
    private static Optional<OtherBuild> build(String file, Stream<Start> scripts) {
        List<Start> all = scripts.distinct().limit(MOST).toList();
        String others = all.stream().skip(1).map(Start::toString).collect(Collectors.joining(", "));
        return all.stream()
                .findFirst()
                .map(first -> build(
                        file,
                        first.name(),
                        first.module(),
                        first.function(),
                        others.isEmpty() ? "" : "; other scripts of the project are not built: " + others));
    }

    private static OtherBuild build(String file, String name, String module, String function, String others) {
        return OtherBuilds.build(
                "Python",
                file,
                List.of(),
                List.of(
                        "python3 -m venv build/venv",
                        "build/venv/bin/pip install . pyinstaller",
                        "printf 'from " + module + " import " + function + "\\nraise SystemExit(" + function
                                + "())\\n' > build/start.py",
                        "build/venv/bin/pyinstaller --onefile --name {name} --workpath build/work --specpath build --distpath build/bin build/start.py"),
                "build/bin/{name}",
                List.of(),
                List.of(new Fact<>(name, file)),
                "PyInstaller includes Python, but misses modules that are imported by computed names; on Windows, the programs of "
                        + "build/venv are in build/venv/Scripts" + others);
    }
}
