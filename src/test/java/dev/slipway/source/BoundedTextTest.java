package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedTextTest {
    @Test
    void findsWhatARegularExpressionFinds() {
        assertThat(BoundedText.find("^v[0-9]{1,3}\\.", "v12.3")).isTrue();
        assertThat(BoundedText.find("^v[0-9]{1,3}$", "v12.3")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "^(?:a|a)*$", "(.*)(.*)(.*)(.*)(.*)c", "(((a{999}){999}){999}){999}"})
    void givesUpInsteadOfTryingForYears(String regex) {
        assertThatThrownBy(() -> BoundedText.find(regex, "a".repeat(5000) + "b"))
                .isInstanceOf(BoundedText.TooMuch.class);
    }
}
