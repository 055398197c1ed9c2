package dev.slipway.detect.publish;

import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files by which a release proves where it is from, made by workflows that GitHub alone has.
 *
 * @see <a href="https://github.com/slsa-framework/slsa-github-generator">slsa-github-generator</a>
 */
public final class Provenance {
    private static final String GENERATOR =
            "slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml";

    /** What it is called for more than one file. */
    private static final String USUAL = "multiple.intoto.jsonl";

    private Provenance() {}

    public static List<Fact<ReleasedFile>> of(ExistingWorkflow workflow) {
        return workflow.run().workflow().jobs().stream()
                .flatMap(job ->
                        job instanceof CallJob call && call.workflow().name().equals(GENERATOR)
                                ? Stream.of(call)
                                : Stream.of())
                .filter(call ->
                        !said(call.inputs(), "upload-assets").orElse("false").equals("false"))
                .map(call -> new Fact<>(
                        new ReleasedFile(said(call.inputs(), "provenance-name").orElse(USUAL), Optional.empty(), false),
                        workflow.run().places().getOrDefault(call.id(), workflow.file()) + " jobs." + call.id()))
                .toList();
    }

    static Optional<String> said(Map<String, Value> inputs, String name) {
        return Optional.ofNullable(inputs.get(name))
                .map(value -> value instanceof Text text
                        ? text.source()
                        : String.valueOf(value instanceof Value.Flag flag && flag.value()));
    }
}
