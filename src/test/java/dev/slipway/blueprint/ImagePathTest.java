package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an image holds its programs. */
class ImagePathTest {
    private static Generation generation(String docker) {
        return Examples.generate("repository: a/otto\nrust: {}\ndocs: { release: RELEASE.md }\n"
                + "targets: [linux-amd64, linux-amd64-musl]\ndocker: { " + docker + " }\n");
    }

    private static String file(Generation generation, String path) {
        return generation.files().file(path).orElseThrow().text();
    }

    @ParameterizedTest
    @CsvSource({
        "base: debian, /usr/local/bin/otto, otto",
        "'base: debian, path: /usr/bin', /usr/bin/otto, otto",
        "'base: debian, path: /opt/otto/bin', /opt/otto/bin/otto, /opt/otto/bin/otto",
        "'base: scratch, path: /', /otto, /otto",
        "base: scratch, /usr/local/bin/otto, /usr/local/bin/otto",
    })
    void aProgramIsCalledByItsNameOnlyWhereThatIsFound(String docker, String place, String command) {
        assertThat(file(generation(docker), "Dockerfile"))
                .contains("COPY --from=binaries --chmod=755 ${TARGETARCH}/otto " + place + "\n")
                .contains("ENTRYPOINT [\"" + command + "\"]");
    }

    @Test
    void thePageSaysWhereToCopyItFrom() {
        assertThat(file(generation("base: scratch, path: /"), "RELEASE.md")).contains("COPY --from=otto /otto /otto");
    }

    @Test
    void noFileTakesThePlaceOfAProgram() {
        assertThat(Examples.findings(
                        "repository: a/otto\nrust: {}\ndocker: { path: /usr/bin, files: { a: /usr/bin/otto } }\n"))
                .extracting(finding -> finding.message())
                .containsExactly("'/usr/bin/otto' is already the place of the program");
    }
}
