package dev.slipway.run.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the stand-ins as any shell reads them. */
class MachineScriptsTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/slipway/run/local/machine");

    private static List<String> scripts() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static void assumeProgram(String name) {
        assumeTrue(
                Runner.person().programs().stream().anyMatch(folder -> Files.isExecutable(folder.resolve(name))),
                "no " + name + " on this machine");
    }

    @Test
    void shellcheckFindsNothing() throws Exception {
        assumeProgram("shellcheck");
        List<String> command = new ArrayList<>(List.of("shellcheck", "--external-sources", "--severity=style"));
        command.addAll(scripts());
        assertThat(output(command)).isEmpty();
        assertThat(scripts()).hasSizeGreaterThan(20);
    }

    @Test
    void theToolboxLaysOutAllOfThem(@TempDir Path root) throws Exception {
        Runner runner = Runner.of(root, "ubuntu-24.04");
        for (String script : scripts()) {
            assertThat(Path.of(runner.toolbox().scripts())
                            .resolve(Path.of(script).getFileName()))
                    .hasSameTextualContentAs(Path.of(script));
        }
        Runner.unlink(root);
    }

    /** A step exports what it likes, and a variable of a stand-in must not take its place. */
    @Test
    void theirVariablesBeginWithAnUnderscore() throws Exception {
        for (String script : scripts()) {
            assertThat(Files.readAllLines(Path.of(script)))
                    .as(script)
                    .noneMatch(line -> line.matches("\\s*(for )?[a-z][a-z_]*=.*") || line.matches("\\s*for [a-z].*"));
        }
    }
}
