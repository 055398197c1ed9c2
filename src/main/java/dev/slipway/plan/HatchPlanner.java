package dev.slipway.plan;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.read.JobReader;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks whether the keys in GitHub's own syntax can be read, and match the existing jobs. */
final class HatchPlanner {
    private static final Pointer JOBS = Pointer.of("/jobs");

    private HatchPlanner() {}

    static void check(ReleasePlan plan, List<Problem> problems) {
        Hatches hatches = plan.hatches();
        List<String> ours = needable(plan);
        for (String id : hatches.ids()) {
            if (ours.contains(id)) {
                problems.add(Problem.at(
                        JOBS.child(id).key(), Quote.of(id) + " is a job that Slipway generates", "use another id"));
            }
        }
        if (plan.image().isEmpty() && !hatches.permissions(Hatches.DOCKER).isEmpty()) {
            problems.add(Problem.at(
                    Pointer.of("/permissions/docker").key(),
                    "permissions for an image, but there is no image",
                    "remove them"));
        }
        hatches.jobs().ifPresent(jobs -> JobReader.read(jobs, JOBS, standIns(ours), problems));
    }

    /** The words and ids by which a job of ours may be needed. */
    private static List<String> needable(ReleasePlan plan) {
        List<String> words = new ArrayList<>(List.of(Hatches.BUILD, Hatches.RELEASE));
        words.addAll(plan.jobs());
        return words;
    }

    private static Map<String, List<Job>> standIns(List<String> ids) {
        Map<String, List<Job>> jobs = new LinkedHashMap<>();
        ids.forEach(id -> jobs.put(
                id,
                List.of(Job.named(id)
                        .runsOn(RunsOn.UBUNTU_LATEST)
                        .add(Run.script("Replaces a job", "true"))
                        .build())));
        return jobs;
    }
}
