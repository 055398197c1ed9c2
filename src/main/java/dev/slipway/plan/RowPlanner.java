package dev.slipway.plan;

import dev.slipway.config.BuildMethod;
import dev.slipway.config.BuildMethod.Kind;
import dev.slipway.config.BuildSettings;
import dev.slipway.plan.BuildPlanner.Row;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Machine;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Request;
import dev.slipway.toolchain.Toolchain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the build of one target: its own settings override those of its system, which override the defaults. */
final class RowPlanner {
    private final Row row;
    private final BuildSettings own;
    private final BuildSettings system;
    private final Toolchain toolchain;
    private final ArchiveTemplates archives;
    private final Packing packing;
    private final List<Problem> problems;

    RowPlanner(Row row, Toolchain toolchain, ArchiveTemplates archives, Packing packing, List<Problem> problems) {
        this.row = row;
        this.own = row.config().settings();
        this.system = row.system();
        this.toolchain = toolchain;
        this.archives = archives;
        this.packing = packing;
        this.problems = problems;
    }

    /** A build, and the machine that it is for. */
    record Planned(Build build, Os host, Optional<String> container) {}

    /**
     * The build, if there is one.
     *
     * @param base the container that Linux builds share if the config names none
     */
    Optional<Planned> plan(Optional<SharedContainer> base) {
        Optional<String> named = container().filter(image -> !image.equals(BuildSettings.MACHINE));
        Optional<Recipe> recipe = toolchain.recipe(request(named)).fold(Optional::of, refusal -> {
            problems.add(Problem.at(place(refusal.key()), refusal.message(), refusal.help()));
            return Optional.empty();
        });
        return recipe.filter(this::isKnownToTheToolchain).map(found -> {
            Optional<String> usual = base.filter(shared -> !stays())
                    .filter(shared -> shared.ofImage() || !namesMachine())
                    .map(SharedContainer::image);
            checkConfinement(found, named);
            Optional<String> container =
                    found.image().or(() -> named.or(() -> usual).filter(image -> found.confinable()));
            container.ifPresent(image -> checkContainer(image, found));
            Os host = found.host().orElse(row.target().os().host());
            return new Planned(build(found, host), host, container);
        });
    }

    /** Whether the build runs on the machine itself if no container is named. */
    private boolean stays() {
        return row.target().os() != Os.LINUX || usesZig() || container().isPresent();
    }

    /** Whether the program would need the C library of a machine that the config does not choose. */
    boolean wantsOldSystem() {
        return !stays()
                && !namesMachine()
                && row.target().libc() == Libc.GNU
                && toolchain.linksLibc()
                && toolchain.runsInBareContainer()
                && toolchain.recipe(request(Optional.empty())).fold(Recipe::confinable, refusal -> false);
    }

    private boolean namesMachine() {
        return first(own.runner(), system.runner()).isPresent();
    }

    private Request request(Optional<String> container) {
        return new Request(
                row.config().target(),
                row.target(),
                method(),
                container,
                first(own.runner(), system.runner()),
                glibc());
    }

    private static <T> Optional<T> first(Optional<T> own, Optional<T> inherited) {
        return own.isPresent() ? own : inherited;
    }

    private Optional<BuildMethod> method() {
        return first(own.build(), system.build());
    }

    private boolean usesZig() {
        return method().filter(method -> method.kind() == Kind.ZIG).isPresent() || glibc().isPresent();
    }

    /** A target with a method that has its own containers does not use the container of its system. */
    private Optional<String> container() {
        boolean leaves = own.container().isEmpty()
                && own.build()
                        .filter(method -> method.kind() == Kind.CROSS || method.kind() == Kind.IMAGE)
                        .isPresent();
        return leaves ? Optional.empty() : first(own.container(), system.container());
    }

    /** The glibc of a system applies to its targets that have one, and whose method can choose it. */
    private Optional<String> glibc() {
        boolean can = row.target().libc() == Libc.GNU
                && method().filter(method -> method.kind() != Kind.ZIG).isEmpty();
        return first(own.glibc(), can ? system.glibc() : Optional.empty());
    }

    private boolean isKnownToTheToolchain(Recipe recipe) {
        int before = problems.size();
        if (first(own.toolchain(), system.toolchain()).isPresent()
                && toolchain.versionVariable().isEmpty()) {
            problems.add(Problem.at(
                    place("toolchain"),
                    "the toolchain is the same for every target: " + toolchain.title(),
                    "remove 'toolchain'"));
        }
        if (first(own.features(), system.features()).isPresent()
                && toolchain.featureSet().isEmpty()) {
            problems.add(Problem.at(place("features"), toolchain.title() + " has no features", "remove 'features'"));
        }
        Os host = recipe.host().orElse(row.target().os().host());
        own.container()
                .filter(image -> host != Os.LINUX && !image.equals(BuildSettings.MACHINE))
                .ifPresent(image -> problems.add(Problem.at(
                        place("container"),
                        Quote.of(row.config().target()) + " cannot be built in a container",
                        "remove 'container': only Linux runners have containers")));
        first(own.runner(), system.runner())
                .filter(label -> Machine.of(label).os().filter(os -> os != host).isPresent())
                .ifPresent(label -> problems.add(Problem.at(
                        place("runner"),
                        Quote.of(row.config().target()) + " cannot be built on " + Quote.of(label),
                        "use a runner such as '" + host.runner() + "'")));
        own.runner()
                .filter(label -> !fits(label, recipe))
                .ifPresent(label -> problems.add(Problem.at(
                        place("runner"),
                        Quote.of(row.config().target()) + " cannot be built on " + Quote.of(label),
                        "use a runner such as '" + recipe.runner().orElse(host.runner()) + "'")));
        return problems.size() == before;
    }

    /** Whether the processor of a machine is the one that a build needs. */
    private static boolean fits(String label, Recipe recipe) {
        Optional<Arch> needed = recipe.runner().flatMap(Machine::processor);
        Optional<Arch> given = Machine.processor(label);
        return needed.isEmpty() || given.isEmpty() || needed.equals(given);
    }

    /** The runner of a system is not for a target that needs another processor. */
    private String runner(Recipe recipe, Os host) {
        return own.runner()
                .or(() -> system.runner().filter(label -> fits(label, recipe)))
                .or(recipe::runner)
                .orElse(host.runner());
    }

    private void checkConfinement(Recipe recipe, Optional<String> named) {
        boolean asked = own.container().isPresent() || method().isPresent();
        named.filter(image -> asked && !recipe.confinable())
                .ifPresent(image -> problems.add(Problem.at(
                        place("container"),
                        Quote.of(row.config().target()) + " is built " + recipe.how() + ", so not in "
                                + Quote.of(image),
                        "remove 'container', or build it another way, such as 'build: zig'")));
    }

    private void checkContainer(String image, Recipe recipe) {
        Pointer place = place(recipe.image().isPresent() ? "build" : "container");
        new ContainerCheck(toolchain, request(Optional.empty()))
                .problem(image, place)
                .filter(problem -> !problems.contains(problem))
                .ifPresent(problems::add);
    }

    private Build build(Recipe recipe, Os host) {
        String runner = runner(recipe, host);
        String platform = row.config().platform();
        ArchiveName archive = archives.of(row.config(), row.place())
                .name(
                        Map.of(
                                "platform",
                                platform,
                                "target",
                                recipe.target(),
                                "os",
                                row.target().os().word(),
                                "arch",
                                arch()),
                        packing.of(row.target().os()).ending(row.target().os()));
        return new Build(platform, arch(), row.target(), recipe.on(runner), runner, archive, options());
    }

    /** The processor, in the words that the target was written in. */
    private String arch() {
        String word = row.config().target();
        return word.split("-")[row.target().name().isPresent() ? 0 : 1];
    }

    private BuildOptions options() {
        Map<String, String> env = new LinkedHashMap<>(own.env());
        env.entrySet().removeAll(system.env().entrySet());
        return new BuildOptions(
                first(own.toolchain(), system.toolchain()),
                first(own.features(), system.features()),
                env,
                own.packages(),
                first(own.setup(), system.setup()),
                glibc(),
                first(own.experimental(), system.experimental()).orElse(false));
    }

    /** The place of the conflicting key: at the target, otherwise at its system; the target itself if there is none. */
    private Pointer place(String key) {
        if (key.isEmpty()) {
            return row.place();
        }
        if (own.has(key)) {
            return row.place().child(key);
        }
        return system.has(key) ? Pointer.ROOT.child(row.target().os().word()).child(key) : row.place();
    }
}
