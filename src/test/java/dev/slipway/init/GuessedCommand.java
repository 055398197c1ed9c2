package dev.slipway.init;

import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A repository without a toolchain of ours, and the command that init guesses for it. */
class GuessedCommand {
    @TempDir
    Path directory;

    Proposal proposal(SampleRepository repository) throws NoProposal {
        repository.committed().origin("https://github.com/me/tool");
        return Proposal.of(repository.read(), Optional.empty(), LocalDate.of(2026, 11, 28));
    }

    static String command(Proposal proposal) {
        String text = proposal.config().replaceAll("(?s).*\n(?=command:)", "");
        return text.replaceAll("(?s)\n(?! ).*", "").replaceAll("\n *", " ");
    }

    static String open(Proposal proposal) {
        return proposal.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.OPEN)
                .map(remark -> remark.key() + ": " + remark.why() + "\n")
                .reduce("", String::concat);
    }
}
