package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Examples;
import dev.slipway.lint.LintOptions;
import dev.slipway.lint.Linter;
import dev.slipway.model.workflow.Scope;
import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeCheckTest {
    private static final String CONFIG = """
            repository: a/b
            rust: {}
            targets: linux-amd64
            """;

    @Test
    void aPermissionThatGitHubDoesNotKnowIsAMistakeOfTheConfig() {
        assertThat(Examples.findings(CONFIG + """
                        permissions:
                          release: { discusons: write, id-token: read }
                        ci:
                          commands:
                            bench: { run: make bench, permissions: { pullequests: write, models: write } }
                        """))
                .extracting(Finding::toString, Finding::help)
                .containsExactly(
                        tuple(
                                "slipway.yml:5:14: error: unknown permission 'discusons' [config]",
                                "did you mean 'discussions'?"),
                        tuple(
                                "slipway.yml:5:42: error: the permission 'id-token' cannot be 'read' [config]",
                                "grant 'write'"),
                        tuple(
                                "slipway.yml:8:46: error: unknown permission 'pullequests' [config]",
                                "did you mean 'pull-requests'?"),
                        tuple(
                                "slipway.yml:8:74: error: the permission 'models' cannot be 'write' [config]",
                                "grant 'read'"));
    }

    @Test
    void theLinterTakesEachLevelOfEachKnownPermissionAndNoOther() {
        for (Scope scope : Scope.KNOWN) {
            for (String level : List.of("read", "write", "none")) {
                boolean refused = new Linter(LintOptions.UNDATED)
                                .check(List.of(new SourceText(
                                        "x.yml",
                                        "on: push\npermissions: { " + scope.name() + ": " + level
                                                + " }\njobs: { a: { runs-on: x, steps: [{ run: x }] } }\n")))
                                .stream()
                                .anyMatch(finding -> finding.rule().equals("syntax"));
                assertThat(refused)
                        .as(scope + " " + level)
                        .isEqualTo(!scope.levels().contains(level));
            }
        }
    }
}
