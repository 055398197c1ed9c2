package dev.slipway.run.local.action;

import dev.slipway.disk.Limit;
import dev.slipway.disk.RegularFile;
import dev.slipway.model.expression.Data;
import dev.slipway.run.Attestation;
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
        boolean components = components(call);
        subjects(call, components).forEach(call.site().notes()::attested);
        call.standIn(call.action().name() + ": recorded, nothing is signed");
        return StepOutcome.success(Map.of("attestation-id", Data.of("1"), "attestation-url", Data.EMPTY));
    }

    /** Whether the components of the subjects are attested, and not their origin. */
    private static boolean components(ActionCall call) throws IOException {
        String sbom = call.input("sbom-path");
        if (sbom.isEmpty()) {
            return false;
        }
        Path list = call.place().host(sbom);
        if (!Files.isRegularFile(list)) {
            throw new ActionFailed("no SBOM at '" + sbom + "'");
        }
        String text = RegularFile.text(list, sbom, Limit.ARCHIVE);
        if (!text.contains("\"spdxVersion\"") && !text.contains("\"bomFormat\"")) {
            throw new ActionFailed("'" + sbom + "' is neither SPDX nor CycloneDX");
        }
        return true;
    }

    private static List<Attestation> subjects(ActionCall call, boolean components) throws IOException {
        List<Attestation> files = new ArrayList<>();
        String path = call.withHostPaths("subject-path").getOrDefault("subject-path", "");
        if (!path.isBlank()) {
            FileSearch.of(
                            path.replace(",", "\n"),
                            call.place().workspace(),
                            call.place().home())
                    .find(new FileSearch.Options(true, true, false, false))
                    .forEach(
                            file -> files.add(new Attestation(file.getFileName().toString(), "", components)));
            if (files.isEmpty()) {
                throw new ActionFailed("nothing to attest at '" + call.input("subject-path") + "'");
            }
            return files;
        }
        String sums = call.input("subject-checksums");
        if (!sums.isEmpty()) {
            for (String line : RegularFile.text(call.place().host(sums), sums, Limit.SOURCE)
                    .lines()
                    .toList()) {
                files.add(new Attestation(line.replaceFirst("^\\S+\\s+\\*?", ""), "", components));
            }
            return files;
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
        return List.of(new Attestation(name, digest, components));
    }
}
