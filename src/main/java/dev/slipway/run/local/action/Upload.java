package dev.slipway.run.local.action;

import dev.slipway.model.expression.Data;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.local.artifact.UploadArtifact;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Uploads an artifact, into a folder of the rehearsal. */
final class Upload implements LocalAction {
    @Override
    public StepOutcome run(ActionCall call) throws IOException {
        UploadArtifact.Result result = new UploadArtifact(call.site().artifacts())
                .run(
                        call.withHostPaths("path"),
                        call.place().workspace(),
                        call.place().home(),
                        call.row().job().id());
        result.warnings().forEach(warning -> call.log().accept("::warning::" + warning));
        Map<String, Data> outputs = new LinkedHashMap<>();
        result.outputs().forEach((name, value) -> outputs.put(name, Data.of(value)));
        return StepOutcome.success(outputs);
    }
}
