package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that a script computes: lists, parts of texts, exported names. */
class ShellValuesTest extends ShellRun {
    @Test
    void whatSmallProgramsMakeOfATagIsKnown() {
        assertThat(commands("run $(echo $GITHUB_REF_NAME | sed 's/^v//') `git describe --tags`"))
                .contains("run {version} {tag}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "echo linux/arm/v7 | cut -d/ -f2 | arm",
                "echo linux/arm/v7 | cut -d '/' -f 1 | linux",
                "echo linux/arm/v7 | cut -d/ -f2- | arm/v7",
                "echo linux/arm/v7 | cut -d/ -f1-2 | linux/arm",
                "echo linux/arm | cut -d/ -f5 | ",
                "echo linux | cut -d/ -f1 | linux",
                "echo linux/arm/v7 | cut -c2- | {?}",
                "echo linux/arm/v7 | cut -d/ -f1,3 | {?}",
                "echo linux/arm/v7 | awk -F/ '{print $3}' | v7",
                "echo a  b | awk '{ print $2 }' | b",
                "echo a b | awk '{print $NF}' | {?}",
                "echo linux/arm | tr / _ | linux_arm",
                "echo linux/arm | tr -d / | linuxarm",
                "printf 'a\\nb\\n' | head -n 1 | a",
                "printf 'a\\nb\\n' | tail -1 | b",
                "echo debian-12-slim | sed 's/-.*//' | debian",
                "echo debian-12-slim | sed 's/.*-//' | slim",
                "echo kelp.tar.gz | sed 's/\\.tar\\.gz$//' | kelp",
                "echo gz.kelp | sed 's/gz$//' | gz.kelp",
                "echo kelp-kelp | sed s,^kelp,otter, | otter-kelp",
                "echo a/b/c | sed 's@/@-@g' | a-b-c",
                "echo a/b/c | sed 's@/@-@' | a-b/c",
                "echo debian-12 | sed 's/[0-9]*$//' | {?}",
                "echo debian-12 | sed 's/-/&v/' | {?}",
                "echo debian-12 | sed -n 's/-//p' | {?}",
            })
    void partsOfAKnownTextAreKnown(String first, String filter, String result) {
        assertThat(commands("run \"$(" + first + " | " + filter + ")\""))
                .last()
                .isEqualTo(("run " + (result == null ? "" : result)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "printf %q v1.2.3 | v1.2.3",
                "printf %q 'a b' | {?}",
                "printf '%s-%q' kelp x | kelp-x",
                "printf %05d 7 | {?}",
                "printf 100%% | 100%%"
            })
    void aFormatOfPrintfIsNeverPrintedItself(String command, String result) {
        assertThat(commands("run \"$(" + command + ")\"")).last().isEqualTo("run " + result);
    }

    @Test
    void whatIsPrintedBeforeAnErrorIsNoAnswer() {
        assertThat(commands("""
                ask() {
                  if ! reach it; then
                    echo "cannot reach it"
                    exit 1
                  fi
                  if is it; then echo true; else echo false; fi
                }
                run "$(ask)"
                """)).last().asString().doesNotContain("cannot");
    }

    @Test
    void aListGrowsByItemsAndIsJoinedAsItIsAskedFor() {
        assertThat(commands("""
                list=()
                list+=(zlib)
                list+=(zstd bzip3)
                text=
                text+=" --all"
                a ${list[@]} $text
                IFS=,
                b --features "${list[*]}"
                """)).containsExactly("a zlib zstd bzip3 --all", "b --features zlib,zstd,bzip3");
    }

    /** Scripts that build for several platforms keep them as {@code linux/amd64} and take the parts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "IFS=/; set -- $pair; run $1 $2",
                "set -- ${pair/\\// }; run $1 $2",
                "IFS=/ read -ra part <<< $pair; run ${part[0]} ${part[1]}",
                "IFS='/' read -r os arch <<< \"$pair\"; run $os $arch",
                "part=(${pair//\\// }); at=1; run ${part[0]} \"${part[$at]}\"",
                "part=(${pair//\\// }); run ${part[@]}",
                "mapfile -t part < <(echo $pair | tr / '\\n'); run ${part[0]} ${part[-1]}",
                "echo $pair | while IFS=/ read os arch; do run $os $arch; done",
                "declare -A of=([arm64]=linux); of[x]=y; run ${of[${pair#*/}]} ${pair#*/}",
            })
    void partsOfAPlatformAreKnown(String script) {
        assertThat(commands("pair=linux/arm64\n" + script)).contains("run linux arm64");
    }

    @Test
    void partsOfAFolderThatOnlyARunKnowsAreUnknown() {
        assertThat(
                        commands(
                                "for d in /tmp/digests/*; do IFS=- read -r _ os arch <<< \"$(basename $d)\"; run x-$os-$arch; done"))
                .contains("run x-{?}-{?}");
    }

    @Test
    void aWordOfAListKeepsItsSpaces() {
        assertThat(commands("""
                pairs=("linux amd64" "darwin arm64")
                for pair in "${pairs[@]}"; do set -- $pair; run $2-$1; done
                own() { run "$1" of $# "${@:2}"; }
                own "${pairs[@]}" x
                run ${#pairs[@]} ${#pairs} "$pairs" "${pairs[*]}"
                declare -A format=([linux]=tgz ["mac os"]=zip)
                for os in "${!format[@]}"; do run "$os" ${format[$os]}; done
                """))
                .containsSubsequence(
                        "run amd64-linux",
                        "run arm64-darwin",
                        "run linux amd64 of {?} darwin arm64 x",
                        "run 2 11 linux amd64 linux amd64 darwin arm64",
                        "run linux tgz",
                        "run mac os zip");
    }

    /** A version has parts, but nobody knows them before there is one. */
    @Test
    void partsOfAVersionAreOpen() {
        assertThat(commands("""
                IFS=. read -ra part <<< "${GITHUB_REF_NAME#v}"
                list=(${GITHUB_REF_NAME//./ })
                run ${part[0]} ${list[0]}
                """)).containsExactly("run {?} {?}");
    }

    @Test
    void whatAListNamesIsExported() {
        Shell shell = shell(Map.of());
        shell.run("""
                build() { local NAME="kelp $1"; IFS="," read -ra ENVS <<< "$2"; export "${ENVS[@]}"; go build -o "$NAME"; }
                build arm GOOS=linux,GOARCH=arm64
                """);
        assertThat(shell.commands()).singleElement().satisfies(command -> {
            assertThat(command.words()).containsExactly("go", "build", "-o", "kelp arm");
            assertThat(command.env()).isEqualTo(Map.of("GOOS", "linux", "GOARCH", "arm64"));
        });
    }

    @Test
    void aVariableMayNameAnother() {
        assertThat(commands("""
                show() { for var in "$@"; do run "${var}=${!var}"; done; }
                NAME=kelp-${GITHUB_REF_NAME}.zip
                show NAME
                of=NAME none=MISSING
                run ${!of%.zip} ${!none:-nothing}
                """)).containsExactly("run NAME=kelp-{tag}.zip", "run kelp-{tag} nothing");
    }

    @Test
    void whatAnotherCommandPrintsIsAFileOfACommand() {
        assertThat(commands("bash <(curl https://kelp.example/run) release --clean"))
                .containsSubsequence("curl https://kelp.example/run", "bash /dev/stdin release --clean");
    }
}
