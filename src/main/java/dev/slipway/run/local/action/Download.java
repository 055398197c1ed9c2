package dev.slipway.run.local.action;

import dev.slipway.model.expression.Data;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.local.artifact.ActionFailed;
import dev.slipway.run.local.artifact.DownloadArtifact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Downloads artifacts of this rehearsal. */
final class Download implements LocalAction {
    @Override
    public StepOutcome run(ActionCall call) throws IOException {
        Path to = call.place()
                .workspace()
                .resolve(call.withHostPaths("path").getOrDefault("path", "").strip())
                .normalize();
        if (!to.startsWith(call.place().root())) {
            throw new ActionFailed("the 'path' of " + call.action().name() + " is '" + call.input("path")
                    + "', but a rehearsal writes only to folders of the job: write ${{ runner.temp }}/NAME");
        }
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
