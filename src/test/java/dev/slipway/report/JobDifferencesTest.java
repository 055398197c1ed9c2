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
    void aJobWaitsForTheJobsThatArePlanned() {
        assertThat(changed("    needs: build\n", ""))
                .containsExactly("the job release has another 'needs' than planned: nothing instead of build");
    }

    @Test
    void aJobHasThePlannedCondition() {
        assertThat(changed("    needs: build\n", "    needs: build\n    if: always()\n"))
                .containsExactly("the job release has another 'if' than planned: always() instead of nothing");
    }

    @Test
    void aJobHasThePlannedPermissions() {
        assertThat(changed(", id-token: write", ""))
                .containsExactly("the job release has another 'permissions' than planned: contents: write instead of "
                        + "contents: write, id-token: write");
        assertThat(changed("    permissions: { contents: read }\n", ""))
                .containsExactly(
                        "the job build has another 'permissions' than planned: nothing instead of contents: read");
    }

    @Test
    void permissionsOfTheWorkflowHoldForAJobWithoutAny() {
        String without = TEXT.replace("    permissions: { contents: read }\n", "");
        String read = without.replace("permissions: {}", "permissions: { contents: read }");
        assertThat(new JobDifferences(workflow(TEXT), workflow(read)).list()).isEmpty();
        assertThat(new JobDifferences(workflow(without), workflow(read)).list())
                .containsExactly(
                        "the job build has another 'permissions' than planned: contents: read instead of nothing");
        assertThat(new JobDifferences(workflow(without), workflow(without.replace("permissions: {}\n", ""))).list())
                .containsExactly("the job build has another 'permissions' than planned: the default of the repository "
                        + "instead of nothing");
    }

    @Test
    void aJobRunsWhereItIsPlanned() {
        assertThat(changed("container: debian:bookworm", "container: debian:trixie"))
                .containsExactly(
                        "the job build has another 'container' than planned: debian:trixie instead of debian:bookworm");
        assertThat(changed("    runs-on: ubuntu-latest\n    container", "    runs-on: ubuntu-22.04\n    container"))
                .containsExactly(
                        "the job build has another 'runs-on' than planned: ubuntu-22.04 instead of ubuntu-latest");
        assertThat(changed("    environment: release\n", ""))
                .containsExactly("the job release has another 'environment' than planned: nothing instead of release");
    }

    @Test
    void aJobReadsNoOtherSecrets() {
        assertThat(changed("run: make release", "run: make release, env: { KEY: '${{ secrets.KEY }}' }"))
                .containsExactly("the job release has another 'secrets' than planned: KEY instead of nothing");
    }

    @Test
    void aJobHasThePlannedMatrix() {
        assertThat(changed(
                        "    container: debian:bookworm\n",
                        "    container: debian:bookworm\n    strategy: { matrix: { arch: [x64] } }\n"))
                .containsExactly("the job build has another matrix than planned");
    }
}
