package dev.slipway.toolchain.go;

import static dev.slipway.blueprint.Drawn.env;
import static dev.slipway.blueprint.Drawn.job;
import static dev.slipway.blueprint.Drawn.rows;
import static dev.slipway.blueprint.Drawn.run;
import static dev.slipway.blueprint.Drawn.runners;
import static dev.slipway.blueprint.Drawn.script;
import static dev.slipway.blueprint.Drawn.uses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.blueprint.Drawn;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTest {
    private static Generation generation(String go) {
        return Examples.generate("name: otto\nrepository: a/otto\ngo: { " + go + " }\n");
    }

    private static String command(String go) {
        return script(job(generation(go), "build-linux"), "Build")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | go build -trimpath -ldflags \"-s -w -X main.version=${TAG#v}\" -o build/otto .",
                "package: ./cmd/x | go build -trimpath -ldflags \"-s -w -X main.version=${TAG#v}\" -o build/otto ./cmd/x",
                "bins: age | go build -trimpath -ldflags \"-s -w -X main.version=${TAG#v}\" -o build/age ./cmd/age",
                "bins: [a, b] | go build -trimpath -ldflags \"-s -w -X main.version=${TAG#v}\" -o build/ ./cmd/a ./cmd/b",
                "'bins: [a, b], package: \"./{bin}\"' | go build -trimpath -ldflags \"-s -w -X main.version=${TAG#v}\" -o build/ ./a ./b",
                "ldflags: -s | go build -trimpath -ldflags \"-s\" -o build/otto .",
                "ldflags: '-X a.b={tag} -X a.c={commit}' | go build -trimpath -ldflags \"-X a.b=$TAG -X a.c=$(git rev-parse HEAD)\" -o build/otto .",
                "'flags: [], tags: [netgo, x], ldflags: -s' | go build -tags netgo,x -ldflags \"-s\" -o build/otto .",
            })
    void itBuildsWithTheFlagsOfTheConfig(String go, String command) {
        assertThat(command(go)).isEqualTo(command);
    }

    @Test
    void linuxMachinesBuildForAllSystems() {
        Generation generation = Examples.generate(
                "name: otto\nrepository: a/otto\ngo: {}\ntargets: [linux-amd64, linux-armv7, macos-arm64, windows-amd64, freebsd-amd64]\n");
        assertThat(generation.plan().groups())
                .extracting(group -> group.job())
                .hasSize(4)
                .allSatisfy(id -> {
                    assertThat(runners(job(generation, id))).containsExactly("ubuntu-latest");
                    assertThat(env(run(job(generation, id), "Build"))).containsEntry("CGO_ENABLED", "0");
                });
        assertThat(rows(job(generation, "build-linux")))
                .extracting(row -> row.get("target"))
                .containsExactly("linux_amd64", "linux_arm");
        assertThat(Drawn.plain(job(generation, "build-linux").env())).isEqualTo(Map.of("GOARM", "7"));
        assertThat(script(job(generation, "build-windows"), "Build")).endsWith(" -o build/otto.exe .\n");
    }

    @Test
    void whatItIsMadeOfIsListedForEverySystem() {
        Generation generation = Examples.generate("repository: a/otto\ngo: { bins: [a, b], tags: [x] }\nsbom: spdx\n");
        assertThat(Drawn.script(Drawn.job(generation, "sbom"), "List the components"))
                .startsWith("""
                        for system in linux darwin windows freebsd; do
                          GOOS=$system go list -e -deps -json=ImportPath,Imports,Module -tags x ./cmd/a ./cmd/b
                        done > packages.json
                        export VERSION="${TAG#v}"
                        """);
    }

    @Test
    void withCItIsLinkedWhereItRuns() {
        Generation generation = generation("cgo: true");
        assertThat(Drawn.ids(generation.blueprint().release().jobs()))
                .containsExactly("build-linux", "build-macos", "create-release");
        assertThat(rows(job(generation, "build-linux")))
                .extracting(row -> row.get("runner"))
                .containsExactly("ubuntu-latest", "ubuntu-24.04-arm");
        assertThat(env(run(job(generation, "build-linux"), "Build"))).containsEntry("CGO_ENABLED", "1");
    }

    @Test
    void onlyTestsMayTakeFromACache() {
        Generation generation = generation("");
        assertThat(Drawn.inputs(uses(job(generation, "build-linux"), "Install Go")))
                .isEqualTo(Map.of("go-version", "stable", "cache", "false"));
        Workflow ci = generation.blueprint().ci().orElseThrow();
        assertThat(Drawn.inputs(uses(job(ci, "test"), "Install Go"))).isEqualTo(Map.of("go-version", "stable"));
    }

    @Test
    void itIsTestedOnEverySystemThatItIsBuiltFor() {
        Workflow ci = generation("tags: netgo").blueprint().ci().orElseThrow();
        assertThat(Drawn.jobs(ci)).extracting(StepsJob::id).containsExactly("lint", "test");
        assertThat(script(job(ci, "test"), "Test")).isEqualTo("go test -race -tags netgo ./...");
        assertThat(job(ci, "test")
                        .strategy()
                        .orElseThrow()
                        .matrix()
                        .orElseThrow()
                        .axes()
                        .toString())
                .contains("ubuntu-latest", "macos-latest");
    }

    @Test
    void itRunsWhereThereIsNothingElse() {
        assertThat(Examples.findings("repository: a/otto\ngo: {}\ndocker: { base: scratch }\n"))
                .isEmpty();
        assertThat(Examples.findings("repository: a/otto\ngo: { cgo: true }\ndocker: { base: scratch }\n"))
                .extracting(finding -> finding.message())
                .contains("'scratch' has no GNU C library, which 'linux-amd64' and 'linux-arm64' need");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: latest | invalid Go version 'latest'",
                "package: ../x | invalid package '../x'",
                "package: cmd/x | invalid package 'cmd/x'",
                "'bins: [a, b], package: ./cmd/x' | several programs need a package for each",
                "ldflags: '-X a=$(id)' | invalid line of linker flags '-X a=$(id)'",
                "ldflags: '-X a={who}' | unknown placeholder '{who}'",
                "flags: '-x -y' | expected a list of flags, found '-x -y'",
                "tags: a b | invalid build tag 'a b'",
            })
    void itTakesNothingThatTheShellWouldReadOtherwise(String go, String message) {
        assertThat(Examples.findings("repository: a/otto\ngo: { " + go + " }\n"))
                .extracting(finding -> finding.message())
                .containsExactly(message);
    }
}
