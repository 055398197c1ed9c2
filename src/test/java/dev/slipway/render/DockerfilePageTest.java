package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.model.docker.Dockerfile;
import dev.slipway.model.docker.Dockerignore;
import dev.slipway.model.docker.Instruction;
import dev.slipway.model.docker.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfilePageTest {
    private final Renderer renderer = Renderer.standard();

    @Test
    void aDockerfileLooksAsACarefulPersonWouldWriteIt() {
        Stage files = new Stage(
                "Made where the build runs, so nothing is emulated.",
                "debian:bookworm-slim",
                Optional.of("$BUILDPLATFORM"),
                Optional.of("files"),
                List.of(new Instruction.Run(
                        "", List.of("apt-get update", "useradd --system otto", "printf '%s\\n' \"$HOME\" # x"))));
        Stage last = new Stage(
                "",
                "debian:bookworm-slim",
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Instruction.Arg("", "TARGETARCH"),
                        new Instruction.Copy(
                                "",
                                "files",
                                Optional.empty(),
                                Optional.of("0:0"),
                                List.of("/etc/passwd", "/etc/group"),
                                "/etc/"),
                        new Instruction.Copy(
                                "From the build context\nwith the same name.",
                                "binaries",
                                Optional.of("755"),
                                Optional.empty(),
                                List.of("${TARGETARCH}/otto"),
                                "/usr/local/bin/otto"),
                        new Instruction.CopyFile("", "etc/otto.toml", "/etc/otto.toml"),
                        new Instruction.Env("", "OTTO_LOG", "info"),
                        new Instruction.Env("", "OTTO_HINTS", "one # two"),
                        new Instruction.Env("", "OTTO_NOTHING", ""),
                        new Instruction.Expose("", "53/udp"),
                        new Instruction.Workdir("", "/work"),
                        new Instruction.User("", "otto"),
                        new Instruction.Entrypoint("", List.of("otto", "a \"b\" \\ $c\n\u0007é")),
                        new Instruction.Cmd("", List.of())));
        assertThat(renderer.dockerfile(new Dockerfile("escape=`\n\nThe image.", List.of(files, last))))
                .isEqualTo("""
                # syntax=docker/dockerfile:1

                # escape=`
                #
                # The image.

                # Made where the build runs, so nothing is emulated.
                FROM --platform=$BUILDPLATFORM debian:bookworm-slim AS files
                RUN apt-get update && \\
                    useradd --system otto && \\
                    printf '%s\\n' "$HOME" # x

                FROM debian:bookworm-slim
                ARG TARGETARCH
                COPY --from=files --chown=0:0 /etc/passwd /etc/group /etc/

                # From the build context
                # with the same name.
                COPY --from=binaries --chmod=755 ${TARGETARCH}/otto /usr/local/bin/otto
                COPY etc/otto.toml /etc/otto.toml
                ENV OTTO_LOG=info
                ENV OTTO_HINTS="one # two"
                ENV OTTO_NOTHING=""
                EXPOSE 53/udp
                WORKDIR /work
                USER otto
                ENTRYPOINT ["otto", "a \\"b\\" \\\\ $c\\u000a\\u0007é"]
                CMD []
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$HOME", "a\\", "a\"b", "a\nb"})
    void aVariableHoldsNothingThatTheBuilderWouldRead(String value) {
        Stage stage = new Stage(
                "", "scratch", Optional.empty(), Optional.empty(), List.of(new Instruction.Env("", "A", value)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> renderer.dockerfile(new Dockerfile("", List.of(stage))))
                .withMessageContaining("a Dockerfile cannot hold the value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a\nb",
                "a\tb",
                "a\\",
                "a\"b",
                "a'b",
                "a`b",
                "$(id)",
                "${x:-y}",
                "$",
                "--flag",
                "<<EOF",
                "[\"a\"",
                "a\u0085b",
                "a\u2028b"
            })
    void aWordThatWouldMeanSomethingElseIsRefused(String word) {
        Stage stage = new Stage(
                "", "scratch", Optional.empty(), Optional.empty(), List.of(new Instruction.Workdir("", word)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> renderer.dockerfile(new Dockerfile("", List.of(stage))))
                .withMessageContaining("'" + word + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a\nb", "a \\", "# a", "--mount=type=cache a", "[\"a\"]", "cat <<EOF", "a\u0000"})
    void aCommandThatTheBuilderWouldNotHandOverIsRefused(String command) {
        Stage stage = new Stage(
                "",
                "scratch",
                Optional.empty(),
                Optional.empty(),
                List.of(new Instruction.Run("", List.of("a", command))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> renderer.dockerfile(new Dockerfile("", List.of(stage))))
                .withMessageContaining("'" + command + "'");
    }

    @Test
    void anIgnoreFileIsItsPatterns() {
        assertThat(renderer.dockerignore(new Dockerignore("Nothing is sent.", List.of("*", "!dist/a b"))))
                .isEqualTo("# Nothing is sent.\n\n*\n!dist/a b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#a", " a", "a ", "a\nb", "a\rb"})
    void aPatternThatWouldMeanSomethingElseIsRefused(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> renderer.dockerignore(new Dockerignore("", List.of(pattern))))
                .withMessageContaining("'" + pattern + "'");
    }
}
