package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskfileTest {
    private static final String FILE = """
            version: '3'
            vars:
              BIN: .tool/goreleaser
              SHIP: "{{ .BIN }} release --clean"
              VERSION: { sh: git describe }
            tasks:
              default: make all
              tools: { cmds: [./tools.sh] }
              pack:
                dir: dist
                vars: { ARCH: amd64 }
                cmds:
                  - cmd: zip kelp-{{.VERSION}}-{{.ARCH}}.zip kelp {{.CLI_ARGS}}
              ci-release:
                aliases: [ship]
                deps: [tools]
                cmds:
                  - "{{ .SHIP }}"
                  - task: pack
                    vars: { ARCH: arm64 }
                  - echo {{ if .CI }}yes{{ end }}
            """;

    private static Optional<String> recipe(String... words) {
        return Taskfile.recipe(
                List.of(words),
                path -> Optional.ofNullable(Map.of("Taskfile.yml", FILE).get(path)));
    }

    @Test
    void aTaskIsItsDependenciesItsCommandsAndTheTasksInIt() {
        assertThat(recipe("ci-release")).hasValue("""
                ./tools.sh
                .tool/goreleaser release --clean
                pushd 'dist'
                zip kelp-{version?}-arm64.zip kelp \n\
                popd
                echo {?}yes{?}
                """);
        assertThat(recipe("ship")).isEqualTo(recipe("ci-release"));
    }

    @Test
    void wordsOfTheCommandLineAreHandedOver() {
        assertThat(recipe("pack", "ARCH=x", "--", "-9").orElse("")).contains("zip kelp-{version?}-x.zip kelp -9\n");
        assertThat(recipe()).hasValue("make all\n");
    }

    @Test
    void anUnknownTaskAndABrokenFileAreNone() {
        assertThat(recipe("publish")).isEmpty();
        assertThat(Taskfile.recipe(List.of("a"), path -> Optional.of("tasks: [")))
                .isEmpty();
    }

    @Test
    void makeHandsOverWhatItHasNoRuleFor() {
        String make = "TASK = .tool/task\n$(TASK):\n\tcurl -O x\n%:\n\t@make $(TASK)\n\t@$(TASK) $@\n";
        Map<String, String> files = Map.of("Makefile", make, "Taskfile.yml", FILE);
        Shell shell = new Shell(Map.of(), path -> Optional.ofNullable(files.get(path)));
        shell.run("make ci-release");
        assertThat(shell.commands().stream().map(Command::toString))
                .contains("curl -O x", ".tool/task ci-release", ".tool/goreleaser release --clean");
    }
}
