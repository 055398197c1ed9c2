package dev.slipway.detect;

import dev.slipway.run.dry.DryRow;
import dev.slipway.shell.Command;
import java.util.Optional;

/** Recognises how a job makes checksums. */
final class ChecksumStep {
    private ChecksumStep() {}

    /** {@code per-file}, or {@code combined} in one file. */
    static Optional<String> of(DryRow job) {
        Optional<String> made =
                job.commands().flatMap(command -> of(command).stream()).findFirst();
        boolean input = job.steps().stream()
                .anyMatch(step -> step.action().equals("taiki-e/upload-rust-binary-action")
                        && step.with().getOrDefault("checksum", "").contains("sha256"));
        return made.or(() -> input ? Optional.of("per-file") : Optional.empty());
    }

    private static Optional<String> of(Command command) {
        boolean sums = command.program().matches("(g?sha256sum|shasum|certutil|openssl|b3sum|sha256|Get-FileHash)")
                && (!command.program().equals("openssl") || command.words().contains("dgst"));
        String file = command.output().replaceFirst("^.*/", "");
        if (!sums || file.isEmpty()) {
            return Optional.empty();
        }
        boolean all = Triples.in(file).isEmpty()
                && !file.contains("{")
                && file.matches("(?i)(.*[-_.])?(sha256|sha|check)_?sums?(\\.txt|\\.sha256)?|sha256\\.txt");
        return Optional.of(all ? "combined" : "per-file");
    }
}
