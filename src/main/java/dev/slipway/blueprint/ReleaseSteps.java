package dev.slipway.blueprint;

import dev.slipway.plan.Build;
import dev.slipway.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.List;

/** What the workflow does on its own once a release is started, in order, for the page about it. */
final class ReleaseSteps {
    private ReleaseSteps() {}

    static List<String> of(ReleasePlan plan) {
        List<String> steps = new ArrayList<>();
        List<String> platforms = plan.builds().map(Build::platform).toList();
        steps.add("Builds for " + (platforms.size() < 3 ? "" : "all " + platforms.size() + " platforms: ")
                + ReleasePage.sentence(platforms) + ".");
        String files = "the archives" + (plan.checksums().any() ? " and their checksums" : "");
        steps.add(
                plan.release().onPublished()
                        ? "Adds " + files + " to the GitHub release."
                        : "Creates a GitHub release with " + files
                                + (plan.draft()
                                        ? ", as a draft for a maintainer to publish."
                                        : plan.completedLater() ? ", as a draft." : "."));
        plan.image()
                .ifPresent(image -> steps.add("Builds the " + (image.platforms().size() > 1 ? "multi-platform " : "")
                        + "image for " + ReleasePage.sentence(image.platforms()) + " and pushes it to "
                        + ReleasePage.sentence(image.names()) + "."));
        if (plan.completedLater()) {
            steps.add("Publishes the draft.");
        }
        plan.packages()
                .later()
                .forEach(job -> PackageFacts.purpose(plan, job)
                        .ifPresent(does -> steps.add(Character.toUpperCase(does.charAt(0)) + does.substring(1) + ".")));
        return steps;
    }
}
