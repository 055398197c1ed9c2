package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AboutGoTest {
    @TempDir
    Path directory;

    private SampleRepository module(String module) {
        return new SampleRepository(directory).file("go.mod", "module " + module + "\n\ngo 1.24.3\n");
    }

    private static String proposal(SampleRepository repository) throws NoProposal {
        return Proposal.of(repository.read(), Optional.empty(), LocalDate.parse("2026-11-23"))
                .config();
    }

    @Test
    void aProgramAtTheTopNeedsNoMoreThanItsGo() throws NoProposal {
        String config = proposal(module("github.com/me/hello/v2").file("main.go", "// Says hello.\npackage main\n"));
        assertThat(config)
                .contains("\nname: hello\n", "\nrepository: me/hello\n", "\ngo: { version: 1.24 }\n")
                .contains("targets: [linux-amd64, linux-arm64, macos-amd64, macos-arm64, windows-amd64]");
    }

    @Test
    void theProgramNamedLikeTheProjectIsTheOne() throws NoProposal {
        String config = proposal(module("github.com/me/hello")
                .file("cmd/hello/main.go", "package main\n")
                .file("cmd/gen/main.go", "package main\n"));
        assertThat(config).contains("\ngo: { version: 1.24, package: ./cmd/hello }\n");
    }

    @Test
    void ofSeveralAllAreReleased() throws NoProposal {
        String config = proposal(module("github.com/me/age-like")
                .file("lib.go", "package agelike\n")
                .file("tool.go", "//go:build ignore\n\npackage main\n")
                .file("cmd/aged/main.go", "package main\n")
                .file("cmd/keys/main.go", "package main\n")
                .file("cmd/keys/main_test.go", "package main\n")
                .file("cmd/shared/shared.go", "package shared\n"));
        assertThat(config).contains("\ngo: { version: 1.24, bins: [aged, keys] }\n");
    }

    @Test
    void aProgramForOneSystemIsListedAndNotBuiltForAll() throws NoProposal {
        SampleRepository repository = module("github.com/me/rest")
                .file("cmd/aged/main.go", "package main\n\nfunc main() {}\n")
                .file("cmd/keys/main.go", "package main\n\nfunc main() {}\n")
                .file("cmd/mac/main_darwin.go", "package main\n\nfunc main() {}\n")
                .file("cmd/win/main_windows_arm64.go", "package main\n\nfunc main() {}\n")
                .file("cmd/win/more_windows.go", "package main\n");
        Proposal proposal = Proposal.of(repository.read(), Optional.empty(), LocalDate.parse("2026-11-23"));
        assertThat(proposal.config()).contains("bins: [aged, keys]");
        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.key().equals("go.bins") && remark.kind() == Remark.Kind.LEFT)
                .extracting(remark -> remark.value() + " " + remark.why())
                .containsExactly(
                        "mac only builds for darwin, and the config builds each program for all targets; from cmd/mac/main_darwin.go",
                        "win only builds for windows, and the config builds each program for all targets; from cmd/win/main_windows_arm64.go");
    }

    @Test
    void aFileForOneTagIsNoProgram() throws NoProposal {
        String config = proposal(module("github.com/me/rest")
                .file("build.go", "// Build.\n\n//go:build ignore_build_go\n\npackage main\n\nfunc main() {}\n")
                .file("cmd/rest/main.go", "//go:build linux\n\npackage main\n\nfunc main() {}\n"));
        assertThat(config).contains("\ngo: { version: 1.24, package: ./cmd/rest }");
        assertThat(proposal(module("github.com/me/rest").file("main.go", "//go:build go1.24\n\npackage main\n")))
                .contains("go: { version: 1.24");
    }

    @Test
    void aProgramMayBeInAFolderOfCli() throws NoProposal {
        assertThat(proposal(module("github.com/me/reed")
                        .file("cli/reed-check/main.go", "package main\n\nfunc main() {}\n")))
                .contains("package: ./cli/reed-check");
    }

    @Test
    void aProgramMayBeInAnyUsualFolderOrInThatOfGoReleaser() throws NoProposal {
        assertThat(proposal(module("github.com/me/note")
                        .file("pkg/cli/main.go", "package main\n\nfunc main() {}\n")
                        .file("pkg/shared/a.go", "package shared\n")))
                .contains("package: ./pkg/cli");
        assertThat(proposal(module("github.com/me/note")
                        .file("engine/bin/main.go", "package main\n\nfunc main() {}\n")
                        .file(".goreleaser.yml", "version: 2\nbuilds: [{ main: ./engine/bin }]\n")))
                .contains("package: ./engine/bin");
    }

    @ParameterizedTest
    @CsvSource({
        "internal/main.go, ./internal",
        "pkg/cmd/note-kiosk/main.go, ./pkg/cmd/note-kiosk",
        "services/api/server/main.go, ./services/api/server",
        "src/main/main.go, ./src/main",
    })
    void aProgramMayBeInAnyFolder(String file, String path) throws NoProposal {
        assertThat(proposal(module("github.com/me/note")
                        .file(file, "package main\n\nfunc main() {}\n")
                        .file("examples/small/main.go", "package main\n\nfunc main() {}\n")
                        .file("internal/docs/main.go", "package main\n\nfunc main() {}\n")))
                .contains("package: " + path);
    }

    @Test
    void ofSeveralProgramsTheOneThatPeopleDownloadIsReleased() throws NoProposal {
        Proposal proposal = Proposal.of(
                module("github.com/me/note")
                        .file("main.go", "package main\n")
                        .file("cmd/nt/main.go", "package main\n")
                        .file("README.md", "https://github.com/me/note/releases/latest/download/nt-linux-amd64\n")
                        .committed()
                        .read(),
                Optional.empty(),
                LocalDate.parse("2026-11-23"));
        assertThat(proposal.config()).contains("name: nt", "package: ./cmd/nt");
        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.key().equals("go.bins"))
                .extracting(remark -> remark.kind() + " " + remark.value() + " " + remark.why())
                .containsExactly("TAKEN nt from README.md:1");
    }

    @Test
    void aCargoWorkspaceWithoutAProgramIsBesideTheModule() throws NoProposal {
        assertThat(proposal(module("github.com/me/note")
                        .file("main.go", "package main\n")
                        .file("Cargo.toml", "[workspace]\nmembers = [\"client\"]\n")
                        .file("client/Cargo.toml", "[package]\nname = \"client\"\nversion = \"1.0.0\"\n")
                        .file("client/src/lib.rs", "")))
                .contains("\ngo: { version: 1.24 }");
    }

    @Test
    void cIsLinkedWhereADependencyNeedsIt() throws NoProposal {
        String config = proposal(new SampleRepository(directory)
                .file("go.mod", "module github.com/me/db\nrequire github.com/mattn/go-sqlite3 v1.14.0\n")
                .file("main.go", "package main\n"));
        assertThat(config).contains("\ngo: { cgo: true }\n");
    }

    @Test
    void aLibraryIsNoRelease() {
        assertThatExceptionOfType(NoProposal.class)
                .isThrownBy(() -> proposal(module("github.com/me/lib").file("lib.go", "package lib\n")))
                .withMessage("found no program in github.com/me/lib");
    }

    @Test
    void anotherProgramOfTheSameNameIsCalledByItsFolder() throws NoProposal {
        Proposal proposal = Proposal.of(
                module("github.com/me/hello")
                        .file("main.go", "package main\n")
                        .file("cmd/hello/main.go", "package main\n")
                        .read(),
                Optional.empty(),
                LocalDate.parse("2026-11-23"));
        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.key().equals("go.bins") && remark.kind() == Remark.Kind.GUESS)
                .singleElement()
                .satisfies(remark -> assertThat(remark.why()).endsWith("development tools: ./cmd/hello"));
    }
}
