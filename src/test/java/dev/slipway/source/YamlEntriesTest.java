package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is not YAML shows the first mistake of each key at the margin, and none that it does not have. */
class YamlEntriesTest {
    private static List<String> faults(String text) {
        try {
            YamlReader.readMerging(new SourceText("a.yml", text));
            return List.of();
        } catch (InvalidSource invalid) {
            return invalid.findings().stream()
                    .map(finding -> finding.position() + " " + finding.message())
                    .toList();
        }
    }

    @Test
    void theMistakesOfOtherKeysAreFoundToo() {
        assertThat(faults("""
                # a config
                name: "tool
                rust:
                \ttoolchain: 1.94.0
                targets: [linux-amd64
                docker: { base: debian:bookworm }
                linux:
                  runner: a
                  runner: b
                  runner: c
                'docker': {}
                ci: {}
                """))
                .containsExactly(
                        "2:7 this quote is never closed",
                        "4:1 a tab indents this line",
                        "5:10 this list is never closed",
                        "9:3 duplicate key 'runner'",
                        "11:1 duplicate key 'docker'");
    }

    @Test
    void whatTheParserNoticesInTheNextKeyIsOneMistake() {
        assertThat(faults("targets: [linux-amd64\ndocker: {}\nci: true\n")).hasSize(1);
        assertThat(faults("docker: { base: a\nci: true\n")).hasSize(1);
        assertThat(faults("name: 'tool\nci: true\n")).hasSize(1);
        assertThat(faults("name: 'tool\nci: it's\ndocker: {}\n")).hasSize(1);
    }

    @Test
    void textInQuotesMayContinueAtTheMargin() {
        assertThat(faults("""
                repository: @acme
                description: "runs
                all: tasks
                license: MIT"
                docker: { base: 'x
                y: [z' }
                license: Apache-2.0
                targets: [a
                """)).containsExactly("1:13 a value cannot start with '@'", "8:10 this list is never closed");
    }

    @Test
    void anEntryMayNeedTheAnchorsOfAnother() {
        assertThat(faults("a: &x { b: 1 }\nc: *x\nd: 'open\ne: *x\nf: [*x, *none]\n"))
                .containsExactly("3:4 this quote is never closed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [1\n---\nb: [2\n",
                "{ a: 1,\nb: [2 }\n",
                "- a: 'b\n- c: 'd\n",
                "  a: 'b\n  c: [d\n",
                "a: 'b\rc: [d\re: [f\r",
                "? a\n: 'b\nc: [d\n"
            })
    void whereItIsNotCertainWhereAKeyBeginsOneMistakeIsEnough(String text) {
        assertThat(faults(text)).hasSize(1);
    }

    /** Several lines of a value are one value, whatever is in them. */
    @Test
    void linesOfAValueAreNoKeys() {
        assertThat(faults("""
                description: >
                  name: "x
                  ci: [y
                targets:
                - linux-amd64
                - 'macos
                  -arm64'
                notes: "first
                  ci: [z"
                ci: [z
                """)).containsExactly("10:5 this list is never closed");
    }

    /** Mistakes in some entries of a sound text: none is found in the others. */
    @Test
    void noMistakeIsInvented() {
        List<String> sound = List.of("a%d: [x, 'y']\n", "a%d:\n  b: |\n    c: 'd\n", "a%d: { b: 1 }\n", "a%d: v*\n");
        List<String> broken =
                List.of("a%d: [x\n", "a%d: 'x\n", "a%d:\n  b: 1\n c: 2\n", "a%d: { b: 1\n", "a%d: x: y\n");
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            int mistakes = 0;
            for (int i = 0; i < 6; i++) {
                boolean wrong = random.nextInt(3) == 0;
                List<String> some = wrong ? broken : sound;
                mistakes += wrong ? 1 : 0;
                text.append(some.get(random.nextInt(some.size())).formatted(i));
            }
            assertThat(faults(text.toString())).as(text.toString()).hasSize(mistakes);
        }
    }
}
