package dev.slipway.run.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepLogTest {
    private final List<String> shown = new ArrayList<>();

    private StepLog log(String... lines) {
        StepLog log = new StepLog(shown::add);
        List.of(lines).forEach(log::line);
        return log;
    }

    @Test
    void aLongLineIsShownWholeAndKeptInPart() {
        StepLog log = log("a".repeat(2000), "::error::" + "b".repeat(2000));

        assertThat(shown.get(0)).hasSize(2000);
        assertThat(log.tail()).containsExactly("a".repeat(1000) + "…");
        assertThat(log.reason("")).isEqualTo("b".repeat(1000) + "…");
        assertThat(log("x".repeat(999) + "😀 and more").tail()).containsExactly("x".repeat(999) + "…");
    }

    @Test
    void theFirstOfManyErrorsAreKept() {
        StepLog log = new StepLog(shown::add);
        for (int i = 0; i < 100; i++) {
            log.line("::error::" + i);
        }

        assertThat(log.reason("").lines()).hasSize(20).startsWith("0", "1").endsWith("19");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "::error::no such file|no such file",
                "::error file=a.rs,line=3,title=x::no such file|no such file",
                "'  ::ERROR::late'|late",
                "::error::100%25 of a%0Ab%2525|'100% of a\nb%25'",
                "::error::a::b|a::b",
                "::error::a%250Ab|a%0Ab",
                "##[error]older|older",
                "12:00 ##[error]older|older"
            })
    void anErrorSaysWhyAStepFailed(String line, String reason) {
        assertThat(log(line, "and a last line").reason("exit status 1")).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::errors::x",
                "::error x",
                "error::x",
                ":: error::x",
                "::unknown::x",
                "##[unknown]x",
                "a::error::"
            })
    void whatOnlyLooksLikeACommandIsText(String line) {
        StepLog log = log("before", line);
        assertThat(log.reason("")).isEqualTo(line);
        assertThat(log.tail()).containsExactly("before", line);
    }

    @Test
    void withoutErrorsTheLastLineSaysWhyElseTheExitStatus() {
        assertThat(log("one", "two", " ", "::group::x", "::endgroup::", "::debug::y", "::notice::z")
                        .reason("exit status 1"))
                .isEqualTo("two");
        assertThat(log(" ", "::error::").reason("exit status 1")).isEqualTo("exit status 1");
        assertThat(log("::error::one", "::error::two").reason("")).isEqualTo("one\ntwo");
    }

    @Test
    void warningsAreKeptAndFailNothing() {
        StepLog log = log("::warning::old", "::warning file=x::older");
        assertThat(log.warnings()).containsExactly("old", "older");
        assertThat(log.reason("otherwise")).isEqualTo("otherwise");
        assertThat(log.problem()).isEmpty();
    }

    @Test
    void betweenStopAndItsWordNothingIsACommand() {
        StepLog log = log("::stop-commands::xyz", "::error::no", "::xyzz::", "::XYZ::", "::warning::yes", "::xyz::");
        assertThat(log.warnings()).containsExactly("yes");
        assertThat(log.reason("")).isEqualTo("::xyz::");
        assertThat(log.tail()).containsExactly("::error::no", "::xyzz::", "::xyz::");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::stop-commands::", "::stop-commands::error", "::stop-commands::pause-logging"})
    void aWordThatStopsMustBeOnesOwn(String line) {
        StepLog log = log(line, "::warning::still heard");
        assertThat(log.problem()).isPresent();
        assertThat(log.warnings()).containsExactly("still heard");
    }

    @Test
    void anOldOutputIsStillOne() {
        StepLog log = log("::set-output name=a::1%0A2", "::set-output name=a%2Cb::x=y", "::save-state name=s::t");
        assertThat(log.outputs()).isEqualTo(Map.of("a", "1\n2", "a,b", "x=y"));
        assertThat(log.problem()).isEmpty();
        assertThat(log("::set-output::x").problem()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"::set-env name=A::1,GITHUB_ENV", "::add-path::/x,GITHUB_PATH"})
    void whatGitHubRefusesFailsTheStep(String line, String instead) {
        assertThat(log(line).problem())
                .hasValueSatisfying(why -> assertThat(why).contains(instead));
    }

    @Test
    void whatIsMaskedIsNotShownAnyMore() {
        StepLog log = log("my secret", "::add-mask::secret", "a secret", "::error::the secret is out", "secret");
        assertThat(shown).containsExactly("my secret", "a ***", "::error::the *** is out", "***");
        assertThat(log.reason("")).isEqualTo("the *** is out");
        assertThat(log.tail()).containsExactly("my secret", "a ***", "***");
    }

    @Test
    void eachLineOfASecretIsSecretAndABlankOneIsNone() {
        log("::add-mask::", "::add-mask:: ", "::add-mask::one%0A two ", "a one, a two");
        assertThat(shown).containsExactly("a ***, a ***");
    }

    @Test
    void theLastTwentyLinesAreKept() {
        StepLog log = new StepLog(shown::add);
        for (int i = 0; i < 30; i++) {
            log.line("line " + i);
        }
        assertThat(log.tail()).hasSize(20).startsWith("line 10").endsWith("line 29");
        assertThat(shown).hasSize(30);
    }

    @Test
    void aShellsErrorNamesTheLineAndNotTheFileOfTheScript() {
        assertThat(log("/work space/_temp/step-2.sh: line 3: sha265sum: command not found")
                        .reason("exit status 127"))
                .isEqualTo("line 3: sha265sum: command not found");
    }
}
