package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagRuleTest {
    private static TagRule rule(String... patterns) {
        return new TagRule(List.of(patterns), TagRule.prefix(patterns[0]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "v* v1.2.3",
                "v* v",
                "* 1.2.3",
                "** a/b",
                "v[0-9]+.[0-9]+.[0-9]+ v10.20.30",
                "v[0-9]+.[0-9]+.[0-9]+* v1.2.3-rc.1",
                "v?1.* 1.0",
                "v?1.* v1.0",
                "[a-c]x bx",
                "[xyz-]1 -1",
            })
    void aTagThatFitsStartsARelease(String pattern, String tag) {
        assertThat(rule(pattern).starts(tag)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "v* 1.2.3",
                "v* v1/2",
                "* a/b",
                "v[0-9]+.[0-9]+.[0-9]+ v1.2",
                "v[0-9]+.[0-9]+.[0-9]+ v1.2.3-rc.1",
                "v1.2.3 v1x2.3",
                "v?1 vv1",
                "[a-c]x dx",
                "[c-a]x bx",
            })
    void aTagThatDoesNotFitStartsNothing(String pattern, String tag) {
        assertThat(rule(pattern).starts(tag)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "v*.*.*-pre.*, true",
        "v[0-9]+.[0-9]+.[0-9]+-nightly.**.x, true",
        "v*.*.*-pre_*, false",
        "v*.*.*.pre.*, false"
    })
    void wordsBetweenWildcardsMayBeThoseOfAVersion(String pattern, boolean version) {
        assertThat(rule(pattern).starting().isPresent()).isEqualTo(version);
    }

    @Test
    void oneOfManyPatternsIsEnough() {
        assertThat(rule("v1.*", "v2.*").starts("v2.0.0")).isTrue();
    }

    @Test
    void manyWildcardsDoNotTakeForever() {
        assertThat(rule("v*+*?*+*?*+*?*+x").starts("v" + "a".repeat(200))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "v* v1.2.3",
                "* 1.2.3",
                "v2.* v2.2.3",
                "v2.4.* v2.4.3",
                "release-[0-9]+.* release-1.2.3",
                "v1.0.0 v1.0.0"
            })
    void anExampleIsATagThatStartsARelease(String pattern, String example) {
        assertThat(rule(pattern).example().name()).isEqualTo(example);
        assertThat(rule(pattern).starts(example)).isTrue();
    }

    @Test
    void wherePatternsTakeNoVersionTheExampleIsOneAllTheSame() {
        assertThat(rule("v[a-z]*").example()).isEqualTo(new Tag("v1.2.3", "1.2.3"));
    }

    @Test
    void buildMetadataIsNoPartOfAnImagesVersion() {
        Tag tag = Tag.of("v1.2.3+5", "v").orElseThrow();

        assertThat(ImageTags.usual(new TagRule(List.of("v*"), "v")).at(tag, "abc", ""))
                .containsExactly("latest", "1.2.3", "v1.2.3-5", "1.2", "sha-abc");
    }

    /** The examples of <a href="https://semver.org/">Semantic Versioning</a>, and labels that begin like numbers. */
    @ParameterizedTest
    @CsvSource({
        "1.0.0-alpha.1, true",
        "1.0.0-0.3.7, true",
        "1.0.0-x.7.z.92, true",
        "1.0.0-x-y-z.--, true",
        "1.0.0-a.0a, true",
        "1.0.0-a.1b.2, true",
        "1.0.0-rc.0-1, true",
        "1.0.0-rc.1-2+build.01, true",
        "1.0.0-rc.01, false",
        "1.0.0-01, false",
        "1.0.0-rc.., false",
        "01.0.0, false",
        "1.0.0-, false",
        "1.0.0+, false",
    })
    void aVersionIsOneAsSemanticVersioningSays(String version, boolean valid) {
        assertThat(rule("v*").read("v" + version).isPresent()).isEqualTo(valid);
    }
}
