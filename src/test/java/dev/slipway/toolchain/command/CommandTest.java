package dev.slipway.toolchain.command;

import static dev.slipway.blueprint.Drawn.env;
import static dev.slipway.blueprint.Drawn.job;
import static dev.slipway.blueprint.Drawn.names;
import static dev.slipway.blueprint.Drawn.rows;
import static dev.slipway.blueprint.Drawn.run;
import static dev.slipway.blueprint.Drawn.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.blueprint.Drawn;
import dev.slipway.model.workflow.Workflow;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {
    private static Generation generation(String keys) {
        return Examples.generate("name: otto\nrepository: a/otto\ncommand: { " + keys + " }\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "make T={target} | make T=\"$TARGET\"",
                "'make \"T={target}-x\"' | make \"T=${TARGET}-x\"",
                "make {name} {platform} | make \"$NAME\" \"$PLATFORM\"",
                "make T=\"$TARGET\" | make T=\"$TARGET\"",
                "'for f in ${target} {other}; do :; done' | for f in ${target} {other}; do :; done",
                "'echo \\\"{target}' | echo \\\"\"$TARGET\"",
            })
    void aWordStandsForAQuotedVariable(String line, String script) {
        assertThat(script(job(generation("build: '" + line.replace("'", "''") + "'"), "build-linux"), "Build"))
                .isEqualTo(script);
    }

    @Test
    void onlyTheValuesAreGivenThatTheCommandAsksFor() {
        assertThat(env(run(job(generation("build: 'make {target}'"), "build-linux"), "Build")))
                .isEqualTo(Map.of("TARGET", "${{ matrix.platform }}"));
        assertThat(env(run(job(generation("build: make"), "build-linux"), "Build")))
                .isEmpty();
    }

    @Test
    void theVersionIsTheTagWithoutItsPrefix() {
        assertThat(script(job(generation("build: 'make V={version}'"), "build-linux"), "Build"))
                .isEqualTo("export VERSION=\"${TAG#v}\"\nmake V=\"$VERSION\"\n");
    }

    @Test
    void theVersionOfTheSourcesIsWhatItPrints() {
        Generation generation = Examples.generate("repository: a/otto\ncommand: { build: make, setup: ./setup, version:"
                + " cat VERSION }\nrelease: { version-check: true }\n");
        assertThat(names(job(generation, "version")))
                .containsExactly("Check the tag", "Check out", "Set up", "Compare with the sources");
        assertThat(script(job(generation, "version"), "Compare with the sources"))
                .startsWith("found=$(\n  cat VERSION\n)\n");
    }

    @Test
    void aCommandThatIsNotToldTheTargetRunsOnAMachineOfItsKind() {
        assertThat(rows(job(generation("build: make"), "build-linux")))
                .extracting(row -> row.get("runner"))
                .containsExactly("ubuntu-latest", "ubuntu-24.04-arm");
        assertThat(Drawn.runners(job(generation("build: 'make {target}'"), "build-linux")))
                .containsExactly("ubuntu-latest");
    }

    @Test
    void itMayHaveWordsOfItsOwnForTargets() {
        Generation generation = generation(
                "build: 'zig build -Dtarget={target}', output: 'out/{target}/{name}', bins: [a, b], targets: { linux-arm64: aarch64-linux-musl }");
        assertThat(rows(job(generation, "build-linux")).get(1)).containsEntry("target", "aarch64-linux-musl");
        assertThat(Drawn.inputs(Drawn.uses(job(generation, "build-linux"), "Upload the programs"))
                        .get("path"))
                .isEqualTo("out/${{ matrix.target }}/a\nout/${{ matrix.target }}/b");
    }

    @Test
    void changesAreTestedWhereItSaysHow() {
        assertThat(generation("build: make").blueprint().ci()).isEmpty();
        Workflow ci = generation("build: make, setup: ./setup, test: make check")
                .blueprint()
                .ci()
                .orElseThrow();
        assertThat(Drawn.ids(ci.jobs())).containsExactly("test");
        assertThat(names(job(ci, "test"))).containsExactly("Check out", "Set up", "Test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "output: x | the key 'build' is missing",
                "build: make, output: '/{name}' | invalid path '/{name}'",
                "build: make, output: '../{name}' | invalid path '../{name}'",
                "build: make, output: x | invalid path 'x'",
                "build: 'echo ${{ github.ref }}' | the command 'echo ${{ github.ref }}' contains an expression '${{'",
                "build: \"echo '{target}'\" | '{target}' is in single quotes, where the shell does not replace it",
                "build: make, test: 'make {target}' | '{target}' is only available in 'build'",
                "build: make, targets: { linux-amd46: x } | unknown target 'linux-amd46'",
            })
    void itSaysWhatCannotBe(String keys, String message) {
        assertThat(Examples.findings("repository: a/otto\ncommand: { " + keys + " }\n"))
                .extracting(finding -> finding.message())
                .contains(message);
    }
}
