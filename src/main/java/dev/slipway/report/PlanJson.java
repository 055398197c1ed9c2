package dev.slipway.report;

import dev.slipway.blueprint.CallerDuties;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.MinimumGlibc;
import dev.slipway.plan.RequiredSetting;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A plan for programs; {@code docs/output.md} says what each field means. */
record PlanJson(PlanReport report) {
    String text() {
        return Json.of(json -> {
            json.put("version", 1)
                    .put("tag", report.tag().name())
                    .put("example", report.example())
                    .put("repository", report.plan().project().repository().slug())
                    .object("release", this::release)
                    .list("jobs", report.jobs(), job -> job(job, json))
                    .list("builds", report.plan().builds().toList(), build -> build(build, json));
            report.plan().image().ifPresent(image -> json.object("image", it -> image(image, it)));
            report.caller().ifPresent(duties -> json.object("caller", it -> caller(duties, it)));
            json.put("templates", report.templates()).put("imageTagDifferences", report.imageTagDifferences());
            json.list(
                    "settings",
                    RequiredSetting.of(report.plan()),
                    setting -> json.put("where", setting.where())
                            .put("what", setting.what())
                            .put("address", setting.address()));
        });
    }

    private void release(Json json) {
        json.put("version", report.tag().version())
                .put("prerelease", report.tag().prerelease())
                .put("draft", report.plan().draft());
        report.moves().latest().ifPresent(latest -> json.put("latest", latest));
        json.put("assets", report.plan().assets(report.tag().name()));
    }

    private static void caller(CallerDuties duties, Json json) {
        json.put("all", duties.permissions().shorthand());
        grants(duties.permissions().grants(), json);
        json.put("secrets", duties.secrets());
    }

    private static void grants(List<Grant> grants, Json json) {
        json.list(
                "permissions",
                grants,
                grant -> json.put("scope", grant.scope().name())
                        .put("level", grant.level())
                        .put("reason", grant.reason()));
    }

    private static void job(PlannedJob job, Json json) {
        json.put("id", job.id()).put("runs", job.runs().word());
        if (!job.runs().condition().isEmpty()) {
            json.put("condition", job.runs().condition());
        }
        json.put("needs", job.needs())
                .put("runsOn", job.runsOn())
                .put("container", job.container())
                .put("environment", job.environment());
        grants(job.permissions(), json);
        json.put("secrets", job.secrets());
    }

    private void build(Build build, Json json) {
        String job = report.plan().groups().stream()
                .filter(group -> group.builds().contains(build))
                .map(BuildGroup::job)
                .findFirst()
                .orElseThrow();
        String archive = build.archive().with(report.tag().name());
        json.put("platform", build.platform())
                .put("job", job)
                .put("runner", build.runner())
                .put("target", build.recipe().target())
                .put("how", build.recipe().how())
                .put("glibc", glibc(build))
                .put("packages", build.recipe().packages())
                .object("env", it -> new TreeMap<>(build.recipe().env()).forEach(it::put))
                .put("archive", archive)
                .put(
                        "checksum",
                        report.plan().checksums().perFile() ? Optional.of(archive + ".sha256") : Optional.empty());
    }

    private Optional<String> glibc(Build build) {
        MinimumGlibc glibc = report.plan().glibc(build);
        return glibc.needed() ? Optional.of(glibc.version().orElse("unknown")) : Optional.empty();
    }

    private void image(Image image, Json json) {
        json.put("name", image.name())
                .put("registry", image.registry())
                .put("alsoAs", image.names().subList(1, image.names().size()));
        variant(image, image.usual(), json);
        json.list(
                "variants",
                image.variants().subList(1, image.variants().size()),
                variant -> variant(image, variant, json.put("name", variant.name())));
    }

    private void variant(Image image, ImageVariant variant, Json json) {
        List<String> set = report.moves().tags(image, variant);
        List<String> moving = report.moves().moving(image, variant);
        List<String> conditional = report.moves().conditional(image, variant);
        json.put("base", variant.base().image())
                .put("user", variant.user())
                .put("platforms", variant.platforms())
                .put("tags", set)
                .put(
                        "moved",
                        moving.stream()
                                .filter(tag -> !conditional.contains(tag))
                                .toList())
                .put("movesIfNewest", conditional)
                .put("notMoved", report.moves().staying(image, variant));
    }
}
