package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.blueprint.Blueprint.ImageFiles;
import dev.slipway.model.docker.Instruction;
import dev.slipway.model.docker.Instruction.Arg;
import dev.slipway.model.docker.Instruction.Cmd;
import dev.slipway.model.docker.Instruction.Copy;
import dev.slipway.model.docker.Instruction.Entrypoint;
import dev.slipway.model.docker.Instruction.Run;
import dev.slipway.model.docker.Instruction.User;
import dev.slipway.model.docker.Instruction.Workdir;
import dev.slipway.model.docker.Stage;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How images are built. */
class ImageTest {
    private static final String RUST = "repository: a/otto\nrust: {}\n";
    private static final String MUSL = RUST + "targets: [linux-amd64-musl, linux-arm64-musl]\n";

    private static ImageFiles image(String config) {
        return Examples.generate(config).blueprint().image().orElseThrow();
    }

    private static List<Stage> stages(String config) {
        return image(config).dockerfile().stages();
    }

    private static Stage last(List<Stage> stages) {
        return stages.get(stages.size() - 1);
    }

    private static List<String> kinds(Stage stage) {
        return stage.instructions().stream()
                .map(instruction -> instruction.getClass().getSimpleName())
                .toList();
    }

    private static <I extends Instruction> List<I> all(Stage stage, Class<I> kind) {
        return stage.instructions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Stage ottos(int index) {
        return Examples.otto()
                .blueprint()
                .image()
                .orElseThrow()
                .dockerfile()
                .stages()
                .get(index);
    }

    @Test
    void ottosRunsOnTheBaseOfTheConfig() {
        assertThat(ottos(0).image()).isEqualTo("debian:bookworm-slim");
        assertThat(ottos(0).platform()).isEmpty();
        assertThat(ottos(0).name()).contains("runtime");
        assertThat(ottos(0).instructions()).isEmpty();
        assertThat(ottos(2).image()).isEqualTo("runtime");
        assertThat(ottos(2).platform()).isEmpty();
        assertThat(ottos(2).name()).isEmpty();
    }

    @Test
    void ottosCertificatesAndUserAreMadeOnceOnTheMachinesOwnPlatform() {
        assertThat(ottos(1).platform()).contains("$BUILDPLATFORM");
        assertThat(ottos(1).name()).contains("prepare");
        assertThat(ottos(1).image()).isEqualTo("debian:bookworm-slim");
        assertThat(all(ottos(1), Run.class))
                .extracting(Run::commands)
                .containsExactly(
                        List.of(
                                "apt-get update",
                                "apt-get install --yes --no-install-recommends ca-certificates",
                                "rm -rf /var/lib/apt/lists/*"),
                        List.of("useradd --create-home --uid 1000 --shell /bin/bash otto"));
    }

    @Test
    void ottosLastStageTakesEverythingAndRunsNothing() {
        assertThat(kinds(ottos(2)))
                .containsExactly("Copy", "Copy", "Copy", "Arg", "Copy", "User", "Workdir", "Entrypoint", "Cmd");
        assertThat(all(ottos(2), Copy.class))
                .extracting(Copy::from, Copy::chmod, Copy::chown, Copy::sources, Copy::destination)
                .containsExactly(
                        copied(Optional.empty(), "/etc/ssl/certs/ca-certificates.crt"),
                        tuple(
                                "prepare",
                                Optional.empty(),
                                Optional.empty(),
                                List.of("/etc/passwd", "/etc/group"),
                                "/etc/"),
                        copied(Optional.of("1000:1000"), "/home/otto"),
                        tuple(
                                "binaries",
                                Optional.of("755"),
                                Optional.empty(),
                                List.of("${TARGETARCH}/otto"),
                                "/usr/local/bin/otto"));
    }

    private static Tuple copied(Optional<String> owner, String path) {
        return tuple("prepare", Optional.empty(), owner, List.of(path), path);
    }

    @Test
    void ottosRunsAsOttoInItsHomeWithTheProgramAsEntrypoint() {
        assertThat(all(ottos(2), User.class)).extracting(User::user).containsExactly("otto");
        assertThat(all(ottos(2), Workdir.class)).extracting(Workdir::folder).containsExactly("/home/otto");
        assertThat(all(ottos(2), Entrypoint.class))
                .extracting(Entrypoint::command)
                .containsExactly(List.of("otto"));
        assertThat(all(ottos(2), Cmd.class)).extracting(Cmd::arguments).containsExactly(List.of("--help"));
    }

    @Test
    void ottosArchitectureIsAskedForBeforeItIsUsed() {
        List<Instruction> instructions = ottos(2).instructions();
        assertThat(all(ottos(2), Arg.class)).extracting(Arg::name).containsExactly("TARGETARCH");
        assertThat(instructions.indexOf(all(ottos(2), Arg.class).get(0)))
                .isLessThan(instructions.indexOf(all(ottos(2), Copy.class).get(3)));
    }

    @Test
    void theMainContextIsEmpty() {
        ImageFiles otto = Examples.otto().blueprint().image().orElseThrow();
        assertThat(otto.dockerignores().get(".dockerignore").patterns()).containsExactly("*");
        assertThat(otto.dockerignores().get(".dockerignore").comment()).startsWith("Generated by slipway ");
        assertThat(otto.dockerfile().comment()).startsWith("Generated by slipway ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian:bookworm-slim", "scratch", "alpine:3.22", "gcr.io/distroless/static", "fedora:43"})
    void noLastStageRunsACommandOrNamesAPlatform(String base) {
        List<Stage> stages = stages(MUSL + "docker: { base: '" + base + "' }\n");
        assertThat(all(last(stages), Run.class)).isEmpty();
        assertThat(last(stages).platform()).isEmpty();
        assertThat(all(last(stages), Entrypoint.class)).hasSize(1);
        assertThat(stages.stream().filter(stage -> !all(stage, Run.class).isEmpty()))
                .allSatisfy(stage -> assertThat(stage.platform()).contains("$BUILDPLATFORM"));
    }

    @Test
    void anAlpineImagePreparesWithAlpinesTools() {
        List<Stage> stages = stages(MUSL + "docker: { base: 'alpine:3.22' }\n");
        assertThat(stages).hasSize(3);
        assertThat(stages.get(1).image()).isEqualTo("alpine:3.22");
        assertThat(all(stages.get(1), Run.class))
                .extracting(Run::commands)
                .containsExactly(List.of("adduser -D -u 1000 otto"));
        assertThat(all(last(stages), Entrypoint.class).get(0).command()).containsExactly("otto");
        assertThat(all(last(stages), User.class)).extracting(User::user).containsExactly("otto");
    }

    @Test
    void anEmptyBaseGetsWhatItNeedsFromDebianAndAWholePath() {
        List<Stage> stages = stages(MUSL + "docker: { base: scratch }\n");
        assertThat(stages).extracting(Stage::image).containsExactly("scratch", "debian:bookworm-slim", "runtime");
        assertThat(all(last(stages), Entrypoint.class).get(0).command()).containsExactly("/usr/local/bin/otto");
        assertThat(all(last(stages), User.class)).extracting(User::user).containsExactly("otto");
    }

    @Test
    void aDistrolessBaseHasItsOwnUserAndCertificates() {
        List<Stage> stages = stages(RUST + "docker: { base: 'gcr.io/distroless/cc-debian12' }\n");
        assertThat(stages).hasSize(1);
        assertThat(last(stages).image()).isEqualTo("gcr.io/distroless/cc-debian12");
        assertThat(kinds(last(stages))).containsExactly("Arg", "Copy", "User", "Entrypoint", "Cmd");
        assertThat(all(last(stages), User.class)).extracting(User::user).containsExactly("nonroot");
    }

    @Test
    void anUnknownBaseIsUsedAsItIsByAUserWithoutAName() {
        List<Stage> stages = stages(RUST + "docker: { base: 'fedora:43' }\n");
        assertThat(stages).hasSize(1);
        assertThat(all(last(stages), User.class)).extracting(User::user).containsExactly("1000:1000");
        assertThat(all(last(stages), Workdir.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian:bookworm-slim", "scratch", "alpine:3.22", "gcr.io/distroless/static", "fedora:43"})
    void rootIsNoUserThatHasToBeMade(String base) {
        List<Stage> stages = stages(MUSL + "docker: { base: '" + base + "', user: root }\n");
        assertThat(stages).allSatisfy(stage -> {
            assertThat(all(stage, User.class)).isEmpty();
            assertThat(all(stage, Workdir.class)).isEmpty();
            assertThat(all(stage, Run.class))
                    .noneMatch(run -> run.commands().toString().contains("user"));
            assertThat(all(stage, Copy.class)).noneMatch(copy -> copy.sources().contains("/etc/passwd"));
            assertThat(all(stage, Copy.class))
                    .noneMatch(copy -> copy.destination().contains("/home/"));
        });
    }

    @Test
    void everyProgramIsInTheImageAndTheFirstIsTheEntrypoint() {
        Stage last = last(stages(RUST.replace("{}", "{ bins: [relay, relayd] }") + "docker: {}\n"));
        assertThat(all(last, Copy.class))
                .filteredOn(copy -> copy.from().equals("binaries"))
                .extracting(Copy::destination)
                .containsExactly("/usr/local/bin/relay", "/usr/local/bin/relayd");
        assertThat(all(last, Entrypoint.class).get(0).command()).containsExactly("relay");
    }

    @Test
    void aFolderIsCopiedAsItIsAndItsProgramCalledByItsPath() {
        Generation maven = Examples.generate("repository: a/slip\nmaven: {}\ntargets: linux-amd64\ndocker: {}\n");
        Stage last = last(maven.blueprint().image().orElseThrow().dockerfile().stages());
        assertThat(all(last, Copy.class))
                .filteredOn(copy -> copy.from().equals("binaries"))
                .extracting(Copy::sources, Copy::destination, Copy::chmod)
                .containsExactly(tuple(List.of("${TARGETARCH}/slip"), "/opt/slip", Optional.empty()));
        assertThat(all(last, Entrypoint.class).get(0).command()).containsExactly("/opt/slip/bin/slip");
    }
}
