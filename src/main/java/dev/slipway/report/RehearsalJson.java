package dev.slipway.report;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.run.JobRun;
import dev.slipway.run.Observation;
import java.util.Map;
import java.util.TreeMap;

/** A rehearsal for programs; {@code docs/output.md} says what each field means. */
record RehearsalJson(RehearsalReport report) {
    String text() {
        Observation observed = report.observed();
        return Json.of(json -> {
            json.put("version", 1)
                    .put("cause", report.cause())
                    .put("workflow", report.workflow())
                    .put("commit", report.commit().sha())
                    .put("uncommitted", report.commit().uncommitted())
                    .put("succeeded", report.succeeded())
                    .put("compared", report.plan().isPresent())
                    .put("differences", report.differences())
                    .put("leftOut", report.leftOut())
                    .list("jobs", observed.jobs(), job -> job(job, json));
            observed.release().ifPresent(release -> json.object("release", it -> release(release, it)));
            json.list(
                            "images",
                            observed.images(),
                            image -> json.put("name", image.name())
                                    .put("digest", image.digest())
                                    .put("tags", image.tags())
                                    .put("platforms", image.platforms()))
                    .list(
                            "tried",
                            observed.tried(),
                            one -> json.put("file", one.file())
                                    .put("result", one.result().toString())
                                    .put("what", one.what())
                                    .put("detail", one.detail()))
                    .put("attested", report.attested())
                    .put("recorded", report.recorded())
                    .put("standIns", observed.standIns())
                    .put("warnings", observed.warnings());
        });
    }

    private static void release(Observation.Release release, Json json) {
        json.put("tag", release.tag())
                .put("draft", release.draft())
                .put("prerelease", release.prerelease())
                .put("latest", release.latest())
                .list(
                        "files",
                        release.files(),
                        file -> json.put("name", file.name())
                                .put("size", file.size())
                                .put("sha256", file.sha256()));
    }

    private static void job(JobRun job, Json json) {
        json.put("id", job.id())
                .put("needs", job.needs())
                .put("result", job.result().toString())
                .put("message", job.message());
        job.permissions().ifPresent(granted -> permissions(granted, json));
        json.list("rows", job.rows(), row -> row(row, json));
        if (!job.called().isEmpty()) {
            json.list("called", job.called(), called -> job(called, json));
        }
    }

    private static void permissions(Permissions granted, Json json) {
        json.put("all", granted.shorthand())
                .list(
                        "permissions",
                        granted.grants(),
                        grant -> json.put("scope", grant.scope().name()).put("level", grant.level()));
    }

    private static void row(JobRun.Row row, Json json) {
        json.put("name", row.name())
                .object("matrix", it -> values(row.matrix(), it))
                .put("result", row.result().toString())
                .put("message", row.message())
                .list("steps", row.steps(), step -> step(step, json));
    }

    private static void step(JobRun.Step step, Json json) {
        json.put("name", step.name())
                .put("outcome", step.outcome().toString())
                .put("conclusion", step.conclusion().toString())
                .put("milliseconds", step.time().toMillis())
                .put("message", step.message())
                .object("outputs", it -> values(new TreeMap<>(step.outputs()), it));
        if (!step.steps().isEmpty()) {
            json.list("steps", step.steps(), inner -> step(inner, json));
        }
    }

    private static void values(Map<String, Data> values, Json json) {
        values.forEach((name, value) -> json.put(name, value.text()));
    }
}
