package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command starts in another folder, with other rights or in a container is followed like any other. */
class FollowedTest {
    private static final Map<String, String> FILES = Map.of(
            "Makefile",
                    "GO ?= go\nall:\n\t$(GO) build $(if $(TAGS),-tags $(TAGS)) -o kelp .\n"
                            + "pack: all\n\tzip kelp.zip kelp\n",
            "cmd/Makefile", ".DEFAULT_GOAL := two\none:\n\techo 1\ntwo:\n\t$(MAKE) -C .. all TAGS=netgo\n",
            "ci/build.sh", "#!/bin/sh\nzip out/kelp.zip kelp\n",
            "ci/suffix.sh", "#!/bin/sh\ncase $1 in *-musl) echo -static ;; *) echo -dynamic ;; esac\n",
            "ci/kelp", "#!/bin/sh\nzip kelp.zip kelp\nexec java -jar $0\nPK\u0003\u0004\u0000\uFFFD\nrm kelp.zip\n",
            "ci/options.sh", """
                    #!/bin/bash
                    name=none
                    while getopts "t:f:v" opt; do
                      case $opt in
                        t) target=$OPTARG ;;
                        f) name=$OPTARG ;;
                        v) ;;
                      esac
                    done
                    shift $((OPTIND - 1))
                    zip kelp-$target-$name.zip $1
                    """,
            "ci/elsewhere.sh", "#!/bin/sh\nout=b\ncd sub\n",
            "ci/rust-version", "1.91.0\n",
            "VERSION", "4.5.6\n");

    private static List<String> commands(String script) {
        Shell shell =
                new Shell(Map.of("GITHUB_WORKSPACE", Tree.WORKSPACE), path -> Optional.ofNullable(FILES.get(path)));
        shell.run(script);
        return shell.commands().stream().map(Command::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '§',
            value = {
                "make => go build -o kelp .",
                "make -j4 pack => zip kelp.zip kelp",
                "make -C cmd => go build -tags netgo -o kelp .",
                "cd cmd && make => go build -tags netgo -o kelp .",
                "sudo -E make pack => zip kelp.zip kelp",
                "mise x -- ci/build.sh => zip out/kelp.zip kelp",
                "mise exec node@22 -- make pack => zip kelp.zip kelp",
                "env GOOS=linux go build . => go build .",
                "bash -c 'make pack' => zip kelp.zip kelp",
                "su builder -c 'make pack' => zip kelp.zip kelp",
                "sudo su - builder --command \"make pack\" => zip kelp.zip kelp",
                "runuser -l builder -c 'make pack' => zip kelp.zip kelp",
                "timeout --signal=KILL 20m make pack => zip kelp.zip kelp",
                "docker run --rm -v \"$PWD\":/src -w /src golang:1 make pack => zip kelp.zip kelp",
                "docker run --rm -it -e A=b --volume=`pwd`:/src --workdir /src/cmd golang:1 sh -c 'gosu me make two' => go build -tags netgo -o kelp .",
                "rustup run 1.90 ci/build.sh => zip out/kelp.zip kelp",
                "ci/options.sh -vt x64 -f full kelp => zip kelp-x64-full.zip kelp",
                "cd ci && ./options.sh -tarm => zip kelp-arm-none.zip",
                "podman run --mount type=bind,src=$GITHUB_WORKSPACE,dst=/w alpine /w/ci/build.sh => zip out/kelp.zip kelp",
            })
    void whatIsStartedIsFollowed(String script, String command) {
        assertThat(commands(script)).contains(command);
    }

    @Test
    void theArchiveAfterTheFirstLinesOfAScriptIsNoneOfIt() {
        assertThat(commands("ci/kelp")).containsExactly("ci/kelp", "zip kelp.zip kelp", "exec java -jar ci/kelp");
    }

    @Test
    void whatFunctionsAndScriptsPrintIsAllThatIsTakenFromThem() {
        assertThat(commands("""
                        name() {
                          case "$1" in
                            *-linux-*) echo "penguin" ;;
                            *) uname ;;
                          esac
                        }
                        zip kelp-$(name x-linux-y)$(ci/suffix.sh x-musl).zip kelp
                        zip kelp-$(name other).zip kelp
                        """)).contains("zip kelp-penguin-static.zip kelp", "zip kelp-{?}.zip kelp");
    }

    @Test
    void whatAScriptChangesForItselfStaysInIt() {
        assertThat(commands("out=a; ci/elsewhere.sh; zip $out.zip kelp")).contains("zip a.zip kelp");
        Shell shell = new Shell(Map.of(), path -> Optional.ofNullable(FILES.get(path)));
        shell.run("bash ci/elsewhere.sh && zip here.zip kelp && . ci/elsewhere.sh && zip there.zip kelp");
        assertThat(shell.commands())
                .filteredOn(command -> command.program().equals("zip"))
                .extracting(Command::folder)
                .containsExactly("", "sub");
    }

    @Test
    void bracesMayStandInBraces() {
        assertThat(commands("zip a.zip doc/{a.svg,b.1{,.md}} {,out/}x ${v}{1,2}"))
                .contains("zip a.zip doc/a.svg doc/b.1 doc/b.1.md x out/x {?}1 {?}2");
        assertThat(commands("zip {a,b{c}.zip {x}")).contains("zip {a,b{c}.zip {x}");
    }

    @Test
    void theVersionOfAToolIsInTheRepositoryAndThatOfTheProjectChanges() {
        assertThat(commands("zip kelp-$(cat ci/rust-version).zip kelp; zip kelp-$(cat VERSION).zip kelp"))
                .contains("zip kelp-1.91.0.zip kelp", "zip kelp-{version?}.zip kelp");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '§',
            value = {
                "echo kelp_1_amd64.deb | sed 's/.deb/_old.deb/' => kelp_1_amd64_old.deb",
                "echo a-b-c | sed -e 's/-/_/g' => a_b_c",
                "echo a-b-c | sed 's/-/_/' => a_b-c",
                "echo a-b-c | sed 's|x|_|' => a-b-c",
                "echo a-b-c | sed 's/[ab]/_/g' => {?}",
                "echo a-b-c | sed -n 's/a/b/p' => {?}",
            })
    void plainWordsAreReplacedInATextThatIsKnown(String script, String text) {
        assertThat(commands("zip $(" + script + ") kelp")).contains("zip " + text + " kelp");
    }

    @Test
    void variablesOfEnvBelongToTheCommandAfterThem() {
        Shell shell = new Shell(Map.of(), path -> Optional.empty());
        shell.run("env GOOS=plan9 GOARCH=arm go build .");
        assertThat(shell.commands())
                .singleElement()
                .satisfies(command -> assertThat(command.env()).containsEntry("GOOS", "plan9"));
    }

    @Test
    void aContainerWithoutTheWorkspaceIsNotFollowed() {
        assertThat(commands("docker run --rm -v /tmp:/src -w /src golang:1 make pack"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"words", "0", "-7", "99999999999"})
    void aNumberOfOptionsThatIsNoneShiftsNothing(String number) {
        String script = "set -- one two\nOPTIND=%s\nshift $((OPTIND - 1))\nzip kelp.zip \"$1\"".formatted(number);
        assertThat(commands(script)).endsWith("zip kelp.zip one");
    }

    /** A release has a tag and a commit, so that nothing else is taken. */
    @Test
    void whatGitKnowsOfAReleaseNeedsNoOther() {
        Shell shell = new Shell(
                Map.of(),
                path -> path.equals("Makefile")
                        ? Optional.of("V := $(shell git describe --tags || echo dev)\nall:\n\tgo build $(V)\n")
                        : Optional.empty());
        shell.run("nix develop .#ci --command make all");
        assertThat(shell.commands()).extracting(Command::toString).contains("go build {tag}");
    }

    @Test
    void scriptsThatCallEachOtherInMoreLevelsThanAreFollowedAreSaidToBeLeftOut() {
        Map<String, String> scripts = IntStream.range(0, 15)
                .boxed()
                .collect(Collectors.toMap("s%d.sh"::formatted, number -> "#!/bin/sh\nsh s" + (number + 1) + ".sh\n"));
        Shell shell = new Shell(Map.of(), path -> Optional.ofNullable(scripts.get(path)));
        shell.run("sh s8.sh");
        assertThat(shell.unread()).isEmpty();
        shell.run("sh s0.sh");
        assertThat(shell.unread())
                .containsExactly("its scripts and functions call each other in more levels than are followed");
    }

    @Test
    void aFunctionThatCallsItselfIsFollowed() {
        Shell shell = new Shell(Map.of(), path -> Optional.empty());
        shell.run("retry() { zip a.zip a || retry; }\nretry");
        assertThat(shell.unread()).isEmpty();
        assertThat(shell.commands()).first().hasToString("zip a.zip a");
    }
}
