package dev.slipway.run.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.run.local.process.CommandResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each engine is told, word by word. */
class DialectTest {
    private static final Path ROOT = Path.of("/").toAbsolutePath();

    private static final JobContainer JOB = new JobContainer(
            "debian:bookworm",
            List.of(new JobContainer.Mount(ROOT.resolve("w"), "/__w")),
            Map.of("CI", "true"),
            List.of("--cpus", "1", "--user=1001", "-e", "A=b", "--init"));

    private static final ImageBuild BUILD = new ImageBuild(
            Optional.empty(),
            Map.of("binaries", "/w/binaries"),
            Path.of("Dockerfile"),
            Map.of("VERSION", "1"),
            Map.of("b", "2", "a", "1"),
            List.of(Platform.of("linux/arm/v7")),
            Optional.of("final"));

    private static final Dialect.Files FILES =
            new Dialect.Files(Path.of("Dockerfile"), Path.of("empty"), Optional.empty(), BUILD.contexts());

    private static final Platform ARM = Platform.of("linux/arm/v7");

    private static String joined(List<List<String>> commands) {
        return String.join(
                "\n", commands.stream().map(words -> String.join(" ", words)).toList());
    }

    @Test
    void dockerMakesTheContainerAsGitHubsRunnerDoes() {
        String mount = ROOT.resolve("w") + ":/__w";
        assertThat(joined(new Docker().start("job-1", JOB)))
                .isEqualTo("create --pull never --name job-1 --network host --cpus 1 --user=1001 -e A=b --init"
                        + " --env CI=true --volume " + mount + " --entrypoint tail debian:bookworm -f /dev/null\n"
                        + "start job-1");
        assertThat(new Docker().inside("job-1", JOB, List.of("sh", "-e", "/a b.sh"), Map.of("X", "y z"), "/__w"))
                .containsExactly(
                        "exec", "--interactive", "--workdir", "/__w", "--env", "X=y z", "job-1", "sh", "-e", "/a b.sh");
        assertThat(new Docker().leftOut(JOB.options())).isEmpty();
    }

    @Test
    void dockerBuildsWithBuildxAndKeepsTheImageHere() {
        assertThat(String.join(" ", new Docker().build(BUILD, ARM, FILES, "localhost/x:1")))
                .isEqualTo("buildx build --load --progress plain --provenance=false --sbom=false"
                        + " --platform linux/arm/v7 --tag localhost/x:1 --file Dockerfile"
                        + " --build-context binaries=/w/binaries --build-arg VERSION=1 --label a=1 --label b=2"
                        + " --target final empty");
        assertThat(new Docker().save("localhost/x:1", Path.of("x.tar")))
                .containsExactly("image", "save", "--output", "x.tar", "localhost/x:1");
        assertThat(new Docker()
                        .run("localhost/x:1", ARM, config(), List.of("--version"), "run-1")
                        .command())
                .containsExactly(
                        "run",
                        "--rm",
                        "--pull",
                        "never",
                        "--name",
                        "run-1",
                        "--network",
                        "host",
                        "--platform",
                        "linux/arm/v7",
                        "localhost/x:1",
                        "--version");
    }

    @Test
    void noEngineIsToldToPushOrToLogIn() {
        for (Dialect dialect : Dialect.ALL) {
            List<List<String>> all = new ArrayList<>(dialect.start("n", JOB));
            all.add(dialect.build(BUILD, ARM, FILES, "n"));
            all.add(dialect.pull("debian"));
            all.add(dialect.present("debian"));
            all.add(dialect.run("n", ARM, config(), List.of(), "c").command());
            assertThat(all).allSatisfy(words -> assertThat(words).doesNotContain("push", "login", "--push", "--creds"));
            List<String> save = dialect.save("n", Path.of("to"));
            assertThat(save.contains("push") && !save.contains("oci:to")).isFalse();
        }
    }

    @Test
    void buildahAsksForTheImageByItsFullName() {
        assertThat(joined(new Buildah().start("job-1", JOB)))
                .isEqualTo("from --pull-never --name job-1 --volume " + ROOT.resolve("w")
                        + ":/__w docker.io/library/debian:bookworm");
        assertThat(new Buildah().inside("job-1", JOB, List.of("true"), Map.of("X", "y"), "/__w"))
                .containsExactly(
                        "run",
                        "--isolation",
                        "chroot",
                        "--user",
                        "1001",
                        "--env",
                        "A=b",
                        "--env",
                        "CI=true",
                        "--env",
                        "X=y",
                        "--workingdir",
                        "/__w",
                        "job-1",
                        "--",
                        "true");
        assertThat(new Buildah().leftOut(JOB.options())).containsExactly("--cpus 1", "--init");
    }

    @Test
    void buildahIsToldTheEntryPointAndItsArguments() {
        assertThat(new Buildah()
                        .run("x", ARM, config(), List.of("--version"), "c")
                        .command())
                .containsExactly("run", "--isolation", "chroot", "c", "--", "/otto", "--version");
        assertThat(new Buildah().run("x", ARM, config(), List.of(), "c").command())
                .endsWith("/otto", "--help");
    }

    @ParameterizedTest
    @CsvSource({
        "debian,docker.io/library/debian",
        "debian:bookworm,docker.io/library/debian:bookworm",
        "otto/otto@sha256:1,docker.io/otto/otto@sha256:1",
        "ghcr.io/otto-rs/otto,ghcr.io/otto-rs/otto",
        "localhost/otto,localhost/otto",
        "registry:5000/otto,registry:5000/otto",
        "scratch,scratch",
        "${BASE},${BASE}"
    })
    void aNameWithoutARegistryIsDockerHubs(String name, String full) {
        assertThat(ImageName.full(name)).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({
        "linux/amd64,linux/amd64,true",
        "linux/arm64,linux/arm64/v8,true",
        "linux/arm/v7,linux/arm/v7,true",
        "linux/arm/v7,linux/arm/v6,false",
        "linux/amd64,linux/arm64,false"
    })
    void anImageIsForThePlatformItNames(String platform, String image, boolean fits) {
        assertThat(Platform.of(platform).takes(Platform.of(image))).isEqualTo(fits);
    }

    @Test
    void whatBuildahAddsAtTheEndOfAFailureIsDropped() {
        List<String> lines = new ArrayList<>();
        WithoutStatus said = new WithoutStatus(lines::add);
        List.of("Error: exit status 1", "one", "twosubprocess exited with status 4", "subprocess exited with status 4")
                .forEach(said);
        said.accept("Error: exit status 4");
        assertThat(lines).containsExactly("Error: exit status 1", "one", "two");
    }

    @Test
    void aReasonIsTheLineThatCallsItselfAnError() {
        assertThat(Program.reason(List.of(
                        "docker: Error response from daemon: no such image: x",
                        "",
                        "Run 'docker run --help' for more")))
                .isEqualTo("no such image: x");
        assertThat(Program.reason(List.of("Trying to pull x...", "Error: no such host", "")))
                .isEqualTo("no such host");
        assertThat(Program.reason(List.of("one", "two"))).isEqualTo("two");
        assertThat(Program.reason(new CommandResult(3, "", ""))).isEqualTo("exit status 3");
    }

    @Test
    void aVariableOfSeveralLinesStaysOne() {
        assertThat(ImageConfig.variables(List.of("PATH=/bin:/a=b", "KEY=one", "two", "", "E=")))
                .isEqualTo(Map.of("PATH", "/bin:/a=b", "KEY", "one\ntwo\n", "E", ""));
    }

    private static ImageConfig config() {
        return new ImageConfig(ARM, "", List.of("/otto"), List.of("--help"), Map.of(), Map.of(), "");
    }
}
