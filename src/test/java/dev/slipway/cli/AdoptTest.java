package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code generate --adopt} does what the help, {@code check} and a dry run say of it. */
class AdoptTest {
    private static final String OWN = "FROM scratch\n";

    @TempDir
    Path root;

    @Test
    void anAdoptedFileStaysUntilTheNextGenerateAndCheckSaysWhy() throws IOException {
        Folder folder = new Folder(root).write("slipway.yml", Folder.CONFIG).write("Dockerfile", OWN);
        assertThat(folder.run("check").out()).contains("`--adopt` to keep it until the next `slipway generate`");
        assertThat(folder.run("generate", "--help").out())
                .contains("keep files that Slipway did not write; the next")
                .contains("generate replaces them");

        Ran dry = folder.run("generate", "--adopt", "--dry-run");
        assertThat(dry.out())
                .contains("would adopt Dockerfile\n")
                .contains("would write .github/workflows/ci.yml\n")
                .doesNotContain("would write Dockerfile")
                .doesNotContain("-FROM scratch");
        assertThat(root.resolve(".slipway")).doesNotExist();

        Ran adopted = folder.run("generate", "--adopt");
        assertThat(adopted.exit()).isZero();
        assertThat(adopted.out()).contains("adopted Dockerfile as it is; the next 'slipway generate' replaces it\n");
        assertThat(folder.read("Dockerfile")).isEqualTo(OWN);

        Ran check = folder.run("check");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out()).contains("Dockerfile").contains("adopted as it was, and not yet replaced");
        assertThat(check.out()).doesNotContain("the config or a file it names has changed");

        assertThat(folder.run("generate").out()).contains("wrote Dockerfile\n");
        assertThat(folder.run("check").exit()).isZero();
        assertThat(folder.read("Dockerfile")).isNotEqualTo(OWN);
    }
}
