package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.WorkflowReader;
import dev.slipway.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobDifferencesTest {
    private static final String TEXT = """
            on: push
            permissions: {}
            jobs:
              build:
                runs-on: ubuntu-latest
                container: debian:bookworm
                permissions: { contents: read }
                steps: [{ run: make }]
              release:
                needs: build
                runs-on: ubuntu-latest
                permissions: { contents: write, id-token: write }
                environment: release
                steps: [{ run: make release }]
            """;

    private static Workflow workflow(String text) {
        return WorkflowReader.read(new SourceText("release.yml", text));
    }

    private static List<String> changed(String what, String by) {
        assertThat(TEXT).contains(what);
        return new JobDifferences(workflow(TEXT), workflow(TEXT.replace(what, by))).list();
    }

    @Test
    void theSameWorkflowIsAsPlanned() {
        assertThat(changed("push", "push")).isEmpty();
    }

    @Test
    void whatAJobWaitsForIsPlanned() {
        assertThat(changed("    needs: build\n", ""))
                .containsExactly("the job release waits for nothing, and is planned to wait for build");
    }

    @Test
    void whatAJobMayDoIsPlanned() {
        assertThat(changed(", id-token: write", ""))
                .containsExactly("the job release may contents: write, and is planned to be allowed contents: write, "
                        + "id-token: write");
        assertThat(changed("    permissions: { contents: read }\n", ""))
                .containsExactly("the job build may nothing, and is planned to be allowed contents: read");
    }

    @Test
    void permissionsOfTheWorkflowHoldForAJobWithoutAny() {
        String without = TEXT.replace("    permissions: { contents: read }\n", "");
        assertThat(new JobDifferences(
                                workflow(TEXT),
                                workflow(without.replace("permissions: {}", "permissions: { contents: read }")))
                        .list())
                .isEmpty();
    }

    @Test
    void whereAJobRunsIsPlanned() {
        assertThat(changed("container: debian:bookworm", "container: debian:trixie"))
                .containsExactly("the job build runs on the container debian:trixie, ubuntu-latest, and is planned for "
                        + "the container debian:bookworm, ubuntu-latest");
        assertThat(changed("    environment: release\n", ""))
                .containsExactly("the job release has the environment nothing, and is planned with release");
    }
}
