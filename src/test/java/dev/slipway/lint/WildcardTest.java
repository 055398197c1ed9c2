package dev.slipway.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.slipway.source.SourceText;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WildcardTest {
    @Test
    void manyStarsInAnArtifactPatternDoNotHang() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertFalse(NamePattern.matches("*a".repeat(12) + "*b", "a".repeat(5000))));
    }

    @Test
    void manyBracesDoNotHang() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertFalse(NamePattern.matches("{a,a}".repeat(60) + "b", "a".repeat(60))));
    }

    @Test
    void manyStarsInAnIgnoreFileDoNotHang() {
        IgnoreFile file = IgnoreFile.of(new SourceText(".dockerignore", "*a".repeat(12) + "*b\n"));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertFalse(file.ignores("a".repeat(5000))));
    }

    @Test
    void aBraceWithoutAPartnerIsAPlainCharacter() {
        assertTrue(NamePattern.matches("{a{b}", "{ab"));
        assertTrue(NamePattern.matches("a}", "a}"));
    }

    @Test
    void namesMatchAsTheGlobsOfTheJdkDo() {
        Random random = new Random(9);
        String[] parts = {"a", "b", "*", "?", "{a,b}", "{ab,*b}"};
        for (int round = 0; round < 5000; round++) {
            StringBuilder pattern = new StringBuilder();
            random.ints(1 + random.nextInt(4), 0, parts.length).forEach(i -> pattern.append(parts[i]));
            StringBuilder name = new StringBuilder();
            random.ints(1 + random.nextInt(5), 0, 2).forEach(i -> name.append("ab".charAt(i)));
            boolean expected =
                    FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(name.toString()));
            assertEquals(expected, NamePattern.matches(pattern.toString(), name.toString()), pattern + " on " + name);
        }
    }
}
