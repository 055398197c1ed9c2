package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A release stays one of the Go that builds it today: the line in go.mod is only the oldest that can. */
class GoOfReleasesTest extends HandWrittenRelease {
    private Proposal building(String goVersion) throws NoProposal {
        return proposal(workflow(
                repository()
                        .file("go.mod", "module github.com/me/kelp\n\ngo 1.18\n\ntoolchain go1.25.1\n")
                        .file("main.go", "package main\n\nfunc main() {}\n")
                        .file(".go-version", "1.24.6\n")
                        .file(".tool-versions", "nodejs 22\ngolang 1.23\n")
                        .file(".github/workflows/ci.yml", """
                                on: [push]
                                jobs:
                                  test:
                                    runs-on: ubuntu-latest
                                    steps: [{ uses: actions/setup-go@v5, with: { go-version: '1.20' } }, { run: go test }]
                                """),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/setup-go@v5
                      with: { %s }
                    - run: GOOS=linux GOARCH=amd64 go build -o kelp
                    - run: tar czf kelp-linux-amd64.tar.gz kelp
                    - run: gh release create $GITHUB_REF_NAME kelp-linux-amd64.tar.gz
                """.formatted(goVersion)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "go-version: '1.26'                    | '1.26'   | .github/workflows/release.yml:6 actions/setup-go",
                "go-version: '1.26.x'                  | '1.26'   | .github/workflows/release.yml:6 actions/setup-go",
                "go-version: stable                    | stable   | .github/workflows/release.yml:6 actions/setup-go",
                "go-version: '^1.22'                   | stable   | .github/workflows/release.yml:6 actions/setup-go",
                "go-version: '~1.24.0'                 | '1.24'   | .github/workflows/release.yml:6 actions/setup-go",
                "go-version: '~1'                      | stable   | .github/workflows/release.yml:6 actions/setup-go",
                "go-version: '>=1.22.0'                | stable   | .github/workflows/release.yml:6 actions/setup-go",
                "go-version-file: go.mod               | '1.25.1' | go.mod:5",
                "go-version-file: .go-version          | '1.24.6' | .go-version:1",
                "go-version-file: .tool-versions       | '1.23'   | .tool-versions:2",
                "check-latest: true                    | '1.18'   | go.mod:3 go",
            })
    void theVersionIsThatOfTheRelease(String input, String version, String place) throws Exception {
        Proposal proposal = building(input);
        assertThat(proposal.config()).containsPattern("version: \"?" + version + "[\", }\\n]");
        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.key().equals("go.version"))
                .singleElement()
                .satisfies(remark -> assertThat(remark.toString()).contains(place));
    }

    @Test
    void aVersionThatOnlyARunKnowsIsNotReplacedByTheOldest() throws Exception {
        Proposal proposal = building("go-version: '${{ steps.versions.outputs.go }}'");
        assertThat(proposal.config()).doesNotContain("1.18");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains(
                        "the version that builds the release is known only during a run of '.github/workflows/release.yml:6'");
    }
}
