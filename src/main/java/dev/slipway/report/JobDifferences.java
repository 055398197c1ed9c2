package dev.slipway.report;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Holds the jobs of the workflow that was run against what the plan says of them: what each waits for, where it runs and
 * what it may do.
 */
record JobDifferences(Workflow planned, Workflow ran) {
    List<String> list() {
        List<String> all = new ArrayList<>();
        for (Job job : ran.jobs()) {
            planned.jobs().stream()
                    .filter(plan -> plan.id().equals(job.id()))
                    .findFirst()
                    .ifPresent(plan -> compare(plan, job, all));
        }
        return all;
    }

    private void compare(Job plan, Job job, List<String> all) {
        differ(plan, job, "waits for", "is planned to wait for", it -> new TreeSet<>(it.neededIds()), all);
        differ(plan, job, "may", "is planned to be allowed", this::permissions, all);
        differ(plan, job, "runs on", "is planned for", JobDifferences::machine, all);
        differ(plan, job, "has the environment", "is planned with", JobDifferences::environment, all);
    }

    private static void differ(
            Job plan, Job job, String does, String planned, Function<Job, Set<String>> what, List<String> all) {
        Set<String> wanted = what.apply(plan);
        Set<String> seen = what.apply(job);
        if (!wanted.equals(seen)) {
            all.add("the job " + job.id() + " " + does + " " + words(seen) + ", and " + planned + " " + words(wanted));
        }
    }

    private static String words(Set<String> words) {
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    /** Those of the workflow hold for a job that has none of its own. */
    private Set<String> permissions(Job job) {
        Workflow own = planned.jobs().contains(job) ? planned : ran;
        Optional<Permissions> granted = job.permissions().or(own::permissions);
        Set<String> all = new TreeSet<>();
        granted.flatMap(Permissions::shorthand).ifPresent(all::add);
        granted.ifPresent(it -> it.grants().stream()
                .filter(grant -> !grant.level().equals("none"))
                .forEach(grant -> all.add(grant.scope().name() + ": " + grant.level())));
        if (granted.isEmpty()) {
            all.add("what the settings of the repository say");
        }
        return all;
    }

    private static Set<String> machine(Job job) {
        Set<String> all = new TreeSet<>();
        if (job instanceof StepsJob it) {
            it.runsOn().labels().stream().map(Text::source).forEach(all::add);
            it.container()
                    .ifPresent(container ->
                            all.add("the container " + container.image().source()));
        }
        return all;
    }

    private static Set<String> environment(Job job) {
        return job instanceof StepsJob it
                ? it.environment()
                        .map(environment -> Set.of(environment.name().source()))
                        .orElse(Set.of())
                : Set.of();
    }
}
