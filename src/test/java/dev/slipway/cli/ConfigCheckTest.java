package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ConfigCheck;
import dev.slipway.Examples;
import dev.slipway.facts.Day;
import dev.slipway.facts.Freshness;
import dev.slipway.facts.Runner;
import dev.slipway.facts.Runners;
import dev.slipway.source.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is right in a config and breaks the release all the same: every command says so, at the line of the config. */
class ConfigCheckTest {
    private static final String HEAD = "name: otto\nrepository: otto-rs/otto\nrust: { locked: false }\n";
    private static final String RETIRED = HEAD + "targets: [linux-amd64, macos-arm64]\nmacos: { runner: macos-14 }\n";
    private static final String MESSAGE = "macos-14 was retired on 2026-11-02 (actions/runner-images#13518)";

    @TempDir
    Path root;

    static Stream<Path> configs() {
        return Examples.configs().stream();
    }

    /** The last day of which anything is announced. */
    private static LocalDate newest() {
        return Runners.standard().all().stream()
                .flatMap(runner -> Stream.of(runner.available(), runner.deprecated(), runner.retired()))
                .flatMap(day -> day.map(Day::last).stream())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Half a year after anybody looked at the labels, so that none of them grows old before the next release. */
    private static LocalDate soon() {
        return Freshness.all().stream()
                .map(Freshness::checked)
                .max(LocalDate::compareTo)
                .orElseThrow()
                .plusMonths(6);
    }

    @ParameterizedTest
    @MethodSource("configs")
    void noExampleNamesARunnerThatIsGone(Path config) {
        assertThat(ConfigCheck.of(Examples.generate(Examples.read(config)), soon()))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "check", "plan", "doctor"})
    void aRetiredLabelIsAnErrorInEveryCommand(String command) throws IOException {
        Folder folder = new Folder(root).write("slipway.yml", RETIRED);

        Ran before = folder.run("generate", "--date", "2026-11-01");
        Ran ran = folder.run(command, "--date", "2026-11-02");

        assertThat(before.exit()).isZero();
        assertThat(before.err()).contains("slipway.yml:5:18: warning: macos-14 has been deprecated since 2026-07-06");
        assertThat(ran.exit()).isOne();
        assertThat(ran.out() + ran.err()).contains(MESSAGE, "write 'macos-15'", "slipway.yml:5:18");
    }

    @Test
    void nothingIsWrittenForARetiredLabel() throws IOException {
        Folder folder = new Folder(root).write("slipway.yml", RETIRED);

        Ran ran = folder.run("generate", "--date", "2026-11-02");

        assertThat(ran.exit()).isOne();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("""
                slipway.yml:5:18: error: %s; macos-15 and macos-26 are its successors [runner]
                macos: { runner: macos-14 }
                                 ^~~~~~~~
                help: write 'macos-15', or 'retired-runners: macos-14' if your own runners have that label
                1 error
                """.formatted(MESSAGE));
        assertThat(root.resolve(".github")).doesNotExist();
    }

    @Test
    void aLabelThatIsKeptIsANoteInPlanAndDoctorOnly() throws IOException {
        Folder folder = new Folder(root).write("slipway.yml", RETIRED + "retired-runners: [macos-14]\n");

        assertThat(folder.run("generate", "--date", "2026-11-02").err()).isEmpty();
        assertThat(folder.run("check", "--date", "2026-11-02")).isEqualTo(new Ran(0, "2 files are current\n", ""));
        Ran plan = folder.run("plan", "--date", "2026-11-02");
        Ran doctor = folder.run("doctor", "--date", "2026-11-02");

        assertThat(plan.exit()).isZero();
        assertThat(plan.err()).startsWith("slipway.yml:6:19: note: " + MESSAGE).contains("it is kept on purpose");
        assertThat(doctor.out()).contains("note: " + MESSAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "targets: [{ target: macos-arm64, runner: macos-13 }, linux-amd64] | 4:42 | macos-latest",
                "ci: { os: [ubuntu-latest, macos-13] } | 4:27 | macos-latest",
                "ci: { commands: { a: { run: b, os: ubuntu-20.04 } } } | 4:36 | ubuntu-24.04",
                "jobs: { a: { runs-on: '${{ matrix.o }}', needs: release, strategy: { matrix: { o: [Windows-2019] } "
                        + "}, steps: [{ run: b }] } } | 4:84 | windows-2022",
            })
    void everyPlaceWhereALabelCanStandIsLookedAt(String text, String place, String instead) {
        assertThat(ConfigCheck.of(Examples.generate(HEAD + text + "\n"), LocalDate.of(2027, 9, 1)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.position()).hasToString(place);
                    assertThat(finding.help()).startsWith("write '" + instead + "'");
                });
    }

    @Test
    void aDefaultThatGrowsOldIsAnErrorOfTheTargets() {
        String config = "repository: a/b\ncommand: { build: make }\ntargets: [macos-amd64]\n";
        assertThat(ConfigCheck.of(Examples.generate(config), LocalDate.of(2027, 9, 1)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).startsWith("macos-15-intel was retired in 2027-08");
                    assertThat(finding.position()).hasToString("3:10");
                });
    }

    @Test
    void labelsAreKeptOnlyWhereTheyAreUsedAndRetired() {
        assertThat(Examples.findings(RETIRED + "retired-runners: [macos-14, macos-13, macos-26, mine]\n"))
                .extracting(finding -> finding.position() + " " + finding.message())
                .containsExactly(
                        "6:29 not used: no job runs on 'macos-13'",
                        "6:39 GitHub has not retired a runner 'macos-26'",
                        "6:49 GitHub has not retired a runner 'mine'");
    }

    @Test
    void programsReadItInTheirFormats() throws IOException {
        Folder folder = new Folder(root).write("slipway.yml", RETIRED);
        folder.run("generate", "--date", "2026-11-01");

        assertThat(folder.run("check", "--date", "2026-11-02", "--format", "json")
                        .out())
                .contains("\"clean\": false", "\"rule\": \"runner\"", "\"line\": 5");
        assertThat(folder.run("check", "--date", "2026-11-02", "--format", "github")
                        .out())
                .startsWith("::error file=slipway.yml,line=5,col=18,");
        assertThat(folder.run("check", "--date", "2026-11-02", "--format", "sarif")
                        .out())
                .contains(
                        "\"ruleId\": \"runner\"",
                        "\"text\": \"GitHub hosts the runners in the config\"",
                        "docs/config.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "check", "plan", "doctor"})
    void aContainerOfOnesOwnIsAWarning(String command) throws IOException {
        Folder folder = new Folder(root)
                .write("slipway.yml", HEAD + "targets: linux-amd64\nlinux: { container: ghcr.io/me/builder }\n")
                .write("Cargo.toml", "[package]\nname = \"otto\"\nversion = \"1.0.0\"\n")
                .write("src/main.rs", "fn main() {}\n");
        folder.run("generate");

        Ran ran = folder.run(command);

        assertThat(ran.exit()).isZero();
        assertThat(ran.out() + ran.err())
                .contains("builds need apt-get and bash, and the name of 'ghcr.io/me/builder'", "slipway.yml:5:21");
    }

    @Test
    void everyRetiredRunnerHasAnotherToTake() {
        LocalDate day = newest();
        assertThat(Runners.standard().all())
                .filteredOn(runner -> runner.retired().isPresent())
                .extracting(runner -> Runners.standard().insteadOf(runner, day))
                .allSatisfy(label -> assertThat(Runners.standard().find(label))
                        .hasValueSatisfying(
                                it -> assertThat(it.verdict(day).fine()).isTrue()));
        assertThat(List.of("MACOS-14", "macos-14").stream()
                        .flatMap(label -> Runners.standard().find(label).stream())
                        .map(Runner::label))
                .containsExactly("macos-14", "macos-14");
    }
}
