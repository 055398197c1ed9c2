package dev.slipway.run.local.action;

import dev.slipway.model.expression.Data;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.local.artifact.ActionFailed;
import dev.slipway.run.local.artifact.FileSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes no attestation, and remembers what of. */
final class Attest implements LocalAction {
    @Override
    public StepOutcome run(ActionCall call) throws IOException {
        call.needs("id-token", "write", "an attestation");
        call.needs("attestations", "write", "an attestation");
        List<String> subjects = subjects(call);
        subjects.forEach(call.site().notes()::attested);
        call.standIn(call.action().name() + ": recorded, and nothing is signed");
        return StepOutcome.success(Map.of("attestation-id", Data.of("1"), "attestation-url", Data.EMPTY));
    }

    private static List<String> subjects(ActionCall call) throws IOException {
        List<String> names = new ArrayList<>();
        String path = call.withHostPaths("subject-path").getOrDefault("subject-path", "");
        if (!path.isBlank()) {
            List<Path> files = FileSearch.of(
                            path.replace(",", "\n"),
                            call.place().workspace(),
                            call.place().home())
                    .find(new FileSearch.Options(true, true, false, false));
            files.forEach(file -> names.add(file.getFileName().toString()));
            if (names.isEmpty()) {
                throw new ActionFailed("nothing to attest at '" + call.input("subject-path") + "'");
            }
            return names;
        }
        String sums = call.input("subject-checksums");
        if (!sums.isEmpty()) {
            for (String line : Files.readAllLines(call.place().host(sums))) {
                names.add(line.replaceFirst("^\\S+\\s+\\*?", ""));
            }
            return names;
        }
        String digest = call.input("subject-digest");
        String name = call.input("subject-name");
        if (!digest.matches("sha256:[0-9a-f]{64}")) {
            throw new ActionFailed("subject-digest is 'sha256:' and 64 digits, not '" + digest + "'");
        }
        if (name.isEmpty()) {
            throw new ActionFailed("subject-name is needed with subject-digest");
        }
        if (call.flag("push-to-registry", false)) {
            call.needs("packages", "write", "an attestation in the registry");
        }
        return List.of(name + "@" + digest);
    }
}
