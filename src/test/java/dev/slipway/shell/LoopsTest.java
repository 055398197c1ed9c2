package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which turns of a loop a script takes, and how far. */
class LoopsTest extends ShellRun {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "for a in x y z; do if [ $a = y ]; then continue; fi; run $a; done => run x,run z",
                "for a in x y z; do [ $a = y ] && break; run $a; done; run end => run x,run end",
                "for a in x y; do for b in 1 2; do [ $b = 1 ] && continue; run $a$b; done; done => run x2,run y2",
                "printf 'x\\ny\\n' | while read a; do [ $a = x ] && continue; run $a; done => run y",
                "for a in x y; do if ask; then continue; fi; run $a; done => run x,run y",
            })
    void aTurnEndsWhereTheScriptSaysSoForCertain(String script, String started) {
        assertThat(commands(script).stream().filter(command -> command.startsWith("run ")))
                .containsExactly(started.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "if ((i == LIMIT)); then run x; fi => run x",
                "((i > 2)) && run x => run x",
                "while ((i < 3)); do run x; done => run x",
                "(run x; (run y)) => run x,run y",
            })
    void aConditionOnNumbersIsNoProgram(String script, String started) {
        assertThat(commands(script).stream().filter(command -> !command.startsWith("let ")))
                .contains(started.split(","))
                .allMatch(command -> command.startsWith("run "));
    }

    @Test
    void aVersionHasItsNumbersAndIsThatOfNoPrerelease() {
        assertThat(commands("""
                V=${GITHUB_REF_NAME#v}
                if [[ $V =~ [0-9]+\\.[0-9]+\\.[0-9]+$ ]]; then T=latest; fi
                if [[ $V =~ ^[0-9.]+-.* ]]; then T=testing; fi
                run $T $(echo $V | cut -f1 -d.).$(echo $V | cut -d . -f 2)
                """)).contains("run latest {major}.{minor}");
    }

    @Test
    void functionsOfAnotherScriptOrASubshellAreItsOwn() {
        Shell shell = shell(Map.of(
                "test.sh", "main() { check $1; }\n./pack.sh\n(main() { upload b; })\nmain c\n. ./lib.sh\nmain d\n",
                "pack.sh", "#!/bin/sh\nmain() { upload $1; }\nmain a\n",
                "lib.sh", "main() { lint $1; }\n"));
        shell.run("sh test.sh");
        assertThat(shell.commands())
                .extracting(Command::toString)
                .contains("upload a", "check c", "lint d")
                .doesNotContain("upload c", "upload d", "check d");
    }

    @Test
    void optionsAreReadEvenIfTheirValueIsTheTag() {
        Shell shell = shell(Map.of("make.sh", """
                #!/bin/bash
                HOME=$(realpath $(cd "$(dirname "$0")" && pwd))
                while getopts "v:s" opt; do case "$opt" in v) V=$OPTARG;; s) S=_static;; esac; done
                if [[ "$V" = "" || "$V" == "main" ]]; then V=0.0.0; fi
                run $HOME/out/$(basename $HOME)$S-$V
                """));
        shell.run("./make.sh -v $GITHUB_REF_NAME -s");
        assertThat(shell.commands())
                .extracting(Command::toString)
                .contains("run /github/workspace/out/{repository}_static-{tag}");
    }

    @Test
    void nextToProgramsThatGoLeftThereIsNoOtherOneOfThatName() {
        Shell shell = shell(Map.of("out/kelp_plan9", "a file of the repository"));
        shell.run("""
                go build -o out/kelp_linux .
                mv out/kelp_linux done
                for os in linux netbsd plan9; do [ -f out/kelp_$os ] && run $os; done
                [ -f out/other_netbsd ] && run other
                """);
        assertThat(shell.commands())
                .extracting(Command::toString)
                .filteredOn(command -> command.startsWith("run "))
                .containsExactly("run plan9", "run other");
    }

    @Test
    void whatEnvSetsIsForItsCommandAlone() {
        assertThat(commands("A=1; env A=2 run $A; run $A")).containsSubsequence("run 1");
        Shell shell = shell(Map.of());
        shell.run("env GOARM=5 go build -o a .\nenv GOOS=linux go build -o b .");
        assertThat(shell.commands())
                .filteredOn(command -> command.program().equals("go"))
                .extracting(command -> command.env().containsKey("GOARM"))
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "while [[ $# -gt 0 ]]; do run $1; shift; done => run --os=a,run --os=b,run --to={tag},run --dry",
                "while [ -n \"$1\" ]; do case $1 in --o) run o;; --os=*) run ${1#*=};; --t) run t;; esac; shift; done => run a,run b",
                "while [ $# -gt 0 ]; do case $1 in --to | --to=*) [ ${1#*=} != $1 ] && T=${1#*=} || { T=$2 && shift; };; "
                        + "--dry) D=1;; esac; shift; done; run $T $D => run {tag} 1",
                "while [ $# -gt 0 ]; do run $1; done => run --os=a",
                "L=(); while [ $# -gt 0 ]; do case $1 in --os=*) L+=(${1#*=});; esac; shift; done; "
                        + "for l in ${L[@]}; do eval run $l; done => run a,run b",
            })
    void aLoopTakesOneArgumentAfterTheOther(String script, String started) {
        assertThat(commands("f() { " + script + "; }; f --os=a --os=b --to=$GITHUB_REF_NAME --dry").stream()
                        .filter(command -> command.startsWith("run ")))
                .containsExactly(started.split(","));
    }
}
