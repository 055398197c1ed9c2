package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other spellings of builds that no toolchain knows, and builds of further languages: each gets a start. */
class FurtherBuildsTest {
    @TempDir
    Path directory;

    private Proposal proposal(SampleRepository repository) throws NoProposal {
        repository.committed().origin("https://github.com/me/kelp");
        return Proposal.of(repository.read(), Optional.empty(), LocalDate.of(2026, 11, 28));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    build.zig | b.addExecutable("wrench", "a.zig"); | zig-out/bin/wrench
                    build.zig.zon;build.zig | .{ .name = .wrench } | zig-out/bin/wrench
                    meson.build | project('wrench', 'c')⏎executable(⏎  meson.project_name(), 'a.c') | build/wrench
                    Makefile.am;configure.ac | bin_PROGRAMS = wrench saw | create wrench.
                    src/Makefile.am;configure.ac | bin_PROGRAMS = wrench | src/wrench
                    package.yaml | name: kelp⏎executables:⏎  wrench:⏎    main: A.hs | bin/wrench
                    a.nimble | namedBin["main"] = "wrench" | create wrench.
                    a.nimble | namedBin = {"main": "wrench"}.toTable() | create wrench.
                    a.nimble | bin = @["wrench", "x/saw"]⏎binDir = "out" | out/wrench
                    Wrench.vbproj | <Project/> | out/Wrench
                    pyproject.toml | [project.gui-scripts]⏎wrench = "a:main" | build/bin/wrench
                    setup.py | setup(entry_points="[console_scripts]⏎wrench=a:main⏎") | build/bin/wrench
                    a.spec | a = Analysis([1])⏎exe = EXE(pyz, name="wrench") | dist/wrench
                    mix.exs | [app: :wrench, escript: [main_module: A]] | create wrench.
                    mix.exs | [app: :wrench, releases: [a: [steps: [:assemble, &Burrito.wrap/1]]]] | build/wrench
                    rebar.config | {escript_name, wrench}. | _build/default/bin/wrench
                    box.json | { "output": "build/wrench.phar" } | out/wrench
                    deno.json | { "tasks": { "make": "deno compile -A -o bin/wrench a.ts" } } | bin/wrench
                    package.json | { "scripts": { "make": "bun build a.ts --compile --outfile wrench" } } | create wrench.
                    BUILD.bazel | cc_binary(name = "wrench") | bazel-bin/wrench
                    xmake.lua | target("wrench") | out/bin/wrench
                    SConstruct | Program("wrench", []) | create wrench.
                    a.pro | TARGET = wrench⏎SOURCES = a.cpp | create wrench.
                    v.mod | Module { name: 'wrench' } | build/wrench
                    fpm.toml | name = "wrench" | out/bin/wrench
                    alire.toml | name = "wrench" | bin/wrench
                    bin/wrench | #!/usr/bin/env lua⏎ | build/wrench
                    exe/wrench | #!/usr/bin/ruby -w⏎ | build/wrench
                    """)
    void aBuildGetsACommandWithItsProgram(String names, String text, String made) throws NoProposal {
        SampleRepository repository = new SampleRepository(directory);
        for (String file : names.split(";")) {
            repository.file(file, text.replace('⏎', '\n'));
        }
        Proposal proposal = proposal(repository);
        assertThat(proposal.config())
                .contains(" has not been tried.")
                .contains(made)
                .contains("bins: [")
                .doesNotContain("{name} ");
        assertThat(proposal.remarks())
                .extracting(remark -> remark.key() + " " + remark.kind())
                .contains("command.build GUESS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    README.md | # Kelp
                    Package.swift | .library(name: "kelp"), .target(name: "kelp")
                    mix.exs | [app: :kelp]
                    bin/setup | #!/bin/sh
                    package.json | { "scripts": { "build": "tsc" } }
                    """)
    void whatHasNoProgramIsRefusedAndSaysWhatToWrite(String file, String text) {
        SampleRepository repository = new SampleRepository(directory).file(file, text + "\n");
        assertThatThrownBy(() -> proposal(repository))
                .isInstanceOfSatisfying(
                        NoProposal.class, refused -> assertThat(refused.help()).contains("write a 'command'"));
    }

    @Test
    void projectsThatOnlyWindowsBuildsAreCalledSo() throws NoProposal {
        Proposal proposal = proposal(
                new SampleRepository(directory)
                        .file(
                                "Kelp.csproj",
                                "<Project><TargetFrameworkVersion>v4.8</TargetFrameworkVersion><UseWPF>true</UseWPF></Project>\n"));
        assertThat(proposal.config())
                .contains("the project is for the .NET Framework, which 'dotnet' does not build", "for Windows alone");
    }
}
