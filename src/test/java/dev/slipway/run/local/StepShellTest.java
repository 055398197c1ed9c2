package dev.slipway.run.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.expression.EvaluationFailure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepShellTest {
    private static StepShell shell(String asked) {
        return StepShell.of(Optional.of(asked), false, false);
    }

    private static String words(StepShell shell) {
        return String.join("|", shell.command("/t/s"));
    }

    @ParameterizedTest
    @CsvSource({"false,false,bash|-e|/t/s,.sh", "true,false,sh|-e|/t/s,.sh", "false,true,pwsh|-command|. '/t/s',.ps1"})
    void aStepThatAsksForNoShellGetsTheOneOfItsPlace(boolean container, boolean windows, String words, String ending) {
        StepShell shell = StepShell.of(Optional.empty(), container, windows);
        assertThat(words(shell)).isEqualTo(words);
        assertThat(shell.ending()).isEqualTo(ending);
        assertThat(StepShell.of(Optional.of(""), container, windows)).isEqualTo(shell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bash;bash|--noprofile|--norc|-e|-o|pipefail|/t/s;.sh",
                "sh;sh|-e|/t/s;.sh",
                "pwsh;pwsh|-command|. '/t/s';.ps1",
                "powershell;powershell|-command|. '/t/s';.ps1",
                "cmd;cmd|/D|/E:ON|/V:OFF|/S|/C|CALL \"/t/s\";.cmd",
                "python;python|/t/s;.py",
                "python -u {0};python|-u|/t/s;.py",
                "bash {0};bash|/t/s;.sh",
                "bash -l {0};bash|-l|/t/s;.sh",
                "perl {0};perl|/t/s;''",
                "env  A=1   sh -x {0};env|A=1|sh|-x|/t/s;''",
                "pwsh -NoProfile -Command \". '{0}'\";pwsh|-NoProfile|-Command|. '/t/s';.ps1",
                "bash -c \"echo \\\"a b\\\" && . {0}\";bash|-c|echo \"a b\" && . /t/s;.sh"
            })
    void aShellIsANameOrACommand(String asked, String words, String ending) {
        assertThat(words(shell(asked))).isEqualTo(words);
        assertThat(shell(asked).ending()).isEqualTo(ending);
        assertThat(shell(asked).program()).isEqualTo(words.substring(0, words.indexOf('|')));
    }

    @Test
    void aJobsContainerChangesNothingForAShellThatIsAskedFor() {
        assertThat(StepShell.of(Optional.of("bash"), true, false)).isEqualTo(shell("bash"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"perl", "fish", "bash -x", "python -u"})
    void aCommandWithoutAPlaceForTheScriptIsRefused(String asked) {
        assertThatExceptionOfType(EvaluationFailure.class)
                .isThrownBy(() -> shell(asked))
                .withMessageContaining("'" + asked + "'")
                .withMessageContaining("{0}");
    }

    @Test
    void onlyTheShellsOfWindowsGetMoreThanTheScript() {
        assertThat(shell("bash").text("exit 3")).isEqualTo("exit 3");
        assertThat(shell("python").text("x")).isEqualTo("x");
        assertThat(shell("cmd").text("dir")).isEqualTo("@echo off\ndir");
        assertThat(shell("pwsh").text("x"))
                .isEqualTo("$ErrorActionPreference = 'stop'\nx\n"
                        + "if ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }");
    }
}
