package dev.slipway.report;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.source.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why pushing a tag releases nothing, and what happens instead.
 *
 * @param message what would happen
 * @param help what to push instead
 */
public record TagRefusal(String message, List<String> help) {
    /** The step at which a release of something that is no version ends. */
    static final String CHECK = "Check the tag";

    /** The reason against a tag; nothing where it makes a release. */
    public static Optional<TagRefusal> of(ReleasePlan plan, Workflow release, String tag) {
        List<String> patterns = plan.tags().patterns().stream().map(Quote::of).toList();
        String instead = "push a tag such as '" + plan.tags().example().name() + "'";
        if (plan.release().onTag() && !plan.tags().starts(tag)) {
            String message = "pushing " + Quote.of(tag) + " starts nothing: the release starts at tags that match ";
            return Optional.of(new TagRefusal(message + String.join(", ", patterns), List.of(instead)));
        }
        if (plan.tags().read(tag).isEmpty()) {
            String prefix = plan.tags().prefix();
            String message = "pushing " + Quote.of(tag) + " releases nothing: it is not "
                    + (prefix.isEmpty() ? "" : Quote.of(prefix) + " and ")
                    + (plan.tags().semantic() ? "a version" : plan.tags().expected());
            List<String> help = new ArrayList<>(course(release));
            help.add(instead);
            return Optional.of(new TagRefusal(message, help));
        }
        if (plan.image().isPresent()
                && tag.substring(plan.tags().prefix().length()).contains("+")) {
            return Optional.of(new TagRefusal(buildMetadata(plan, tag), course(release)));
        }
        return Optional.empty();
    }

    /** What the step says, too. */
    private static String buildMetadata(ReleasePlan plan, String tag) {
        String version = tag.substring(plan.tags().prefix().length()).replaceFirst("\\+.*", "");
        return "an image's tag cannot hold build metadata: " + Quote.of(tag) + " would overwrite the image " + version
                + "; release a new version, or leave out the image";
    }

    /** What each job would do. */
    private static List<String> course(Workflow release) {
        List<String> run = new ArrayList<>();
        List<String> fail = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        Set<String> stopped = new HashSet<>();
        for (Job job : release.jobs()) {
            boolean waits = job.neededIds().stream().anyMatch(stopped::contains);
            boolean fails = !waits && checksTag(job);
            (waits ? skipped : fails ? fail : run).add(job.id());
            if (waits || fails) {
                stopped.add(job.id());
            }
        }
        List<String> lines = new ArrayList<>();
        add(lines, run, " would run");
        add(lines, fail, " would fail at the step '" + CHECK + "'");
        add(lines, skipped, " would not start");
        return lines;
    }

    private static boolean checksTag(Job job) {
        return job instanceof StepsJob own
                && own.steps().stream()
                        .flatMap(step -> step.common().name().stream())
                        .anyMatch(name -> name.source().equals(CHECK));
    }

    private static void add(List<String> lines, List<String> jobs, String what) {
        if (!jobs.isEmpty()) {
            lines.add(English.and(jobs) + what);
        }
    }
}
