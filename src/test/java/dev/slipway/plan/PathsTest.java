package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {
    @ParameterizedTest
    @CsvSource({
        "slipway.yml,''",
        "beta.yml,beta",
        "slipway.beta.yml,beta",
        "beta.slipway.yml,beta",
        "beta/slipway.yml,beta",
        "beta/slipway.cli.yml,beta-cli",
        "tools/beta/slipway.yml,tools-beta",
        ".github/slipway.yml,github",
        "Beta Tool.yaml,beta-tool",
        "v1..x--.yml,v1-x",
        "/elsewhere/beta.yml,beta",
        "/elsewhere/slipway.yml,''",
        "../beta/slipway.yml,''",
        "C:/elsewhere/beta.yml,beta",
        "日本.yml,''"
    })
    void theNameOfTheConfigIsTheWordForTheProject(String config, String word) {
        assertThat(Paths.of(config).project()).isEqualTo(word);
    }

    @Test
    void theUsualProjectHasTheUsualNames() {
        assertThat(Paths.USUAL.release()).isEqualTo(".github/workflows/release-and-publish.yml");
        assertThat(Paths.USUAL.ci()).isEqualTo(".github/workflows/ci.yml");
        assertThat(Paths.USUAL.packages()).isEqualTo(".slipway/packages/");
        assertThat(Paths.USUAL.title("Release")).isEqualTo("Release");
    }

    @Test
    void anotherProjectHasItsWordInEveryName() {
        Paths beta = Paths.of("beta.yml");
        assertThat(beta.release()).isEqualTo(".github/workflows/release-and-publish-beta.yml");
        assertThat(beta.ci()).isEqualTo(".github/workflows/ci-beta.yml");
        assertThat(beta.packages()).isEqualTo(".slipway/packages/beta/");
        assertThat(beta.title("Release")).isEqualTo("Release beta");
        assertThat(beta.mark("ci")).isEqualTo("ci-beta");
    }
}
