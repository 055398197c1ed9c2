package dev.slipway.run.local.action;

import dev.slipway.model.expression.Data;
import dev.slipway.run.Result;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.action.DockerMetadata;
import dev.slipway.run.action.MetadataFacts;
import dev.slipway.run.action.MetadataResult;
import dev.slipway.run.local.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Works out tags and labels, as the action does. */
final class Metadata implements LocalAction {
    @Override
    public StepOutcome run(ActionCall call) {
        return DockerMetadata.of(call.step().inputs(), call.env(), facts(call))
                .fold(computed -> computed(call, computed), failed -> StepOutcome.failure(failed.message()));
    }

    private static StepOutcome computed(ActionCall call, MetadataResult.Computed computed) {
        computed.warnings().forEach(warning -> call.log().accept("::warning::" + warning));
        Map<String, Data> outputs = new LinkedHashMap<>();
        Map<String, Data> env = new LinkedHashMap<>();
        computed.outputs().forEach((name, value) -> outputs.put(name, Data.of(value)));
        computed.bakeFiles().forEach((name, file) -> outputs.put(name, Data.of(written(call, file))));
        if (computed.exported()) {
            outputs.forEach((name, value) -> env.put(MetadataResult.variable(name), value));
        }
        return new StepOutcome(Result.SUCCESS, "", outputs, env);
    }

    private static String written(ActionCall call, MetadataResult.BakeFile file) {
        try {
            Path path = call.place().temporary().resolve(file.name());
            return call.place().seen(Files.writeString(path, file.content()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MetadataFacts facts(ActionCall call) {
        Site site = call.site();
        boolean asked = call.input("context").equals("git");
        return new MetadataFacts(
                site.event().name(),
                site.event().ref(),
                site.sha(),
                new MetadataFacts.Repository(
                        site.name(), "", "https://github.com/" + site.repository(), "", site.defaultBranch()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(site.time()),
                site.time(),
                asked ? new WorkTree(call).checkout() : Optional.empty());
    }
}
