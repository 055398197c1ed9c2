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
        String about = components(call);
        subjects(call).forEach(subject -> call.site().notes().attested(subject + about));
        call.standIn(call.action().name() + ": recorded, nothing is signed");
        return StepOutcome.success(Map.of("attestation-id", Data.of("1"), "attestation-url", Data.EMPTY));
    }

    /** What follows a subject whose components are attested; nothing if its origin is. */
    private static String components(ActionCall call) throws IOException {
        String sbom = call.input("sbom-path");
        if (sbom.isEmpty()) {
            return "";
        }
        Path list = call.place().host(sbom);
        if (!Files.isRegularFile(list)) {
            throw new ActionFailed("no SBOM at '" + sbom + "'");
        }
        String text = Files.readString(list);
        if (!text.contains("\"spdxVersion\"") && !text.contains("\"bomFormat\"")) {
            throw new ActionFailed("'" + sbom + "' is neither SPDX nor CycloneDX");
        }
        return " with its components";
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
            throw new ActionFailed("subject-digest must be 'sha256:' followed by 64 hex digits, not '" + digest + "'");
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
