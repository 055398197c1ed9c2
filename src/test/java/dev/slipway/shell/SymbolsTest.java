package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a value may be that only a run knows, by its name. */
class SymbolsTest {
    @ParameterizedTest
    @CsvSource({
        "steps.slug.outputs.version, true",
        "VERSION, true",
        "dispatch_version, true",
        "steps.slug.outputs.version-major, false",
        "MINOR_VERSION, false",
        "version_patch, false"
    })
    void aPartOfAVersionIsNotTakenForTheVersion(String name, boolean version) {
        assertThat(Symbols.byName(name)).isEqualTo(version ? Symbols.PROBABLE_VERSION : Symbols.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "github.event.release.name, false",
        "github.event.sender.name, false",
        "github.event.repository.name, true",
        "env.PROJECT_NAME, true",
        "steps.crate.outputs.name, true"
    })
    void theNameOfAReleaseIsNotThatOfTheProject(String name, boolean project) {
        assertThat(Symbols.byName(name)).isEqualTo(project ? Symbols.NAME : Symbols.UNKNOWN);
    }
}
