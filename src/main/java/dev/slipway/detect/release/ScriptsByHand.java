package dev.slipway.detect.release;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.golang.GoReader;
import dev.slipway.shell.Command;
import dev.slipway.shell.Shell;
import dev.slipway.shell.Tree;
import dev.slipway.source.SourceText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds scripts that release something and that no workflow starts, so that people run them. They are not followed. */
record ScriptsByHand(RepositoryFiles files) {
    private static final List<String> FOLDERS = List.of(
            ".",
            "bin",
            "build",
            "ci",
            "contrib",
            "deploy",
            "dev",
            "docker",
            "hack",
            "misc",
            "packaging",
            "release",
            "releasing",
            "script",
            "scripts",
            "tools",
            "util");

    private static final Set<String> ENDINGS =
            Set.of("sh", "bash", "zsh", "py", "rb", "mk", "ps1", "js", "mjs", "ts", "gradle");

    private static final List<String> NAMES = List.of("release", "upload", "publish");

    private static final Pattern MAKE = Pattern.compile("(?<![\\w./-])(g?make(?: [^;&|#'\"]{0,200}+)?+)(?![\\w.:=-])");

    /** What the names of targets say that make what people download. */
    private static final Pattern FOR_RELEASES = Pattern.compile("(?i)release|publish|\\bdist\\b|packages?\\b");

    /** What names of files have next to letters and digits. */
    private static final String IN_PATHS = "._-/";

    private static final int MOST = 50;
    private static final int MOST_NAMES = 10;
    private static final int LONGEST = 4000;

    /** A question for each script, with the first line of each work. */
    Takeover takeover() {
        List<SourceText> scripts = FOLDERS.stream()
                .flatMap(folder -> files.list(folder).stream()
                        .filter(ScriptsByHand::isScript)
                        .map(name -> folder.equals(".") ? name : folder + "/" + name))
                .filter(files::has)
                .limit(MOST)
                .flatMap(path -> files.read(path).stream())
                .toList();
        Stream<Takeover.Open> open = scripts.stream()
                .flatMap(script -> said(script).stream())
                .map(text -> new Takeover.Open("releases", text));
        return new Takeover(
                Map.of(),
                List.of(),
                Stream.concat(open, otherName(scripts).stream()).toList());
    }

    /** The name of the only Go program in scripts, if it is another than that of its package, which the config takes. */
    private Optional<Takeover.Open> otherName(List<SourceText> scripts) {
        Set<String> ours = GoReader.read(files).stream()
                .flatMap(go -> go.programs().stream())
                .map(program -> program.value().name())
                .collect(Collectors.toSet());
        Map<String, String> built = new LinkedHashMap<>();
        scripts.forEach(script -> script.lines().stream()
                .filter(line -> line.length() < LONGEST)
                .flatMap(line -> new ScriptLine(line).program().stream())
                .forEach(name -> built.putIfAbsent(name, script.name())));
        return ours.size() != 1 || built.size() != 1 || built.keySet().stream().anyMatch(name -> isLike(name, ours))
                ? Optional.empty()
                : built.entrySet().stream()
                        .map(
                                one -> new Takeover.Open(
                                        "go.bins",
                                        "'" + one.getValue() + "' builds a program called '" + one.getKey()
                                                + "': if releases contain it under that name, write it in 'bins', with 'package'"))
                        .findFirst();
    }

    /** Whether a name is that of a package, perhaps with a platform. */
    private static boolean isLike(String name, Set<String> ours) {
        return ours.stream().anyMatch(one -> name.toLowerCase(Locale.ROOT).startsWith(one.toLowerCase(Locale.ROOT)));
    }

    private static boolean isScript(String name) {
        String low = name.toLowerCase(Locale.ROOT);
        boolean plain = low.indexOf('.') < 0;
        return ENDINGS.contains(low.substring(low.lastIndexOf('.') + 1))
                || plain && (NAMES.stream().anyMatch(low::contains) || isMakefile(low));
    }

    private static boolean isMakefile(String name) {
        return name.equalsIgnoreCase("makefile") || name.equals("GNUmakefile");
    }

    /** Whether a line of a makefile begins a rule, and is no setting or command. */
    private static boolean isRule(String line) {
        return line.indexOf(':') > 0 && !line.startsWith("\t") && !line.startsWith("#") && line.indexOf('=') < 0;
    }

    private Optional<String> said(SourceText script) {
        Map<String, Integer> found = new LinkedHashMap<>();
        Map<String, Integer> pushed = new LinkedHashMap<>();
        Set<String> uploaded = new LinkedHashSet<>();
        boolean forReleases = script.name().toLowerCase(Locale.ROOT).contains("release");
        boolean uploads = script.text().contains("upload_url") || script.text().contains("uploads.github.com");
        List<String> lines = script.lines();
        ScriptVariables variables = ScriptVariables.of(lines);
        for (int at = 0; at < lines.size(); at++) {
            int number = at + 1;
            String line = lines.get(at);
            while (line.endsWith("\\") && at + 1 < lines.size() && line.length() < LONGEST) {
                at++;
                line = line.substring(0, line.length() - 1) + lines.get(at);
            }
            if (isMakefile(script.name()) && isRule(line)) {
                forReleases = FOR_RELEASES
                        .matcher(line.substring(0, line.indexOf(':')))
                        .find();
            }
            if (line.length() < LONGEST) {
                ScriptLine one = new ScriptLine(variables.filled(line));
                one.work(uploads).ifPresent(what -> found.putIfAbsent(what, number));
                one.branch().ifPresent(what -> pushed.putIfAbsent(what, number));
                boolean packs =
                        one.packs() && (forReleases || one.uploaded().stream().anyMatch(ScriptLine::isOfAPlatform));
                if (packs) {
                    found.putIfAbsent(ScriptLine.PACKS, number);
                }
                if (packs || !one.packs()) {
                    uploaded.addAll(one.uploaded());
                }
            }
        }
        boolean made = isMakefile(script.name());
        if (made && !found.isEmpty()) {
            made(uploads).forEach(what -> {
                found.remove(what);
                pushed.remove(what);
            });
        }
        if (!found.isEmpty()) {
            pushed.forEach(found::put); // one that does nothing else may be any script of a developer
        }
        String names = uploaded.isEmpty()
                ? ""
                : uploaded.stream()
                        .limit(MOST_NAMES)
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(", ", " with ", ""));
        String naming = found.containsKey(ScriptLine.RELEASES) ? ScriptLine.RELEASES : ScriptLine.PACKS;
        String all = found.entrySet().stream()
                .limit(MOST_NAMES)
                .sorted(Map.Entry.comparingByValue())
                .map(work -> work.getKey() + " (line " + work.getValue() + ")"
                        + (work.getKey().equals(naming) ? names : ""))
                .collect(Collectors.joining(", "));
        boolean gradle = script.name().endsWith(".gradle");
        String nobody = made && !calls().isEmpty()
                ? ", and no workflow runs a target that does: if one"
                : ", and no workflow names it: if it";
        return found.isEmpty() || !gradle && isStarted(script.name())
                ? Optional.empty()
                : Optional.of("'" + script.name() + "' " + all + (gradle ? ": if a task of it" : nobody)
                        + " runs for a release, compare that with the config");
    }

    /** What the targets of the makefile at the top do that workflows run. */
    private Set<String> made(boolean uploads) {
        Set<String> works = new LinkedHashSet<>();
        Tree tree = new Tree("", Map.of()); // all of them together may cost as much as one step
        for (String call : calls()) {
            Shell shell = new Shell(
                    Map.of(),
                    path -> files.has(path) ? files.read(path).map(SourceText::text) : Optional.empty(),
                    "",
                    tree);
            shell.run(call);
            for (Command command : shell.commands()) {
                String line = command.toString();
                if (line.length() < LONGEST) {
                    ScriptLine one = new ScriptLine(line);
                    one.work(uploads).ifPresent(works::add);
                    one.branch().ifPresent(works::add);
                }
            }
        }
        return works;
    }

    /** The calls of make in workflows. */
    private Set<String> calls() {
        return workflowLines()
                .filter(line -> line.length() < LONGEST)
                .flatMap(line -> MAKE.matcher(line).results())
                .map(found -> found.group(1).strip())
                .limit(MOST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<String> workflowLines() {
        return files.list(".github/workflows").stream()
                .flatMap(file -> files.read(".github/workflows/" + file).stream())
                .flatMap(text -> text.lines().stream())
                .filter(line -> !line.strip().startsWith("#"));
    }

    /** Whether a workflow names it; what make does is named by its targets alone. */
    private boolean isStarted(String path) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        String folder = slash < 0 ? "" : path.substring(0, slash);
        List<String> words = !isMakefile(name)
                ? List.of(name.indexOf('.') < 0 && slash >= 0 ? "/" + name : name)
                : folder.isEmpty() ? List.of() : List.of(path, "-C " + folder, "cd " + folder, "directory: " + folder);
        boolean open = isMakefile(name)
                && folder.isEmpty()
                && calls().stream().anyMatch(call -> call.indexOf('$') >= 0); // it may be any target
        return open || workflowLines().anyMatch(line -> words.stream().anyMatch(word -> names(line, word, path)));
    }

    /** Whether a line has a word, and not as the name of a script in another folder. */
    private static boolean names(String line, String word, String path) {
        boolean found = false;
        for (int at = line.indexOf(word); at >= 0 && !found; at = line.indexOf(word, at + 1)) {
            int start = at;
            while (start > 0
                    && (Character.isLetterOrDigit(line.charAt(start - 1))
                            || IN_PATHS.indexOf(line.charAt(start - 1)) >= 0)) {
                start--;
            }
            boolean variable = start > 0 && line.charAt(start - 1) == '$';
            String before = line.substring(start, at);
            String folder = (variable ? before.substring(before.indexOf('/') + 1) : before)
                    .replaceFirst("^(?:\\.{0,2}/)++", "");
            found = !folder.endsWith("/") || path.endsWith(folder + word) || (folder + word).endsWith("/" + path);
        }
        return found;
    }
}
