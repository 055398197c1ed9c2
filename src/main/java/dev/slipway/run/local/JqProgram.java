package dev.slipway.run.local;

import dev.slipway.run.local.process.Call;
import dev.slipway.run.local.process.CommandResult;
import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.LocalProcess;
import dev.slipway.run.local.process.StandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program {@code jq} of this machine, for expressions that are not evaluated here.
 *
 * @param program where it is
 */
record JqProgram(String program) implements StandIn {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Override
    public CommandResult answer(Call call) {
        try {
            Path input = Files.createTempFile("slipway", ".json");
            try {
                Files.writeString(input, call.input(), StandardCharsets.UTF_8);
                List<String> words = new ArrayList<>(List.of(program));
                words.addAll(call.arguments());
                words.add(input.toString());
                StringBuilder out = new StringBuilder();
                StringBuilder err = new StringBuilder();
                End end = new LocalProcess(words, Map.copyOf(call.env()), call.folder(), LONGEST)
                        .run(
                                line -> out.append(line).append('\n'),
                                line -> err.append(line).append('\n'));
                return new CommandResult(end.succeeded() ? 0 : 1, out.toString(), err.toString());
            } finally {
                Files.delete(input);
            }
        } catch (IOException e) {
            return CommandResult.failed("jq: " + e.getMessage() + "\n");
        }
    }
}
