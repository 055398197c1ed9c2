package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script cannot make Slipway remember more than an honest one needs: what is longer is not known. */
class LongValuesTest {
    private static Optional<String> written(String script) {
        Tree tree = new Tree("row", Map.of());
        new Shell(Map.of("A", "a".repeat(15_000)), path -> Optional.empty(), "", tree).run(script);
        return tree.text("file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X=$X$X",
                "X=\"$X $X\"",
                "X+=$X",
                "X=(\"${X[@]}\" \"${X[@]}\")",
                "X=${X//a/$X}",
                "X=$(echo $X $X)",
                "X=$(for i in 1 2 3; do echo $X; done)",
                "X=$(printf '%s%s' $X $X)"
            })
    void aTextThatDoublesWithEachLineIsNotKnown(String line) {
        assertThat(written("X=aa\n" + (line + "\n").repeat(60) + "echo \"$X\" > file"))
                .hasValueSatisfying(text -> assertThat(text).hasSizeLessThan(3 * Symbols.LONGEST));
    }

    @Test
    void textsOfHonestLengthAreKnown() {
        assertThat(written("echo \"$A\" > file").orElseThrow()).hasSize(15_000);
        assertThat(written("echo \"$A\" | sed 's/a/b/g' > file")).hasValue("b".repeat(15_000));
    }

    @Test
    void allWordsOfACommandTogetherAreBounded() {
        Shell shell = new Shell(Map.of("A", "a".repeat(15_000)), path -> Optional.empty());
        shell.run("run " + "$A ".repeat(5_000));
        assertThat(shell.commands().get(0).toString().length()).isLessThan(100_000);
    }

    @Test
    void partsThatAreNotKnownAreShownAsOneEllipsis() {
        assertThat(Symbols.shown("kelp-{?}{?}{?}-{tag?}.zip")).isEqualTo("kelp-…-{tag}.zip");
    }
}
