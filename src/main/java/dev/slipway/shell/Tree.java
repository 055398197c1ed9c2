package dev.slipway.shell;

import dev.slipway.shell.Made.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a job, by their paths from the workspace. Programs that compilers leave
 * below {@code target} need no command that is seen: asking for one gives it.
 */
public final class Tree {
    /** More files than any honest release has. */
    private static final int MOST = 2000;

    /** Where the workspace is, for scripts that go elsewhere and name it. */
    public static final String WORKSPACE = "/github/workspace";

    /** Where the home folder of runners with Linux is. */
    private static final String HOME = "/home/runner";

    private final String row;
    private final TreeMap<String, Made> files;
    private final Set<String> folders = new TreeSet<>();
    private final TreeSet<String> paths = new TreeSet<>();

    /** Where Go left a file, which may be gone. */
    private final TreeSet<String> compiled = new TreeSet<>();

    /** What programs that are not followed were given, so that it may be gone. */
    private final Set<String> handed = new HashSet<>();

    /** What a release has. */
    private final Set<String> published = new HashSet<>();

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

    Effort effort() {
        return effort;
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
        String told = word.replace('\\', '/');
        String given = told.startsWith("/") || told.startsWith("~/") || folder.isEmpty() ? told : folder + "/" + told;
        if (given.equals(WORKSPACE) || given.startsWith(WORKSPACE + "/")) {
            return path("", given.substring(WORKSPACE.length()).replaceFirst("^/", ""));
        }
        if (given.startsWith("~/")) {
            return path("", HOME + given.substring(1));
        }
        boolean absolute = given.startsWith("/");
        List<String> parts = new ArrayList<>();
        for (String part : given.split("/")) {
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

    /** The last part of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Adds a file, unless there are too many. */
    public void put(String path, Made made) {
        if (files.size() < MOST || files.containsKey(path)) {
            files.put(path, made);
            if (made.by().filter(command -> command.program().equals("go")).isPresent()) {
                compiled.add(path);
            }
            if (paths.size() < 2 * MOST) {
                paths.add(path);
            }
        }
    }

    /** What a file says, as far as that is known. */
    Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).flatMap(Made::text);
    }

    /** Which run of which job the tree belongs to. */
    String row() {
        return row;
    }

    void folder(String path) {
        folders.add(path);
    }

    boolean isFolder(String path) {
        return folders.contains(path) || !below(path).isEmpty();
    }

    /** Gives the files that a word names to a program that is not followed. */
    void hand(String folder, String word) {
        if (handed.size() < MOST) {
            handed.addAll(named(folder, word).keySet());
        }
    }

    boolean isHanded(String path) {
        return handed.contains(path);
    }

    /** Gives the files that a word names to people: they have them, whatever happens here. */
    void publish(String folder, String word) {
        if (published.size() < MOST) {
            published.addAll(named(folder, word).keySet());
        }
    }

    void remove(String path) {
        if (!published.contains(path)) {
            files.remove(path);
        }
    }

    /** Adds what a command makes, with the programs that are in it. */
    void makes(Command command, String path, List<Program> programs) {
        put(path, new Made(row, Optional.of(command), programs, Optional.empty()));
    }

    /** Adds a file of which it is known what it says. */
    void writes(Command command, String path, String text) {
        if (isFile(path)) {
            put(path, new Made(row, Optional.of(command), List.of(), Optional.of(text)));
        }
    }

    /** Whether a path is that of a file of the job: no device, and no file that only the runner reads. */
    static boolean isFile(String path) {
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
    Map<String, Map<String, Made>> matching(String pattern) {
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
        if (found.isEmpty() && CargoProgram.is(pattern)) {
            Program program = new Program(row, pattern, Optional.empty());
            found.put(pattern, Map.of("", new Made(row, Optional.empty(), List.of(program), Optional.empty())));
        }
        return found;
    }

    /**
     * Whether there is a file. Next to programs that Go left, for other platforms, there is none that no command made.
     *
     * @param system the value of {@code RUNNER_OS}, or nothing
     */
    Truth isThere(String path, String system) {
        if (files.containsKey(path)) {
            return Truth.TRUE;
        }
        String name = name(path);
        int end = name.indexOf('_') < 0 ? name.indexOf('-') : name.indexOf('_');
        String start = path.substring(0, path.length() - name.length() + Math.max(0, end));
        boolean others = end > 0
                && !Symbols.open(path)
                && !compiled.subSet(start + name.charAt(end), start + name.charAt(end) + Character.MAX_VALUE)
                        .isEmpty();
        return others ? Truth.FALSE : CargoProgram.isThere(path, system);
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
}
