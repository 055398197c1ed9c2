package dev.slipway.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunnersTest {
    private final Runners runners = Runners.standard();

    @Test
    void aRetiredLabelNamesItsEndItsSourceAndItsSuccessors() {
        assertThat(verdict("macos-14", "2026-11-23"))
                .isEqualTo(new Verdict(
                        Verdict.Kind.RETIRED,
                        "macos-14 was retired on 2026-11-02 (actions/runner-images#13518); macos-15 and macos-26 are its"
                                + " successors"));
    }

    @Test
    void aLabelIsRetiredFromTheDayItself() {
        assertThat(verdict("macos-14", "2026-11-01").kind()).isEqualTo(Verdict.Kind.DEPRECATED);
        assertThat(verdict("macos-14", "2026-11-02").kind()).isEqualTo(Verdict.Kind.RETIRED);
    }

    @Test
    void aDeprecatedLabelSaysWhenItEnds() {
        assertThat(verdict("ubuntu-22.04", "2026-11-23").message())
                .isEqualTo(
                        "ubuntu-22.04 has been deprecated since 2026-09-17 and will be retired on 2027-04-17, with planned failures on 2027-03-23, 2027-03-30, 2027-04-06, 2027-04-13"
                                + " (actions/runner-images#14254); ubuntu-24.04 and ubuntu-26.04 are its successors");
    }

    @Test
    void aBrownoutThatIsOverIsNoNews() {
        assertThat(verdict("ubuntu-22.04-arm", "2027-04-06").message())
                .contains("with planned failures on 2027-04-06, 2027-04-13 (");
        assertThat(verdict("ubuntu-22.04-arm", "2027-04-14").message()).doesNotContain("on purpose");
    }

    @Test
    void anEndThatIsOnlyKnownByItsMonthIsNearHalfAYearBefore() {
        assertThat(verdict("macos-26-intel", "2026-11-23").fine()).isTrue();
        assertThat(verdict("macos-26-intel", "2027-03-01").message())
                .isEqualTo("macos-26-intel will be retired in 2027-08 (actions/runner-images#13046); macos-26 is its"
                        + " successor");
        assertThat(verdict("macos-26-intel", "2027-08-30").kind()).isEqualTo(Verdict.Kind.DEPRECATED);
        assertThat(verdict("macos-26-intel", "2027-08-31").kind()).isEqualTo(Verdict.Kind.RETIRED);
    }

    @Test
    void aLabelCanBeTooNewForADay() {
        assertThat(verdict("ubuntu-26.04", "2026-09-16").kind()).isEqualTo(Verdict.Kind.UPCOMING);
        assertThat(verdict("ubuntu-26.04", "2026-09-17")).isEqualTo(new Verdict(Verdict.Kind.AVAILABLE, ""));
    }

    @Test
    void nothingIsKnownOfOnesOwnMachines() {
        assertThat(runners.find("self-hosted")).isEmpty();
    }

    @Test
    void everySuccessorAndEveryImageIsALabelThatStillWorks() {
        LocalDate today = LocalDate.parse("2026-11-23");
        assertThat(runners.all()).hasSizeGreaterThan(25).allSatisfy(runner -> {
            assertThat(runner.os()).isIn("linux", "macos", "windows");
            assertThat(runner.architecture()).isIn("amd64", "arm64");
            List<String> others = List.of(runner.successors(), runner.images()).stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(others).allSatisfy(label -> {
                Runner other = runners.find(label).orElseThrow();
                assertThat(other.verdict(today).fine()).isTrue();
                assertThat(other.os()).isEqualTo(runner.os());
            });
        });
    }

    @Test
    void theSourceOfALabelHasAPage() {
        assertThat(runners.find("macos-14").orElseThrow().url())
                .isEqualTo("https://github.com/actions/runner-images/issues/13518");
    }

    private Verdict verdict(String label, String today) {
        return runners.find(label).orElseThrow().verdict(LocalDate.parse(today));
    }
}
