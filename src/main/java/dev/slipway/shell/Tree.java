package dev.slipway.shell;

import dev.slipway.shell.Made.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files that the commands of a job make, move and pack, by their paths from the workspace. Programs that compilers leave
 * below {@code target} need no command that is seen: asking for one gives it.
 */
public final class Tree {
    /** More files than any honest release has. */
    private static final int MOST = 2000;

    private static final int MOST_PROGRAMS = 32;

    private static final Set<String> COPIES = Set.of("cp", "install", "ln", "copy", "Copy-Item", "rsync");
    private static final Set<String> MOVES = Set.of("mv", "move", "Move-Item", "Rename-Item", "ren");
    private static final String COMPRESSES = "gzip|pigz|xz|zstd|bzip2";
    /** Folders below {@code target} in which no compiler leaves a program. */
    private static final Set<String> OTHERS =
            Set.of("debian", "generate-rpm", "wix", "package", "doc", "tmp", "artifacts", "bundle");

    /** Where the workspace is, for scripts that go elsewhere and name it. */
    public static final String WORKSPACE = "/github/workspace";

    private final String row;
    private final TreeMap<String, Made> files;
    private final Set<String> folders = new TreeSet<>();
    private final TreeSet<String> paths = new TreeSet<>();
    private List<Program> streamed = List.of();
    private final Effort effort;

    /** A tree with the files that are there already. */
    public Tree(String row, Map<String, Made> files) {
        this(row, files, new Effort());
    }

    /**
     * The same.
     *
     * @param effort what is left for all jobs of a workflow
     */
    public Tree(String row, Map<String, Made> files, Effort effort) {
        this.row = row;
        this.effort = effort;
        this.files = new TreeMap<>(files);
        this.paths.addAll(files.keySet());
    }

    /** The paths of all files that were ever there. */
    public SortedSet<String> paths() {
        return paths;
    }

    /** All files, by their paths. */
    public SortedMap<String, Made> files() {
        return files;
    }

    /** A path from the workspace, of a word that a command in a folder gets. */
    public static String path(String folder, String word) {
        String given = word.replace('\\', '/');
        if (given.equals(WORKSPACE) || given.startsWith(WORKSPACE + "/")) {
            return path("", given.substring(WORKSPACE.length()).replaceFirst("^/", ""));
        }
        boolean absolute = given.startsWith("/");
        List<String> parts = new ArrayList<>();
        for (String part : (absolute ? given : folder + "/" + given).split("/")) {
            boolean up = part.equals("..")
                    && !parts.isEmpty()
                    && !parts.get(parts.size() - 1).equals("..");
            if (up) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return (absolute ? "/" : "") + String.join("/", parts);
    }

    private static String within(String folder, String path) {
        return folder.isEmpty() ? path : folder + "/" + path;
    }

    /** The last part of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Adds a file, unless there are too many. */
    public void put(String path, Made made) {
        if (files.size() < MOST || files.containsKey(path)) {
            files.put(path, made);
            if (paths.size() < 2 * MOST) {
                paths.add(path);
            }
        }
    }

    /** What a file says, as far as that is known. */
    Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).flatMap(Made::text);
    }

    void writes(Command command, String path, String text) {
        if (isFile(path)) {
            put(path, new Made(row, Optional.of(command), List.of(), Optional.of(text)));
        }
    }

    private static boolean isFile(String path) {
        return !path.isEmpty() && !path.startsWith("/dev/") && !path.startsWith("/github/");
    }

    /** The words that a pattern of a script becomes: the pattern itself if it matches nothing. */
    List<String> expand(String folder, String word) {
        if (word.indexOf('*') < 0 && word.indexOf('?') < 0) {
            return List.of(word);
        }
        String prefix = word.endsWith("/") ? "/" : "";
        int depth = path(folder, word).split("/").length;
        List<String> given = Arrays.asList(word.split("/"));
        List<String> found = matching(path(folder, word)).keySet().stream()
                .filter(path -> path.split("/").length == depth)
                .filter(path -> prefix.isEmpty() || !files.containsKey(path))
                .map(path -> {
                    String[] parts = path.split("/");
                    List<String> shown = new ArrayList<>(given);
                    for (int i = 0; i < given.size(); i++) {
                        int at = parts.length - given.size() + i;
                        boolean wild =
                                given.get(i).indexOf('*') >= 0 || given.get(i).indexOf('?') >= 0;
                        if (wild && at >= 0) {
                            shown.set(i, parts[at]);
                        }
                    }
                    return String.join("/", shown) + prefix;
                })
                .toList();
        return found.isEmpty() ? List.of(word) : found;
    }

    /**
     * The files that a path or a pattern names, each by what of its path the pattern names and by the rest of it below that;
     * the rest is empty for the file itself.
     */
    private Map<String, Map<String, Made>> matching(String pattern) {
        Map<String, Map<String, Made>> found = new LinkedHashMap<>();
        if (pattern.isEmpty()) {
            if (!effort.spend(10L * files.size())) {
                return found;
            }
            files.forEach((path, made) ->
                    found.computeIfAbsent("", none -> new LinkedHashMap<>()).put(path, made));
            return found;
        }
        Made exact = files.get(pattern);
        if (exact != null) {
            found.put(pattern, Map.of("", exact));
            return found;
        }
        Map<String, Made> below = below(pattern);
        if (!below.isEmpty()) {
            found.put(pattern, below);
            return found;
        }
        boolean wild = pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0 || pattern.indexOf('[') >= 0;
        boolean open = pattern.contains(Symbols.UNKNOWN)
                && !pattern.replace(Symbols.UNKNOWN, "").matches(".*\\w.*");
        if (wild && !open) {
            PathPattern wildcard = PathPattern.of(pattern);
            for (Map.Entry<String, Made> file : files.entrySet()) {
                String path = file.getKey();
                int end = effort.spend(path.length()) ? wildcard.prefix(path) : -1;
                if (end >= 0) {
                    String rest = path.substring(end).replaceFirst("^/", "");
                    found.computeIfAbsent(path.substring(0, end), none -> new LinkedHashMap<>())
                            .put(rest, file.getValue());
                }
            }
        }
        if (found.isEmpty() && isProgram(pattern)) {
            Program program = new Program(row, pattern, Optional.empty());
            found.put(pattern, Map.of("", new Made(row, Optional.empty(), List.of(program), Optional.empty())));
        }
        return found;
    }

    /**
     * Whether there is a file. A program has its ending where it is built for Windows, and has none elsewhere.
     *
     * @param system the value of {@code RUNNER_OS}, or nothing
     */
    Truth isThere(String folder, String word, String system) {
        String path = path(folder, word);
        if (files.containsKey(path)) {
            return Truth.TRUE;
        }
        if (!isProgram(path) || path.contains(Symbols.UNKNOWN)) {
            return Truth.UNKNOWN;
        }
        List<String> parts = Arrays.asList(path.split("/"));
        String triple = parts.get(parts.indexOf("target") + 1);
        boolean crossed = triple.contains("-");
        if (!crossed && system.isEmpty()) {
            return Truth.UNKNOWN;
        }
        boolean windows = crossed ? triple.contains("windows") : system.equals("Windows");
        return Truth.of(path.endsWith(".exe") == windows);
    }

    /** Whether Cargo would leave a program there: below {@code target}, a triple if one is asked for, and a profile. */
    private static boolean isProgram(String path) {
        List<String> parts = Arrays.asList(path.split("/"));
        List<String> below = parts.subList(parts.indexOf("target") + 1, parts.size());
        boolean crossed =
                below.size() == 3 && (below.get(0).contains("-") || below.get(0).equals(Symbols.UNKNOWN));
        if (!parts.contains("target") || below.size() != 2 && !crossed) {
            return false;
        }
        String name = below.get(below.size() - 1);
        String stem = name.endsWith(".exe") ? name.substring(0, name.length() - ".exe".length()) : name;
        boolean plain = !stem.isEmpty() && ".*?".chars().noneMatch(c -> stem.indexOf(c) >= 0);
        return plain
                && !OTHERS.contains(below.get(below.size() - 2))
                && !stem.equals("release")
                && !stem.equals("debug");
    }

    private Map<String, Made> below(String folder) {
        Map<String, Made> below = new LinkedHashMap<>();
        files.subMap(folder + "/", folder + "0")
                .forEach((path, made) -> below.put(path.substring(folder.length() + 1), made));
        return below;
    }

    /** The files that a path or a pattern names, and those below the folders that it names, by their paths. */
    public Map<String, Made> find(String folder, String word) {
        Map<String, Made> all = new LinkedHashMap<>();
        matching(path(folder, word))
                .forEach((start, rest) -> rest.forEach((below, made) ->
                        all.put(start.isEmpty() || below.isEmpty() ? start + below : start + "/" + below, made)));
        return all;
    }

    /** The files that a path or a pattern names, but not those below folders. */
    public Map<String, Made> named(String folder, String word) {
        Map<String, Made> all = new LinkedHashMap<>();
        matching(path(folder, word))
                .forEach((path, rest) -> Optional.ofNullable(rest.get("")).ifPresent(made -> all.put(path, made)));
        return all;
    }

    /** What a command does to files. */
    public void started(Command command) {
        String program = command.program();
        Optional<PackCommand> packing = PackCommand.of(command);
        if (program.matches("mkdir|New-Item|md")) {
            plain(command).forEach(word -> folders.add(path(command.folder(), word)));
        } else if (COPIES.contains(program) || MOVES.contains(program)) {
            copies(command, MOVES.contains(program));
        } else if (program.matches("rm|Remove-Item|del|rmdir")) {
            plain(command).forEach(word -> {
                Set<String> removed =
                        new LinkedHashSet<>(find(command.folder(), word).keySet());
                removed.removeAll(
                        word.endsWith("/") ? named(command.folder(), word).keySet() : Set.of()); // only folders
                removed.forEach(files::remove);
            });
        } else if (packing.isPresent()) {
            packs(command, packing.get());
        } else if (program.equals("lipo")) {
            option(command, "-output", "-o").ifPresent(word -> compiled(command, word));
        } else if (program.equals("go") && command.arguments().contains("build")) {
            option(command, "-o").ifPresent(word -> compiled(command, word));
        } else if (program.matches(COMPRESSES)) {
            compresses(command);
        } else {
            Signature.files(command)
                    .forEach(word -> Map.copyOf(find(command.folder(), word.file()))
                            .keySet()
                            .forEach(path -> signed(command, path + word.ending())));
            streamed = program.matches("g?tar|bsdtar") ? programs(command, plain(command)) : streamed;
            output(command, List.of());
            Signature.named(command).forEach(word -> signed(command, path(command.folder(), word)));
            result(command).ifPresent(word -> {
                String path = path(command.folder(), word);
                if (isFile(path)) {
                    put(path, new Made(row, Optional.of(command), List.of(), Optional.empty()));
                }
            });
        }
    }

    private void signed(Command command, String path) {
        put(path, new Made(row, Optional.of(command), List.of(), Optional.empty()));
    }

    /** The file that a command names as its result. */
    private static Optional<String> result(Command command) {
        List<String> words = command.words();
        String file = "(?s).*\\.[A-Za-z0-9]{1,8}";
        Optional<String> packed = Installer.of(command);
        if (packed.isPresent()) {
            return packed;
        }
        Optional<String> said = option(command, "-o", "--output", "--out", "-out", "-OutFile")
                .or(() -> words.stream()
                        .filter(word -> word.matches("(?s)--(output|out)=.*"))
                        .map(word -> word.substring(word.indexOf('=') + 1))
                        .findFirst())
                .filter(word -> word.matches(file) || command.program().equals("rhash"));
        return said.or(() -> CargoPackers.result(command));
    }

    private void output(Command command, List<Program> programs) {
        String path = path(command.folder(), command.output());
        if (!command.output().isEmpty() && isFile(path)) {
            put(path, new Made(row, Optional.of(command), programs, Optional.empty()));
        }
    }

    private void compiled(Command command, String word) {
        String path = path(command.folder(), word);
        Program program = new Program(row, path, Optional.of(command));
        put(path, new Made(row, Optional.of(command), List.of(program), Optional.empty()));
    }

    private void compresses(Command command) {
        if (!command.output().isEmpty()) {
            List<Program> own = programs(command, plain(command));
            output(command, own.isEmpty() ? streamed : own);
            return;
        }
        String ending = command.program().matches("gzip|pigz")
                ? ".gz"
                : command.program().equals("zstd") ? ".zst" : command.program().equals("xz") ? ".xz" : ".bz2";
        boolean opens = command.arguments().stream()
                .anyMatch(word -> word.equals("--decompress")
                        || word.startsWith("-") && !word.startsWith("--") && word.indexOf('d') > 0);
        plain(command).stream()
                .filter(word -> !opens)
                .forEach(word -> Map.copyOf(find(command.folder(), word))
                        .forEach((path, made) -> put(
                                path + ending,
                                new Made(row, Optional.of(command), made.programs(), Optional.empty()))));
    }

    private void packs(Command command, PackCommand packing) {
        String inside = packing.folder().isEmpty() ? command.folder() : path(command.folder(), packing.folder());
        Set<Program> programs = new LinkedHashSet<>();
        packing.operands()
                .forEach(word -> find(inside, word).values().stream()
                        .flatMap(made -> made.programs().stream())
                        .forEach(programs::add));
        String path = path(command.folder(), packing.path());
        put(
                path,
                new Made(
                        row,
                        Optional.of(command),
                        programs.stream().limit(MOST_PROGRAMS).toList(),
                        Optional.empty()));
    }

    private List<Program> programs(Command command, List<String> words) {
        return words.stream()
                .flatMap(word -> find(command.folder(), word).values().stream())
                .flatMap(made -> made.programs().stream())
                .distinct()
                .limit(MOST_PROGRAMS)
                .toList();
    }

    private static List<String> plain(Command command) {
        return command.arguments().stream()
                .filter(word -> !word.startsWith("-") && !word.matches("[0-7]{3,4}"))
                .toList();
    }

    private static Optional<String> option(Command command, String... names) {
        List<String> words = command.arguments();
        for (String name : names) {
            int at = words.indexOf(name);
            if (at >= 0 && at + 1 < words.size()) {
                return Optional.of(words.get(at + 1));
            }
        }
        return Optional.empty();
    }

    private void copies(Command command, boolean moves) {
        List<String> words = new ArrayList<>(plain(command));
        Optional<String> into = option(command, "-t", "--target-directory");
        into.ifPresent(words::remove);
        if (words.size() + (into.isPresent() ? 1 : 0) < 2) {
            return;
        }
        String last = into.orElseGet(() -> words.remove(words.size() - 1));
        String to = path(command.folder(), last);
        boolean inside = into.isPresent()
                || words.size() > 1
                || last.matches(".*[/\\\\]|\\.{1,2}")
                || to.isEmpty()
                || folders.contains(to)
                || !below(to).isEmpty();
        for (String word : words) {
            boolean all = word.matches(".*/\\.?") && word.length() > 1 && !moves;
            Map<String, Map<String, Made>> found = new LinkedHashMap<>(matching(path(command.folder(), word)));
            boolean several = inside || found.size() > 1;
            found.forEach((start, rest) -> Map.copyOf(rest).forEach((below, made) -> {
                String base = several && !(all && !below.isEmpty()) ? within(to, name(start)) : to;
                put(path("", below.isEmpty() ? base : within(base, below)), made);
                if (moves) {
                    files.remove(start.isEmpty() || below.isEmpty() ? start + below : start + "/" + below);
                }
            }));
            boolean one = word.contains("*")
                    ? !inside && isNamedFile(last)
                    : isNamedFile(word) || !inside && !moves && isRenamed(command, word, last);
            if (found.isEmpty() && one) {
                put(
                        path("", inside ? within(to, name(path("", word))) : to),
                        new Made(row, Optional.of(command), List.of(), Optional.empty()));
            }
        }
    }

    /** Whether a file that nobody saw made gets a longer name: only options make {@code cp} take a folder. */
    private static boolean isRenamed(Command command, String word, String last) {
        String name = name(path("", word));
        return command.program().matches("cp|install")
                && command.arguments().stream().noneMatch(option -> option.matches("-[A-Za-z]*[rRad].*|--.*"))
                && name.matches("\\w.*")
                && name(path("", last)).startsWith(name + "-");
    }

    /** Whether the ending shows that a word is the name of a file; a pattern may be several. */
    private static boolean isNamedFile(String word) {
        return word.matches("(?s).*\\.[A-Za-z0-9]{1,8}") && !word.contains("*");
    }
}
