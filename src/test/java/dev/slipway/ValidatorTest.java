package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.files.FileSet;
import dev.slipway.files.GeneratedFile;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated is validated, and what is wrong with it is traced to the config. */
class ValidatorTest {
    private static final String RELEASE = ".github/workflows/release-and-publish.yml";
    private final Validator validator = new Validator(LocalDate.of(2026, 1, 1));

    static Stream<Path> configs() {
        return Examples.configs().stream();
    }

    @ParameterizedTest
    @MethodSource("configs")
    void noGeneratedFileHasAFinding(Path config) {
        assertThat(validator.check(Examples.generate(Examples.read(config))))
                .filteredOn(finding ->
                        !finding.rule().equals("runner") || finding.severity() != Severity.NOTE) // kept on purpose
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runs-on: macos-14 | runs-on: macos-1 | it comes from 'macos.runner' at slipway.yml:6:18",
                "tags: ['v*'] | tagz: ['v*'] | it comes from the default of 'tag' in slipway.yml",
                "name: Create the release | nme: Create the release | it comes from the default of 'release' in slipway.yml",
            })
    void aFindingNamesTheKeyThatItComesFrom(String right, String wrong, String help) {
        List<Finding> findings = validator.check(with(right, wrong));
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(RELEASE);
            assertThat(finding.help()).endsWith(help);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "container: debian:bookworm # zizmor | container: [] # zizmor | 5:21",
                "needs: build-linux | needs: build-windows | 7:9",
                "- platform: macos-arm64 | - platform: '${{ nope }}' | 4:10",
                "timeout-minutes: 60 | timeout-minutes: [60] | 3:7",
            })
    void anErrorThatAKeyMakesIsAtThatKey(String right, String wrong, String place) {
        assertThatExceptionOfType(InvalidSource.class)
                .isThrownBy(() -> validator.check(with(right, wrong)))
                .satisfies(invalid -> assertThat(invalid.findings()).anySatisfy(finding -> {
                    assertThat(finding.file()).isEqualTo("slipway.yml");
                    assertThat(finding.position()).hasToString(place);
                    assertThat(finding.help()).contains("it is generated into " + RELEASE + ":");
                }));
    }

    private static Generation with(String right, String wrong) {
        Generation otto = Examples.otto();
        List<GeneratedFile> files = otto.files().files().stream()
                .map(file -> new GeneratedFile(file.path(), file.text().replace(right, wrong)))
                .toList();
        assertThat(files).isNotEqualTo(otto.files().files());
        return new Generation(otto.document(), otto.plan(), otto.blueprint(), otto.overrides(), new FileSet(files));
    }

    @ParameterizedTest
    @CsvSource({"tar.zst, 1", "'{ macos: tar.zst }', 0", "'{ linux: tar.zst }', 1", "tar.xz, 0"})
    void anInstallerThatNeedsZstdIsAWarningAtItsLine(String format, int count) {
        List<Finding> findings = validator.check(Examples.generate("repository: a/b\nrust: {}\ntargets: linux-amd64\n"
                + "archive:\n  format: " + format + "\npackages: { installers: shell }\n"));
        assertThat(findings)
                .filteredOn(finding -> finding.message().contains("needs zstd"))
                .hasSize(count);
        assertThat(findings)
                .filteredOn(finding -> finding.message().contains("needs zstd"))
                .allMatch(finding -> finding.severity() == Severity.WARNING
                        && finding.file().equals("slipway.yml")
                        && finding.position().line() == 5);
    }
}
