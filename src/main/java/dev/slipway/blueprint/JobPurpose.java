package dev.slipway.blueprint;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Text;
import dev.slipway.plan.Image;
import dev.slipway.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.List;

/** What a job of the release is for, in words for the page about it. */
final class JobPurpose {
    private JobPurpose() {}

    static String of(ReleasePlan plan, Job job) {
        if (plan.hatches().ids().contains(job.id())) {
            return job.name().map(Text::source).orElse("as defined in the config");
        }
        return PackageFacts.purpose(plan, job.id()).orElseGet(() -> other(plan, job.id()));
    }

    private static String other(ReleasePlan plan, String job) {
        return switch (job) {
            case "version" -> "works out the version and checks that it can be released";
            case "generate" -> "generates files for the archives, such as completions";
            case "sbom" -> "lists the components of the programs";
            case "docker" -> image(plan);
            case "upload-release" -> packs(plan) + "adds them to the release" + files(plan);
            case "publish-release" -> "publishes the draft";
            default ->
                packs(plan) + "publishes them" + files(plan)
                        + (plan.draft() || plan.completedLater() ? ", as a draft" : "");
        };
    }

    /** If there are packages, the job that makes them packs the archives too. */
    private static String packs(ReleasePlan plan) {
        return plan.packages().prepared() ? "downloads the packed files and " : "packs the archives and ";
    }

    private static String files(ReleasePlan plan) {
        return (plan.checksums().any() ? ", with checksums" : "")
                + (plan.release().attest() ? ", attested" : "");
    }

    private static String image(ReleasePlan plan) {
        List<String> does = new ArrayList<>(List.of("builds the image", "pushes it"));
        plan.image().flatMap(Image::smoke).ifPresent(smoke -> does.add("runs it on each platform"));
        if (plan.release().attest()) {
            does.add("attests it");
        }
        if (plan.release().sign()) {
            does.add("signs it");
        }
        if (plan.image().flatMap(Image::smoke).filter(Image.Smoke::beforeTags).isPresent()) {
            does.add("tags it");
        }
        int last = does.size() - 1;
        String begin = String.join(", ", does.subList(0, last));
        return begin + (last > 1 ? ", and " : ", ") + does.get(last);
    }
}
