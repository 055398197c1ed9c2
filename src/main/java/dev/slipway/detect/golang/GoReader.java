package dev.slipway.detect.golang;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what a Go module says about its release.
 *
 * @param folder where it is; empty for the top
 * @param mod the text of its {@code go.mod}
 */
public record GoReader(RepositoryFiles files, String folder, String mod) {
    private static final String FILE = "go.mod";
    private static final String WORKSPACE = "go.work";
    private static final Pattern USED =
            Pattern.compile("(?m)^(?:use)?[ \\t]*+\"?\\./([\\w./-]{1,200})\"?[ \\t]*+(?://.*)?$");

    /** More modules than honest workspaces have. */
    private static final int MOST = 200;

    private static final Pattern MODULE = Pattern.compile("(?m)^module[ \\t]+\"?([^\\s\"]+)\"?\\s*(//.*)?$");
    /** More folders than any honest module has on its way to a program. */
    private static final int MOST_FOLDERS = 500;

    private static final int DEEPEST = 4;

    /** Folders whose programs nobody releases. */
    private static final String ASIDE =
            "\\..*|vendor|testdata|tests?|examples?|tools?|hack|scripts?|docs?|third_party|node_modules";

    private static final Pattern VERSION = Pattern.compile("(?m)^go[ \\t]+\"?([^\\s\"]+)\"?\\s*(//.*)?$");
    private static final Pattern MAIN = Pattern.compile("(?m)^package main\\s*(//.*)?$");
    private static final Pattern START = Pattern.compile("(?m)^func main\\(");
    private static final Pattern IGNORED = Pattern.compile("(?m)^//go:build .*\\bignore\\b");

    /** A file for one tag alone; those of systems and processors are short and known. */
    private static final Pattern TAGGED =
            Pattern.compile("(?m)^//go:build (?!(?:aix|android|darwin|dragonfly|freebsd|illumos|ios|js"
                    + "|linux|netbsd|openbsd|plan9|solaris|unix|wasip1|windows|386|amd64|arm|arm64|loong64|mips|mips64|mips64le|mipsle"
                    + "|ppc64|ppc64le|riscv64|s390x|wasm|cgo|gc|gccgo|go1\\.\\d+)\\s*$)\\w+\\s*$");

    /** What the name of a file ends with that Go compiles for one system alone. */
    private static final Pattern OF_SYSTEM = Pattern.compile(
            "_(aix|android|darwin|dragonfly|freebsd|illumos|ios|js|linux|netbsd|openbsd|plan9|solaris|wasip1|windows)"
                    + "(?:_(?:386|amd64|arm|arm64|loong64|ppc64le|riscv64|s390x|wasm))?\\.go$");

    /** Modules that many programs take in, and that need C. */
    private static final List<String> WITH_C =
            List.of("github.com/mattn/go-sqlite3", "github.com/libgit2/git2go", "github.com/gotk3/gotk3");

    /** The module at the top, else the one of a workspace that the repository is named after. */
    public static Optional<Go> read(RepositoryFiles files) {
        return files.read(FILE)
                .flatMap(source -> new GoReader(files, "", source.text()).go())
                .or(() -> ofWorkspace(files));
    }

    /** The module whose folder is called like what its path has before it, else the only one with a program. */
    private static Optional<Go> ofWorkspace(RepositoryFiles files) {
        List<GoReader> modules = files.read(WORKSPACE).stream()
                .flatMap(work -> USED.matcher(work.text()).results())
                .map(used -> used.group(1))
                .limit(MOST)
                .flatMap(folder -> files.read(folder + "/" + FILE).stream()
                        .map(source -> new GoReader(files, folder, source.text())))
                .filter(module ->
                        module.go().filter(go -> !go.programs().isEmpty()).isPresent())
                .toList();
        return modules.stream()
                .filter(GoReader::isNamesake)
                .findFirst()
                .or(() -> modules.stream().filter(only -> modules.size() == 1).findFirst())
                .flatMap(GoReader::go);
    }

    /** Whether its path is that of a repository with a folder of the same name. */
    private boolean isNamesake() {
        String path = line(MODULE).orElse("").replaceFirst("/v[0-9]+$", "");
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        return path.endsWith("/" + name + "/" + folder);
    }

    private Optional<Go> go() {
        return line(MODULE)
                .map(module -> new Go(
                        new Fact<>(module, place("module")),
                        line(VERSION)
                                .map(version -> version.replaceFirst("^(\\d+\\.\\d+).*", "$1"))
                                .map(version -> new Fact<>(version, place("go"))),
                        Optional.empty(),
                        Optional.of(module)
                                .filter(path -> path.startsWith("github.com/"))
                                .map(path -> new Fact<>(
                                        "https://" + path.replaceFirst("^(github\\.com/[^/]+/[^/]+).*", "$1"),
                                        place("module"))),
                        programs(module),
                        WITH_C.stream()
                                .filter(mod::contains)
                                .findFirst()
                                .map(name -> new Fact<>(name, file() + ":" + lineOf(name) + " require")),
                        Optional.of(WORKSPACE).filter(work -> !folder.isEmpty())));
    }

    private Optional<String> line(Pattern line) {
        return line.matcher(mod).results().map(found -> found.group(1)).findFirst();
    }

    /** Where a directive is, such as {@code go.mod:3 go}. */
    private String place(String word) {
        return file() + ":" + lineOf(word + " ", word + "\t") + " " + word;
    }

    private String file() {
        return folder.isEmpty() ? FILE : folder + "/" + FILE;
    }

    /** The first line that begins with a text; a version may be in a block, so blanks before it do not count. */
    private int lineOf(String... starts) {
        List<String> lines = mod.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip().replaceFirst("^require\\s+(?!\\()", "");
            if (Stream.of(starts).anyMatch((line + " ")::startsWith)) {
                return i + 1;
            }
        }
        return 1;
    }

    private List<Fact<Go.Program>> programs(String module) {
        List<Fact<Go.Program>> programs = new ArrayList<>();
        String last = module.replaceFirst("/v[0-9]+$", "").replaceFirst("^.*/", "");
        if (!folder.isEmpty()) {
            program(last, "./" + folder).ifPresent(programs::add);
            for (String name : files.list(folder + "/cmd")) {
                program(name, "./" + folder + "/cmd/" + name).ifPresent(programs::add);
            }
            return programs;
        }
        program(last, ".").ifPresent(programs::add);
        for (String name : files.list("cmd")) {
            if (files.has("cmd/" + name + "/go.mod")) {
                continue; // another module, which a build of this one does not reach
            }
            program(name, "./cmd/" + name).ifPresent(programs::add);
        }
        if (programs.isEmpty()) {
            program(last, "./cmd").ifPresent(programs::add);
        }
        if (programs.isEmpty()) {
            files.list(".").stream()
                    .filter(files::hasDirectory)
                    .filter(name ->
                            !name.matches("\\..*|internal|pkg|vendor|testdata|examples?|tools?|hack|scripts?|docs?"))
                    .flatMap(name -> program(last, "./" + name).stream())
                    .limit(1)
                    .forEach(programs::add);
        }
        if (programs.isEmpty()) {
            Stream.of("cli", "pkg", "app", "apps", "src")
                    .flatMap(folder -> files.list(folder).stream()
                            .flatMap(name -> program(name, "./" + folder + "/" + name).stream()))
                    .forEach(programs::add);
        }
        return programs.isEmpty() ? deeper(last) : programs;
    }

    /** The programs that are nearest to the top, if there is none in a usual folder. */
    private List<Fact<Go.Program>> deeper(String project) {
        List<String> level = List.of("");
        int seen = 0;
        for (int depth = 0; depth < DEEPEST && seen < MOST_FOLDERS; depth++) {
            level = level.stream()
                    .flatMap(folder -> files.list(folder.isEmpty() ? "." : folder).stream()
                            .filter(name -> !name.matches(ASIDE))
                            .map(name -> folder.isEmpty() ? name : folder + "/" + name))
                    .filter(files::hasDirectory)
                    .limit(MOST_FOLDERS)
                    .toList();
            seen += level.size();
            List<Fact<Go.Program>> found = level.stream()
                    .filter(folder -> !files.has(folder + "/" + FILE))
                    .flatMap(folder -> program(named(folder, project), "./" + folder).stream())
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** What Go calls a program is the name of its folder, unless that says nothing. */
    private static String named(String folder, String project) {
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        return name.matches("internal|main|cmd|cli|src|app") ? project : name;
    }

    /** A program, and the file in which it starts. */
    private Optional<Fact<Go.Program>> program(String name, String path) {
        List<String> own = sources(path)
                .filter(file -> has(file, MAIN) && !has(file, IGNORED) && !has(file, TAGGED))
                .toList();
        return own.stream()
                .filter(file -> has(file, START))
                .findFirst()
                .or(() -> own.stream().findFirst())
                .map(file -> new Fact<>(new Go.Program(name, path, system(own)), file));
    }

    /** The only system that a package can be built for, by the names of its files; empty if there are several. */
    private static String system(List<String> files) {
        List<String> systems = files.stream()
                .map(file -> {
                    Matcher named = OF_SYSTEM.matcher(file);
                    return named.find() ? named.group(1) : "";
                })
                .distinct()
                .toList();
        return systems.size() == 1 ? systems.get(0) : "";
    }

    private boolean has(String file, Pattern line) {
        return files.read(file)
                .filter(source -> line.matcher(source.text()).find())
                .isPresent();
    }

    private Stream<String> sources(String path) {
        String folder = path.equals(".") ? "" : path.substring(2) + "/";
        return files.list(path.equals(".") ? "." : path.substring(2)).stream()
                .filter(file -> file.endsWith(".go") && !file.endsWith("_test.go"))
                .map(file -> folder + file);
    }
}
