package dev.slipway.model.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns are refused as GitHub refuses them, and if they can match nothing. */
class FilterSyntaxTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0-]+.[0-9]+.[0-9]+ | has a range without an end: '0-'",
                "v[a-c-] | ''",
                "v[a-b-z] | ''",
                "v[-a] | ''",
                "v[z-a] | has a range that runs backwards: 'z-a'",
                "v[] | has empty brackets",
                "v[0-9 | has a '[' without ']'",
                "v[0-9]+ | ''",
                "+1 | has nothing in front of '+' to repeat",
                "!?1 | has nothing in front of '?' to repeat",
                "v*+ | has nothing in front of '+' to repeat",
                "v++ | has nothing in front of '+' to repeat",
                "v\\++ | ''",
                "v\\x | has a '\\' in front of nothing special",
                "v\\* | has a '*', which no name in Git has",
                "v 1 | has a ' ', which no name in Git has",
                "! | is empty",
                "v. | matches no name that Git allows",
                "a..b | matches no name that Git allows",
                "a.b.?c | ''",
                "a..?c | ''",
                "v[..]x | ''",
                "a//b | matches no name that Git allows",
            })
    void aPatternOfTagsIsJudged(String pattern, String fault) {
        assertThat(FilterSyntax.refFault(pattern).orElse("")).startsWith(fault);
        assertThat(FilterSyntax.refFault(pattern).isPresent()).isEqualTo(!fault.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b", "docs with a space/**", "a~^:b", "!**/[a-z]?.txt", "..a", "a\\[b", "a."})
    void pathsMayHaveWhatNamesInGitHaveNot(String pattern) {
        assertThat(FilterSyntax.pathFault(pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[", "a[0-]", "+", "**+", "/a", "a/../b", " a", "a ", "a\nb", ""})
    void aPatternOfPathsMayMatchNothingOrBeUnreadable(String pattern) {
        assertThat(FilterSyntax.pathFault(pattern)).isPresent();
    }
}
