package dev.slipway.run.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.run.local.process.Call;
import dev.slipway.run.local.process.CommandResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class B3sumTest {
    private static final String ABC = "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85";

    @TempDir
    Path folder;

    private CommandResult b3sum(String... words) {
        List<String> all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("b3sum"), java.util.stream.Stream.of(words))
                .toList();
        return new B3sum().answer(new Call(all, folder, Map.of(), ""));
    }

    /** The function's own vectors: the bytes count from 0 to 250, again and again. */
    @ParameterizedTest
    @CsvSource({
        "0, af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262",
        "1025, d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444",
        "2048, e776b6028c7cd22a4d0ba182a8bf62205d2ef576467e838ed6f2529b85fba24a",
        "31744, 62b6960e1a44bcc1eb1a611a8d6235b6b4b78f32e7abc4fb4c6cdcce94895c47",
        "102400, bc3e3d41a1146b069abffad3c0d44860cf664390afce4d9661f7902e7943e085"
    })
    void theHashIsThatOfBlake3(int length, String hash) throws IOException {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) (i % 251);
        }
        Files.write(folder.resolve("data"), data);
        assertThat(b3sum("data")).isEqualTo(CommandResult.of(hash + "  data\n"));
    }

    @Test
    void eachFileHasALine() throws IOException {
        Files.write(folder.resolve("a b"), "abc".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("-x"), "abc".getBytes(StandardCharsets.UTF_8));
        assertThat(b3sum("--", "a b", "-x")).isEqualTo(CommandResult.of(ABC + "  a b\n" + ABC + "  -x\n"));
    }

    @Test
    void whatItDoesNotKnowFails() {
        assertThat(b3sum("missing")).isEqualTo(new CommandResult(1, "", "b3sum: missing: No such file or directory\n"));
        assertThat(b3sum("--check", "B3SUMS").exit()).isNotZero();
        assertThat(b3sum().err()).contains("standard input");
    }
}
