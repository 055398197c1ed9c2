package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest extends ShellRun {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name-$TARGET.zip | name-x86_64-pc-windows-msvc.zip",
                "'$TARGET' | $TARGET",
                "\"${GITHUB_REF#refs/tags/}\" | {tag}",
                "${GITHUB_REF##*/} | {tag}",
                "${GITHUB_REF_NAME##*/} | {tag}",
                "${GITHUB_REF_NAME##*v} | {version}",
                "${GITHUB_REF/refs\\/tags\\//} | {tag}",
                "${GITHUB_REF#refs/tags/v} | {version}",
                "${GITHUB_REF/refs\\/tags\\/v/} | {version}",
                "${GITHUB_REF/refs\\/tags\\/v/r} | r{version}",
                "${GITHUB_REF/refs\\/heads\\/v/} | refs/tags/{tag}",
                "${GITHUB_REF_NAME#v} | {version}",
                "${GITHUB_REF:11} | {version}",
                "${GITHUB_REF:10} | {tag}",
                "${GITHUB_REF_NAME:1} | {version}",
                "${TARGET:7} | pc-windows-msvc",
                "${TARGET:0:6} | x86_64",
                "${GITHUB_REF_NAME#my-tool-v} | {version}",
                "${EMPTY:-other} | other",
                "${TARGET%%-*} | x86_64",
                "${TARGET%-msvc} | x86_64-pc-windows",
                "$(basename a/b/$TARGET) | x86_64-pc-windows-msvc",
                "$(basename -- a/b.zip .zip)$(dirname -- a/b) | ba",
                "$PACKAGE_VERSION | {version?}",
                "$WHAT_EVER | {?}",
                "a\\ b | a b",
                "{a,b}.txt | a.txt b.txt",
            })
    void aWordIsFilledInAsFarAsItIsKnown(String word, String filled) {
        assertThat(commands("run " + word)).containsExactly("run " + filled);
    }

    /** A shell sets what stands before a command for it alone; make starts a shell for each line. */
    @Test
    void whatIsSetForOneCommandIsUnknownToTheNext() {
        assertThat(commands("WHERE=a/b ko build $WHERE; WHERE=c make; ls ${WHERE:-none}; WHERE=d; ls $WHERE"))
                .containsSubsequence("ls none", "ls d");
        Shell shell = shell(Map.of());
        shell.run(
                "export KO_DOCKER_REPO=ghcr.io/me\nKO_DOCKER_REPO=$KO_DOCKER_REPO/kelp ko build --bare .\nko build -B .");
        assertThat(shell.commands())
                .extracting(command -> command.env().get("KO_DOCKER_REPO"))
                .endsWith("ghcr.io/me/kelp", "ghcr.io/me");
    }

    @Test
    void conditionsThatCanBeToldAreDecided() {
        String script = """
                if [[ $TARGET == *-windows-* ]]; then run windows; elif [ -n "$TARGET" ]; then run other; fi
                if [ "$TARGET" = x ] || [ -z "$EMPTY" ]; then run either; else run neither; fi
                case $TARGET in
                  *-linux-*) run linux ;;
                  *-windows-* | *-mingw) run case ;;
                  *) run default ;;
                esac
                [ "$TARGET" = x ] && run never
                [ "$TARGET" = x ] || run always
                echo "$TARGET" | grep -q linux && run grep
                """;
        assertThat(commands(script)).containsExactly("run windows", "run either", "run case", "run always");
    }

    @ParameterizedTest
    @CsvSource({
        "target/$TARGET/release/kelp.exe, zip",
        "target/$TARGET/release/kelp, tar",
        "target/x86_64-apple-darwin/release/kelp.exe, tar",
        "target/x86_64-apple-darwin/release/kelp, zip",
    })
    void aBuiltProgramHasTheNameThatItsSystemGives(String path, String program) {
        assertThat(commands("if [[ -f \"" + path + "\" ]]; then zip a b; else tar a b; fi"))
                .containsExactly(program + " a b");
        assertThat(commands("test ! -e " + path + " && tar a b"))
                .isEqualTo(program.equals("tar") ? List.of("tar a b") : List.of());
    }

    @Test
    void aFileThatAScriptMadeIsThere() {
        assertThat(commands("echo a > made.txt; [ -s made.txt ] && pack; [ -d made.txt ] || look"))
                .containsExactly("pack", "look");
    }

    @Test
    void whatIsLeftForLaterStepsIsKept() {
        Shell shell = shell(Map.of());
        shell.run("""
                VERSION=$(grep version Cargo.toml)
                echo "ASSET=tool-${VERSION}-${TARGET}.zip" >> "$GITHUB_ENV"
                { echo "one=1"; echo two=2; } >> $GITHUB_OUTPUT
                ( echo -n "system="; nix eval system; echo ) >> $GITHUB_OUTPUT
                echo "suffix=" >> $GITHUB_OUTPUT
                echo "::set-output name=three::3"
                cargo metadata | jq -r '"version=" + .packages[0].version' | tee -a $GITHUB_OUTPUT
                cat >> "$GITHUB_ENV" <<END
                MORE=$TARGET
                END
                """);
        assertThat(shell.env())
                .containsEntry("ASSET", "tool-{version}-x86_64-pc-windows-msvc.zip")
                .containsEntry("MORE", "x86_64-pc-windows-msvc");
        assertThat(shell.outputs())
                .containsEntry("one", "1")
                .containsEntry("two", "2")
                .containsEntry("three", "3")
                .containsEntry("version", "{version?}")
                .containsEntry("suffix", "")
                .containsEntry("system", "{?}");
    }

    @Test
    void aWrapperOfABuildToolIsNoScriptToFollow() {
        Shell shell = shell(Map.of("mvnw", "echo starting\nmvn \"$@\"\n"));
        shell.run("VERSION=$(./mvnw help:evaluate -q)\nzip tool-$VERSION.zip tool");
        assertThat(shell.commands().stream().map(Command::toString))
                .containsExactly("./mvnw help:evaluate -q", "zip tool-{version?}.zip tool");
    }

    @Test
    void aVersionThatMakeTakesFromAnAnswerIsGuessedByItsName() {
        Shell shell = shell(
                Map.of(
                        "Makefile",
                        "VERSION = $(patsubst \"%\",%, $(word 3, $(shell grep version Cargo.toml)))\nWORD = $(word 2, a b)\nzip:\n\tzip tool-v${VERSION}-${WORD}.zip tool\n"));
        shell.run("make zip");
        assertThat(shell.commands().stream().map(Command::toString))
                .containsExactly("make zip", "zip tool-v{version?}-b.zip tool");
    }

    @Test
    void scriptsFunctionsAndRecipesAreFollowed() {
        Shell shell = shell(
                Map.of(
                        "ci/pack.sh",
                        "#!/usr/bin/env bash\npack() { local name=$1-$2; tar czf \"$name.tar.gz\" \"$name\"; }\npack tool \"$1\"\n",
                        "Makefile",
                        "NAME = tool\nVERSION := $(shell git describe)\nall: build\n\t@zip $(NAME)-$(VERSION).zip $@\nbuild:\n\tcargo build\n"));
        shell.run("./ci/pack.sh \"$TARGET\"\nmake all\nrun-unknown");
        assertThat(shell.commands().stream().map(Command::toString))
                .containsExactly(
                        "./ci/pack.sh x86_64-pc-windows-msvc",
                        "tar czf tool-x86_64-pc-windows-msvc.tar.gz tool-x86_64-pc-windows-msvc",
                        "make all",
                        "cargo build",
                        "zip tool-{tag}.zip all",
                        "run-unknown");
    }

    @Test
    void aCommandKnowsWhereItsOutputGoes() {
        Shell shell = shell(Map.of());
        shell.run("\"target/$TARGET/tool\" completions bash > dist/tool.bash 2>&1");
        assertThat(shell.commands())
                .containsExactly(new Command(
                        List.of("target/x86_64-pc-windows-msvc/tool", "completions", "bash"), "dist/tool.bash", 1));
    }

    @Test
    void scriptsThatNeverEndOrMakeNoSenseComeToAnEnd() {
        assertThat(commands("f() { f; f; }\nf\nrun after")).contains("run after");
        Random random = new Random(7);
        List<String> parts = List.of(
                "if",
                "then",
                "fi",
                "case",
                "esac",
                "in",
                ";;",
                "(",
                ")",
                "{",
                "}",
                "$(",
                "`",
                "\"",
                "'",
                "${",
                "|",
                "&&",
                "<<E",
                "\n",
                "for",
                "do",
                "done",
                "x",
                "=",
                "[[",
                "]]",
                "\\",
                "#",
                "function",
                "$1",
                "while");
        for (int round = 0; round < 3000; round++) {
            StringBuilder script = new StringBuilder();
            for (int part = random.nextInt(14); part >= 0; part--) {
                script.append(parts.get(random.nextInt(parts.size()))).append(random.nextBoolean() ? " " : "");
            }
            shell(Map.of("x", "./x")).run(script.toString());
        }
    }

    @Test
    void aSubshellChangesNothingOutside() {
        Shell shell = shell(Map.of());
        shell.run("""
                set -- one two
                ( cd deep; export GOOS=linux; shift; go build )
                out=$(cd deep; GOOS=plan9; echo $1)
                go build $out "-s -w\\
                 -X a=b"
                if grep x y; then CGO_ENABLED=0 go build z; fi
                """);
        assertThat(shell.commands())
                .filteredOn(command -> command.program().equals("go"))
                .extracting(command -> command.folder() + " " + command + " " + command.env())
                .containsExactly(
                        "deep go build {GOOS=linux}", " go build one -s -w -X a=b {}", " go build z {CGO_ENABLED=0}");
    }
}
