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

            What well-known tools release, and how much of it a `slipway.yml` can say. Nothing on this page is typed by hand: it is made from
            the files in [`docs/reach`](reach) and from what Slipway generates, and compared by a test. Make it anew with
            `mvn test -Dtest=ReachTest -Dgolden=write`.

            """;
    private static final String EXAMPLES = """
            ## Whole pipelines

            Each folder of [`generated`](../generated) below is the config of a real project and everything that comes of it: the same
            targets, names, layout and contents as its releases have. Lines are counted without blank lines and comments; by hand they
            are those of the release and CI workflows that the project had in the summer of 2026, without the scripts beside them. For
            Maven see [Slipway's own](../slipway.yml).

            | project | config | by hand | share | archives | what it lacks, and what is otherwise |
            | --- | ---: | ---: | ---: | ---: | --- |
            """;
    private static final String RELEASES = """

            ## Thirty-seven releases

            [`releases.yml`](reach/releases.yml) says what each needs: its targets, and words of
            [`features.yml`](reach/features.yml). A feature is carried if Slipway generates from its config and the result shows it; a release
            is carried if all of its features are, in one config with all of its targets. No way out counts: no `setup`, no `jobs`.

            """;

    private ReachPage() {}

    static String of(Collection<Feature> features, List<Release> releases, List<Example> examples) {
        StringBuilder page = new StringBuilder(INTRODUCTION).append(EXAMPLES);
        examples.forEach(example -> page.append(row(example)));
        page.append(RELEASES);
        page.append("**%d of %d are carried whole, %d but for one feature.**\n\n"
                .formatted(lacking(releases, 0), releases.size(), lacking(releases, 1)));
        page.append("| project | targets | carried | not carried |\n| --- | ---: | ---: | --- |\n");
        releases.stream()
                .sorted(Comparator.comparing(
                                (Release release) -> release.missing().size())
                        .thenComparing(Release::project, String.CASE_INSENSITIVE_ORDER))
                .forEach(release -> page.append(row(release)));
        page.append("\n## What is not carried\n\n| feature | needed by | why not |\n| --- | --- | --- |\n");
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
        page.append("\n## What is carried\n\n| feature | needed by | config |\n| --- | ---: | --- |\n");
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
                String.join("; ", missing)
                        + release.note().map(note -> " *" + note + "*").orElse(""));
    }

    private static String row(Feature feature, List<Release> releases) {
        return cells(
                feature.says(),
                "" + needing(feature, releases).size(),
                feature.config()
                        .map(Merge::plain)
                        .map(text -> text.isEmpty() ? "nothing to say" : "`" + text + "`")
                        .orElse(""));
    }

    private static String cells(String... cells) {
        return Stream.of(cells)
                .map(cell -> cell.strip().replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"))
                .replace("|  |", "| |");
    }
}
