package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that only a run can answer. */
class OpenAnswersTest extends ShellRun {
    @Test
    void bothWaysAreTakenWhereNobodyCanTell() {
        assertThat(commands("if some-test; then run this; else run that; fi"))
                .containsExactly("some-test", "run this", "run that");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if grep x y; then echo go=true >> $GITHUB_OUTPUT; else echo go=false >> $GITHUB_OUTPUT; fi",
                "if grep x y; then echo go=true >> $GITHUB_OUTPUT; exit; fi\necho go=false >> $GITHUB_OUTPUT",
                "GO=true\nif grep x y; then GO=false; fi\necho go=$GO >> $GITHUB_OUTPUT",
                "grep x y && echo ::set-output name=go::true || echo ::set-output name=go::false",
                "case $(uname) in L*) echo go=true >> $GITHUB_OUTPUT ;; *) echo go=false >> $GITHUB_OUTPUT ;; esac",
            })
    void anAnswerThatOnlyARunGivesIsOpen(String script) {
        Shell shell = shell(Map.of());
        shell.run(script);
        assertThat(shell.outputs()).isEqualTo(Map.of("go", "{?}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A=$(jq -r .version a.json)\nB=$(jq -r .version b.json)", "A=$(a)\nB=$(b)", "A_VERSION=$(a)"})
    void versionsOfTwoFilesNeedNotBeTheSame(String read) {
        assertThat(commands(read + """

                if [ "${A-$A_VERSION}" = "${B-$B_VERSION}" ]; then one; else other; fi
                """)).endsWith("one", "other");
    }

    @Test
    void goTellsTheSystemOfTheRunnerUnlessAVariableSaysAnother() {
        Shell shell = new Shell(
                Map.of("RUNNER_OS", "macOS", "RUNNER_ARCH", "ARM64", "GOARCH", "s390x"), path -> Optional.empty());
        shell.run("echo to=$(go env GOOS)/$(go env GOARCH)-$(go env GOHOSTARCH) >> $GITHUB_OUTPUT");
        assertThat(shell.outputs()).isEqualTo(Map.of("to", "darwin/s390x-arm64"));
    }

    @Test
    void anAnswerThatIsKnownStays() {
        Shell shell = shell(Map.of());
        shell.run("""
                if [ "$TARGET" = x86_64-pc-windows-msvc ]; then echo go=true >> $GITHUB_OUTPUT
                else echo go=false >> $GITHUB_OUTPUT; fi
                if grep x y; then echo dir=a >> $GITHUB_OUTPUT; fi
                """);
        assertThat(shell.outputs()).isEqualTo(Map.of("go", "true", "dir", "a"));
    }

    @Test
    void whatAFunctionAnswersInOneOfTwoWaysIsOpen() {
        String script = """
                wanted() {
                  case "$(curl "$1")" in
                    there) echo false ;;
                    gone) echo true ;;
                  esac
                }
                wanted=$(wanted https://example.org)
                kelp "$wanted"
                """;
        assertThat(commands(script)).last().asString().contains(Symbols.UNKNOWN).doesNotContain("true", "false");
    }

    @ParameterizedTest
    @CsvSource({
        "[[ $GITHUB_REF == refs/tags/v* ]], one",
        "[[ $GITHUB_REF = refs/tags/* ]], one",
        "[[ $GITHUB_REF =~ ^refs/tags/v[0-9]+ ]], one",
        "[[ $GITHUB_REF_NAME != v* ]], other",
        "[[ $GITHUB_REF == refs/tags/*-rc* ]], one other",
        "[[ $GITHUB_REF =~ -rc ]], one other",
        "[[ $GITHUB_REF == refs/tags/api-* ]], one other",
    })
    void theTagIsWhatAScriptExpectsOfTags(String question, String taken) {
        assertThat(String.join(" ", commands("if " + question + "; then one; else other; fi")))
                .isEqualTo(taken);
    }

    @Test
    void nothingInAQuotedDocumentIsStarted() {
        assertThat(commands("cat <<'END'\nopen `powershell` or $(bash), don't\nEND\nzip a b"))
                .containsExactly("zip a b");
        assertThat(commands("cat <<END\n$(ls)\nEND")).containsExactly("ls");
    }
}
