package dev.slipway.run.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerToolsTest {
    @TempDir
    private Path root;

    @AfterEach
    void unlink() throws Exception {
        Runner.unlink(root);
    }

    private ContainerTools tools(boolean rust) throws Exception {
        return ContainerTools.lay(
                root.resolve("tools"), Machine.of(List.of("ubuntu-24.04"), Runner.here()), Runner.person(), root, rust);
    }

    private Path link(ContainerTools tools, String program) throws Exception {
        return Files.readSymbolicLink(tools.toolbox().real().resolve(program));
    }

    @Test
    void programsAreWhereTheImageHasThem() throws Exception {
        ContainerTools tools = tools(false);
        assertThat(tools.fit(List.of("/bin cat", "/usr/local/bin curl", "/usr/bin tr", "/bin strange", "noise")))
                .isTrue();
        assertThat(link(tools, "cat")).isEqualTo(Path.of("/bin/cat"));
        assertThat(link(tools, "curl")).isEqualTo(Path.of("/usr/local/bin/curl"));
        assertThat(link(tools, "wget")).as("not there yet").isEqualTo(Path.of("/usr/bin/wget"));
        assertThat(tools.toolbox().real().resolve("strange")).doesNotExist();
    }

    @Test
    void aRustThatDoesNotRunInTheImageStandsInForNone() throws Exception {
        ContainerTools tools = tools(true);
        Path rustup = tools.toolbox().root().resolve("rust/rustup");
        assertThat(tools.fit(List.of("/usr/bin cat"))).isTrue();
        assertThat(rustup).exists();
        assertThat(tools.fit(List.of("/usr/bin cat", "no rust"))).isFalse();
        assertThat(rustup).doesNotExist();
        assertThat(tools.toolbox().root().resolve("bin/curl"))
                .as("what is sent is recorded all the same")
                .exists();
    }

    @Test
    void theQuestionIsUnderstoodByAShellThatHasNoRustAtThatPlace() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here");
        Process process = new ProcessBuilder("/bin/sh", "-c", ContainerTools.question()).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(lines).contains("no rust").anyMatch(line -> line.matches("(/usr)?/bin cat"));
    }

    @Test
    void aProgramThatTheImageLacksIsNotFound() throws Exception {
        Runner linux = Runner.of(root, "ubuntu-24.04").needs("curl");
        Files.delete(linux.toolbox().real().resolve("curl"));
        Runner.Outcome outcome = linux.run("curl -fsS https://sh.rustup.rs");
        assertThat(outcome.exit()).as(outcome.text()).isEqualTo(127);
        assertThat(outcome.text()).contains("curl: not found");
        assertThat(linux.notes()).isEmpty();
    }
}
