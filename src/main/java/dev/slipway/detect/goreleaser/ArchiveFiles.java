package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is in an archive in addition to the programs, as in a Slipway config: patterns, each with its folder after
 * {@code =>}.
 *
 * @see <a href="https://goreleaser.com/customization/package/archives/#file-options">files of archives</a>
 */
record ArchiveFiles(Section archive, Fields fields, Surroundings.Tree tree, Notes notes) {
    private static final List<String> USUAL =
            List.of("license*", "LICENSE*", "readme*", "README*", "changelog*", "CHANGELOG*");

    /** The patterns; {@code noted} is false if another archive has said already what is left. */
    List<String> include() {
        List<Section> files = archive.items("files", "src");
        Set<String> include = new LinkedHashSet<>();
        if (files.isEmpty()) {
            USUAL.stream().filter(this::matches).forEach(include::add);
        }
        files.forEach(file -> include.addAll(of(file)));
        return List.copyOf(include);
    }

    /** Whether the patterns take no other files than Slipway takes if nothing is said. */
    boolean usual(List<String> include) {
        Set<String> taken = new TreeSet<>();
        include.forEach(pattern -> taken.addAll(tree.names(pattern)));
        Set<String> usual = new TreeSet<>();
        List.of("LICENSE*", "LICENCE*", "README*").forEach(pattern -> usual.addAll(tree.names(pattern)));
        return include.stream().noneMatch(pattern -> pattern.contains("/")) && taken.equals(usual);
    }

    private List<String> of(Section file) {
        file.section("info").written();
        file.flag("default");
        String written = file.text("src").orElse("");
        Evaluation.Result source = fields.fill(written);
        if (!source.told() || source.text().contains("{tag}") || source.text().contains("{version}")) {
            notes.part(file, "src", written, "the path differs for each target or release: " + source.why());
            return List.of();
        }
        String pattern = source.text().replaceFirst("^(\\./)++", "");
        boolean strip = file.flag("strip_parent");
        String target = file.text("dst").flatMap(fields::known).orElse("");
        List<String> all = new ArrayList<>();
        for (String one : alternatives(pattern)) {
            place(file, one, strip, target.replaceFirst("^(\\./)++", "")).forEach(all::add);
        }
        return all;
    }

    private List<String> place(Section file, String pattern, boolean strip, String target) {
        String plain = pattern.replaceFirst("(/\\*\\*)?(/\\*)?/?$", "");
        boolean deep = pattern.contains("**");
        if (tree.hasFolder(plain) && !plain.isEmpty() && !plain.contains("*")) {
            boolean inside = !target.isEmpty() || strip;
            String parent = parent(plain);
            if (pattern.endsWith("/*") && !deep) {
                parent = plain;
            }
            String source = inside || pattern.endsWith("/*") && !deep ? plain + "/*" : plain;
            return List.of(into(source, inside ? target : parent));
        }
        if (deep || parent(pattern).contains("*")) {
            notes.part(file, "src", pattern, "has wildcards in its folders; add it to 'archive.include'");
            return List.of();
        }
        if (!matches(pattern)) {
            if (!pattern.startsWith("none")) {
                notes.part(
                        file,
                        "src",
                        pattern,
                        "not in the repository; use 'archive.generate' for completions and man pages that programs print");
            }
            return List.of();
        }
        boolean single = !pattern.contains("*") && !pattern.contains("?") && !pattern.contains("[");
        if (single && !target.isEmpty() && !strip) {
            boolean same = name(target).equals(name(pattern));
            if (!same) {
                notes.part(file, "dst", target, "files keep their names in archives");
            }
            return List.of(into(pattern, parent(target)));
        }
        return List.of(into(pattern, strip || !target.isEmpty() ? target : parent(pattern)));
    }

    private static String into(String pattern, String folder) {
        String clean = GoPrograms.clean(folder);
        return clean.isEmpty() ? pattern : pattern + " => " + clean + "/";
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private boolean matches(String pattern) {
        return !tree.names(pattern).isEmpty();
    }

    /** Choices such as <code>{a,b}</code> as patterns of their own; one in another is not taken apart. */
    private static List<String> alternatives(String pattern) {
        int open = pattern.indexOf('{');
        int close = pattern.indexOf('}', open + 1);
        if (open < 0 || close < 0) {
            return List.of(pattern);
        }
        List<String> all = new ArrayList<>();
        for (String choice : pattern.substring(open + 1, close).split(",", 20)) {
            all.add(pattern.substring(0, open) + choice + pattern.substring(close + 1));
        }
        return all;
    }
}
