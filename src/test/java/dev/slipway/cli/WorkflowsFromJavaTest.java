package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.api.Refused;
import dev.slipway.api.Slipway;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows that Java writes into a repository that has a config, too: neither takes a file of the other. */
class WorkflowsFromJavaTest {
    private static final String RELEASE = "release-and-publish.yml";

    @TempDir
    private Path root;

    private static Workflow workflow(String name) {
        return Workflow.named(name)
                .on(Event.push())
                .permissions(Permissions.NONE)
                .jobs(Job.named("greet")
                        .runsOn("ubuntu-24.04")
                        .permissions(Permissions.NONE)
                        .timeoutMinutes(5)
                        .add(Run.script("Greet", "echo hello"))
                        .build())
                .build();
    }

    @Test
    void theCommandsLeaveThemAloneAndTheyLeaveTheConfigsFilesAlone() throws IOException {
        Folder folder = Folder.generated(root);
        Slipway.write(root, workflow("Greet"));
        assertThat(folder.run("check").exit()).isZero();
        folder.write("slipway.yml", Folder.CONFIG.replace("linux-amd64", "linux-arm64"));
        assertThat(folder.run("generate").out()).doesNotContain("greet.yml");
        assertThat(Slipway.check(root, workflow("Greet")).clean()).isTrue();
        assertThat(Slipway.write(root, workflow("Wave")).deleted()).containsExactly(".github/workflows/greet.yml");
        assertThat(folder.run("check").exit()).isZero();
    }

    @Test
    void neitherWritesOverAFileOfTheOther() throws IOException {
        Folder folder = new Folder(root).write("slipway.yml", Folder.CONFIG);
        Slipway.write(root, Map.of(RELEASE, workflow("Release")));
        Ran ran = folder.run("generate");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains("error: .github/workflows/" + RELEASE + " is made from Java; nothing was written");
        assertThat(Slipway.check(root, Map.of(RELEASE, workflow("Release"))).clean())
                .isTrue();
    }

    @Test
    void aFileOfTheConfigIsNotWrittenFromJava() throws IOException {
        Folder folder = Folder.generated(root);
        String before = folder.read(".github/workflows/" + RELEASE);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Slipway.write(root, Map.of(RELEASE, workflow("Release"))))
                .withMessageContaining(RELEASE + " is not written by this code: made from slipway.yml\n");
        assertThat(folder.read(".github/workflows/" + RELEASE)).isEqualTo(before);
    }
}
