package dev.slipway.report;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Tag;
import dev.slipway.source.English;
import dev.slipway.source.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why pushing a tag releases nothing, and what happens instead.
 *
 * @param why the reason
 * @param message what would happen
 * @param help what to push instead
 */
public record TagRefusal(Why why, String message, List<String> help) {
    /** The step at which a release of something that is not a version ends. */
    static final String CHECK = "Check the tag";

    /** The reasons against a tag. */
    enum Why {
        STARTS_NOTHING,
        NO_VERSION,
        BUILD_METADATA;

        /** For programs. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The result of a job if the tag is refused. */
    enum End {
        RUNS(" would run"),
        FAILS(" would fail at the step '" + CHECK + "'"),
        SKIPPED(" would not start");

        private final String words;

        End(String words) {
            this.words = words;
        }

        /** In words, without the job. */
        String words() {
            return words.strip();
        }
    }

    public TagRefusal {
        help = List.copyOf(help);
    }

    /** The reason against a tag; nothing if it makes a release. A version that people enter is a tag already. */
    public static Optional<TagRefusal> of(ReleasePlan plan, Workflow release, String tag) {
        String version =
                plan.tags().read(tag).map(read -> withoutBuild(read.version())).orElse("");
        return why(plan, tag).map(why -> of(plan, release, why, Quote.of(tag), version));
    }

    private static Optional<Why> why(ReleasePlan plan, String tag) {
        if (plan.release().onTag() && !plan.tags().starts(tag)
                || ignoresOthers(plan) && !plan.tags().owns(tag)) {
            return Optional.of(Why.STARTS_NOTHING);
        }
        if (plan.tags().read(tag).isEmpty()) {
            return Optional.of(Why.NO_VERSION);
        }
        return plan.image().isPresent()
                ? plan.tags().read(tag).filter(it -> it.version().contains("+")).map(it -> Why.BUILD_METADATA)
                : Optional.empty();
    }

    /**
     * The words for a reason.
     *
     * @param quoted the tag in quotes
     * @param version without build metadata
     */
    static TagRefusal of(ReleasePlan plan, Workflow release, Why why, String quoted, String version) {
        List<String> help = new ArrayList<>(why == Why.STARTS_NOTHING ? List.of() : course(release));
        if (why != Why.BUILD_METADATA) {
            help.add(instead(plan));
        }
        String message = switch (why) {
            case STARTS_NOTHING ->
                started(plan, quoted) + " starts nothing: the release starts at tags that " + own(plan);
            case NO_VERSION -> started(plan, quoted) + " releases nothing: it is not " + expected(plan);
            // the step prints the same
            case BUILD_METADATA ->
                "image tags cannot contain build metadata: " + quoted + " would overwrite the image " + version
                        + "; release a new version, or remove the image";
        };
        return new TagRefusal(why, message, help);
    }

    /** Whether the workflow starts for releases of other tags too, and runs no job for them. */
    static boolean ignoresOthers(ReleasePlan plan) {
        return plan.release().onPublished();
    }

    private static String own(ReleasePlan plan) {
        return ignoresOthers(plan)
                ? "begin with " + Quote.of(plan.tags().prefix())
                : "match "
                        + String.join(
                                ", ",
                                plan.tags().patterns().stream().map(Quote::of).toList());
    }

    private static String started(ReleasePlan plan, String quoted) {
        return switch (ReleaseStart.event(plan)) {
            case "push" -> "pushing " + quoted;
            case "release" -> "publishing the release of " + quoted;
            case "workflow_dispatch" -> "starting the workflow for " + quoted;
            default -> "calling the workflow with " + quoted;
        };
    }

    private static String instead(ReleasePlan plan) {
        Tag example = plan.tags().example();
        String tag = "a tag such as '" + example.name() + "'";
        String version = "a version such as '" + example.version() + "'";
        return switch (ReleaseStart.event(plan)) {
            case "push" ->
                "push " + tag + (plan.release().onDispatch() ? ", or start the workflow with " + version : "");
            case "release" -> "publish a release of " + tag;
            case "workflow_dispatch" -> "start it with " + version;
            default -> "call it with " + tag;
        };
    }

    private static String expected(ReleasePlan plan) {
        String prefix = plan.tags().prefix();
        return (prefix.isEmpty() ? "" : Quote.of(prefix) + " and ")
                + (plan.tags().semantic() ? "a version" : plan.tags().expected());
    }

    /** A version as an image's tag says it. */
    static String withoutBuild(String version) {
        return version.replaceFirst("\\+.*", "");
    }

    /** What becomes of each job of the workflow. */
    static Map<String, End> ends(Workflow release) {
        Map<String, End> ends = new LinkedHashMap<>();
        Set<String> stopped = new HashSet<>();
        for (Job job : release.jobs()) {
            boolean waits = job.neededIds().stream().anyMatch(stopped::contains);
            End end = waits ? End.SKIPPED : checksTag(job) ? End.FAILS : End.RUNS;
            ends.put(job.id(), end);
            if (end != End.RUNS) {
                stopped.add(job.id());
            }
        }
        return ends;
    }

    private static List<String> course(Workflow release) {
        Map<String, End> ends = ends(release);
        List<String> lines = new ArrayList<>();
        for (End end : End.values()) {
            List<String> jobs =
                    ends.keySet().stream().filter(id -> ends.get(id) == end).toList();
            if (!jobs.isEmpty()) {
                lines.add(English.and(jobs) + end.words);
            }
        }
        return lines;
    }

    private static boolean checksTag(Job job) {
        return job instanceof StepsJob own
                && own.steps().stream()
                        .flatMap(step -> step.common().name().stream())
                        .anyMatch(name -> name.source().equals(CHECK));
    }
}
