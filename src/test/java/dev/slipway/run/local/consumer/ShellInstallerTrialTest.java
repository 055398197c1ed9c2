package dev.slipway.run.local.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.run.Observation.Tried;
import dev.slipway.run.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The installer script of the example. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ShellInstallerTrialTest extends ReleaseFolder {
    private void installer() throws IOException {
        Files.writeString(files.resolve("otto-installer.sh"), fillIn(PACKAGES.resolve("otto-installer.sh")));
    }

    @Test
    void anInstallerInstallsInEveryShell() throws IOException {
        packAll();
        installer();
        List<Tried> tried = of("otto-installer.sh");
        allPassed(tried);
        assertThat(tried).extracting(Tried::what).contains("sh otto-installer.sh, then otto --version");
    }

    @Test
    void anInstallerThatFindsAnotherFileIsAFailure() throws IOException {
        packAll();
        installer();
        Files.copy(
                files.resolve("otto-v1.3.0-macos-amd64.tar.gz"),
                files.resolve(MUSL + ".tar.gz"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                files.resolve("otto-v1.3.0-macos-amd64.tar.gz"),
                files.resolve("otto-v1.3.0-linux-amd64.tar.gz"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(of("otto-installer.sh")).isNotEmpty().allSatisfy(tried -> {
            assertThat(tried.result()).isEqualTo(Result.FAILURE);
            assertThat(tried.detail()).contains("does not match the release");
        });
    }

    @Test
    void anInstallerWithoutItsArchiveIsAFailure() throws IOException {
        installer();
        assertThat(of("otto-installer.sh"))
                .isNotEmpty()
                .allSatisfy(tried -> assertThat(tried.result()).isEqualTo(Result.FAILURE));
    }
}
