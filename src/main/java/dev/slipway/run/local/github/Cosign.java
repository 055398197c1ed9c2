package dev.slipway.run.local.github;

import dev.slipway.run.Effect;
import dev.slipway.run.local.process.Call;
import dev.slipway.run.local.process.CommandResult;
import dev.slipway.run.local.process.StandIn;
import java.util.List;
import java.util.Optional;

/**
 * Stands in for cosign: nothing is signed, and what was to be signed or verified is recorded.
 *
 * @see <a href="https://docs.sigstore.dev/cosign/">its documentation</a>
 */
public final class Cosign implements StandIn {
    private final Records records;

    public Cosign(Records records) {
        this.records = records;
    }

    @Override
    public CommandResult answer(Call call) {
        List<String> words = call.arguments();
        String command = words.isEmpty() ? "" : words.get(0);
        String job = GitHub.job(call.env());
        if (command.equals("version")) {
            return CommandResult.of("GitVersion: the stand-in of a rehearsal\n");
        }
        if (!command.equals("sign") && !command.equals("verify")) {
            return Failure.noStandIn("cosign " + command).answer();
        }
        Optional<String> image = words.stream()
                .skip(1)
                .filter(word -> !word.startsWith("-") && word.contains("/"))
                .reduce((first, last) -> last);
        if (image.isEmpty()) {
            return CommandResult.failed("Error: requires at least 1 arg(s), only received 0\n");
        }
        if (command.equals("verify")) {
            records.add(
                    job,
                    new Effect.Other(
                            "verified the signature of " + image.get() + ": the stand-in answers that it is signed"));
            return new CommandResult(0, "[]\n", "");
        }
        if (!words.contains("--yes") && !words.contains("-y")) {
            return CommandResult.failed(
                    "Error: signing asks for confirmation, and nobody can answer: write 'cosign sign --yes'\n");
        }
        records.add(job, new Effect.ImageSigned(image.get()));
        String note = image.get().contains("@sha256:")
                ? ""
                : "WARNING: Image reference " + image.get()
                        + " uses a tag, not a digest, to identify the image to sign.\n";
        return new CommandResult(0, "", note);
    }
}
