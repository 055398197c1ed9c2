package dev.slipway.blueprint;

import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.plan.Digest;
import dev.slipway.plan.Sums;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.List;

/** The steps that compute the checksums of what is in the folder of the release. */
final class SumsSteps {
    private SumsSteps() {}

    static List<Step> of(Sums sums, Released released) {
        if (!sums.any()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        if (sums.digests().contains(Digest.BLAKE3)) {
            steps.add(Run.script(
                    "Install b3sum", "sudo apt-get update\nsudo apt-get install --yes --no-install-recommends b3sum"));
        }
        Run compute = Run.script("Compute checksums", script(sums));
        steps.add(
                sums.combined()
                                && sums.digests().stream()
                                        .anyMatch(digest -> file(sums, digest).contains("$"))
                        ? compute.env("TAG", released.tag())
                        : compute);
        return steps;
    }

    private static String script(Sums sums) {
        if (!sums.digests().equals(List.of(Digest.SHA256))) {
            return several(sums);
        }
        String script = sums.perFile() ? "checksums" : "checksums-combined";
        return Scripts.read(sums.perFile() && sums.combined() ? "checksums-both" : script)
                .replace("SHA256SUMS", file(sums, Digest.SHA256));
    }

    /** The name of the file of all checksums as a word of the shell. */
    private static String file(Sums sums, Digest digest) {
        String name = sums.all(digest).inShell();
        return name.contains("$") ? "\"" + name + "\"" : name;
    }

    /** What is listed are the files that were there before the first list. */
    private static String several(Sums sums) {
        List<String> lines = new ArrayList<>(List.of("cd dist", "files=(*)"));
        if (sums.combined()) {
            sums.digests()
                    .forEach(digest -> lines.add(digest.command() + " -- \"${files[@]}\" > " + file(sums, digest)));
        }
        if (sums.perFile()) {
            lines.add("for file in \"${files[@]}\"; do");
            sums.digests()
                    .forEach(digest ->
                            lines.add("  " + digest.command() + " \"$file\" > \"$file." + digest.suffix() + "\""));
            lines.add("done");
        }
        return String.join("\n", lines);
    }
}
