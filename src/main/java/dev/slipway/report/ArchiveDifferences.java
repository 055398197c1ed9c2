package dev.slipway.report;

import dev.slipway.plan.Build;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Tag;
import dev.slipway.run.Observation;
import dev.slipway.source.Wildcard;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Compares the files in the archive of a build with those that are planned.
 *
 * @param file the archive, or the program if there are no archives
 * @param sources the paths of the files of the repository
 */
record ArchiveDifferences(ReleasePlan plan, Tag tag, Build build, Observation.File file, List<String> sources) {
    List<String> list() {
        List<String> all = new ArrayList<>();
        Packing packing = plan.packing().of(os());
        if (!packing.raw()) {
            contents(packing, all);
        }
        return all;
    }

    private Os os() {
        return build.target().os();
    }

    private void contents(Packing packing, List<String> all) {
        String folder =
                packing.inFolder() ? build.archive().stem(packing.ending(os())).with(tag.name()) + "/" : "";
        List<String> found =
                file.entries().stream().map(Observation.Entry::path).toList();
        Set<String> missing = new LinkedHashSet<>();
        List<Predicate<String>> planned = new ArrayList<>();
        for (Shipped shipped : plan.shipped()) {
            String program = folder + shipped.program() + os().executable();
            String below = folder + shipped.entry() + "/";
            planned.add(path -> path.equals(program) || shipped.folder() && path.startsWith(below));
            boolean there = file.entries().stream()
                    .anyMatch(entry -> entry.path().equals(program) && (entry.executable() || os() == Os.WINDOWS));
            if (!there) {
                all.add(
                        found.contains(program)
                                ? program + " in " + file.name() + " is not executable"
                                : program + " in " + file.name() + " is planned but missing");
            }
        }
        for (Packing.GeneratedFile generated : packing.generated()) {
            expect(folder + generated.path(), missing, planned);
        }
        for (String include : packing.include()) {
            included(folder, include, packing.strict(), missing, planned);
        }
        missing.stream()
                .filter(path -> !found.contains(path))
                .forEach(path -> all.add(path + " in " + file.name() + " is planned but missing"));
        found.stream()
                .filter(path -> planned.stream().noneMatch(one -> one.test(path)))
                .forEach(path -> all.add(path + " in " + file.name() + " is not planned"));
    }

    private static void expect(String path, Set<String> missing, List<Predicate<String>> planned) {
        missing.add(path);
        planned.add(path::equals);
    }

    /** What a pattern takes from the repository is known; of what a build makes, only the names are. */
    private void included(
            String folder, String include, boolean strict, Set<String> missing, List<Predicate<String>> planned) {
        int into = include.indexOf(Packing.INTO);
        String to = folder + (into < 0 ? "" : include.substring(into + Packing.INTO.length()));
        String pattern = (into < 0 ? include : include.substring(0, into)).replaceFirst("(?<!/)/+$", "");
        if (pattern.startsWith("{")) {
            Predicate<String> name = glob(pattern.substring(pattern.lastIndexOf('/') + 1));
            planned.add(path ->
                    path.startsWith(to) && name.test(path.substring(to.length()).replaceFirst("/.*", "")));
            if (strict && !pattern.matches(".*[*?\\[].*")) {
                missing.add(to + pattern.substring(pattern.lastIndexOf('/') + 1));
            }
            return;
        }
        Predicate<String> path = glob(pattern);
        for (String source : sources) {
            for (String part = source;
                    !part.isEmpty();
                    part = part.contains("/") ? part.substring(0, part.lastIndexOf('/')) : "") {
                if (path.test(part)) {
                    String name = part.substring(part.lastIndexOf('/') + 1);
                    expect(to + name + source.substring(part.length()), missing, planned);
                }
            }
        }
    }

    /** A pattern as a shell reads it: nothing but a dot begins a hidden name. */
    private static Predicate<String> glob(String pattern) {
        Wildcard wildcard = Wildcard.of(pattern, Wildcard.Dialect.PATH);
        return path -> wildcard.matches(path) && hiddenAlike(pattern.split("/"), path.split("/"));
    }

    private static boolean hiddenAlike(String[] patterns, String[] names) {
        return IntStream.range(0, Math.min(patterns.length, names.length))
                .allMatch(i -> !names[i].startsWith(".") || patterns[i].startsWith("."));
    }
}
