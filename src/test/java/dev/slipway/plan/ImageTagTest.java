package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tags are those that docker/metadata-action v6.2.0 sets for the rules; it was run on each of these. */
class ImageTagTest {
    private static final List<String> ALL =
            List.of("latest", "{version}", "{tag}", "{major}.{minor}", "{major}", "stable", "sha-{sha}");

    private static List<String> tags(String tag, String prefix, String suffix) {
        return ImageTags.of(ALL).at(Tag.of(tag, prefix).orElseThrow(), "0123456", suffix);
    }

    @ParameterizedTest
    @CsvSource({
        "v0.6.3, v, latest 0.6.3 v0.6.3 0.6 stable sha-0123456",
        "v1.2.3, v, latest 1.2.3 v1.2.3 1.2 1 stable sha-0123456",
        "v1.2.3-rc.1, v, 1.2.3-rc.1 v1.2.3-rc.1 sha-0123456",
        "v1.2.3+b5, v, latest 1.2.3 v1.2.3-b5 1.2 1 stable sha-0123456",
        "1.2.3, '', latest 1.2.3 1.2 1 stable sha-0123456",
        "1.2.3-rc.1, '', 1.2.3-rc.1 sha-0123456",
        "cli-v1.2.3, cli-v, latest 1.2.3 cli-v1.2.3 1.2 1 stable sha-0123456",
        "cli-v1.2.3-rc.1, cli-v, 1.2.3-rc.1 cli-v1.2.3-rc.1 sha-0123456",
        "a.b/v1.2.3, a.b/v, latest 1.2.3 a.b-v1.2.3 1.2 1 stable sha-0123456"
    })
    void aReleaseHasTheTagsThatTheActionSets(String tag, String prefix, String expected) {
        assertThat(tags(tag, prefix, "")).containsExactly(expected.split(" "));
    }

    @Test
    void aVariantHasItsSuffixBehindEachTag() {
        assertThat(tags("v1.2.3", "v", "-alpine"))
                .containsExactly(
                        "latest-alpine",
                        "1.2.3-alpine",
                        "v1.2.3-alpine",
                        "1.2-alpine",
                        "1-alpine",
                        "stable-alpine",
                        "sha-0123456-alpine");
    }

    @Test
    void aPrereleaseMovesNothingThatALaterReleaseTakesOver() {
        Tag tag = Tag.of("v2.0.0-rc.1", "v").orElseThrow();

        assertThat(ImageTags.of(ALL).moving(tag, "")).containsExactly("latest", "2.0", "2", "stable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{version} | v | type=semver,pattern={{version}}",
                "{tag} | v | type=semver,pattern={{raw}}",
                "{tag} | cli-v | type=ref,event=tag",
                "{major}.{minor} | cli.v | type=semver,pattern={{major}}.{{minor}},match=^cli\\.v(.+)$",
                "v{major} | '' | type=semver,pattern=v{{major}}",
                "sha-{sha} | v | type=sha",
                "{sha} | v | type=sha,prefix=",
                "git-{sha}-x | v | type=sha,prefix=git-,suffix=-x"
            })
    void everyTagIsARuleOfTheAction(String template, String prefix, String rule) {
        assertThat(new ImageTag(template).rule(new TagRule(List.of(prefix + "*"), prefix)))
                .isEqualTo(rule);
    }

    @Test
    void theVersionComesFirstBecauseItIsTheVersionLabel() {
        assertThat(ImageTags.of(List.of("{major}", "{version}")).all())
                .extracting(ImageTag::template)
                .containsExactly("{version}", "{major}");
    }
}
