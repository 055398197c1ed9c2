package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.slipway.source.Wildcard.Dialect;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WildcardTest {
    private static boolean matches(String pattern, Dialect dialect, String text) {
        return Wildcard.of(pattern, dialect).matches(text);
    }

    @ParameterizedTest
    @EnumSource
    void noPatternTakesLongerThanItsLengthTimesThatOfTheText(Dialect dialect) {
        String text = "a".repeat(20_000);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(matches("*a".repeat(30) + "*b", dialect, text)).isFalse();
            assertThat(matches("**/".repeat(30) + "b", dialect, text)).isFalse();
            assertThat(matches("{a,a}".repeat(30) + "b", dialect, text)).isFalse();
            assertThat(matches("[".repeat(1000), dialect, "[".repeat(1000))).isTrue();
            assertThat(matches("{".repeat(1000), dialect, "{".repeat(1000))).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPatternThatIsTooLongMatchesOnlyItself(Dialect dialect) {
        String pattern = "*".repeat(Wildcard.LONGEST + 1);
        assertThat(matches(pattern, dialect, "a")).isFalse();
        assertThat(matches(pattern, dialect, pattern)).isTrue();
    }

    private static String some(Random random, int most, String... parts) {
        return random.ints(1 + random.nextInt(most), 0, parts.length)
                .mapToObj(part -> parts[part])
                .collect(Collectors.joining());
    }

    /** Stars of a folder are apart in these, and no set is empty: there the JDK reads other things into a pattern. */
    @Test
    void globsMatchAsThoseOfTheJdkDo() {
        Random random = new Random(9);
        for (int round = 0; round < 4000; round++) {
            String pattern = some(random, 5, "a", "b", "/", "*", "**", "?", "{a,b}", "{ab,*b}", "[a-c]", "[!a]", "\\*");
            String text = some(random, 6, "a", "b", "c", "/a", "*");
            boolean expected =
                    FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(text));
            assertThat(matches(pattern, Dialect.FILES, Path.of(text).toString()))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(expected);
        }
    }

    /** The regular expression that Docker makes of a pattern. */
    private static String regexOfDocker(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                regex.append(c).append(pattern.charAt(++i));
            } else if (pattern.startsWith("**", i)) {
                i += pattern.startsWith("**/", i) ? 2 : 1;
                regex.append(i + 1 == pattern.length() && !pattern.endsWith("/") ? ".*" : "(.*/)?");
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '.') {
                regex.append("\\.");
            } else {
                regex.append(c);
            }
        }
        return regex + "(/.*)?";
    }

    @Test
    void ignoredFilesAreThoseOfDocker() {
        Random random = new Random(9);
        for (int round = 0; round < 4000; round++) {
            String pattern = some(random, 5, "a", "b", ".", "/a", "*.", "**/", "?", "[a-c]", "[^a]", "\\*");
            String text = some(random, 6, "a", "b", "c", "/a", "*", ".");
            if (pattern.contains("[^a]") && text.contains("/")) {
                continue; // a set takes a slash in Docker, though no name has one
            }
            assertThat(matches(pattern, Dialect.DOCKERIGNORE, text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(Pattern.matches(regexOfDocker(pattern), text));
        }
    }

    @Test
    void theShortestAndTheLongestBeginningOfATextAreThoseOfARegularExpression() {
        Random random = new Random(9);
        for (int round = 0; round < 4000; round++) {
            String pattern = some(random, 4, "a", "b", "/", "*", "?", "[a-c]", "[^a]", "\\*");
            String text = some(random, 7, "a", "b", "/", "*");
            String regex = pattern.replace("\\*", "\u0001")
                    .replace("*", ".*")
                    .replace("?", ".")
                    .replace("\u0001", "\\*");
            java.util.regex.Matcher longest = Pattern.compile(regex).matcher(text);
            java.util.regex.Matcher shortest =
                    Pattern.compile(regex.replaceAll("(?<!\\\\)\\*", "*?")).matcher(text);
            Wildcard wildcard = Wildcard.of(pattern, Dialect.SHELL);
            assertThat(wildcard.prefix(text, 0, true))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(longest.lookingAt() ? longest.end() : -1);
            assertThat(wildcard.prefix(text, 0, false))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(shortest.lookingAt() ? shortest.end() : -1);
        }
    }

    @Test
    void eachDialectHasItsOwnSigns() {
        assertThat(matches("[]a]", Dialect.SHELL, "]")).isTrue();
        assertThat(matches("[!a]", Dialect.GO, "!"))
                .as("Go turns a set round by ^ alone")
                .isTrue();
        assertThat(matches("{a,b}", Dialect.CARGO, "a")).isFalse();
        assertThat(matches("\\*", Dialect.CARGO, "\\x"))
                .as("no escapes in Cargo")
                .isTrue();
        assertThat(matches("a*c", Dialect.SHELL, "a/c")).isTrue();
        assertThat(matches("a*c", Dialect.GO, "a/c")).isFalse();
        assertThat(matches("😀?", Dialect.GO, "😀😀")).isTrue();
    }
}
