package dev.slipway.model.workflow;

import dev.slipway.model.expression.Expression.Context;
import dev.slipway.model.expression.Expression.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The jobs that a job waits for: those it always lists, and those it only has to come after. */
final class Needs {
    private final List<Job> named = new ArrayList<>();
    private final List<Job> awaited = new ArrayList<>();

    void add(List<? extends Job> jobs) {
        named.addAll(jobs);
    }

    void await(List<? extends Job> jobs) {
        awaited.addAll(jobs);
    }

    /** Each job once. */
    List<Job> all() {
        Map<String, Job> all = new LinkedHashMap<>();
        named.forEach(job -> all.put(job.id(), job));
        awaited.forEach(job -> all.putIfAbsent(job.id(), job));
        return List.copyOf(all.values());
    }

    boolean has(String id) {
        return has(named, id) || has(awaited, id);
    }

    private static boolean has(List<Job> jobs, String id) {
        for (Job job : jobs) {
            if (job.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** Leaves out what another of the jobs waits for already, unless it is named, here or in an expression. */
    List<Job> reduced(List<Expr<?>> expressions) {
        Set<String> kept = new TreeSet<>();
        named.forEach(job -> kept.add(job.id()));
        expressions.forEach(expression -> expression.tree().walk(node -> {
            if (node instanceof Property property
                    && property.of() instanceof Context context
                    && context.name().equals("needs")) {
                kept.add(property.name());
            }
        }));
        Set<String> earlier = new TreeSet<>();
        List<Job> all = all();
        all.forEach(job -> addBefore(job, earlier));
        return all.stream()
                .filter(job -> kept.contains(job.id()) || !earlier.contains(job.id()))
                .toList();
    }

    private static void addBefore(Job job, Set<String> ids) {
        for (Job before : job.needs()) {
            if (ids.add(before.id())) {
                addBefore(before, ids);
            }
        }
    }
}
