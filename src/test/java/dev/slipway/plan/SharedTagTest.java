package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedTagTest {
    private static TagRule rule(String patterns) {
        List<String> all = List.of(patterns.split(" "));
        return new TagRule(all, TagRule.prefix(all.get(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "v*,beta-v*",
        "alpha-v*,beta-v*",
        "alpha/v*,beta/v*",
        "v[0-9]+.*,beta-v[0-9]+.*",
        "*,beta/v*",
        "v*-beta,v*-alpha",
        "'v* !v*-nightly','v*-nightly'",
        "[0-9]+.[0-9]+.[0-9]+,v*",
        "'* !beta-*','beta-v*'",
        "v1?,v11*"
    })
    void noTagStartsBoth(String one, String other) {
        assertThat(rule(one).sharedWith(rule(other))).isEmpty();
        assertThat(rule(other).sharedWith(rule(one))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "v*,v*",
        "*,beta-v*",
        "**,beta/v*",
        "v*,v[0-9]+.[0-9]+.[0-9]+",
        "v*-x,v1.*",
        "'v* !v*-nightly','v*'",
        "'v* !v1*','v1* v*'",
        "'alpha-* ','alpha-cli-v*'",
        "v[0-4]*-rc*,v[4-9]*"
    })
    void aTagStartsBoth(String one, String other) {
        String tag = rule(one).sharedWith(rule(other)).orElseThrow();
        assertThat(rule(one).starts(tag)).as(tag).isTrue();
        assertThat(rule(other).starts(tag)).as(tag).isTrue();
        assertThat(rule(other).sharedWith(rule(one))).isPresent();
    }

    @Test
    void theTagThatIsShownIsAVersionWhereOneIs() {
        assertThat(rule("*").sharedWith(rule("beta-v*"))).contains("beta-v1.2.3");
    }

    @Test
    void manyWildcardsEnd() {
        TagRule one = rule("a*a*a*a*a*a*a*a*a*a*x");
        TagRule other = rule("a*a*a*a*a*a*a*a*a*a*y");
        assertThat(one.sharedWith(other)).isEmpty();
    }
}
