package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CargoMakeTest extends ShellRun {
    private List<String> commands(String script, Map<String, String> files) {
        Shell shell = shell(files);
        shell.run(script);
        return shell.commands().stream().map(Command::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "export CARGO_MAKE_RELEASE_FLOW_TARGET=$TARGET; cargo make zip-release-ci-flow | Compress-Archive {name}-v{version}-x86_64-pc-windows-msvc/* {name}-v{version}-x86_64-pc-windows-msvc.zip",
                "makers --env CARGO_MAKE_RELEASE_FLOW_TARGET=riscv64gc-unknown-linux-gnu zip-release-ci-flow | zip -r {name}-v{version}-riscv64gc-unknown-linux-gnu.zip {name}-v{version}-riscv64gc-unknown-linux-gnu",
                "cargo run --bin cargo-make -- make --env=CARGO_MAKE_RELEASE_FLOW_TARGET=$OTHER zip-release-ci-flow | zip -r {name}-v{version}-{?}.zip {name}-v{version}-{?}",
            })
    void theTaskThatPacksIsKnown(String script, String packed) {
        assertThat(commands(script, Map.of())).contains(packed);
    }

    @ParameterizedTest
    @CsvSource({"cargo make zip-release-ci-flow", "makers dist", "cargo run zip-release-ci-flow"})
    void anotherTaskIsNot(String script) {
        Map<String, String> own = Map.of("Makefile.toml", "[tasks.zip-release-ci-flow]\ncommand = \"pack\"\n");
        assertThat(commands(script, own)).containsExactly(script);
    }
}
