package dev.slipway.plan;

import dev.slipway.config.BuildSettings;
import dev.slipway.config.Config;
import dev.slipway.config.TargetConfig;
import dev.slipway.plan.RowPlanner.Planned;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.TargetWords;
import dev.slipway.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Plans a build for every target, and groups those that one job can build. */
final class BuildPlanner {
    /** The most common targets, in the order in which most projects list them. */
    private static final List<String> TARGETS = List.of("linux-amd64", "linux-arm64", "macos-amd64", "macos-arm64");

    private static final String GENERATOR = "linux-amd64";

    private static final Pointer PLACE = Pointer.of("/targets");

    private final Config config;
    private final Toolchain toolchain;
    private final ArchiveTemplates archives;
    private final Packing packing;
    private final List<Problem> problems;

    BuildPlanner(
            Config config, Toolchain toolchain, ArchiveTemplates archives, Packing packing, List<Problem> problems) {
        this.config = config;
        this.toolchain = toolchain;
        this.archives = archives;
        this.packing = packing;
        this.problems = problems;
    }

    List<BuildGroup> groups() {
        List<Row> rows = rows();
        Optional<SharedContainer> base =
                SharedContainer.ofImage(config, toolchain, rows).or(() -> oldSystem(rows));
        List<Kind> kinds = new ArrayList<>();
        for (Os os : Os.values()) {
            rows.stream().filter(row -> row.target().os() == os).forEach(row -> plan(row, base, kinds));
        }
        reportIdle(rows);
        if (!kinds.isEmpty()
                && kinds.stream()
                        .flatMap(kind -> kind.builds().stream())
                        .allMatch(build -> build.own().experimental())) {
            problems.add(Problem.at(
                    PLACE.key(), "every target is experimental", "keep at least one target that is not experimental"));
        }
        return kinds.stream().map(kind -> group(kind, kinds)).toList();
    }

    /** The build whose program can run where it is built: one for Linux on x86-64, whether it is released or not. */
    Optional<BuildGroup> generator(List<BuildGroup> groups) {
        Optional<BuildGroup> released = groups.stream()
                .flatMap(group -> group.builds().stream()
                        .filter(build -> isGenerator(build, group))
                        .map(build -> generator(group, build)))
                .findFirst();
        if (released.isPresent()) {
            return released;
        }
        Target target = Target.of(GENERATOR).orElseThrow();
        BuildSettings system = system(target.os()).withUsualMethod();
        Row usual = new Row(TargetConfig.word(GENERATOR), target, PLACE, system);
        List<Kind> kinds = new ArrayList<>();
        plan(usual, Optional.empty(), kinds);
        return kinds.stream()
                .map(kind -> generator(group(kind, kinds), kind.builds().get(0)))
                .findFirst();
    }

    private static boolean isGenerator(Build build, BuildGroup group) {
        return group.os() == Os.LINUX
                && build.target().arch() == Arch.AMD64
                && build.recipe().way().isEmpty();
    }

    private static BuildGroup generator(BuildGroup group, Build build) {
        List<String> packages = new ArrayList<>(group.packages());
        packages.addAll(build.recipe().packages());
        packages.addAll(build.own().packages());
        Map<String, String> env = new LinkedHashMap<>(group.env());
        env.putAll(build.own().env());
        return new BuildGroup(group.os(), "generate", group.host(), group.container(), packages, env, List.of(build));
    }

    /**
     * A target of the config, understood.
     *
     * @param place where it is in the config
     * @param system what holds for its operating system
     */
    record Row(TargetConfig config, Target target, Pointer place, BuildSettings system) {}

    /** What builds share in order to be variants of one job. */
    private record Kind(Os os, Os host, Optional<String> container, List<Build> builds) {
        boolean takes(Os other, Planned planned) {
            return os == other && host == planned.host() && container.equals(planned.container());
        }
    }

    /** Programs that need no old C library are built together with those that do: one job instead of two. */
    private Optional<SharedContainer> oldSystem(List<Row> rows) {
        return rows.stream().map(this::planner).anyMatch(RowPlanner::wantsOldSystem)
                ? Optional.of(SharedContainer.OLD)
                : Optional.empty();
    }

    private RowPlanner planner(Row row) {
        return new RowPlanner(row, toolchain, archives, packing, problems);
    }

    private void plan(Row row, Optional<SharedContainer> base, List<Kind> kinds) {
        Optional<Planned> planned = planner(row).plan(base);
        Os os = row.target().os();
        planned.ifPresent(it -> kinds.stream()
                .filter(kind -> kind.takes(os, it))
                .findFirst()
                .orElseGet(() -> {
                    kinds.add(new Kind(os, it.host(), it.container(), new ArrayList<>()));
                    return kinds.get(kinds.size() - 1);
                })
                .builds()
                .add(it.build()));
    }

    /** The job of a system with the most builds has its name; another has that of its first platform. */
    private BuildGroup group(Kind kind, List<Kind> all) {
        Kind main = kind;
        for (int i = all.size() - 1; i >= 0; i--) { // backwards, so that of two with as many the first has it
            Kind other = all.get(i);
            main = other.os() == kind.os()
                            && other.builds().size() >= main.builds().size()
                    ? other
                    : main;
        }
        BuildSettings system = system(kind.os());
        boolean own = kind.host() == kind.os().host();
        return new BuildGroup(
                kind.os(),
                "build-"
                        + (main == kind
                                ? kind.os().word()
                                : id(kind.builds().get(0).platform())),
                kind.host(),
                kind.container(),
                own ? system.packages() : List.of(),
                system.env(),
                kind.builds());
    }

    private static String id(String platform) {
        return platform.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    private BuildSettings system(Os os) {
        return config.systems().getOrDefault(os.word(), BuildSettings.NONE);
    }

    /** Settings for a system without a target; the target may be one that could not be read. */
    private void reportIdle(List<Row> rows) {
        if (config.targets().stream().anyMatch(target -> !isReadable(target.target()))) {
            return;
        }
        for (Os os : Os.values()) {
            boolean idle = rows.stream().noneMatch(row -> row.target().os() == os);
            if (idle && !system(os).isEmpty()) {
                problems.add(Problem.at(
                        Pointer.ROOT.child(os.word()).key(),
                        "settings for " + os.title() + ", but no target for it",
                        "remove them, or add a target such as '" + os.word()
                                + (os == Os.MACOS ? "-arm64'" : "-amd64'")));
            }
        }
    }

    private boolean isReadable(String word) {
        return toolchain.target(word).isPresent() || meant(word).isPresent();
    }

    private List<Row> rows() {
        if (config.targets().isEmpty()) {
            return TARGETS.stream()
                    .map(word -> row(TargetConfig.word(word), Target.of(word).orElseThrow(), PLACE))
                    .filter(row -> toolchain.recipe(row.target()).isPresent())
                    .toList();
        }
        List<Row> rows = new ArrayList<>();
        IntStream.range(0, config.targets().size())
                .filter(i -> !config.targets().get(i).target().isEmpty())
                .forEach(i -> row(config.targets().get(i), PLACE.child(i), rows).ifPresent(rows::add));
        return rows;
    }

    private Row row(TargetConfig target, Target known, Pointer place) {
        return new Row(target, known, place, system(known.os()));
    }

    private Optional<Row> row(TargetConfig target, Pointer place, List<Row> seen) {
        Optional<Target> known = toolchain.target(target.target());
        if (known.isEmpty()) {
            problems.add(Problem.at(place, "unknown target " + Quote.of(target.target()), suggest(target.target())));
            return meant(target.target())
                    .map(meant -> row(target.meaning(meant.word()), meant, place))
                    .filter(row -> seen.stream().noneMatch(other -> isTwin(row, other)));
        }
        Row row = row(target, known.get(), place);
        Optional<Row> twin = seen.stream().filter(other -> isTwin(row, other)).findFirst();
        twin.ifPresent(other -> problems.add(Problem.at(
                place,
                Quote.of(target.platform()) + " is the same target as "
                        + Quote.of(other.config().platform()),
                "keep one of them, or give the second one another name with 'as'")));
        return twin.isPresent() ? Optional.empty() : Optional.of(row);
    }

    /** The same program twice, unless somebody gives it a second name; what is built in another way is another program. */
    private static boolean isTwin(Row row, Row other) {
        boolean named = row.config()
                .as()
                .filter(name -> !name.equals(other.config().platform()))
                .isPresent();
        return !named
                && row.target().word().equals(other.target().word())
                && (row.config().settings() == other.config().settings()
                        || row.config().settings().equals(other.config().settings()));
    }

    /** What an unknown word probably means: it is planned, so that nothing else is missed because of the word. */
    private Optional<Target> meant(String word) {
        return TargetWords.meant(word, possible(Target.allWords())).flatMap(Target::of);
    }

    private String suggest(String word) {
        return TargetWords.advice(word, possible(Target.allWords()), possible(Target.usualWords()));
    }

    private List<String> possible(List<String> words) {
        return words.stream()
                .filter(word -> toolchain.recipe(Target.of(word).orElseThrow()).isPresent())
                .toList();
    }
}
