package dev.slipway.minimatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "dist-* ; dist-mac dist- ; dist Dist-mac",
                "dist-?? ; dist-ab ; dist-a dist-abc",
                "dist-[!a-c]* ; dist-d ; dist-a dist-",
                "dist-{mac,linux} ; dist-mac dist-linux ; dist-{mac,linux}",
                "a{1..3} ; a1 a2 a3 ; a4 a{1..3}",
                "a{08..12..2} ; a08 a10 a12 ; a09 a8",
                "a{c..a} ; aa ab ac ; ad",
                "{a,b{c,d}}e ; ae bce bde ; be",
                "{a} ; {a} ; a",
                "${a,b} ; ${a,b} ; $a",
                "{a,b ; {a,b ; a",
                "!dist-* ; notes ; dist-mac",
                "!!dist-* ; dist-mac ; notes",
                "!(a) ; a b ; (a)",
                "x!(a|b) ; x xc xab ; xa xb",
                "@(a|b)-?(c) ; a-c b- ; ab- c-",
                "+(a|b) ; a abba ; abc",
                "*(a|b)c ; c abc ; ab",
                "@(a|+(b|*(c))) ; a bcb ; ab",
                "x@(a ; x@(a ; xa",
                "[@(a|b) ; [@(a|b) ; [a",
                "[[:upper:][:digit:]]* ; A1 7 ; a1",
                "\\* ; * ; a",
                "* ; a a.b ; .a",
                ".* ; .a ; a",
                "?a ; ba ; .a",
                "[.]a ; .a ; a",
                "** ; a ; .a",
                "**/a* ; ab ; b",
                "a/** ; `` ; a ab",
                "`#a` ; `` ; a #a",
                "`\\#a` ; #a ; a",
            })
    void aPatternMeansNames(String pattern, String matching, String others) {
        NamePattern read = NamePattern.of(pattern);

        assertThat((matching == null ? "" : matching).split(" "))
                .filteredOn(name -> !name.isEmpty())
                .allMatch(read::matches);
        assertThat(others.split(" ")).noneMatch(read::matches);
    }

    @Test
    void noPatternIsSlow() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(NamePattern.of("*a*a*a*a*a*a*b").matches("a".repeat(5000)))
                    .isFalse();
            assertThat(NamePattern.of("b*a*a*a*a*a*a*").matches("a".repeat(5000)))
                    .isFalse();
            assertThat(NamePattern.of("b" + "*a".repeat(400) + "*").matches("a".repeat(2000)))
                    .isFalse();
            assertThat(NamePattern.of("b+(*(+(a|aa)|a)|aaa)").matches("a".repeat(200)))
                    .isFalse();
            assertThat(NamePattern.of("*a".repeat(400) + "b").matches("a".repeat(2000)))
                    .isFalse();
            assertThat(NamePattern.of("+(*(+(a|aa)|a)|aaa)b").matches("a".repeat(200)))
                    .isFalse();
            assertThat(NamePattern.of("x!(" + "*a".repeat(50) + "b)").matches("x" + "a".repeat(500)))
                    .isTrue();
        });
    }

    @Test
    void whatWouldFillTheMemoryIsRefused() {
        assertThatThrownBy(() -> NamePattern.of("{a,b}".repeat(100)))
                .isInstanceOf(RefusedPattern.class)
                .hasMessageContaining("more than 1,000 patterns");
        assertThatThrownBy(() -> NamePattern.of("{1..999999999}")).isInstanceOf(RefusedPattern.class);
        assertThatThrownBy(() -> NamePattern.of("a".repeat(1001)))
                .isInstanceOf(RefusedPattern.class)
                .hasMessageContaining("more than 1,000 characters");
        assertThat(NamePattern.of("{".repeat(1000)).matches("{".repeat(1000))).isTrue();
        assertThat(NamePattern.of("+(".repeat(500)).matches("a")).isFalse();
    }
}
