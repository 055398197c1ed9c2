package dev.slipway.files;

import static org.assertj.core.api.Assertions.assertThat;

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
}
