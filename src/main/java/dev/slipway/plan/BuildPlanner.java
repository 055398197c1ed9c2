package dev.slipway.plan;

import dev.slipway.config.Config;
import dev.slipway.config.OsConfig;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Suggestion;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans a build for every target, grouped by operating system. */
final class BuildPlanner {
    /** Where most people are, in the order that most projects list them. */
    private static final List<String> TARGETS = List.of("linux-amd64", "linux-arm64", "macos-amd64", "macos-arm64");

    private static final Pointer PLACE = Pointer.of("/targets");

    private final Config config;
    private final Toolchain toolchain;
    private final ArchiveTemplate archives;
    private final List<Problem> problems;

    BuildPlanner(Config config, Toolchain toolchain, ArchiveTemplate archives, List<Problem> problems) {
        this.config = config;
        this.toolchain = toolchain;
        this.archives = archives;
        this.problems = problems;
    }

    List<BuildGroup> groups() {
        List<Build> builds = builds();
        List<BuildGroup> groups = new ArrayList<>();
        for (Os os : Os.values()) {
            List<Build> its =
                    builds.stream().filter(build -> build.target().os() == os).toList();
            if (!its.isEmpty()) {
                groups.add(group(os, its));
            } else if (!settings(os).isEmpty()) {
                problems.add(Problem.at(
                        Pointer.ROOT.child(os.word()).key(),
                        "settings for " + os.title() + ", but no target of it",
                        "remove them, or add a target such as '" + os.word() + "-arm64'"));
            }
        }
        return groups;
    }

    private BuildGroup group(Os os, List<Build> builds) {
        OsConfig settings = settings(os);
        Optional<String> container =
                settings.container().or(() -> os == Os.LINUX ? container(builds) : Optional.empty());
        settings.container().ifPresent(this::checkContainer);
        return new BuildGroup(os, container, settings.packages(), settings.env(), builds);
    }

    /** The build installs its tools with apt and runs its scripts with bash. */
    private void checkContainer(String image) {
        Base.Family family = Base.of(image).family();
        if (family != Base.Family.DEBIAN && family != Base.Family.OTHER) {
            problems.add(Problem.at(
                    Pointer.of("/linux/container"),
                    "nothing can be built in " + Quote.of(image) + ", which has no apt and no bash",
                    "take a Debian or Ubuntu image, such as 'debian:bookworm'; targets such as 'linux-amd64-musl' "
                            + "run on Alpine too"));
        }
    }

    /** Programs do not run in an image whose C library is older than theirs, so they are linked in the image's system. */
    private Optional<String> container(List<Build> builds) {
        boolean links = toolchain.linksLibc()
                && builds.stream().anyMatch(build -> build.target().libc() == Libc.GNU);
        return config.docker()
                .filter(docker -> links)
                .flatMap(docker -> VariantPlanner.bases(docker, builds).values().stream()
                        .flatMap(base -> base.forBuilding().stream())
                        .reduce(BuildPlanner::older));
    }

    /** What is linked in the older of two systems runs in both. */
    private static String older(String one, String other) {
        boolean older = Base.of(one)
                .libc()
                .filter(libc ->
                        Base.of(other).libc().filter(it -> !it.runs(libc)).isPresent())
                .isPresent();
        return older ? other : one;
    }

    private OsConfig settings(Os os) {
        return switch (os) {
            case LINUX -> config.linux();
            case MACOS -> config.macos();
        };
    }

    private List<Build> builds() {
        if (config.targets().isEmpty()) {
            return TARGETS.stream()
                    .map(word -> Map.entry(word, Target.of(word).orElseThrow()))
                    .filter(entry -> toolchain.recipe(entry.getValue()).isPresent())
                    .map(entry -> build(
                            entry.getKey(),
                            entry.getValue(),
                            toolchain.recipe(entry.getValue()).orElseThrow()))
                    .toList();
        }
        Map<String, String> seen = new LinkedHashMap<>();
        List<Build> builds = new ArrayList<>();
        for (int i = 0; i < config.targets().size(); i++) {
            String word = config.targets().get(i);
            if (!word.isEmpty()) {
                build(word, PLACE.child(i), seen).ifPresent(builds::add);
            }
        }
        return builds;
    }

    private Optional<Build> build(String word, Pointer place, Map<String, String> seen) {
        Optional<Target> target = Target.of(word);
        if (target.isEmpty()) {
            problems.add(Problem.at(place, "unknown target " + Quote.of(word), suggest(word)));
            return Optional.empty();
        }
        String twin = seen.putIfAbsent(target.get().word(), word);
        if (twin != null) {
            problems.add(Problem.at(
                    place, Quote.of(word) + " is the same target as " + Quote.of(twin), "keep one of the two words"));
            return Optional.empty();
        }
        Optional<Recipe> recipe = toolchain.recipe(target.get());
        if (recipe.isEmpty()) {
            problems.add(Problem.at(
                    place, toolchain.title() + " cannot be built for " + Quote.of(word), "remove the target"));
        }
        return recipe.map(found -> build(word, target.get(), found));
    }

    private String suggest(String word) {
        List<String> words = Target.allWords().stream()
                .filter(known ->
                        toolchain.recipe(Target.of(known).orElseThrow()).isPresent())
                .toList();
        return Suggestion.nearest(word, words)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("the targets are " + String.join(", ", words));
    }

    private Build build(String word, Target target, Recipe recipe) {
        String runner = settings(target.os())
                .runner()
                .or(recipe::runner)
                .orElse(target.os().runner());
        return new Build(word, target, recipe, runner, archives.name(word, recipe.target()));
    }
}
