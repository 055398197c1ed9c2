package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is not YAML shows the mistakes of all its keys, however deep, and none that it does not have. */
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
                        "10:3 duplicate key 'runner'",
                        "11:1 duplicate key 'docker'");
    }

    @Test
    void theMistakesInsideOneKeyAreFoundToo() {
        assertThat(faults("""
                on: push
                jobs:
                  test:
                    runs-on: [ubuntu-24.04
                    # the usual steps
                    steps:
                      - uses: actions/checkout@v4
                      - name: "Test
                        run: |
                          echo "a: [b
                      -
                        name: x: y
                        env:
                          A: 1
                          B: { c
                          A: 2
                  lint:
                \truns-on: ubuntu-24.04
                  pack:
                    steps: []
                    steps: []
                """))
                .containsExactly(
                        "4:14 this list is never closed",
                        "8:15 this quote is never closed",
                        "12:16 a second ':' on one line",
                        "15:14 this mapping is never closed",
                        "16:11 duplicate key 'A'",
                        "18:1 a tab indents this line",
                        "21:5 duplicate key 'steps'");
    }

    @Test
    void textInQuotesMayContinueAtTheIndentationOfItsKey() {
        assertThat(faults("""
                jobs:
                  a:
                    name: "runs
                    all: tasks
                    if: never"
                    if: [x
                  b: { c: 'x
                  d: [z' }
                  e: @f
                """)).containsExactly("6:9 this list is never closed", "9:6 a value cannot start with '@'");
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

    /** Each line that is broken in a sound workflow is found, and no other. */
    @Test
    void everyBrokenLineOfAWorkflowIsFound() throws IOException {
        String sound = Files.readString(Path.of("generated/otto/.github/workflows/release-and-publish.yml"));
        List<String> lines = sound.lines().toList();
        List<Integer> plain = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).matches(" +(- )?(runs-on|timeout-minutes|shell|contents|fetch-depth): .*"))
                .boxed()
                .toList();
        assertThat(plain).hasSizeGreaterThan(15);
        Random random = new Random(11);
        for (int round = 0; round < 100; round++) {
            List<String> broken = new ArrayList<>(lines);
            Set<Integer> wrong = new TreeSet<>();
            for (int i = 0; i < 5; i++) {
                int line = plain.get(random.nextInt(plain.size()));
                wrong.add(line + 1);
                String bad = random.nextBoolean() ? ": [" : ": x: ";
                broken.set(line, lines.get(line).replaceFirst(": ", bad));
            }
            assertThat(faults(String.join("\n", broken)).stream()
                            .map(fault -> Integer.valueOf(fault.replaceFirst(":.*", ""))))
                    .containsExactlyElementsOf(wrong);
        }
    }

    /** A text can have so many mistakes that reading each entry again would cost more than reading the text. */
    @Test
    void aDeepTextIsReadOnlySoOften() {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < 300; depth++) {
            text.append(" ".repeat(depth)).append("'a': # '\n");
        }
        assertThat(faults(text + " ".repeat(300) + "b: [c\n")).hasSize(1);
        assertThat(faults("a:\n" + "- ".repeat(60_000) + "b: [c\n")).isNotEmpty();
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
