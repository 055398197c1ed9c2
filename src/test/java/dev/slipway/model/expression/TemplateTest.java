package dev.slipway.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void findsExpressionsAndWhereTheyStand() {
        assertThat(Template.of("v${{ a }}-${{b}}").codes())
                .containsExactly(new Template.Code("a", 1, 9), new Template.Code("b", 10, 16));
        assertThat(Template.of("plain }} text").codes()).isEmpty();
    }

    @Test
    void doesNotTakeBracesInAQuotedTextForTheEnd() {
        assertThat(Template.of("${{ format('}}''{0}', a) }}").codes())
                .containsExactly(new Template.Code("format('}}''{0}', a)", 0, 27));
    }

    @Test
    void knowsWhetherAnExpressionStandsAlone() {
        assertThat(Template.of("${{ a }}").isSingle()).isTrue();
        assertThat(Template.of("${{ a }}\n").isSingle()).isFalse();
        assertThat(Template.of("${{ a }}${{ b }}").isSingle()).isFalse();
        assertThat(Template.of("a").isSingle()).isFalse();
    }

    @Test
    void refusesWhatIsNotClosed() {
        assertThatThrownBy(() -> Template.of("x ${{ 'a }}"))
                .isInstanceOfSatisfying(
                        InvalidExpression.class, e -> assertThat(e.offset()).isEqualTo(2));
    }
}
