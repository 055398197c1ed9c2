package dev.slipway.model.workflow;

import java.util.List;
import java.util.Optional;

/**
 * A job of a workflow: steps on a runner, or the call of a reusable workflow. A job needs other jobs as Java values, not by
 * their names, so it cannot need a job that does not exist, and there can be no cycle.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobs">jobs</a>
 */
public sealed interface Job permits StepsJob, CallJob {
    /** How many characters the id of a job or a step may have. */
    int LONGEST_ID = 100;

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

    /** Whether GitHub accepts a text as the id of a job or a step: {@code [A-Za-z_][A-Za-z0-9_-]*}, but not two underscores first. */
    static boolean isId(String text) {
        if (text.isEmpty() || text.length() > LONGEST_ID || text.startsWith("__")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!letter && (i == 0 || c != '-' && (c < '0' || c > '9'))) {
                return false;
            }
        }
        return true;
    }

    /** Begins a job; {@code runsOn} comes next. */
    static NamedJob named(String id) {
        return new NamedJob(id);
    }
}
