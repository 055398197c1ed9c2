package dev.slipway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
    private static final String TEN =
            IntStream.rangeClosed(1, 10).mapToObj(i -> i + "\n").collect(Collectors.joining());

    @Test
    void saysNothingWhereNothingChanges() {
        assertThat(diff(TEN, TEN)).isEmpty();
    }

    @Test
    void showsThreeLinesAroundAChange() {
        assertThat(diff(TEN, TEN.replace("5\n", "five\n"))).isEqualTo("""
                --- a/docs/x.md
                +++ b/docs/x.md
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                """);
    }

    @Test
    void comparesANewFileWithNothing() {
        assertThat(UnifiedDiff.of("x", Optional.empty(), Optional.of("1\n2\n"))).isEqualTo("""
                --- /dev/null
                +++ b/x
                @@ -0,0 +1,2 @@
                +1
                +2
                """);
    }

    @Test
    void comparesADeletedFileWithNothing() {
        assertThat(UnifiedDiff.of("x", Optional.of("1\n2\n"), Optional.empty())).isEqualTo("""
                --- a/x
                +++ /dev/null
                @@ -1,2 +0,0 @@
                -1
                -2
                """);
    }

    @Test
    void tellsAMissingLastLineEnd() {
        assertThat(diff("1\n2", "1\n2\n")).isEqualTo("""
                --- a/docs/x.md
                +++ b/docs/x.md
                @@ -1,2 +1,2 @@
                 1
                -2
                \\ No newline at end of file
                +2
                """);
    }

    @Test
    void comparesAnEmptyFile() {
        assertThat(diff("", "1\n")).isEqualTo("""
                --- a/docs/x.md
                +++ b/docs/x.md
                @@ -0,0 +1,1 @@
                +1
                """);
    }

    private static String diff(String before, String after) {
        return UnifiedDiff.of("docs/x.md", Optional.of(before), Optional.of(after));
    }

    /** The shortest diff of these takes minutes, and hundreds of megabytes, to find. */
    @Test
    void aFileThatIsAllDifferentIsReplacedAsAWhole() {
        String before = "\n".repeat(4 << 20);
        String after = "a\n".repeat(500);
        String diff = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> UnifiedDiff.of("a", Optional.of(before), Optional.of(after)));
        assertThat(diff)
                .startsWith("--- a/a\n+++ b/a\n@@ -1,4194304 +1,500 @@\n-\n-\n")
                .endsWith("+a\n+a\n");
        String numbers = IntStream.range(0, 40_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        assertThat(assertTimeoutPreemptively(
                        Duration.ofSeconds(60), () -> UnifiedDiff.of("a", Optional.of(numbers), Optional.of(after))))
                .startsWith("--- a/a\n+++ b/a\n@@ -1,40000 +1,500 @@\n");
        assertThat(UnifiedDiff.of("a", Optional.empty(), Optional.of(numbers)))
                .startsWith("--- /dev/null\n+++ b/a\n@@ -0,0 +1,40000 @@\n+0\n+1\n");
    }

    @Test
    void aFewChangesInALargeFileStayFew() {
        String before = IntStream.range(0, 40_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        String after = before.replace("\n7\n", "\nseven\n").replace("\n39000\n", "\n");
        assertThat(UnifiedDiff.of("a", Optional.of(before), Optional.of(after)).lines())
                .hasSize(19)
                .contains("-7", "+seven", "-39000");
    }
}
