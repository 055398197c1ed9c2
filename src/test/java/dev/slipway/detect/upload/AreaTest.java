package dev.slipway.detect.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two patterns have files in common if their folders and the beginnings and ends of their names agree. */
class AreaTest {
    @ParameterizedTest
    @CsvSource({
        "dist/*, dist/*.msi, *.msi",
        "dist/kelp-*, dist/*.msi, kelp-*.msi",
        "dist/kelp-{version}-*.zip, dist/*, kelp-*.zip",
        "out/**, out/a/b/*.zip, *.zip",
        "**/*.zip, dist/kelp*, kelp*.zip",
        "./dist/{?}.rpm, dist/*, *.rpm",
        "dist/kelp.zip, dist/*.zip, kelp.zip"
    })
    void whatIsInBoth(String one, String other, String names) {
        assertThat(Area.of("", one).and(Area.of("", other)).map(Area::names)).contains(names);
        assertThat(Area.of("", other).and(Area.of("", one)).map(Area::names)).contains(names);
    }

    @ParameterizedTest
    @CsvSource({
        "dist/*, out/*",
        "dist/*, dist/docs/*",
        "dist/*.deb, dist/*.rpm",
        "dist/kelp-*, dist/weed-*",
        "out/**, outer/*"
    })
    void nothingIsInBoth(String one, String other) {
        assertThat(Area.of("", one).and(Area.of("", other))).isEmpty();
        assertThat(Area.of("", other).and(Area.of("", one))).isEmpty();
    }
}
