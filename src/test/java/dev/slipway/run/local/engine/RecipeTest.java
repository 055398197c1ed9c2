package dev.slipway.run.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecipeTest {
    private static final Platform HERE = Platform.of("linux/amd64");
    private static final Platform ARM = Platform.of("linux/arm64");

    private static Recipe recipe(String dockerfile) {
        return Recipe.of(dockerfile, HERE, ARM, Optional.empty());
    }

    static Stream<Path> generated() throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of("generated"), 2)) {
            return walk
                    .filter(file -> file.getFileName().toString().matches("Dockerfile(\\.\\w+)?"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("generated")
    void everyStageOfAGeneratedFileNamesItsPlatform(Path dockerfile) throws IOException {
        List<Instruction> stages = Instruction.all(
                        recipe(Files.readString(dockerfile)).text())
                .stream()
                .filter(instruction -> instruction.keyword().equals("FROM"))
                .toList();
        assertThat(stages)
                .isNotEmpty()
                .allSatisfy(stage -> assertThat(stage.head())
                        .matches("FROM (scratch|--platform=linux/(amd|arm)64 [a-z.]+\\.[a-z]+/\\S+)( AS \\w+)?"));
    }

    @Test
    void aStageWithoutInstructionsIsWrittenWhereItIsUsed() {
        Recipe recipe = recipe("""
                # syntax=docker/dockerfile:1
                FROM debian:bookworm-slim AS runtime

                FROM --platform=$BUILDPLATFORM debian:bookworm-slim AS prepare
                RUN useradd beta

                FROM runtime
                COPY --from=prepare /etc/passwd /etc/
                COPY --from=Runtime /etc/group /etc/
                """);
        assertThat(recipe.text()).isEqualTo("""
                        FROM --platform=linux/amd64 docker.io/library/debian:bookworm-slim AS prepare
                        RUN useradd beta
                        FROM --platform=linux/arm64 docker.io/library/debian:bookworm-slim
                        COPY --from=prepare /etc/passwd /etc/
                        COPY --from=docker.io/library/debian:bookworm-slim /etc/group /etc/
                        """);
        assertThat(recipe.differences()).containsExactly("$BUILDPLATFORM is written out as linux/amd64");
    }

    @Test
    void aStageThatIsTheTargetStays() {
        String dockerfile = "FROM alpine AS Base\nFROM base AS other\nRUN true\n";
        assertThat(Recipe.of(dockerfile, HERE, HERE, Optional.of("base")).text())
                .isEqualTo("FROM --platform=linux/amd64 docker.io/library/alpine AS base\n"
                        + "FROM base AS other\nRUN true\n");
    }

    @Test
    void aLinkIsLeftOut() {
        Recipe recipe =
                recipe("FROM scratch\nCOPY --link --chmod=755 a /a\nADD --link=true b /b\nCOPY --chown=1 c /--link\n");
        assertThat(recipe.text())
                .isEqualTo("FROM scratch\nCOPY --chmod=755 a /a\nADD b /b\nCOPY --chown=1 c /--link\n");
        assertThat(recipe.differences()).containsExactly("--link of COPY is left out", "--link of ADD is left out");
    }

    @Test
    void aScriptInAHereDocumentIsGivenToTheShell() {
        Recipe recipe = recipe("""
                FROM scratch
                RUN --mount=type=cache,target=/c <<EOF
                set -e
                echo "$HOME" \\
                  two
                # a comment of the shell
                EOF
                RUN cat <<-'END' > /a && \\
                    # a comment of the Dockerfile
                    echo $((1 << 2)) $((1<<x)) <<< word
                \tone
                \tEND
                USER 1
                """);
        assertThat(recipe.text()).isEqualTo("""
                        FROM scratch
                        RUN --mount=type=cache,target=/c ["/bin/sh", "-c", "set -e\\necho \\"$HOME\\" \\\\\\n  two\\n# a comment of the shell\\n"]
                        RUN ["/bin/sh", "-c", "cat <<-'END' > /a && \\\\\\n    echo $((1 << 2)) $((1<<x)) <<< word\\n\\tone\\n\\tEND\\n"]
                        USER 1
                        """);
        assertThat(recipe.differences()).containsExactly("here-documents of RUN are given to /bin/sh -c");
    }

    @Test
    void aCopiedHereDocumentBecomesAFile() {
        Recipe recipe = recipe(
                "FROM scratch\nCOPY --chmod=600 <<a.toml <<-b.toml /etc/\nx = 1\na.toml\n\ty = 2\n\tb.toml\nCMD [\"a\"]\n");
        assertThat(recipe.text())
                .isEqualTo("FROM scratch\nCOPY --from=slipway-here-documents --chmod=600 0/a.toml 1/b.toml /etc/\n"
                        + "CMD [\"a\"]\n");
        assertThat(recipe.files()).isEqualTo(Map.of("0/a.toml", "x = 1\n", "1/b.toml", "y = 2\n"));
    }
}
