package dev.slipway.run.local.action;

import dev.slipway.model.expression.Data;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.local.artifact.DownloadArtifact;
import java.io.IOException;
import java.util.Map;

/** Downloads artifacts of this rehearsal. */
final class Download implements LocalAction {
    @Override
    public StepOutcome run(ActionCall call) throws IOException {
        DownloadArtifact.Result result = new DownloadArtifact(call.site().artifacts())
                .run(
                        call.withHostPaths("path"),
                        call.place().workspace(),
                        call.place().home());
        result.warnings().forEach(warning -> call.log().accept("::warning::" + warning));
        String folder = call.place().seen(result.folder());
        return StepOutcome.success(Map.of("download-path", Data.of(folder)));
    }
}
