package dev.slipway.model.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A workflow: its triggers and its jobs.
 *
 * @param comment printed at the top of the file; may be empty
 * @param permissions the permissions of jobs that do not set their own
 * @param cacheMode the cache access of jobs that do not set their own
 */
public record Workflow(
        String comment,
        String name,
        Optional<String> description,
        Optional<Text> runName,
        List<Trigger> on,
        Optional<Permissions> permissions,
        Optional<String> cacheMode,
        Map<String, Value> env,
        Optional<Defaults> defaults,
        Optional<Concurrency> concurrency,
        List<Job> jobs) {

    public Workflow {
        on = List.copyOf(on);
        env = Ordered.copy(env);
        jobs = List.copyOf(jobs);
        Set<String> ids = jobs.stream().map(Job::id).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (Job job : jobs) {
            if (!ids.containsAll(job.neededIds())) {
                throw new IllegalArgumentException("job " + job.id() + " needs a job that is not in " + name);
            }
            if (!seen.add(job.id().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(name + " has two jobs '" + job.id() + "'");
            }
        }
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The same workflow with other jobs. */
    public Workflow with(List<Job> others) {
        return new Workflow(
                comment, name, description, runName, on, permissions, cacheMode, env, defaults, concurrency, others);
    }

    /** The same workflow with another comment above it. */
    public Workflow withComment(String other) {
        return new Workflow(
                other, name, description, runName, on, permissions, cacheMode, env, defaults, concurrency, jobs);
    }

    /** The job with this id. */
    public Optional<Job> job(String id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /** Builds a {@link Workflow}. */
    public static final class Builder {
        private final String name;
        private final List<Trigger> on = new ArrayList<>();
        private final List<Job> jobs = new ArrayList<>();
        private Map<String, Value> env = Map.of();
        private String comment = "";
        private Optional<Permissions> permissions = Optional.empty();
        private Optional<String> cacheMode = Optional.empty();
        private Optional<Concurrency> concurrency = Optional.empty();
        private Optional<Defaults> defaults = Optional.empty();

        private Builder(String name) {
            this.name = name;
        }

        public Builder comment(String text) {
            this.comment = text;
            return this;
        }

        public Builder on(Trigger... triggers) {
            on.addAll(List.of(triggers));
            return this;
        }

        public Builder permissions(Permissions granted) {
            this.permissions = Optional.of(granted);
            return this;
        }

        /** The access of jobs to the cache: {@code read}, {@code write}, {@code write-only} or {@code none}. */
        public Builder cacheMode(String mode) {
            this.cacheMode = Optional.of(mode);
            return this;
        }

        public Builder env(String key, Value value) {
            this.env = Ordered.with(env, key, value);
            return this;
        }

        /** The shell of every {@code run} step. */
        public Builder shell(String shell) {
            this.defaults = Optional.of(Defaults.shell(shell));
            return this;
        }

        public Builder concurrency(Concurrency group) {
            this.concurrency = Optional.of(group);
            return this;
        }

        public Builder env(String key, String value) {
            return env(key, Value.of(value));
        }

        public Builder jobs(Job... more) {
            return jobs(List.of(more));
        }

        public Builder jobs(List<? extends Job> more) {
            jobs.addAll(more);
            return this;
        }

        /**
         * The workflow.
         *
         * @throws IllegalArgumentException if it has no trigger or no jobs, or if the jobs do not fit together
         */
        public Workflow build() {
            List<String> wrong = new ArrayList<>();
            if (on.isEmpty()) {
                wrong.add("nothing starts workflow '" + name + "': say what does with on(…)");
            }
            if (jobs.isEmpty()) {
                wrong.add("workflow '" + name + "' has no jobs: add one with jobs(…)");
            }
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", wrong));
            }
            return new Workflow(
                    comment,
                    name,
                    Optional.empty(),
                    Optional.empty(),
                    on,
                    permissions,
                    cacheMode,
                    env,
                    defaults,
                    concurrency,
                    jobs);
        }
    }
}
