package dev.slipway.model.workflow;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unit of a workflow: steps on a runner, or the call of another workflow. A job needs jobs, not names of jobs, so an
 * edge to nowhere or a cycle cannot be written.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobs">jobs</a>
 */
public sealed interface Job permits StepsJob, CallJob {
    /** What GitHub accepts as the id of a job or a step. */
    Pattern ID = Pattern.compile("(?!__)[A-Za-z_][A-Za-z0-9_-]{0,99}");

    String id();

    /** The reason for the job, printed above it; may be empty. */
    String comment();

    Optional<Text> name();

    List<Job> needs();

    /** The ids of the jobs that it needs. */
    default List<String> neededIds() {
        return needs().stream().map(Job::id).toList();
    }

    Optional<Expr<Boolean>> condition();

    Optional<Permissions> permissions();

    /** What it may do with the cache: {@code read}, {@code write}, {@code write-only} or {@code none}. */
    Optional<String> cacheMode();

    Optional<Strategy> strategy();

    Optional<Concurrency> concurrency();

    /** The expressions that stand in it. */
    List<Expr<?>> expressions();

    /** An output, for a job that needs this one. */
    Expr<String> output(String name);

    /** {@code success}, {@code failure}, {@code cancelled} or {@code skipped}, for a job that needs this one. */
    default Expr<String> result() {
        return Expr.of("needs", id(), "result");
    }

    /** Begins a job; the next thing to say is where it runs. */
    static NamedJob named(String id) {
        return new NamedJob(id);
    }
}
