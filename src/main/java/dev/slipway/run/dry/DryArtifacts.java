package dev.slipway.run.dry;

import dev.slipway.shell.Made;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The artifacts by which jobs hand files on.
 *
 * @see <a href="https://github.com/actions/upload-artifact">upload-artifact</a>
 * @see <a href="https://github.com/actions/download-artifact">download-artifact</a>
 */
final class DryArtifacts {
    /** The folders into which build tools put programs. */
    private static final String OUTPUT = "(?:.*/)?(?:bazel-bin|bin|build|_build|dist|out|release|Release)";

    private final Map<String, Map<String, Made>> kept = new LinkedHashMap<>();
    private final Optional<String> program;

    /** @param program what a file without an ending is called that is no folder */
    DryArtifacts(Optional<String> program) {
        this.program = program;
    }

    /**
     * Keeps the files that {@code path} names, below the folder that all of them have in common.
     *
     * @param row which run of which job has made those of which nobody saw how they are made
     */
    void upload(Map<String, String> inputs, Tree tree, String row) {
        Map<String, Made> files =
                kept.computeIfAbsent(inputs.getOrDefault("name", "artifact"), name -> new LinkedHashMap<>());
        List<String> patterns = inputs.getOrDefault("path", "")
                .lines()
                .map(line -> Tree.path("", line.strip()))
                .filter(line -> !line.isEmpty() && !line.startsWith("!"))
                .toList();
        List<String> root = patterns.stream()
                .map(pattern -> base(pattern, tree, patterns.size() > 1))
                .reduce(DryArtifacts::common)
                .orElse(List.of());
        for (String pattern : patterns) {
            Map<String, Made> found = tree.find("", pattern);
            boolean file = pattern.replace("?}", "}").matches("[^*?]*\\.[A-Za-z0-9]{1,8}"); // symbols are no patterns
            if (found.isEmpty() && (file || isProgram(pattern))) {
                files.put(last(pattern), new Made(row, Optional.empty(), List.of(), Optional.empty()));
            }
            found.forEach((path, made) -> files.put(path.substring(root.isEmpty() ? 0 : length(root, path)), made));
        }
    }

    private boolean isProgram(String path) {
        int slash = path.lastIndexOf('/');
        return slash > 0 && path.substring(0, slash).matches(OUTPUT) && program.equals(Optional.of(last(path)));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static int length(List<String> root, String path) {
        String start = String.join("/", root) + "/";
        return path.startsWith(start) ? start.length() : 0;
    }

    /** The folders before the first wildcard; those of a single file are left out, a folder is one itself. */
    private static List<String> base(String pattern, Tree tree, boolean several) {
        List<String> parts = new ArrayList<>();
        for (String part : pattern.split("/")) {
            if (part.indexOf('*') >= 0) {
                return parts;
            }
            parts.add(part);
        }
        boolean folder = tree.find("", pattern).keySet().stream().anyMatch(path -> path.startsWith(pattern + "/"));
        return folder && !several || parts.isEmpty() ? parts : parts.subList(0, parts.size() - (folder ? 0 : 1));
    }

    private static List<String> common(List<String> one, List<String> other) {
        int at = 0;
        while (at < Math.min(one.size(), other.size()) && one.get(at).equals(other.get(at))) {
            at++;
        }
        return one.subList(0, at);
    }

    /**
     * The same, by the action that fetches artifacts of another workflow and may leave them packed.
     *
     * @see <a href="https://github.com/dawidd6/action-download-artifact">action-download-artifact</a>
     */
    void fetch(Map<String, String> inputs, Tree tree) {
        if (inputs.getOrDefault("name_is_regexp", "").equals("true")) {
            return;
        }
        if (!inputs.getOrDefault("skip_unpack", "").equals("true")) {
            download(inputs, tree);
            return;
        }
        String name = inputs.getOrDefault("name", "");
        kept.keySet().stream()
                .filter(one -> name.isEmpty() || one.equals(name))
                .forEach(one -> tree.put(
                        Tree.path(inputs.getOrDefault("path", ""), one + ".zip"),
                        new Made("", Optional.empty(), List.of(), Optional.empty())));
    }

    /**
     * Lays the files of one artifact into a folder, or each of several into its own folder unless they are merged. If it is
     * not known which artifact it is, neither is the name of a file.
     */
    void download(Map<String, String> inputs, Tree tree) {
        String to = inputs.getOrDefault("path", "");
        String name = inputs.getOrDefault("name", "");
        boolean alone = !name.isEmpty();
        boolean merged = inputs.getOrDefault("merge-multiple", "").equals("true");
        Tree names = new Tree("", Map.of());
        kept.keySet().forEach(one -> names.put(one, new Made("", Optional.empty(), List.of(), Optional.empty())));
        String pattern = alone ? name : inputs.getOrDefault("pattern", "*");
        if (pattern.equals(Symbols.UNKNOWN) && !kept.isEmpty()) {
            tree.put(Tree.path(to, Symbols.UNKNOWN), new Made("", Optional.empty(), List.of(), Optional.empty()));
            return;
        }
        names.find("", pattern).keySet().forEach(one -> {
            String folder = alone || merged ? to : Tree.path(to, one);
            kept.getOrDefault(one, Map.of()).forEach((path, made) -> tree.put(Tree.path(folder, path), made));
        });
    }
}
