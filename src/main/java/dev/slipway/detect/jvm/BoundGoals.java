package dev.slipway.detect.jvm;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.workflow.MavenCall;
import dev.slipway.run.dry.DryRun;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The goals of JReleaser that builds with Maven start although no command names them: POMs bind them to a phase, mostly in a
 * profile.
 *
 * @param goals all that the POMs bind
 */
public record BoundGoals(List<Bound> goals) {
    private static final String PLUGIN = "jreleaser-maven-plugin";

    /** The phases of a build that people ask for or bind to, in their order. */
    private static final List<String> PHASES = List.of(
            "validate",
            "initialize",
            "generate-sources",
            "process-sources",
            "generate-resources",
            "process-resources",
            "compile",
            "process-classes",
            "test-compile",
            "test",
            "prepare-package",
            "package",
            "pre-integration-test",
            "integration-test",
            "post-integration-test",
            "verify",
            "install",
            "deploy");

    /**
     * A goal at a phase.
     *
     * @param profile the profile that it is in; empty if all builds have it
     * @param always whether builds have the profile that name none
     * @param property the property that switches the profile on, such as {@code performRelease}
     */
    record Bound(String goal, String phase, String profile, boolean always, Optional<String> property) {
        boolean isIn(MavenCall call) {
            boolean reached = call.goals().stream().anyMatch(asked -> PHASES.indexOf(asked) >= PHASES.indexOf(phase));
            boolean given = property.filter(name -> call.properties().stream()
                            .anyMatch(word -> word.equals(name) || word.startsWith(name + "=")))
                    .isPresent();
            return reached
                    && (profile.isEmpty() || call.on().contains(profile) || given || always)
                    && !call.off().contains(profile);
        }
    }

    public BoundGoals {
        goals = List.copyOf(goals);
    }

    public static BoundGoals of(RepositoryFiles files) {
        List<Bound> found = new ArrayList<>();
        List<Pom> poms = files.has(PomTree.FILE) ? new PomTree(files).modules() : List.of();
        for (Pom pom : poms) {
            read(pom, pom.project(), "", true, Optional.empty()).forEach(found::add);
            for (Element profile : Profiles.of(pom)) {
                Optional<String> property = Pom.element(profile, "activation", "property", "name")
                        .map(pom::content)
                        .filter(name -> !name.startsWith("!"));
                read(pom, profile, Profiles.id(pom, profile), Profiles.active(pom, profile), property)
                        .forEach(found::add);
            }
        }
        return new BoundGoals(found);
    }

    private static Stream<Bound> read(
            Pom pom, Element part, String profile, boolean always, Optional<String> property) {
        return Pom.element(part, "build", "plugins").stream()
                .flatMap(plugins -> Pom.children(plugins, "plugin").stream())
                .filter(plugin -> Pom.child(plugin, "artifactId")
                        .map(pom::content)
                        .filter(PLUGIN::equals)
                        .isPresent())
                .flatMap(plugin -> Pom.child(plugin, "executions").stream())
                .flatMap(executions -> Pom.children(executions, "execution").stream())
                .flatMap(execution -> {
                    String phase =
                            Pom.child(execution, "phase").map(pom::content).orElse("");
                    return Pom.child(execution, "goals").stream()
                            .flatMap(goals -> Pom.children(goals, "goal").stream())
                            .map(pom::content)
                            .filter(any -> PHASES.contains(phase))
                            .map(goal -> new Bound(goal, phase, profile, always, property));
                });
    }

    /** A run whose steps name these goals as if their commands did. */
    public DryRun in(DryRun run) {
        return goals.isEmpty()
                ? run
                : run.with(run.rows().stream()
                        .map(row -> row.with(row.steps().stream().map(this::in).toList()))
                        .toList());
    }

    private DryStep in(DryStep step) {
        List<Command> more = step.commands().stream()
                .flatMap(command -> MavenCall.of(command).stream()
                        .flatMap(call -> goals.stream()
                                .filter(goal -> goal.isIn(call))
                                .map(goal -> started(command, call, goal.goal()))))
                .distinct()
                .toList();
        return more.isEmpty()
                ? step
                : step.starting(
                        Stream.concat(step.commands().stream(), more.stream()).toList());
    }

    private static Command started(Command command, MavenCall call, String goal) {
        List<String> words = new ArrayList<>(List.of("mvn", "jreleaser:" + goal));
        call.properties().forEach(property -> words.add("-D" + property));
        return new Command(words, command.output(), command.line(), command.folder(), command.env());
    }
}
