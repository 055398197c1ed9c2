package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.image.ImageNames;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Symbols;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A workflow that pushes images and makes no release, or one that does both and names no image.
 *
 * @param file its path in the repository
 * @param events what starts it
 * @param tags the filters of the tags whose push starts it
 * @param names under which it pushes, with the step that does; if no name is known, what is known of them, with an ellipsis
 */
public record ImagePush(String file, Set<String> events, List<String> tags, Fact<List<String>> names) {
    public ImagePush {
        events = Set.copyOf(events);
        tags = List.copyOf(tags);
    }

    /** Whether neither a tag nor a release starts it. */
    public boolean apart() {
        return tags.isEmpty() && !events.contains("release");
    }

    public static Stream<ImagePush> of(ExistingWorkflow workflow, RepositoryFiles files) {
        Optional<DryStep> step = workflow.jobs().stream()
                .flatMap(job -> ImageNames.pushing(job, files))
                .findFirst();
        List<String> names = workflow.jobs().stream()
                .flatMap(job -> ImageNames.of(job, files).stream())
                .distinct()
                .toList();
        List<String> shown = names.isEmpty()
                ? step.stream()
                        .flatMap(push -> ImageNames.hidden(push, files).stream())
                        .map(Symbols::shown)
                        .sorted()
                        .toList()
                : names;
        return step.stream()
                .filter(any -> !workflow.releases() || names.isEmpty())
                .map(push -> new ImagePush(
                        workflow.file(), workflow.events(), workflow.startingTags(), new Fact<>(shown, push.place())));
    }
}
