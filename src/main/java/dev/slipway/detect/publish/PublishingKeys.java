package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds how an existing workflow makes releases beyond their files, in the words of a config. */
public final class PublishingKeys {
    private static final Set<String> ATTEST = Set.of("actions/attest-build-provenance", "actions/attest");

    private final RepositoryFiles files;
    private final Map<String, Fact<String>> found = new LinkedHashMap<>();

    private PublishingKeys(RepositoryFiles files) {
        this.files = files;
    }

    /**
     * The keys of a config and their values.
     *
     * @param workflows those that release, the nearest to people first
     */
    public static Map<String, Fact<String>> of(List<ExistingWorkflow> workflows, RepositoryFiles files) {
        PublishingKeys publishing = new PublishingKeys(files);
        workflows.stream().limit(1).forEach(publishing::read);
        return publishing.found;
    }

    private void read(ExistingWorkflow workflow) {
        for (DryRow job : workflow.jobs()) {
            job.steps().forEach(this::step);
        }
        if (!workflow.events().contains("release")) {
            workflow.jobs().stream()
                    .flatMap(job -> job.steps().stream())
                    .forEach(step ->
                            ReleaseTitle.of(step).ifPresent(title -> put("release.title", title, step.place())));
        }
        boolean published = workflow.jobs().stream().anyMatch(ReleaseStep::undrafts);
        workflow.jobs().stream()
                .filter(ReleaseStep::drafts)
                .findFirst()
                .ifPresent(job ->
                        put("release.draft", published ? "until-complete" : "keep", job.place() + " jobs." + job.id()));
    }

    private void step(DryStep step) {
        ReleaseNotes.key(step)
                .filter(notes -> !notes.equals("changelog") || files.has("CHANGELOG.md"))
                .ifPresent(notes -> put("release.notes", notes, step.place()));
        if (ATTEST.contains(step.action())) {
            put("attest", "true", step.place());
        }
    }

    private void put(String key, String value, String from) {
        found.putIfAbsent(key, new Fact<>(value, from));
    }
}
