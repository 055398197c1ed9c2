package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Examples;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishes workspaces that the real Cargo reads. */
@Tag("bash")
class CratesScriptTest {
    @TempDir
    private Path root;

    @BeforeEach
    void assumeTools() {
        Scripts.assumeBash();
        assumeTrue(Scripts.onPath("cargo"), "no cargo on this machine");
        assumeTrue(Scripts.onPath("jq"), "no jq on this machine");
    }

    private Runner runner(String rust, String crates) throws Exception {
        Runner runner = new Runner(
                root,
                Examples.generate(
                                "repository: ternproj/tern\nrust: " + rust + "\npackages: { crates: " + crates + " }\n")
                        .blueprint()
                        .release(),
                "crates");
        String cargo = runner.bash("command -v cargo").output().strip();
        return runner.given("secrets.CARGO_REGISTRY_TOKEN", "secret")
                .machine("RUNNER_TEMP", root.toString())
                .stub("cargo", "if [[ $1 == metadata ]]; then exec " + cargo + " \"$@\"; fi")
                .file(
                        "Cargo.toml",
                        "[workspace]\nresolver = '2'\nmembers = ['crates/*']\n"
                                + "[workspace.dependencies]\ntern-core = { path = 'crates/core', version = '1.0.0' }\n");
    }

    private static void member(Runner runner, String folder, String name, String more) throws Exception {
        String source = more.contains("#bin") ? "main.rs" : "lib.rs";
        runner.file(
                        "crates/" + folder + "/Cargo.toml",
                        "[package]\nname = '" + name + "'\nversion = '1.0.0'\nedition = '2021'\n" + more)
                .file("crates/" + folder + "/src/" + source, "fn main() {}");
    }

    private List<String> published(Runner runner) throws Exception {
        runner.step("Publish").succeeds();
        return runner.calls().stream()
                .filter(call -> call.startsWith("cargo publish"))
                .map(call -> call.replaceFirst(".*--package ", ""))
                .toList();
    }

    @Test
    void whatAProgramNeedsIsPublishedBeforeIt() throws Exception {
        Runner runner = runner("{ package: tern-cli }", "token");
        member(runner, "cli", "tern-cli", """
                #bin
                [dependencies]
                tern-core.workspace = true
                [target.'cfg(windows)'.build-dependencies]
                assets = { package = 'tern-assets', path = '../assets', version = '1' }
                [dev-dependencies]
                tern-mocks = { path = '../mocks', version = '1' }
                tern-fixtures = { path = '../fixtures' }
                """);
        member(runner, "core", "tern-core", "[dependencies]\ntern-base = { path = '../base', version = '1' }\n");
        member(runner, "base", "tern-base", "[dev-dependencies]\ntern-cli = { path = '../cli' }\n");
        member(runner, "assets", "tern-assets", "publish = ['crates-io']\n");
        member(runner, "mocks", "tern-mocks", "");
        member(runner, "fixtures", "tern-fixtures", "");
        member(runner, "unrelated", "tern-unrelated", "");
        assertThat(published(runner))
                .containsExactly("tern-base", "tern-core", "tern-mocks", "tern-assets", "tern-cli");
    }

    @Test
    void aDependencyThatIsNotForCratesIoIsLeftOut() throws Exception {
        Runner runner = runner("{ package: tern-cli }", "token");
        member(runner, "cli", "tern-cli", """
                #bin
                [dependencies]
                tern-core.workspace = true
                tern-inner = { path = '../inner', version = '1', registry = 'company' }
                """);
        runner.file(".cargo/config.toml", "[registries.company]\nindex = 'sparse+https://crates.example/'\n");
        member(runner, "core", "tern-core", "publish = false\n");
        member(runner, "inner", "tern-inner", "publish = ['company']\n");
        assertThat(published(runner)).containsExactly("tern-cli");
    }

    @Test
    void packagesAreFoundByTheProgramsOfTheRelease() throws Exception {
        Runner runner = runner("{ bins: [tern, ternd] }", "token");
        member(
                runner,
                "daemon",
                "tern-daemon",
                "#bin\n[[bin]]\nname = 'ternd'\npath = 'src/main.rs'\n"
                        + "[dependencies]\ntern-core.workspace = true\n");
        member(
                runner,
                "cli",
                "tern-cli",
                "#bin\n[[bin]]\nname = 'tern'\npath = 'src/main.rs'\n"
                        + "[dependencies]\ntern-core.workspace = true\n");
        member(runner, "core", "tern-core", "");
        assertThat(published(runner)).containsExactly("tern-core", "tern-cli", "tern-daemon");
    }

    @Test
    void aListKeepsItsOrderAndAsksForNoOther() throws Exception {
        Runner runner = runner("{ package: tern-cli }", "{ login: token, packages: [tern-cli, tern-core] }");
        assertThat(published(runner)).containsExactly("tern-cli", "tern-core");
        assertThat(runner.calls()).noneMatch(call -> call.startsWith("cargo metadata"));
    }

    @Test
    void aVersionThatIsThereDoesNotStopTheOthers() throws Exception {
        Runner runner = runner("{ package: tern-cli, locked: false }", "token");
        String cargo = runner.bash("command -v cargo | tail -n 1").output().strip();
        member(runner, "cli", "tern-cli", "#bin\n[dependencies]\ntern-core.workspace = true\n");
        member(runner, "core", "tern-core", "");
        runner.bash(
                        "sed -i '$a case $* in *core) echo \"error: crate tern-core@1.0.0 already exists on crates.io index\" >&2;"
                                + " exit 101 ;; esac' " + cargo)
                .succeeds();
        assertThat(published(runner)).containsExactly("tern-core", "tern-cli");
        assertThat(runner.calls()).contains("cargo publish --no-verify --package tern-core");
    }

    @Test
    void nothingToPublishIsAnError() throws Exception {
        Runner runner = runner("{ package: tern-cli }", "token");
        member(runner, "cli", "tern-cli", "#bin\npublish = false\n");
        assertThat(runner.step("Publish").fails().output())
                .contains("tern-cli is not in the workspace, or its Cargo.toml sets publish = false");
        assertThat(runner.calls()).noneMatch(call -> call.startsWith("cargo publish"));
    }

    @Test
    void aManifestThatCargoRefusesStopsTheJob() throws Exception {
        Runner runner = runner("{ package: tern-cli }", "token");
        member(runner, "cli", "tern-cli", "#bin\n[dependencies]\ntern-core = { path = '../gone' }\n[nonsense\n");
        runner.step("Publish").fails();
        assertThat(runner.calls()).noneMatch(call -> call.startsWith("cargo publish"));
    }
}
