package dev.slipway.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    @Test
    void hasALineForEachFileSortedByPath() {
        assertThat(Manifest.of("1.2.3", Optional.empty(), Map.of("b", Set.of(TWO), ".github/a.yml", Set.of(ONE)))
                        .text())
                .isEqualTo("""
                        {
                          ".github/a.yml": "%s",
                          "b": "%s",
                          "//": "sha256 of each file as slipway 1.2.3 wrote it"
                        }
                        """.formatted(ONE, TWO));
    }

    @Test
    void readsWhatItWrites() {
        Manifest manifest = Manifest.of(
                "1.2.3-rc.1", Optional.empty(), Map.of("b", Set.of(TWO, ONE), "a b", Set.of(ONE + Manifest.ADOPTED)));
        assertThat(Manifest.parse(manifest.text())).isEqualTo(manifest);
    }

    @Test
    void readsWhatAFormatterMadeOfIt() {
        Manifest manifest = Manifest.of("1.2.3", Optional.empty(), Map.of("a", Set.of(ONE), "b", Set.of(TWO)));
        assertThat(Manifest.parse(manifest.text().replaceAll("\\s*\\n\\s*", "")))
                .isEqualTo(manifest);
    }

    @Test
    void takesTheHashesOfBothSidesOfAConflict() {
        Manifest manifest = Manifest.parse("""
                {
                <<<<<<< HEAD
                  "a": "%s",
                =======
                  "a": "%s",
                >>>>>>> other
                  "//": "sha256 of each file as slipway 1.2.3 wrote it"
                }
                """.formatted(ONE, TWO));
        assertThat(manifest.state()).isEqualTo(ManifestState.DAMAGED);
        assertThat(manifest.hashesOf("a")).containsExactly(ONE, TWO);
    }

    @Test
    void expectsNothingOfOtherText() {
        for (String text : new String[] {"", "[]", "{}", "{\"files\": []}", "\u0000", "{\"a\": \"123\"}"}) {
            Manifest manifest = Manifest.parse(text);
            assertThat(manifest.state()).as(text).isEqualTo(ManifestState.DAMAGED);
            assertThat(manifest.files()).as(text).isEmpty();
            assertThat(manifest.version()).as(text).isEmpty();
        }
    }

    @Test
    void doesNotBelieveInPathsThatLeaveTheRepository() {
        Manifest manifest = Manifest.parse(Manifest.of(
                        "1.2.3",
                        Optional.empty(),
                        Map.of("../a", Set.of(ONE), "/b", Set.of(ONE), ".git/config", Set.of(ONE)))
                .text());
        assertThat(manifest.state()).isEqualTo(ManifestState.DAMAGED);
        assertThat(manifest.files()).isEmpty();
    }
}
