package dev.slipway.lint;

import dev.slipway.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with the jobs of a config.
 *
 * @param fault the first failure of Slipway itself, which hides no problem
 */
public record JobProblems(List<Problem> problems, Optional<Throwable> fault) {
    static final JobProblems NONE = new JobProblems(List.of(), Optional.empty());

    public JobProblems {
        problems = List.copyOf(problems);
    }

    static JobProblems fenced(Supplier<List<Problem>> work) {
        try {
            return new JobProblems(work.get(), Optional.empty());
        } catch (RuntimeException | StackOverflowError thrown) {
            return new JobProblems(List.of(), Optional.of(thrown));
        }
    }

    JobProblems and(JobProblems more) {
        return new JobProblems(
                Stream.concat(problems.stream(), more.problems.stream()).toList(), fault.or(more::fault));
    }

    /** Each problem once, without those at places that have a better finding. */
    JobProblems without(List<Problem> others) {
        Set<List<String>> told =
                others.stream().map(problem -> problem.where().tokens()).collect(Collectors.toSet());
        return new JobProblems(
                problems.stream()
                        .filter(problem -> !told.contains(problem.where().tokens()))
                        .distinct()
                        .toList(),
                fault);
    }
}
