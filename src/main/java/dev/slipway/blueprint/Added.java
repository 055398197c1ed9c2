package dev.slipway.blueprint;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.plan.Hatches;
import dev.slipway.read.JobReader;
import dev.slipway.source.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds to a workflow what the config says in GitHub's own words. */
final class Added {
    private static final String REASON = "the config asks for it";

    private final Hatches hatches;

    Added(Hatches hatches) {
        this.hatches = hatches;
    }

    /** A job with the permissions that the config adds under a word. */
    StepsJob permissions(String word, StepsJob job) {
        Map<String, String> levels = hatches.permissions(word);
        if (levels.isEmpty()) {
            return job;
        }
        List<Grant> grants = new ArrayList<>();
        job.permissions().stream().flatMap(own -> own.grants().stream()).forEach(grant -> {
            boolean more = grant.level().equals("read")
                    && "write".equals(levels.get(grant.scope().name()));
            grants.add(more ? new Grant(grant.scope(), "write", grant.reason() + "; " + REASON) : grant);
        });
        levels.forEach((scope, level) -> {
            if (grants.stream().noneMatch(grant -> grant.scope().name().equals(scope))) {
                grants.add(new Grant(new Scope(scope), level, REASON));
            }
        });
        return job.with(Permissions.of(grants.toArray(Grant[]::new)));
    }

    /**
     * The further jobs.
     *
     * @param ours all jobs that there are
     * @param builds those that {@code build} names
     * @param release the one that {@code release} names
     */
    List<Job> jobs(List<Job> ours, List<Job> builds, Job release) {
        Map<String, List<Job>> known = new LinkedHashMap<>();
        ours.forEach(job -> known.put(job.id(), List.of(job)));
        known.put(Hatches.BUILD, List.copyOf(builds));
        known.put(Hatches.RELEASE, List.of(release));
        return hatches
                .jobs()
                .map(node -> JobReader.read(node, Pointer.of("/jobs"), known, new ArrayList<>()))
                .orElse(List.of())
                .stream()
                .map(Added::explained)
                .toList();
    }

    /** Readers of the workflow want to know who asked for a permission. */
    private static Job explained(Job job) {
        if (!(job instanceof StepsJob own)) {
            return job;
        }
        return own.permissions()
                .filter(permissions -> !permissions.grants().isEmpty())
                .map(permissions -> own.with(Permissions.of(permissions.grants().stream()
                        .map(grant -> new Grant(grant.scope(), grant.level(), REASON))
                        .toArray(Grant[]::new))))
                .orElse(own);
    }
}
