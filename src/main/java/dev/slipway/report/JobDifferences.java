package dev.slipway.report;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Secrets;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Strategy;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares each job of the workflow that ran with the same job of the workflow that was planned. */
record JobDifferences(Workflow planned, Workflow ran) {
    List<String> list() {
        List<String> all = new ArrayList<>();
        for (Job job : ran.jobs()) {
            planned.job(job.id()).ifPresent(plan -> compare(plan, job, all));
        }
        return all;
    }

    private void compare(Job plan, Job job, List<String> all) {
        String id = job.id();
        differ(id, "needs", new TreeSet<>(plan.neededIds()), new TreeSet<>(job.neededIds()), all);
        differ(id, "if", condition(plan), condition(job), all);
        differ(id, "permissions", permissions(plan, planned), permissions(job, ran), all);
        differ(id, "runs-on", machine(plan), machine(job), all);
        differ(id, "container", container(plan), container(job), all);
        differ(id, "environment", environment(plan), environment(job), all);
        differ(id, "secrets", Secrets.in(plan), Secrets.in(job), all);
        if (!plan.strategy().flatMap(Strategy::matrix).equals(job.strategy().flatMap(Strategy::matrix))) {
            all.add("the job " + id + " has another matrix than planned");
        }
    }

    private static void differ(String job, String key, Set<String> planned, Set<String> seen, List<String> all) {
        if (!planned.equals(seen)) {
            all.add("the job " + job + " has another '" + key + "' than planned: " + words(seen) + " instead of "
                    + words(planned));
        }
    }

    private static String words(Set<String> words) {
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    private static Set<String> condition(Job job) {
        return job.condition().map(Expr::source).map(Set::of).orElse(Set.of());
    }

    /** The permissions of a job; those of the workflow if the job sets none. */
    private static Set<String> permissions(Job job, Workflow workflow) {
        Optional<Permissions> granted = job.permissions().or(workflow::permissions);
        Set<String> all = new TreeSet<>();
        granted.flatMap(Permissions::shorthand).ifPresent(all::add);
        granted.ifPresent(it -> it.grants().stream()
                .filter(grant -> !grant.level().equals("none"))
                .forEach(grant -> all.add(grant.scope().name() + ": " + grant.level())));
        if (granted.isEmpty()) {
            all.add("the default of the repository");
        }
        return all;
    }

    private static Set<String> machine(Job job) {
        return job instanceof StepsJob it
                ? it.runsOn().labels().stream().map(Text::source).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    private static Set<String> container(Job job) {
        return job instanceof StepsJob it
                ? it.container()
                        .map(container -> Set.of(container.image().source()))
                        .orElse(Set.of())
                : Set.of();
    }

    private static Set<String> environment(Job job) {
        return job instanceof StepsJob it
                ? it.environment()
                        .map(environment -> Set.of(environment.name().source()))
                        .orElse(Set.of())
                : Set.of();
    }
}
