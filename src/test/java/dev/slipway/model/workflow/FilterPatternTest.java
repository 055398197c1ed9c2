package dev.slipway.model.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns are read as GitHub reads them. */
class FilterPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v* | v, v1, v1.2.3 | 1, av, v/1",
                "v*x | vx, v1x, vxx | v, vy, v1xy",
                "v** | v, v1, v/1/2 | x, 1",
                "**x | x, a/x | xa, ''",
                "* | a | a/b",
                "ab?c | abc, ac | abbc, adc, ab",
                "ab+c | abc, abbbc | ac, abb",
                "?a | ?a | a, aa",
                "+a | +a | a",
                "v[0-9] | v0, v5, v9 | v, v:, v/, v10, v-",
                "v[a-] | va, v- | vb, vc, v",
                "[a-cx] | a, b, c, x | d, -, w, y",
                "[0-9a-f]z | 0z, 9z, az, fz | gz, -z, z, :z",
                "[abc] | a, b, c | d, ab",
                "[a]b | ab | b, a, aab",
                "[0-9]+.x | 1.x, 123.x | .x, a.x",
                "[0-9]?.x | 1.x, .x | 12.x",
                "v[ | v[ | v",
                "[]a | []a | a",
                "v*.*.* | v1.2.3, v.., v1.2.3.4 | v1.2",
            })
    void aPatternTakesSomeTagsAndNoOthers(String pattern, String some, String others) {
        assertThat(some.split(", ")).allMatch(tag -> FilterPattern.of(pattern).matches(tag.replace("''", "")));
        assertThat(others.split(", "))
                .noneMatch(tag -> FilterPattern.of(pattern).matches(tag.replace("''", "")));
    }

    @Test
    void noPatternTakesLongerThanItsLengthTimesThatOfTheTag() {
        String tag = "a".repeat(20_000);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(FilterPattern.of("*a".repeat(30) + "*b").matches(tag)).isFalse();
            assertThat(FilterPattern.of("a?".repeat(30) + "a+".repeat(30) + "b").matches(tag))
                    .isFalse();
        });
    }
}
