package dev.slipway.run.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.WorkflowReader;
import dev.slipway.run.Executor;
import dev.slipway.run.RowSetup;
import dev.slipway.run.local.engine.JobContainer;
import dev.slipway.run.local.site.Notes;
import dev.slipway.run.local.site.Place;
import dev.slipway.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerRequestTest {
    @TempDir
    private Path root;

    private final Notes notes = new Notes();

    private ContainerRequest asked(List<String> volumes, String options, String keys) throws Exception {
        Workflow workflow = WorkflowReader.read(new SourceText("w.yml", """
                on: push
                jobs:
                  one:
                    runs-on: ubuntu-latest
                    container: { image: 'debian:13'%s }
                    steps: [{ run: 'true' }]
                """.formatted(keys)));
        RowSetup setup = new RowSetup(
                (StepsJob) workflow.jobs().get(0),
                "one",
                0,
                Map.of(),
                List.of("ubuntu-latest"),
                Optional.of(new RowSetup.JobContainer("debian:13", Map.of("A", "b"), volumes, options)),
                Optional.empty(),
                10);
        return new ContainerRequest(setup, Place.make(root, "tide", true), notes);
    }

    @Test
    void aVolumeIsAnEmptyFolderAndNoneOfThePersons() throws Exception {
        JobContainer job = asked(List.of("/etc:/host:ro,z", "cache:/cache", "/scratch", "cache:/again", " "), "", "")
                .with(List.of());
        assertThat(job.mounts())
                .extracting(JobContainer.Mount::inside)
                .containsExactly("/host", "/cache", "/scratch", "/again");
        assertThat(job.mounts()).extracting(JobContainer.Mount::mode).containsExactly("ro", "", "", "");
        assertThat(job.mounts())
                .allSatisfy(mount -> assertThat(mount.host()).startsWith(root).isEmptyDirectory());
        assertThat(job.mounts().get(1).host())
                .as("one volume, two places")
                .isEqualTo(job.mounts().get(3).host());
        assertThat(notes.standIns())
                .contains("the volume /etc:/host:ro,z of debian:13: an empty folder")
                .hasSize(4);
    }

    @Test
    void aVolumeWithoutAnAbsolutePathIsRefusedAsByDocker() {
        assertThatThrownBy(() -> asked(List.of("cache:relative"), "", "").with(List.of()))
                .isInstanceOf(Executor.Unavailable.class)
                .hasMessageContaining("'cache:relative'")
                .hasMessageContaining("write NAME:/PATH");
    }

    @Test
    void optionsAreSplitAsGitHubsRunnerSplitsThem() throws Exception {
        assertThat(asked(List.of(), "--cpus 1 -e \"A=b c\" --init", "")
                        .with(List.of())
                        .options())
                .containsExactly("--cpus", "1", "-e", "A=b c", "--init");
    }

    @Test
    void portsAndOptionsThatHaveNoEffectAreSaid() throws Exception {
        ContainerRequest asked = asked(List.of(), "", ", ports: [80, '9090:90']");
        asked.with(List.of());
        asked.leftOut(List.of("--cpus 1"), "buildah");
        assertThat(notes.standIns())
                .containsExactly(
                        "the ports 80, 9090:90 of debian:13: not mapped, because it uses the network of this machine",
                        "the option --cpus 1 of debian:13: left out, because buildah does not have it");
    }

    @Test
    void aLoginIsMentionedWhereItIsMissed() throws Exception {
        String login = "'credentials'";
        assertThat(asked(List.of(), "", "").refused("no such image", "; or not"))
                .hasMessageNotContaining(login);
        assertThat(asked(List.of(), "", ", credentials: { username: a, password: b }")
                        .refused("no such image", "; or not"))
                .hasMessageContaining(login)
                .hasMessageEndingWith("; or not");
    }

    @Test
    void noOptionShowsTheContainerFilesOfThisMachine() throws Exception {
        String options = "--cpus 1 -v /:/host -v/a:/b --volume=/etc:/e --mount type=bind,src=/,dst=/h --init";
        assertThat(asked(List.of(), options, "").with(List.of()).options()).containsExactly("--cpus", "1", "--init");
        assertThat(notes.standIns())
                .hasSize(4)
                .first()
                .isEqualTo("the option -v /:/host of debian:13: left out, "
                        + "because a container has no access to folders of this machine");
    }

    @Test
    void aVolumeOfNothingIsRefused() {
        assertThatThrownBy(() -> asked(List.of(":"), "", "").with(List.of()))
                .hasMessageContaining("the volume ':' of the container has no absolute path inside");
    }
}
