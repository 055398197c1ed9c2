package dev.slipway.detect.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlFileTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int SIZE = 1 << 18;
    private static final long MOST_ALLOCATED = 200L * SIZE;

    private static TomlFile read(String text) {
        return TomlFile.read(new SourceText("Cargo.toml", text));
    }

    private static long allocatedBy(Runnable work) {
        work.run();
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "#\n",
                " \n",
                "a=[\n\n]\n",
                "[[a]]\n",
                "a={b=1}\n",
                "[a.b.c.d.e]\n",
                "9",
                "a.",
                "\"",
                "'",
                "= ",
                "[",
                "{"
            })
    void aFileCostsNoMoreThanItsSize(String unit) {
        String text = unit.repeat(SIZE / unit.length());
        assertThat(allocatedBy(() -> read(text))).isLessThan(MOST_ALLOCATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,", "[],", "{a=1},", "true,"})
    void anArrayCostsNoMoreThanItsSize(String item) {
        String text = "a = [" + item.repeat(SIZE / item.length()) + "]";
        assertThat(read(text).findings()).isEmpty();
        assertThat(allocatedBy(() -> read(text))).isLessThan(MOST_ALLOCATED);
    }

    @Test
    void whatIsBeforeAMistakeIsRead() {
        TomlFile file = read("[package]\nname = \"tool\"\nversion = \n[dependencies]\na = \"1\"\n");
        assertThat(file.top().text("package", "name")).hasValue("tool");
        assertThat(file.top().has("dependencies")).isFalse();
        assertThat(file.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.position()).hasToString("3:11");
            assertThat(finding.message()).isEqualTo("newline not permitted here");
        });
    }

    @Test
    void aMistakeInFrontOfAnotherHidesNothingInFrontOfBoth() {
        TomlFile file = read("[package]\nname = \"tool\"\nkeywords = [\n\"a\",\n\"b\n");
        assertThat(file.top().text("package", "name")).hasValue("tool");
        assertThat(file.findings()).extracting(Finding::file).containsExactly("Cargo.toml");
    }

    @Test
    void aMessageDoesNotRepeatALongValue() {
        assertThat(read("a = " + "9".repeat(5_000)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).hasSizeLessThan(100));
    }

    @Test
    void aTableInBracesMayHaveSeveralLines() {
        TomlFile file = read("""
                [package]
                name = "tool"
                [dependencies]
                a = {
                  version = "1", # the "}" of a comment ends nothing
                  features = [
                    "x}y",
                  ],
                }
                b = { path = 'C:\\' }
                [package.metadata]
                last = true
                """);
        assertThat(file.findings()).isEmpty();
        assertThat(file.top().text("dependencies", "a", "version")).hasValue("1");
        assertThat(file.top().texts("dependencies", "a", "features")).containsExactly("x}y");
        assertThat(file.top().flag("package", "metadata", "last")).hasValue(true);
    }

    @Test
    void aMistakeBehindSuchATableKeepsItsLine() {
        TomlFile file = read("a = {\n  b = 1,\n}\nc = \n");
        assertThat(file.top().has("a", "b")).isTrue();
        assertThat(file.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.position()).hasToString("4:5"));
    }
}
