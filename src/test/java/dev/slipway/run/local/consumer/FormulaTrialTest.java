package dev.slipway.run.local.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.run.Observation.Tried;
import dev.slipway.run.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The formula of the example, for Homebrew. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class FormulaTrialTest extends ReleaseFolder {
    @Test
    void aFormulaInstallsWhatItNames() throws IOException {
        needs("ruby");
        packAll();
        Files.writeString(pushed.resolve("otto.rb"), fillIn(PACKAGES.resolve("otto.rb")));
        List<Tried> tried = of("otto.rb");
        allPassed(tried);
        assertThat(tried)
                .extracting(Tried::what)
                .containsExactly("compare checksums", "ruby -c", "install with Ruby, test");
    }

    @Test
    void aFormulaThatInstallsWhatIsNotThereIsAFailure() throws IOException {
        needs("ruby");
        packAll();
        Files.writeString(
                pushed.resolve("otto.rb"), fillIn(PACKAGES.resolve("otto.rb")).replace("man/otto.1", "man/other.1"));
        assertThat(of("otto.rb").get(2).result()).isEqualTo(Result.FAILURE);
        assertThat(of("otto.rb").get(2).detail()).contains("man/other.1 is not in the archive");
    }

    @Test
    void aFormulaWithoutSenseIsAFailure() throws IOException {
        needs("ruby");
        packAll();
        String text = fillIn(PACKAGES.resolve("otto.rb"));
        Files.writeString(pushed.resolve("otto.rb"), text + "end\n");
        assertThat(of("otto.rb").get(1).result()).isEqualTo(Result.FAILURE);
        Files.delete(files.resolve("otto-v1.3.0-macos-arm64.tar.gz"));
        assertThat(of("otto.rb").get(0).detail())
                .isEqualTo("it downloads 'otto-v1.3.0-macos-arm64.tar.gz', but the release has no such file");
    }
}
