package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** Finds container images that change from day to day. */
final class UnpinnedImages implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "unpinned-images";
    }

    @Override
    public String summary() {
        return "container images are pinned to a version";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            job.place()
                    .at("container")
                    .map(container -> container.at("image").orElse(container))
                    .ifPresent(image -> check(image, problems));
            job.place()
                    .entries("services")
                    .forEach(service -> check(service.at("image").orElse(service), problems));
            job.steps()
                    .forEach(step -> step.uses()
                            .filter(uses -> uses.text().startsWith("docker://"))
                            .ifPresent(uses -> check(uses, problems)));
        }
        return problems;
    }

    private static void check(Place image, List<Problem> problems) {
        if (!image.text().isEmpty() && !image.text().contains("${{") && isUnpinned(image.text())) {
            problems.add(image.problem(
                    "image '" + image.text() + "' is not pinned to a version",
                    "add a version: '" + bare(image.text()) + ":<version>'"));
        }
    }

    /** Whether an image has neither a digest nor a tag other than {@code latest}. */
    static boolean isUnpinned(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        return !image.contains("@") && (!name.contains(":") || name.endsWith(":latest"));
    }

    private static String bare(String image) {
        String plain = image.startsWith("docker://") ? image.substring("docker://".length()) : image;
        return plain.endsWith(":latest") ? plain.substring(0, plain.length() - ":latest".length()) : plain;
    }
}
