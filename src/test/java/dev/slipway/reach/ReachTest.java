package dev.slipway.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts which releases of well-known tools a config can say, by saying each. */
class ReachTest {
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
    void countsWhatIsCarried() {
        Map<String, List<String>> blocked = new TreeMap<>();
        RELEASES.forEach(release -> {
            System.out.println(release.project() + " "
                    + release.missing().stream().map(Feature::word).collect(Collectors.joining(" ")));
        });
        System.out.println("whole "
                + RELEASES.stream().filter(it -> it.missing().isEmpty()).count() + " one "
                + RELEASES.stream().filter(it -> it.missing().size() <= 1).count());
    }
}
