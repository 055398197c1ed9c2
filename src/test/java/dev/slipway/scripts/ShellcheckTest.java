package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Examples;
import dev.slipway.blueprint.Drawn;
import dev.slipway.blueprint.ScriptFile;
import dev.slipway.model.workflow.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets shellcheck read every script. */
@Tag("bash")
class ShellcheckTest {
    @BeforeEach
    void assumeShellcheck() {
        assumeTrue(Scripts.onPath("shellcheck"), "no shellcheck on this machine");
    }

    /** The runner starts bash with {@code -eo pipefail}, which a script does not say itself. */
    private static String shellcheck(Path folder, Set<String> texts, String... also)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("shellcheck", "--shell=bash", "--severity=style"));
        // a part of a script uses what the part before it set, and the workflow sets the rest
        command.add("--exclude=SC2154");
        for (String code : also) {
            command.add("--exclude=" + code);
        }
        int count = 0;
        for (String text : texts) {
            Path file = folder.resolve("step" + count++ + ".sh");
            command.add(
                    Files.writeString(file, "set -eo pipefail\n" + text + "\n").toString());
        }
        return output(new ProcessBuilder(command));
    }

    private static String output(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void theScriptsAreClean(@TempDir Path folder) throws Exception {
        Set<String> texts = Scripts.files().stream().map(Examples::read).collect(Collectors.toSet());
        assertThat(texts).hasSizeGreaterThan(8);
        assertThat(shellcheck(folder, texts, "SC2034")).isEmpty(); // what a part sets, the part after it uses
    }

    @Test
    void theStepsThatAreMadeOfThemAreClean(@TempDir Path folder) throws Exception {
        Set<String> texts = new LinkedHashSet<>();
        Examples.configs().stream()
                .map(Examples::read)
                .map(Examples::generate)
                .flatMap(generation -> Drawn.workflows(generation).stream())
                .flatMap(workflow -> Drawn.jobs(workflow).stream())
                .flatMap(job -> job.steps().stream())
                .filter(Run.class::isInstance)
                .forEach(step -> texts.add(((Run) step).script().source()));
        assertThat(texts).hasSizeGreaterThan(25);
        assertThat(shellcheck(folder, texts)).isEmpty();
    }

    /** As a person would in their repository: with nothing excluded, and one file read if another one names it. */
    @Test
    void theGeneratedFilesAreClean(@TempDir Path root) throws Exception {
        Set<String> seen = new LinkedHashSet<>();
        for (Path config : Examples.configs()) {
            Path folder = Files.createDirectory(root.resolve("r" + seen.size() + config.hashCode()));
            List<String> command = new ArrayList<>(List.of("shellcheck", "--severity=style"));
            for (ScriptFile script :
                    Examples.generate(Examples.read(config)).blueprint().scripts()) {
                Files.createDirectories(folder.resolve(script.path()).getParent());
                Files.writeString(folder.resolve(script.path()), script.text());
                command.add(script.path());
                seen.add(script.path());
            }
            if (command.size() > 2) {
                assertThat(output(new ProcessBuilder(command).directory(folder.toFile())))
                        .as(config.toString())
                        .isEmpty();
            }
        }
        assertThat(seen).hasSizeGreaterThan(3);
    }

    @Test
    void aScriptThatIsNotCleanIsNoticed(@TempDir Path folder) throws Exception {
        assertThat(shellcheck(folder, Set.of("echo $1"))).contains("SC2086");
    }
}
