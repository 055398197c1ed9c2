package dev.slipway.detect.release;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The Dockerfiles of a repository that jobs give to workflows of other repositories, which may build images from them, and the
 * names that they give them for images.
 */
record HandedDockerfiles(RepositoryFiles files, List<ExistingWorkflow> workflows) {
    /**
     * One of them.
     *
     * @param file its path
     * @param reader the workflow that gets it
     */
    record Handed(String file, String reader) {}

    /** Each with the job that gives it, of the workflows that a tag or a release starts. */
    List<Fact<Handed>> all() {
        return given(this::handed);
    }

    private List<Fact<Handed>> given(Function<CallJob, Stream<Handed>> what) {
        return ReleaseSetupReader.distinct(workflows.stream()
                .filter(workflow -> workflow.distance() <= ExistingWorkflow.BY_RELEASE)
                .flatMap(workflow -> workflow.run().workflow().jobs().stream()
                        .filter(CallJob.class::isInstance)
                        .map(CallJob.class::cast)
                        .filter(call -> !call.workflow().name().matches("[.$]/.*"))
                        .flatMap(call -> what.apply(call)
                                .map(one -> new Fact<>(
                                        one,
                                        workflow.run().places().getOrDefault(call.id(), workflow.file()) + " jobs."
                                                + call.id()))))
                .toList());
    }

    /** The names of images that they get. */
    private Stream<Handed> named(CallJob call) {
        return call.inputs().entrySet().stream()
                .filter(input -> input.getKey().matches("(?i)(?:meta[-_])?image(?:s|[-_]?names?)?"))
                .flatMap(input -> text(input.getValue()))
                .map(String::strip)
                .filter(text -> text.indexOf('/') > 0 && text.indexOf('\n') < 0)
                .map(text -> new Handed(text, call.workflow().name()));
    }

    private Stream<Handed> handed(CallJob call) {
        return call.inputs().values().stream()
                .flatMap(HandedDockerfiles::text)
                .map(text -> text.replaceFirst("^\\./", ""))
                .filter(path -> path.toLowerCase(Locale.ROOT).matches(".*(docker|container)file.*") && files.has(path))
                .map(path -> new Handed(path, call.workflow().name()));
    }

    private static Stream<String> text(Value value) {
        return value instanceof Text text ? Stream.of(text.source()) : Stream.of();
    }

    Takeover takeover() {
        return new Takeover(
                Map.of(),
                List.of(),
                Stream.concat(all().stream(), given(this::named).stream())
                        .map(one -> new Takeover.Open(
                                "docker",
                                "'" + one.value().file() + "' is given to '"
                                        + one.value().reader()
                                        + "', which cannot be read here: if that pushes an image, compare its name and tags with"
                                        + " 'docker.image' and 'docker.tags'; from " + one.from()))
                        .toList());
    }
}
