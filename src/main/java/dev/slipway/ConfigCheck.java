package dev.slipway;

import dev.slipway.facts.Containers;
import dev.slipway.facts.Libcs;
import dev.slipway.facts.Runner;
import dev.slipway.facts.Runners;
import dev.slipway.facts.Verdict;
import dev.slipway.lint.RunnerLabels;
import dev.slipway.plan.Paths;
import dev.slipway.render.Renderer;
import dev.slipway.source.Document;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Locator;
import dev.slipway.source.Pointer;
import dev.slipway.source.Position;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says at the line of the config what in a valid one breaks a release all the same, or may: some of it from a day on. */
public final class ConfigCheck {
    private static final Pointer KEPT = Pointer.of("/retired-runners");

    private static final int RUNS_ON = 2;

    private final Generation generation;
    private final Mentions mentions;
    private final Locator locator;

    private ConfigCheck(Generation generation) {
        this.generation = generation;
        this.mentions = new Mentions(generation.document().root());
        this.locator = new Locator(generation.document());
    }

    /**
     * Adds to the mistakes of a config, because of which nothing can be generated from it, the labels that it writes and
     * that no runner has on a day.
     */
    public static InvalidSource add(InvalidSource invalid, Document document, LocalDate today) {
        Mentions mentions = new Mentions(document.root());
        Set<String> kept = mentions.words(keys -> keys.get(0).equals("retired-runners"));
        List<Problem> problems = mentions.words(ConfigCheck::isRunner).stream()
                .filter(label -> kept.stream().noneMatch(label::equalsIgnoreCase))
                .flatMap(label -> Runners.standard().find(label).stream())
                .filter(runner -> runner.verdict(today).kind() == Verdict.Kind.RETIRED)
                .distinct()
                .flatMap(runner -> problems(runner, mentions.places(runner.label(), ConfigCheck::isRunner), today))
                .toList();
        Set<Position> told = invalid.findings().stream().map(Finding::position).collect(Collectors.toSet());
        Stream<Finding> more = new Locator(document)
                .locate("runner", Severity.ERROR, problems).stream()
                        .filter(finding -> !told.contains(finding.position()));
        return invalid.with(Stream.concat(invalid.findings().stream(), more).toList());
    }

    /** Whether a text is a label of a runner, wherever it is used. */
    private static boolean isRunner(List<String> keys) {
        return namesRunner(keys)
                && (!keys.get(0).equals("jobs")
                        || keys.size() > RUNS_ON && keys.get(RUNS_ON).equals("runs-on"));
    }

    /** Everything that is known on a day; what the config keeps on purpose is a note. */
    public static List<Finding> of(Generation generation, LocalDate today) {
        ConfigCheck check = new ConfigCheck(generation);
        return Stream.of(check.labels(today), check.containers(), check.releases())
                .flatMap(findings -> findings)
                .sorted()
                .toList();
    }

    /** What is wrong with the labels that the config keeps. */
    static List<Problem> kept(Generation generation) {
        List<String> kept = generation.plan().retiredRunners();
        Set<String> used = kept.isEmpty()
                ? Set.of()
                : runners(generation, runner -> kept.stream().anyMatch(runner.label()::equalsIgnoreCase))
                        .map(Runner::label)
                        .collect(Collectors.toSet());
        return IntStream.range(0, kept.size())
                .mapToObj(i -> {
                    Optional<Runner> runner = Runners.standard().find(kept.get(i));
                    boolean retires = runner.flatMap(Runner::retired).isPresent();
                    boolean runs =
                            runner.map(Runner::label).filter(used::contains).isPresent();
                    String message = retires ? "not used: no job runs on " : "GitHub has not retired a runner ";
                    return retires && runs
                            ? Stream.<Problem>empty()
                            : Stream.of(Problem.at(item(generation, i), message + Quote.of(kept.get(i)), "remove it"));
                })
                .flatMap(problems -> problems)
                .toList();
    }

    /** Those of some hosted runners that the generated workflows ask for. */
    private static Stream<Runner> runners(Generation generation, Predicate<Runner> some) {
        return labels(generation)
                .flatMap(label -> Runners.standard().find(label).stream())
                .filter(some)
                .distinct();
    }

    /** A template of the project's own may say others than the jobs do, so then the text is read. */
    private static Stream<String> labels(Generation generation) {
        if (!generation.overrides().has(Renderer.WORKFLOW)) {
            return Stream.concat(Stream.of(generation.blueprint().release()), generation.blueprint().ci().stream())
                    .flatMap(workflow -> RunnerLabels.in(workflow).stream());
        }
        Paths paths = generation.plan().project().paths();
        return generation.files().files().stream()
                .filter(file ->
                        file.path().equals(paths.release()) || file.path().equals(paths.ci()))
                .flatMap(file -> RunnerLabels.in(new SourceText(file.path(), file.text())).stream());
    }

    private Stream<Finding> labels(LocalDate today) {
        return runners(generation, runner -> !runner.verdict(today).fine()).flatMap(runner -> label(runner, today));
    }

    private Stream<Finding> label(Runner runner, LocalDate today) {
        Verdict verdict = runner.verdict(today);
        List<String> kept = generation.plan().retiredRunners();
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).equalsIgnoreCase(runner.label())) {
                Problem note = Problem.at(item(generation, i), verdict.message() + "; it is kept on purpose");
                return located("runner", Severity.NOTE, List.of(note));
            }
        }
        List<Pointer> places = mentions.places(runner.label(), ConfigCheck::namesRunner);
        List<Problem> problems = places.isEmpty()
                ? List.of(Problem.at(
                        Pointer.of("/targets"),
                        verdict.message(),
                        "it is the default of a target: write 'runner: "
                                + Runners.standard().insteadOf(runner, today) + "' to it"))
                : problems(runner, places, today).toList();
        return located("runner", verdict.severity(), problems);
    }

    private static Stream<Problem> problems(Runner runner, List<Pointer> places, LocalDate today) {
        Verdict verdict = runner.verdict(today);
        String instead = Quote.of(Runners.standard().insteadOf(runner, today));
        boolean ends = verdict.kind() == Verdict.Kind.RETIRED;
        String own = ends ? ", or 'retired-runners: " + runner.label() + "' if your own runners have that label" : "";
        return places.stream().map(place -> Problem.at(place, verdict.message(), "write " + instead + own));
    }

    private static boolean namesRunner(List<String> keys) {
        return keys.get(keys.size() - 1).equals("runner")
                || keys.get(0).equals("ci") && keys.contains("os")
                || keys.get(0).equals("jobs");
    }

    private Stream<Finding> containers() {
        List<Problem> problems = generation.plan().groups().stream()
                .flatMap(group -> group.container().stream())
                .distinct()
                .filter(image -> Containers.standard().lack(image).isEmpty())
                .flatMap(image -> mentions.places(image, ConfigCheck::namesContainer).stream()
                        .map(place -> Problem.at(
                                place,
                                "builds need apt-get and bash, and the name of " + Quote.of(image)
                                        + " does not tell whether it has them",
                                "make sure that it has both, or use an image of Debian or Ubuntu")))
                .toList();
        return located("container", Severity.WARNING, problems);
    }

    /** Images of a release of Debian or Ubuntu that there probably is not. */
    private Stream<Finding> releases() {
        Stream<String> built = generation.plan().groups().stream().flatMap(group -> group.container().stream());
        Stream<String> shipped = generation.plan().image().stream()
                .flatMap(image -> image.variants().stream())
                .map(variant -> variant.base().image());
        List<Problem> problems = Stream.concat(built, shipped)
                .distinct()
                .filter(image -> !Libcs.standard().insteadOf(image).isEmpty())
                .flatMap(image -> mentions.places(image, ConfigCheck::namesImage).stream()
                        .map(place -> Problem.at(
                                place,
                                "unknown release in " + Quote.of(image),
                                "check the tag; the releases known to Slipway are "
                                        + String.join(", ", Libcs.standard().insteadOf(image)))))
                .toList();
        return located("container", Severity.WARNING, problems);
    }

    private static boolean namesImage(List<String> keys) {
        return namesContainer(keys)
                || keys.get(0).equals("docker") && (keys.contains("base") || keys.contains("variants"));
    }

    private static boolean namesContainer(List<String> keys) {
        int last = keys.size() - 1;
        return keys.get(last).equals("container")
                || keys.get(last).equals("image")
                        && last > 0
                        && keys.get(last - 1).equals("build");
    }

    private Stream<Finding> located(String rule, Severity severity, List<Problem> problems) {
        return locator.locate(rule, severity, problems).stream();
    }

    /** A single label stands for a list of one. */
    private static Pointer item(Generation generation, int index) {
        Pointer item = KEPT.child(index);
        return generation.document().at(item).isPresent() ? item : KEPT;
    }
}
