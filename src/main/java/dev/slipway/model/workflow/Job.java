package dev.slipway.model.workflow;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A job of a workflow: steps on a runner, or the call of a reusable workflow. A job needs other jobs as Java values, not by
 * their names, so it cannot need a job that does not exist, and there can be no cycle.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobs">jobs</a>
 */
public sealed interface Job permits StepsJob, CallJob {
    /** What GitHub accepts as the id of a job or a step. */
    Pattern ID = Pattern.compile("(?!__)[A-Za-z_][A-Za-z0-9_-]{0,99}");

    String id();

    /** A comment, printed above the job; may be empty. */
    String comment();

    Optional<Text> name();

    List<Job> needs();

    /** The ids of the jobs that it needs. */
    default List<String> neededIds() {
        return needs().stream().map(Job::id).toList();
    }

    Optional<Expr<Boolean>> condition();

    Optional<Permissions> permissions();

    /** Its access to the cache: {@code read}, {@code write}, {@code write-only} or {@code none}. */
    Optional<String> cacheMode();

    Optional<Strategy> strategy();

    Optional<Concurrency> concurrency();

    /** All expressions in it. */
    List<Expr<?>> expressions();

    /** An output, for a job that needs this one. */
    Expr<String> output(String name);

    /** {@code success}, {@code failure}, {@code cancelled} or {@code skipped}, for a job that needs this one. */
    default Expr<String> result() {
        return Expr.of("needs", id(), "result");
    }

    /** Begins a job; {@code runsOn} comes next. */
    static NamedJob named(String id) {
        return new NamedJob(id);
    }
}
