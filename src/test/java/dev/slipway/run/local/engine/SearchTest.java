package dev.slipway.run.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that only answer stand for engines that do not work. */
class SearchTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here");
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Search search() throws IOException {
        return Engine.find(
                Map.of("PATH", folder.toString(), "HOME", "/home/ada", "SECRET", "1"), folder.resolve("own"));
    }

    @Test
    void nothingInstalledIsSaidForEach() throws IOException {
        Search search = search();
        assertThat(search.engine()).isEmpty();
        assertThat(search.reasons()).isEqualTo("docker: not installed; podman: not installed; buildah: not installed");
    }

    @Test
    void aClientWithoutAServerAndAnEngineWithoutRightsDoNotWork() throws IOException {
        program("docker", "echo; echo 'Cannot connect to the Docker daemon. Is it running?' >&2; exit 1\n");
        program("buildah", """
                case "$*" in
                  info*) printf 'linux/amd64\\noverlay\\n/images\\n' ;;
                  *' run '*) echo 'Error: no rights' >&2; exit 1 ;;
                esac
                """);
        Search search = search();
        assertThat(search.engine()).isEmpty();
        assertThat(search.tried())
                .containsExactly(
                        new Search.Tried("docker", "Cannot connect to the Docker daemon. Is it running?"),
                        new Search.Tried("podman", "not installed"),
                        new Search.Tried("buildah", "no rights"));
        assertThat(folder.resolve("own/buildah")).doesNotExist();
    }

    @Test
    void aProxyWithALoginIsNotHandedOn() throws IOException {
        program("docker", "printf '28.0\\nlinux/arm64\\n'\n");
        Map<String, String> env = Map.of(
                "PATH", folder.toString(),
                "HTTPS_PROXY", "http://ada:secret@proxy.example:3128",
                "http_proxy", "http://proxy.example:3128",
                "no_proxy", "localhost");
        try (Engine engine = Engine.find(env, folder.resolve("own")).engine().orElseThrow()) {
            assertThat(engine.program().env())
                    .containsEntry("http_proxy", "http://proxy.example:3128")
                    .containsEntry("no_proxy", "localhost")
                    .doesNotContainKey("HTTPS_PROXY");
        }
    }

    @Test
    void anEngineSeesNeitherTheHomeNorTheSecretsOfThePerson() throws IOException {
        program("docker", """
                [ "$HOME" != /home/ada ] || [ "$1" = version ] || exit 1
                [ -z "$SECRET" ] || exit 1
                printf '28.0\\nlinux/arm64\\n'
                """);
        Search search = search();
        try (Engine engine = search.engine().orElseThrow(() -> new AssertionError(search.reasons()))) {
            assertThat(engine.name()).isEqualTo("docker 28.0");
            assertThat(engine.here()).isEqualTo(Platform.of("linux/arm64"));
            Map<String, String> env = engine.program().env();
            assertThat(env.keySet()).doesNotContain("SECRET");
            assertThat(List.of(env.getOrDefault("HOME", ""), env.getOrDefault("DOCKER_CONFIG", "")))
                    .allSatisfy(
                            path -> assertThat(Path.of(path)).startsWith(folder).isDirectory());
            assertThat(Path.of(env.getOrDefault("REGISTRY_AUTH_FILE", ""))).hasContent("{}");
            assertThat(Path.of(env.getOrDefault("HOME", "")).resolve("config.json"))
                    .hasContent("{\"cliPluginsExtraDirs\":[\"/home/ada/.docker/cli-plugins\"]}");
        }
    }

    @Test
    void anEngineOfAnotherMachineIsNotAsked() throws IOException {
        program("docker", "touch \"$0.asked\"; exit 1\n");
        program("podman", "touch \"$0.asked\"; exit 1\n");
        Map<String, String> env = Map.of(
                "PATH", folder + ":/usr/bin:/bin",
                "DOCKER_HOST", "ssh://ada@build.example",
                "CONTAINER_HOST", "tcp://127.0.0.1.example:2375");
        Search search = Search.among(List.of(new Docker(), new Podman()), env, folder.resolve("own"));
        assertThat(search.reasons())
                .isEqualTo("docker: DOCKER_HOST is another machine, and nothing may leave this one; "
                        + "podman: CONTAINER_HOST is another machine, and nothing may leave this one");
        assertThat(folder.resolve("docker.asked")).doesNotExist();
        Map<String, String> near = Map.of("PATH", folder + ":/usr/bin:/bin", "DOCKER_HOST", "tcp://127.0.0.1:1");
        Search.among(List.of(new Docker()), near, folder.resolve("own"));
        assertThat(folder.resolve("docker.asked")).exists();
    }
}
