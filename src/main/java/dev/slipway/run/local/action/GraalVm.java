package dev.slipway.run.local.action;

import dev.slipway.run.Result;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.local.process.LocalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Sets up GraalVM: that of this machine, if it compiles for the runner; otherwise a stand-in for its compiler. */
final class GraalVm implements LocalAction {
    private static final String COMPILER = "native-image";

    /** Build plugins compare its version with that of the metadata that they download, and refuse an older GraalVM. */
    private static final String SCHEMA = "{ \"version\": \"1.99.0\" }\n";

    @Override
    public StepOutcome run(ActionCall call) throws IOException {
        Optional<Path> standIn = call.place().inside() ? Optional.empty() : standIn(call);
        if (standIn.isEmpty()) {
            return new Tool(COMPILER, "java-version").run(call);
        }
        call.standIn(call.action().name() + ": a stand-in for native-image writes files that start the jar");
        Path home = standIn.get().resolve("../..").normalize();
        Path schema = home.resolve("lib/svm/schemas/reachability-metadata-schema.json");
        Files.createDirectories(schema.getParent());
        Files.writeString(schema, SCHEMA);
        return new StepOutcome(
                Result.SUCCESS, "", Map.of(), StepOutcome.values(Map.of("GRAALVM_HOME", home.toString())));
    }

    /** The compiler that steps find, if the rehearsal has written it. */
    private static Optional<Path> standIn(ActionCall call) throws IOException {
        Path own = call.site().root().toRealPath();
        Optional<Path> found = LocalProcess.executable(COMPILER, call.env().getOrDefault("PATH", ""))
                .map(Path::of);
        return found.isPresent() && found.get().toRealPath().startsWith(own) ? found : Optional.empty();
    }
}
