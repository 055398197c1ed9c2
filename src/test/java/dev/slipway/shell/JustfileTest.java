package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JustfileTest {
    @Test
    void severalRecipesRunInARow() {
        assertThat(recipe(
                                List.of("number", "pack", "linux", "arm64", "number", "all", "a", "b"),
                                Map.of("justfile", """
                        number:
                            echo 1
                        pack os arch='x64':
                            tar {{os}}-{{arch}}
                        all *files:
                            zip {{files}}
                        """))
                        .orElse("")
                        .strip())
                .isEqualTo("echo 1\ntar linux-arm64\nzip a b");
    }

    @Test
    void aRecipeIsItsDependenciesAndItsLines() {
        assertThat(recipe(List.of("release", "arm64"), Map.of("justfile", """
                bin := "kelp"

                build arch="amd64":
                    cargo build --bin {{bin}}

                release arch: build
                    @gh release upload "$TAG" {{bin}}-{{arch}}.tar.gz
                """)))
                .hasValue("cargo build --bin kelp\ngh release upload \"$TAG\" kelp-arm64.tar.gz\n");
    }

    @Test
    void anUnknownRecipeIsNone() {
        assertThat(recipe(List.of("publish"), Map.of("justfile", "test:\n    cargo test\n")))
                .isEmpty();
    }

    @Test
    void aFileIsImportedOnce() {
        assertThat(recipe(
                        List.of("a"),
                        Map.of(
                                "justfile",
                                "import 'b.just'\n".repeat(2_000),
                                "b.just",
                                "import 'b.just'\n".repeat(2_000) + "a:\n    make a\n")))
                .hasValue("make a\n");
    }

    @Test
    void hostileFilesEndSoon() {
        for (String text : new String[] {
            "a:" + " a".repeat(100_000),
            "x := '" + "y".repeat(190) + "'\na:\n " + "{{x}}".repeat(50_000),
            "a" + " {{".repeat(100_000),
            "alias a := a\n".repeat(20_000)
        }) {
            assertThatCode(() -> recipe(List.of("a"), Map.of("justfile", text))).doesNotThrowAnyException();
        }
    }

    private static Optional<String> recipe(List<String> arguments, Map<String, String> files) {
        return Justfile.recipe(arguments, path -> Optional.ofNullable(files.get(path)));
    }
}
