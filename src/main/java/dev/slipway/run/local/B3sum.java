package dev.slipway.run.local;

import dev.slipway.disk.RegularFile;
import dev.slipway.disk.Unreadable;
import dev.slipway.run.local.process.Call;
import dev.slipway.run.local.process.CommandResult;
import dev.slipway.run.local.process.StandIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.Blake3;

/** Answers {@code b3sum FILE...}, which few machines have: a line for each file, its hash and its name. */
final class B3sum implements StandIn {
    static final String NAME = "b3sum";

    @Override
    public CommandResult answer(Call call) {
        StringBuilder lines = new StringBuilder();
        boolean names = false;
        for (String word : call.arguments()) {
            if (!names && word.equals("--")) {
                names = true;
            } else if (!names && word.startsWith("-")) {
                return CommandResult.failed(NAME + ": a rehearsal has no stand-in for '" + NAME + " " + word + "'\n");
            } else {
                Path file = call.folder().resolve(word);
                try {
                    lines.append(hash(file, word)).append("  ").append(word).append('\n');
                } catch (Unreadable e) {
                    return new CommandResult(1, lines.toString(), NAME + ": " + e.getMessage() + "\n");
                } catch (IOException e) {
                    return new CommandResult(1, lines.toString(), NAME + ": " + word + ": No such file or directory\n");
                }
            }
        }
        return lines.isEmpty()
                ? CommandResult.failed(NAME + ": a rehearsal has no stand-in for hashing standard input\n")
                : CommandResult.of(lines.toString());
    }

    private static String hash(Path file, String name) throws IOException {
        Blake3 hash = Blake3.initHash();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = RegularFile.open(file, name)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hash.update(buffer, 0, read);
            }
        }
        return Hex.encodeHexString(hash.doFinalize(32));
    }
}
