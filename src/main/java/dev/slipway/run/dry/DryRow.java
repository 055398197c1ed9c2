package dev.slipway.run.dry;

import dev.slipway.shell.Command;
import dev.slipway.shell.Made;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One run of a job as a dry run comes to it: the job itself, or one row of its matrix.
 *
 * @param id the job's key
 * @param place the file and the line it stands at
 * @param row the values of the matrix, nested ones by their path: {@code os}, {@code job.target}
 * @param runner the label it runs on; empty if it cannot be known
 * @param container the image it runs in
 * @param env its variables and its workflow's, and what its steps leave for others
 * @param steps those that it comes to
 * @param key tells this run from all others
 * @param files those that are there at its end, by their paths
 * @param paths those of all files that were ever there
 * @param guessed texts of its steps in which only the name of a variable says what is the tag or the version
 * @param checkout the folder that the repository is checked out into; empty for the workspace
 */
public record DryRow(
        String id,
        String place,
        Map<String, String> row,
        Optional<String> runner,
        Optional<String> container,
        Map<String, String> env,
        List<DryStep> steps,
        String key,
        Map<String, Made> files,
        SortedSet<String> paths,
        Set<String> guessed,
        String checkout) {
    public DryRow {
        row = Map.copyOf(row);
        env = Map.copyOf(env);
        steps = List.copyOf(steps);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
        guessed = Set.copyOf(guessed);
    }

    /** The same with other steps. */
    public DryRow with(List<DryStep> others) {
        return new DryRow(id, place, row, runner, container, env, others, key, files, paths, guessed, checkout);
    }

    /** What its steps start, in order. */
    public Stream<Command> commands() {
        return steps.stream().flatMap(step -> step.commands().stream());
    }
}
