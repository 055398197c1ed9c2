package dev.slipway.reach;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code docs/reach.md} says: what is carried, what is not, and how short it is. */
final class ReachPage {
    private static final String INTRODUCTION = """
            # Reach

            What well-known tools release, and how much of it a `slipway.yml` can describe. This page is generated from the files in
            [`docs/reach`](reach) and from Slipway's output, and a test compares it. To regenerate it, run
            `mvn test -Dtest=ReachTest -Dgolden=write`.

            """;
    private static final String EXAMPLES = """
            ## Whole pipelines

            Each folder of [`generated`](../generated) in this table contains the config of a real project and everything generated from it,
            with the same targets, names, layout and contents as its releases. Lines are counted without blank lines and comments. The lines
            *by hand* are those of the project's release and CI workflows in the summer of 2026, without the scripts they call. For Maven,
            see [Slipway's own config](../slipway.yml).

            | project | config | by hand | share | archives | what the example lacks · what differs |
            | --- | ---: | ---: | ---: | ---: | --- |
            """;
    private static final String RELEASES = """

            ## Thirty-seven releases

            [`releases.yml`](reach/releases.yml) lists the needs of each release: its targets, and features from
            [`features.yml`](reach/features.yml). A feature is supported if Slipway accepts its config and the generated files contain it. A
            release is supported if all its features are, in one config with all its targets. Escape hatches (`setup`, `jobs`) do not count.

            """;

    private ReachPage() {}

    static String of(Collection<Feature> features, List<Release> releases, List<Example> examples) {
        StringBuilder page = new StringBuilder(INTRODUCTION).append(EXAMPLES);
        examples.forEach(example -> page.append(row(example)));
        page.append(RELEASES);
        page.append("**%d of %d are supported completely, and %d lack at most one feature.**\n\n"
                .formatted(lacking(releases, 0), releases.size(), lacking(releases, 1)));
        page.append(
                "| project | targets | supported | not supported | what differs |\n| --- | ---: | ---: | --- | --- |\n");
        releases.stream()
                .sorted(Comparator.comparing(
                                (Release release) -> release.missing().size())
                        .thenComparing(Release::project, String.CASE_INSENSITIVE_ORDER))
                .forEach(release -> page.append(row(release)));
        page.append("\n## Features that are not supported\n\n| feature | needed by | why not |\n| --- | --- | --- |\n");
        Map<Feature, List<String>> needed = features.stream()
                .filter(feature -> !feature.carried())
                .collect(Collectors.toMap(
                        Function.identity(),
                        feature -> needing(feature, releases),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new));
        needed.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .forEach(entry -> page.append(cells(
                        entry.getKey().says(),
                        String.join(", ", entry.getValue()),
                        entry.getKey().lacks().orElse(""))));
        page.append("\n## Features that are supported\n\n| feature | needed by | config |\n| --- | ---: | --- |\n");
        features.stream().filter(Feature::carried).forEach(feature -> page.append(row(feature, releases)));
        return page.toString();
    }

    static long lacking(List<Release> releases, int most) {
        return releases.stream()
                .filter(release -> release.missing().size() <= most)
                .count();
    }

    private static List<String> needing(Feature feature, List<Release> releases) {
        return releases.stream()
                .filter(release -> release.needs().contains(feature))
                .map(Release::project)
                .toList();
    }

    private static String row(Example example) {
        String rest = Stream.of(example.lacks(), example.otherwise())
                .filter(list -> !list.isEmpty())
                .map(list -> String.join("; ", list))
                .collect(Collectors.joining(" · "));
        return cells(
                "[%s](../generated/%s/slipway.yml)".formatted(example.project(), example.project()),
                "" + example.lines(),
                "" + example.linesByHand(),
                Math.round(100.0 * example.lines() / example.linesByHand()) + " %",
                "" + example.generation().plan().builds().count(),
                rest);
    }

    private static String row(Release release) {
        List<String> missing = release.missing().stream().map(Feature::says).toList();
        return cells(
                release.project(),
                "" + release.targets(),
                "%d of %d"
                        .formatted(
                                release.needs().size() - missing.size(),
                                release.needs().size()),
                String.join("; ", missing),
                release.note().orElse(""));
    }

    private static String row(Feature feature, List<Release> releases) {
        return cells(
                feature.says(),
                "" + needing(feature, releases).size(),
                feature.config()
                        .map(Merge::plain)
                        .map(text -> text.isEmpty() ? "the default" : "`" + text + "`")
                        .orElse(""));
    }

    private static String cells(String... cells) {
        return Stream.of(cells)
                .map(cell -> cell.strip().replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"))
                .replace("|  |", "| |");
    }
}
