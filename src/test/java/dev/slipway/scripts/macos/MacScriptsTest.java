package dev.slipway.scripts.macos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every script that may run on macOS does there what it does on Linux. */
class MacScriptsTest {
    private static Map<String, String> generated(boolean onlyMacos) {
        Map<String, String> scripts = new LinkedHashMap<>();
        MacScripts.workflows()
                .forEach((file, workflow) -> scripts.putAll(MacScripts.scripts(file, workflow, onlyMacos)));
        return scripts;
    }

    private static Map<String, String> read(Stream<Path> files) {
        Map<String, String> scripts = new TreeMap<>();
        files.forEach(file -> scripts.put(file.toString(), Examples.read(file)));
        return scripts;
    }

    private static Map<String, String> installers() {
        return read(Examples.folders().stream()
                .flatMap(folder -> MacScripts.files(folder.resolve(".slipway/packages"), "sh")));
    }

    private static List<String> refused(Map<String, String> scripts, Function<String, List<Refusal>> refusals) {
        return scripts.entrySet().stream()
                .flatMap(script ->
                        refusals.apply(script.getValue()).stream().map(refusal -> script.getKey() + ":" + refusal))
                .toList();
    }

    @Test
    void theJobsOnMacosUseNothingThatBash32DoesOtherwise() {
        Map<String, String> scripts = generated(true);
        assertThat(scripts).hasSizeGreaterThan(100);
        assertThat(refused(scripts, Bash32::refusals)).isEmpty();
    }

    @Test
    void theJobsOnMacosUseNothingThatOnlyGnusProgramsDo() {
        assertThat(refused(generated(true), Bsd::refusals)).isEmpty();
    }

    /** A rehearsal on macOS runs the other jobs with its bash as well. */
    @Test
    void noJobUsesWhatBash32DoesOtherwise() {
        Map<String, String> scripts = generated(false);
        assertThat(scripts).hasSizeGreaterThan(500);
        assertThat(refused(scripts, Bash32::refusals)).isEmpty();
    }

    @Test
    void neitherDoTheScriptsThatTheyAreMadeOf() {
        Map<String, String> scripts = read(MacScripts.files(Path.of("templates/scripts"), "sh"));
        assertThat(scripts).hasSizeGreaterThan(50);
        assertThat(refused(scripts, Bash32::refusals)).isEmpty();
    }

    @Test
    void theInstallersDoOnMacosWhatTheyDoOnLinux() {
        assertThat(installers()).hasSizeGreaterThan(3);
        assertThat(refused(installers(), Bash32::refusals)).isEmpty();
        assertThat(refused(installers(), Bsd::refusals)).isEmpty();
    }

    @Test
    void aJobIsFoundByItsLabelAndByItsMatrix() {
        String yaml = """
                on: push
                jobs:
                  plain: { runs-on: macos-15, steps: [{ run: mapfile -t a }] }
                  rows:
                    runs-on: ${{ matrix.runner }}
                    strategy: { matrix: { include: [{ runner: ubuntu-24.04 }, { runner: macos-14 }] } }
                    steps:
                    - run: stat -c %s ${{ matrix.runner }}
                    - { if: runner.os == 'Linux', run: stat -c %s a }
                    - { shell: pwsh, run: stat -c %s a }
                  axes:
                    runs-on: ${{ matrix.os }}
                    strategy: { matrix: { os: [windows-2025, macos-latest] } }
                    steps: [{ run: tac a }]
                  linux: { runs-on: ubuntu-24.04, steps: [{ run: tac a }] }
                """;
        Map<String, String> scripts = MacScripts.scripts(Path.of("ci.yml"), MacScripts.workflow("ci.yml", yaml), true);
        assertThat(scripts)
                .containsOnlyKeys(
                        "ci.yml, job plain, script 1", "ci.yml, job rows, script 1", "ci.yml, job axes, script 1");
        assertThat(refused(scripts, Bash32::refusals)).hasSize(1);
        assertThat(refused(scripts, Bsd::refusals)).hasSize(2);
    }
}
