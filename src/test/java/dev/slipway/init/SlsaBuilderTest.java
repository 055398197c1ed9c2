package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;

/** Programs that a workflow of slsa-github-generator builds in Go and releases. */
class SlsaBuilderTest extends HandWrittenRelease {
    private static final String CALL = """
            build:
              strategy: { matrix: { os: [linux, darwin], arch: [amd64] } }
              uses: slsa-framework/slsa-github-generator/.github/workflows/builder_go_slsa3.yml@v2.1.0
              with: { go-version: 1.26, config-file: '.slsa/${{ matrix.os }}-${{ matrix.arch }}.yml'%s }
            """;

    private SampleRepository kelp(String more) {
        SampleRepository repository = repository()
                .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                .file("main.go", "package main\n\nfunc main() {}\n");
        for (String os : new String[] {"linux", "darwin"}) {
            repository.file(
                    ".slsa/" + os + "-amd64.yml",
                    "version: 1\ngoos: " + os
                            + "\ngoarch: amd64\nldflags: [-s]\nbinary: kelp-{{ .Tag }}-{{ .Os }}-{{ .Arch }}\n");
        }
        return workflow(repository, CALL.formatted(more));
    }

    @Test
    void theirNamesAreKept() throws Exception {
        Proposal proposal = proposal(kelp(""));
        assertThat(names(proposal)).contains("kelp-v9.9.9-linux-amd64", "kelp-v9.9.9-darwin-amd64");
    }

    @Test
    void theirProofsAndFlagsAreListed() throws Exception {
        assertThat(lost(proposal(kelp(""))))
                .contains(
                        "kelp-{tag}-darwin-amd64.intoto.jsonl, kelp-{tag}-linux-amd64.intoto.jsonl no longer released")
                .contains("go .slsa/darwin-amd64.yml programs are built with its 'env', 'flags' and 'ldflags'");
    }

    @Test
    void whatIsOnlyKeptAsAnArtifactIsNotReleased() throws Exception {
        assertThat(lost(proposal(kelp(", upload-assets: false")))).doesNotContain("intoto");
    }

    @Test
    void itPublishesWhatItBuilds() throws Exception {
        assertThat(said(proposal(kelp("")), Remark.Kind.OPEN))
                .contains("'.github/workflows/release.yml' also releases: remove it before the next release")
                .doesNotContain("no step was found", "may also release");
    }
}
