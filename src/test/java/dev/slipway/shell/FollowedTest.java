package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command starts in another folder, with other rights or in a container is followed like any other. */
class FollowedTest {
    private static final Map<String, String> FILES = Map.of(
            "Makefile",
                    "GO ?= go\nall:\n\t$(GO) build $(if $(TAGS),-tags $(TAGS)) -o kelp .\n"
                            + "pack: all\n\tzip kelp.zip kelp\n",
            "cmd/Makefile", ".DEFAULT_GOAL := two\none:\n\techo 1\ntwo:\n\t$(MAKE) -C .. all TAGS=netgo\n",
            "ci/build.sh", "#!/bin/sh\nzip out/kelp.zip kelp\n");

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
                "env GOOS=linux go build . => go build .",
                "bash -c 'make pack' => zip kelp.zip kelp",
                "docker run --rm -v \"$PWD\":/src -w /src golang:1 make pack => zip kelp.zip kelp",
                "docker run --rm -it -e A=b --volume=`pwd`:/src --workdir /src/cmd golang:1 sh -c 'gosu me make two' => go build -tags netgo -o kelp .",
                "podman run --mount type=bind,src=$GITHUB_WORKSPACE,dst=/w alpine /w/ci/build.sh => zip out/kelp.zip kelp",
            })
    void whatIsStartedIsFollowed(String script, String command) {
        assertThat(commands(script)).contains(command);
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
}
