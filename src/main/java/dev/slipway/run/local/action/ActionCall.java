package dev.slipway.run.local.action;

import dev.slipway.model.workflow.ActionRef;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.run.RowSetup;
import dev.slipway.run.StepSetup;
import dev.slipway.run.local.artifact.ActionFailed;
import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.LocalProcess;
import dev.slipway.run.local.site.Place;
import dev.slipway.run.local.site.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A step that uses an action.
 *
 * @param env all variables that the step has
 * @param log gets what the action prints
 */
public record ActionCall(
        Site site,
        RowSetup row,
        Place place,
        ActionRef action,
        StepSetup step,
        Map<String, String> env,
        Consumer<String> log) {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    public ActionCall {
        env = Map.copyOf(env);
    }

    /** An input; empty if the step does not give it. */
    String input(String name) {
        return step.inputs().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("")
                .strip();
    }

    String input(String name, String otherwise) {
        String given = input(name);
        return given.isEmpty() ? otherwise : given;
    }

    boolean flag(String name, boolean otherwise) {
        String given = input(name);
        return given.isEmpty() ? otherwise : given.equals("true");
    }

    /** The lines of an input, without blank ones. */
    List<String> lines(String name) {
        return input(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The inputs with every path of {@code name} as this machine has it. */
    Map<String, String> withHostPaths(String name) {
        return step.inputs().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getKey().equals(name)
                                ? entry.getValue().lines().map(this::hostPath).collect(Collectors.joining("\n"))
                                : entry.getValue()));
    }

    private String hostPath(String line) {
        String path = line.strip();
        boolean excludes = path.startsWith("!");
        String plain = excludes ? path.substring(1) : path;
        return (excludes ? "!" : "")
                + (plain.startsWith("/") ? place.host(plain).toString() : plain);
    }

    /**
     * Refuses a call that the token of the job may not make.
     *
     * @param level {@code read} or {@code write}
     */
    void needs(String scope, String level, String why) {
        Optional<Permissions> granted = row.permissions();
        boolean may = granted.isEmpty()
                || granted.get()
                        .shorthand()
                        .filter(all -> all.equals("write-all") || level.equals("read"))
                        .isPresent()
                || granted.get().grants().stream()
                        .anyMatch(grant -> grant.scope().name().equals(scope)
                                && (grant.level().equals(level) || grant.level().equals("write")));
        if (!may) {
            throw new ActionFailed(why + " needs the permission '" + scope + ": " + level + "' of the job");
        }
    }

    /** Something else answered than on GitHub. */
    void standIn(String what) {
        site.notes().standIn(what);
    }

    /** Runs a program on this machine, outside of a container; fails the step if it fails. */
    List<String> run(Path folder, String... words) {
        List<String> lines = new java.util.ArrayList<>();
        End end = LocalProcess.start(
                List.of(words),
                site.plainEnvironment(),
                folder,
                line -> {
                    lines.add(line);
                    log.accept(line);
                },
                LONGEST);
        if (!end.succeeded()) {
            String last = lines.isEmpty() ? end.problem() : lines.get(lines.size() - 1);
            throw new ActionFailed(String.join(" ", words).replaceFirst("(.{60}).+", "$1…") + ": " + last);
        }
        return lines;
    }
}
