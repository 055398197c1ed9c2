package dev.slipway.run.local.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.run.Observation.Tried;
import dev.slipway.run.Result;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Programs that are released without an archive. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class RawProgramTrialTest extends ReleaseFolder {
    @Test
    void aProgramThatFailsIsAFailure() throws IOException {
        Files.copy(Path.of("/bin/false"), files.resolve("otto-linux-amd64"));
        Tried tried = only();
        assertThat(tried.result()).isEqualTo(Result.FAILURE);
        assertThat(tried.what()).isEqualTo("otto-linux-amd64 --version");
        assertThat(tried.detail()).startsWith("exit status 1");
    }

    @Test
    void aProgramForAnotherMachineThanItsNameSaysIsAFailureUnlessItIsAPlaceholder() throws IOException {
        program(files.resolve("otto-v1-linux-arm64"));
        assertThat(only().detail()).isEqualTo("the program is for linux amd64, but its file name says linux arm64");
        assertThat(only().result()).isEqualTo(Result.FAILURE);
        assertThat(only("aarch64-apple-darwin").result()).isEqualTo(Result.FAILURE);
        assertThat(only("aarch64-unknown-linux-gnu").result()).isEqualTo(Result.SKIPPED);
    }

    @Test
    void aProgramForAnotherMachineIsNoPlaceholder() throws IOException {
        programFor(183, files.resolve("otto-linux-amd64"));
        assertThat(only("x86_64-unknown-linux-musl").result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void aProgramForAProcessorThatNothingEmulatesIsSaid() throws IOException {
        programFor(258, files.resolve("otto-linux"));
        assertThat(only())
                .isEqualTo(Tried.skipped(
                                "otto-linux",
                                "otto-linux --version",
                                "it is for linux loongarch64; this machine is Linux on x64")
                        .of("otto-linux"));
    }

    @Test
    void aProgramOfWindowsIsSaidToBeOne() throws IOException {
        ByteBuffer program = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        program.put(0, (byte) 'M')
                .put(1, (byte) 'Z')
                .putInt(60, 128)
                .put(128, (byte) 'P')
                .put(129, (byte) 'E');
        program.putShort(132, (short) 0xaa64);
        Files.write(files.resolve("otto-windows-arm64.exe"), program.array());
        assertThat(only())
                .isEqualTo(Tried.skipped(
                                "otto-windows-arm64.exe",
                                "otto-windows-arm64.exe --version",
                                "it is for windows arm64; this machine is Linux on x64")
                        .of("otto-windows-arm64.exe"));
        Files.move(files.resolve("otto-windows-arm64.exe"), files.resolve("otto-windows-amd64.exe"));
        assertThat(only().detail()).isEqualTo("the program is for windows arm64, but its file name says windows amd64");
    }
}
