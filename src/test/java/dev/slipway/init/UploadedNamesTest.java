package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that workflows upload are kept even if no command shows what it builds for. */
class UploadedNamesTest extends HandWrittenRelease {
    private SampleRepository wrench() {
        return repository()
                .file("CMakeLists.txt", "project(wrench)\nadd_executable(wrench main.c)\n")
                .file("LICENSE", "MIT")
                .committed()
                .origin("https://github.com/me/wrench");
    }

    private static String workflow(String label, String file) {
        return """
                on: { pull_request: {}, release: { types: [published] } }
                jobs:
                  build:
                    runs-on: %s
                    steps:
                      - uses: actions/checkout@v6
                      - run: cmake -B out && cmake --build out && 7z a %s ./out/wrench
                      - uses: ncipollo/release-action@v1
                        with: { artifacts: "%s" }
                """.formatted(label, file, file);
    }

    private static String keys(Proposal proposal) {
        return proposal.config()
                .lines()
                .filter(line -> line.matches("name:.*|targets:.*|  - .*|archive:.*"))
                .collect(Collectors.joining("\n"));
    }

    private static String remarks(Proposal proposal, Remark.Kind kind) {
        return proposal.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(remark -> remark.key() + " " + remark.value() + ": " + remark.why())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatWouldProveAGuessNamesTheFileAsItsTemplate() throws NoProposal {
        Proposal proposal = proposal(wrench().file(
                        ".github/workflows/a.yml",
                        workflow("ubuntu-latest", "wrench-${{ github.ref_name }}-linux_x64.zip")));
        assertThat(proposal.remarks())
                .extracting(Remark::proof)
                .anyMatch(
                        proof -> proof.startsWith("run 'file' on the program in wrench-v{version}-linux_x64.zip: if"));
    }

    @Test
    void eachSystemMayHaveAWorkflowOfItsOwn() throws NoProposal {
        Proposal proposal =
                proposal(wrench().file(".github/workflows/a.yml", workflow("ubuntu-latest", "wrench-linux_x64.zip"))
                        .file(".github/workflows/b.yml", workflow("macos-latest", "wrench-osx_arm64.zip"))
                        .file(".github/workflows/c.yml", workflow("windows-latest", "wrench-win_x64.zip")));
        assertThat(keys(proposal)).isEqualTo("""
                name: wrench
                targets:
                  - { target: linux-amd64, as: linux_x64 }
                  - { target: macos-arm64, as: osx_arm64 }
                  - { target: windows-amd64, as: win_x64 }
                archive: { name: "{name}-{platform}", format: zip }""");
        assertThat(names(proposal)).contains("wrench-linux_x64.zip", "wrench-osx_arm64.zip", "wrench-win_x64.zip");
        assertThat(remarks(proposal, Remark.Kind.TAKEN))
                .contains("targets osx_arm64: aarch64-apple-darwin, from .github/workflows/b.yml:8 jobs.build")
                .contains("releases ncipollo/release-action: from .github/workflows/c.yml:3 jobs.build");
        assertThat(remarks(proposal, Remark.Kind.GUESS)).contains("the name does not show which C library");
        assertThat(remarks(proposal, Remark.Kind.LEFT)).doesNotContain("release.files");
        assertThat(remarks(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/b.yml' also releases")
                .doesNotContain("for macOS and Windows, add");
    }

    @Test
    void aCopySaysForWhichPlatformAProgramIsThatNoCommandNames() throws NoProposal {
        Proposal proposal = proposal(wrench().file(".github/workflows/release.yml", """
                on: { push: { tags: ["v*"] } }
                jobs:
                  linux:
                    runs-on: ubuntu-latest
                    strategy: { matrix: { arch: [amd64, arm64, mips] } }
                    env: { SUFFIX: "linux-${{ matrix.arch }}" }
                    steps:
                      - run: make && cp ./wrench wrench-$SUFFIX
                      - uses: actions/upload-artifact@v6
                        with: { name: "wrench-${{ env.SUFFIX }}", path: "wrench-${{ env.SUFFIX }}" }
                  macos:
                    runs-on: macos-latest
                    strategy: { matrix: { target: [x86_64-apple-darwin] } }
                    steps:
                      - run: make && cp ./wrench wrench-macos-amd64
                      - uses: actions/upload-artifact@v6
                        with: { name: wrench-macos, path: wrench-macos-amd64 }
                  release:
                    needs: [linux, macos]
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/download-artifact@v6
                        with: { pattern: wrench-*, merge-multiple: true }
                      - run: gh release create "$GITHUB_REF_NAME" wrench-*
                """));
        assertThat(keys(proposal)).isEqualTo("""
                name: wrench
                targets: [linux-amd64, linux-arm64, macos-amd64]
                archive: { name: "{name}-{platform}", layout: raw }""");
        assertThat(remarks(proposal, Remark.Kind.LEFT))
                .contains("targets wrench-linux-mips: no target is called 'linux-mips'");
    }

    @Test
    void aFilterForEveryTagDoesNotSayHowTagsAreWritten() throws NoProposal {
        Proposal proposal = proposal(wrench().git("tag", "build_41").file(".github/workflows/release.yml", """
                        on: { push: { tags: ["*"] } }
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cmake -B out && cmake --build out && tar czf wrench-$GITHUB_REF_NAME-linux-x64.tar.gz out/wrench
                              - uses: softprops/action-gh-release@v2
                                with: { files: "*.tar.gz" }
                        """));
        assertThat(keys(proposal)).contains("name: wrench\n").doesNotContain("{version}");
        assertThat(proposal.plan().assets("build_41")).contains("wrench-build_41-linux-x64.tar.gz");
    }

    @Test
    void aNightlyBuildIsNotThereForThoseWhoDownloadReleases() throws NoProposal {
        Proposal proposal =
                proposal(wrench().file(".github/workflows/a.yml", workflow("ubuntu-latest", "wrench-linux_x64.zip"))
                        .file(
                                ".github/workflows/z.yml",
                                workflow("ubuntu-latest", "wrench-nightly.zip")
                                        .replaceFirst("on: .*", "on: { schedule: [{ cron: '1 2 * * *' }] }")));
        assertThat(remarks(proposal, Remark.Kind.LEFT)).doesNotContain("nightly");
    }

    @Test
    void aBenchmarkIsNotTheTestOfChanges() throws NoProposal {
        String test = "on: { push: { branches: [%s] } }\njobs:\n  a:\n    runs-on: %s\n    steps: [{ run: ctest }]\n";
        Proposal proposal =
                proposal(wrench().file(".github/workflows/benchmark.yml", test.formatted("trunk", "ubuntu-22.04"))
                        .file(
                                ".github/workflows/analysis.yml",
                                test.formatted("old", "macos-latest")
                                        .replace("[{", "[{ uses: github/codeql-action/init@v4 }, {"))
                        .file(".github/workflows/checks.yml", test.formatted("main", "windows-latest")));
        assertThat(proposal.config()).contains("ci: { branches: [main], os: [windows-latest] }");
    }

    @Test
    void theMachineOfARowAndTheRepositoryOfACommandAreRead() throws NoProposal {
        Proposal proposal = proposal(wrench().file(".github/workflows/a.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  linux:
                    strategy: { matrix: { os: [ubuntu-24.04, ubuntu-24.04-arm] } }
                    runs-on: ${{ matrix.os }}
                    steps:
                      - run: tar zcf wrench-$(uname -s)-$(uname -m).tar.gz -C bin wrench
                      - run: gh release -R ${{ github.repository }} upload ${{ github.ref_name }} wrench-$(uname)-$(uname -m).tar.gz
                """));
        assertThat(keys(proposal)).contains("as: Linux-x86_64", "as: Linux-aarch64");
        assertThat(names(proposal)).contains("wrench-Linux-aarch64.tar.gz");
        assertThat(remarks(proposal, Remark.Kind.TAKEN)).contains("releases gh release upload");
    }

    @Test
    void theMachineOfARowSaysWhichProcessorANameLeavesOut() throws NoProposal {
        SampleRepository wrench = wrench();
        String rows = """
                on: { push: { tags: ['v*'] } }
                jobs:
                  all:
                    strategy:
                      matrix:
                        include:
                          - { os: ubuntu-24.04-arm, file: wrench_linux-arm }
                          - { os: windows-11-arm, file: wrench_windows-arm.exe }
                          - { os: macos-latest, file: wrench_macos }
                    runs-on: ${{ matrix.os }}
                    steps:
                      - run: cp build/wrench ${{ matrix.file }} && gh release upload ${{ github.ref_name }} ${{ matrix.file }}
                """;
        Proposal proposal = proposal(wrench.file(".github/workflows/a.yml", rows));
        assertThat(keys(proposal))
                .contains(
                        "{ target: linux-arm64, as: linux-arm }",
                        "{ target: macos-arm64, as: macos }",
                        "{ target: windows-arm64, as: windows-arm }");
        assertThat(names(proposal)).contains("wrench_macos", "wrench_linux-arm", "wrench_windows-arm.exe");
        assertThat(remarks(proposal, Remark.Kind.GUESS))
                .contains("aarch64-apple-darwin: the name has no processor, and 'macos-latest' makes this file")
                .contains(
                        "aarch64-unknown-linux-gnu: the name only says 'arm', and 'ubuntu-24.04-arm' makes this file");
        assertThat(proposal.remarks())
                .extracting(Remark::proof)
                .anyMatch(proof -> proof.contains("'linux-arm64-musl'"));
        Proposal universal = proposal(wrench.file(
                ".github/workflows/a.yml",
                rows.replace("cp build", "python -m freeze --target-architecture universal2 && cp build")));
        assertThat(remarks(universal, Remark.Kind.LEFT)).contains("targets wrench_macos: the name has no processor");
        Proposal other = proposal(wrench.file(
                ".github/workflows/a.yml",
                rows.replace("windows-11-arm", "ubuntu-latest").replace("windows-arm.exe", "macos-arm64")));
        assertThat(remarks(other, Remark.Kind.LEFT)).contains("targets wrench_macos: the name has no processor");
    }

    @Test
    void whereNoNameIsKnownTheRunnersOfTheReleaseAreTheTargets() throws NoProposal {
        Proposal proposal = proposal(wrench().file(".github/workflows/a.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  pack:
                    strategy: { matrix: { os: [ubuntu-latest, ubuntu-24.04-arm, macos-15, windows-latest] } }
                    runs-on: ${{ matrix.os }}
                    steps:
                      - run: runghc pack.hs
                      - uses: actions/upload-artifact@v6
                        with: { name: "${{ runner.os }}", path: "_out/wrench-*" }
                  release:
                    needs: pack
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/download-artifact@v6
                      - uses: xresloader/upload-to-github-release@v1
                        with: { file: "*/*" }
                """));
        assertThat(keys(proposal)).contains("targets: [linux-amd64, linux-arm64, macos-arm64, windows-amd64]");
        assertThat(remarks(proposal, Remark.Kind.GUESS))
                .contains("what the runners of the release are, from .github/workflows/a.yml:3 jobs.pack");
        assertThat(remarks(proposal, Remark.Kind.OPEN)).doesNotContain("for macOS and Windows, add");
    }

    @Test
    void aCommandThatIsGuessedLinksNothingStatically() throws NoProposal {
        Proposal proposal = proposal(
                wrench().file(".github/workflows/a.yml", workflow("ubuntu-latest", "wrench-linux-musl-x86_64.zip")));
        assertThat(keys(proposal)).contains("{ target: linux-amd64-musl, as: linux-musl-x86_64 }");
        assertThat(remarks(proposal, Remark.Kind.OPEN))
                .contains(
                        "command.build : for linux-amd64-musl it must link statically, but the guessed command does not");
    }

    @Test
    void whatOnlyARunKnowsLeavesTheRestAGuess() throws NoProposal {
        Proposal proposal = proposal(wrench().file(".github/workflows/a.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  linux:
                    runs-on: ubuntu-latest
                    steps:
                      - id: system
                        run: |
                          ( echo -n "machine="; nix eval system; echo ) >> "$GITHUB_OUTPUT"
                      - run: gh release upload "$GITHUB_REF_NAME" wrench-${{ steps.system.outputs.machine }}.zip
                  windows:
                    runs-on: windows-latest
                    steps:
                      - run: gh release upload "$GITHUB_REF_NAME" wrench-win32-x64.zip
                """));
        assertThat(keys(proposal)).contains("[{ target: windows-amd64, as: win32-x64 }, linux-amd64]");
        assertThat(remarks(proposal, Remark.Kind.GUESS))
                .contains("targets linux-amd64: some uploaded files have names that are known only during a run");
        assertThat(remarks(proposal, Remark.Kind.OPEN)).contains("'wrench-….zip' is known only during a run");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "me/upload-release-asset@v3 | { release_id: 1, asset_path: ./out/x.zip, asset_name: wrench-linux-amd64.zip }",
                "me/release-upload@v1 | { files: 'out/wrench-linux-amd64.zip' }",
                "me/fill@v1 | { upload_url: u, asset_path: out/wrench-linux-amd64.zip }",
            })
    void anActionThatNobodyKnowsIsKnownByItsInputs(String action, String with) throws NoProposal {
        Proposal proposal = proposal(wrench().file(".github/workflows/a.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v6
                      - uses: %s
                        with: %s
                """.formatted(action, with)));
        assertThat(names(proposal)).contains("wrench-linux-amd64.zip");
        assertThat(remarks(proposal, Remark.Kind.OPEN)).contains("'.github/workflows/a.yml' also releases");
    }

    @Test
    void aPatternThatIsNegatedIsNoFileOfTheRelease() throws Exception {
        Proposal proposal = proposal(workflow(wrench(), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: mkdir out && tar czf out/wrench-linux-amd64.tar.gz wrench
                    - uses: softprops/action-gh-release@v2
                      with:
                        files: |
                          out/*
                          !out/*.txt
                          !out/wrench-debug.zip
                """));
        assertThat(names(proposal)).contains("wrench-linux-amd64.tar.gz");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("*.txt");
        assertThat(lost(proposal)).doesNotContain("wrench-debug");
    }
}
