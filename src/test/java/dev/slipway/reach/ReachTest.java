package dev.slipway.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.slipway.Examples;
import dev.slipway.GoldenTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts which releases of well-known tools a config can say, by saying each. */
class ReachTest {
    private static final Path PAGE = Path.of("docs/reach.md");
    private static final Map<String, Feature> FEATURES = Feature.all();
    private static final List<Release> RELEASES = Release.all(FEATURES);

    static List<Feature> carried() {
        return FEATURES.values().stream().filter(Feature::carried).toList();
    }

    static List<Release> releases() {
        return RELEASES;
    }

    @ParameterizedTest
    @MethodSource("carried")
    void whatIsCarriedShowsInTheFiles(Feature feature) {
        assertThat(feature.lacks()).as(feature.word()).isEmpty();
        assertThat(feature.generated())
                .as(feature.word())
                .contains(feature.shows().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aReleaseIsSaidInOneConfig(Release release) {
        assertThat(Examples.findings(release.config()))
                .as(release.project() + "\n" + release.config())
                .isEmpty();
    }

    @Test
    void everyFeatureIsNeededAndSaysWhatItLacks() {
        assertThat(RELEASES).hasSize(37);
        assertThat(FEATURES.values()).allSatisfy(feature -> {
            assertThat(feature.lacks().isPresent()).as(feature.word()).isNotEqualTo(feature.carried());
            assertThat(RELEASES.stream().anyMatch(release -> release.needs().contains(feature)))
                    .as(feature.word())
                    .isTrue();
        });
    }

    @Test
    void thePageSaysWhatIsCarried() throws IOException {
        String page = ReachPage.of(FEATURES.values(), RELEASES, Example.all());
        if (GoldenTest.writes(System.getProperty("golden", ""), System.getenv())) {
            Files.writeString(PAGE, page);
            fail("wrote %s, review it", PAGE);
        }
        assertThat(Examples.read(PAGE).replace("\r\n", "\n")).isEqualTo(page);
    }

    @Test
    void aConfigIsAFifthOfTheWorkflowsByHandAtMost() {
        assertThat(Example.all())
                .hasSizeGreaterThan(12)
                .allSatisfy(example -> assertThat(example.lines() * 5)
                        .as(example.project())
                        .isLessThanOrEqualTo(example.linesByHand()));
    }

    /** What was carried once stays so. */
    @Test
    void halfOfTheReleasesAreCarriedWhole() {
        assertThat(ReachPage.lacking(RELEASES, 0)).isGreaterThanOrEqualTo(20);
        assertThat(ReachPage.lacking(RELEASES, 1)).isGreaterThanOrEqualTo(25);
    }
}
