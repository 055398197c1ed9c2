package dev.slipway.blueprint;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.model.workflow.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a job that calls a workflow has to grant and to pass: none of the jobs that it starts can have more.
 *
 * @param permissions of every scope the highest level that a job asks for
 * @param secrets those that a job reads, without the token that every job has
 * @see <a
 *     href="https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows#supported-keywords-for-jobs-that-call-a-reusable-workflow">Reusing
 *     workflows</a>
 */
public record CallerDuties(Permissions permissions, List<String> secrets) {
    public CallerDuties {
        secrets = List.copyOf(secrets);
    }

    public static CallerDuties of(List<Job> jobs) {
        List<Permissions> asked =
                jobs.stream().flatMap(job -> job.permissions().stream()).toList();
        List<String> secrets = jobs.stream()
                .flatMap(job -> Secrets.in(job).stream())
                .distinct()
                .sorted()
                .toList();
        return new CallerDuties(together(asked), secrets);
    }

    private static Permissions together(List<Permissions> asked) {
        Map<String, Grant> highest = new LinkedHashMap<>();
        asked.stream().flatMap(it -> it.grants().stream()).forEach(grant -> {
            Grant known = highest.getOrDefault(grant.scope().name(), grant);
            highest.put(known.scope().name(), writes(grant) && !writes(known) ? grant : known);
        });
        Grant[] grants = highest.values().stream()
                .filter(grant -> !grant.level().equals("none"))
                .toArray(Grant[]::new);
        boolean readsAll = asked.contains(Permissions.READ_ALL);
        if (asked.contains(Permissions.WRITE_ALL)
                || readsAll && Stream.of(grants).anyMatch(CallerDuties::writes)) {
            return Permissions.WRITE_ALL;
        }
        return readsAll ? Permissions.READ_ALL : Permissions.of(grants);
    }

    private static boolean writes(Grant grant) {
        return grant.level().equals("write");
    }
}
