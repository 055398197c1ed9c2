package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Examples;
import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code init} writes where no toolchain is known: a skeleton that says that it is one. */
class AboutCommandTest {
    @TempDir
    Path directory;

    private Proposal proposal(SampleRepository repository) throws NoProposal {
        repository.committed().origin("https://github.com/me/tool");
        return Proposal.of(repository.read(), Optional.empty(), LocalDate.of(2026, 11, 28));
    }

    private static String command(Proposal proposal) {
        String text = proposal.config().replaceAll("(?s).*\n(?=command:)", "");
        return text.replaceAll("(?s)\n(?! ).*", "").replaceAll("\n *", " ");
    }

    private static String open(Proposal proposal) {
        return proposal.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.OPEN)
                .map(remark -> remark.key() + ": " + remark.why() + "\n")
                .reduce("", String::concat);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Makefile | 'tool: tool.c⏎⏎test:⏎'                       | command: { build: make, test: make test }",
                "Makefile | 'TEST := 1⏎'                                  | command: { build: make }",
                "CMakeLists.txt | 'add_executable(wrench main.c)'         | bins: [wrench]",
                "meson.build | executable('tool')                         | output: \"build/{name}\"",
                "build.zig | '.name = \"x\"'                              | zig build -Doptimize=ReleaseSafe",
                "configure.ac | AC_INIT                                   | [autoreconf --install, ./configure, make]",
                "stack.yaml | 'resolver: lts'                             | stack build --copy-bins",
                "tool.cabal | 'executable wrench'                         | bins: [wrench]",
                "dune-project | '(lang dune 3.0)'                         | dune install",
                "tool.nimble | 'bin = @[\"tool\"]'                        | nimble build",
                "shard.yml | 'targets:⏎  wrench:⏎    main: a.cr⏎'         | bins: [wrench]",
                "Package.swift | '.executableTarget(name: \"wrench\")'    | bins: [wrench]",
                "Package.swift | '.executable(name: \"wrench\", targets: [\"Cli\"]), .executableTarget(name: "
                        + "\"Cli\")' | bins: [wrench]",
                "Tool.csproj | <Project/>                                 | bins: [Tool]",
                "pyproject.toml | '[project.scripts]⏎wrench = \"a.b:main\"⏎' | pyinstaller --onefile --name {name}",
                "package.json | '{⏎\t\"bin\": { \"wrench\": \"cli.js\" } }'  | bun build --compile --outfile "
                        + "out/{name} ./cli.js",
            })
    void aBuildOfAnotherKindGetsACommandThatIsMarkedAsAGuess(String file, String text, String expected)
            throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory).file(file, text.replace('⏎', '\n')));
        assertThat(command(proposal)).contains(expected);
        assertThat(proposal.config()).contains("# This is a guess based on " + file + " and has not been tried.");
        assertThat(open(proposal)).contains("docker: no image, because the run-time requirements are unknown");
        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.kind() == Remark.Kind.GUESS)
                .extracting(Remark::key, Remark::proof)
                .anySatisfy(guess -> assertThat(guess.toList().get(0)).isEqualTo("command.build"))
                .allSatisfy(
                        guess -> assertThat(guess.toList().get(1).toString()).isNotEmpty());
        assertThat(Examples.findings(proposal.config())).isEmpty();
        assertThat(Examples.generate(proposal.config()).blueprint().release().jobs())
                .isNotEmpty();
    }

    @Test
    void whatARunnerLacksIsSaidInTheConfigToo() throws NoProposal {
        Proposal proposal =
                proposal(new SampleRepository(directory).file("shard.yml", "targets: { tool: { main: a.cr } }\n"));
        assertThat(proposal.config()).contains("Note: runners have no Crystal: install it in 'command.setup'.");
        assertThat(open(proposal)).contains("command.setup: runners have no Crystal");
    }

    @Test
    void ofSeveralProgramsNoneIsTaken() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("CMakeLists.txt", "add_executable(one a.c)\nadd_executable(two b.c)\n")
                .file("Makefile", "all:\n"));
        assertThat(command(proposal)).doesNotContain("bins");
        assertThat(open(proposal))
                .contains("found several programs: one, two; using 'tool'", "also found: Make (Makefile)");
    }

    @Test
    void aMakefileBesideAKnownToolchainChangesNothing() throws NoProposal {
        assertThat(proposal(new SampleRepository(directory)
                                .file("go.mod", "module github.com/me/tool\n\ngo 1.25\n")
                                .file("main.go", "package main\n")
                                .file("Makefile", "all:\n"))
                        .config())
                .contains("go: { version: 1.25 }")
                .doesNotContain("command");
    }

    @ParameterizedTest
    @CsvSource({"pyproject.toml,[project]", "package.json,{}", "package.json,{{", "README.md,words"})
    void whatMakesNoProgramIsRefused(String file, String text) {
        assertThatThrownBy(() -> proposal(new SampleRepository(directory).file(file, text)))
                .isInstanceOf(NoProposal.class)
                .hasMessageStartingWith("found no known build");
    }
}
