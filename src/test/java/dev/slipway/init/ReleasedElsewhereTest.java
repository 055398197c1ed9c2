package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;

/** A project that people download from already, though nothing in its repository makes the releases. */
class ReleasedElsewhereTest extends HandWrittenRelease {
    private SampleRepository go(String readme) {
        return repository()
                .file("go.mod", "module github.com/me/kelp\n\ngo 1.18\n")
                .file("main.go", "package main\n\nfunc main() {}\n")
                .file("README.md", readme)
                .committed()
                .origin("https://github.com/me/kelp");
    }

    @Test
    void aLinkToReleasesShowsThatThereAreSome() throws Exception {
        Proposal proposal = proposal(go("# Kelp\n\nGet it from <https://github.com/Me/kelp/releases>.\n"));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("releases", "'README.md:3' links to https://github.com/me/kelp/releases")
                .contains("found nothing that pushes an image");
        assertThat(said(proposal, Remark.Kind.GUESS))
                .contains("found no names of released files")
                .doesNotContain("without releases");
        assertThat(proposal.config()).doesNotContain("docker:");
    }

    @Test
    void releasesOfOthersShowNothing() throws Exception {
        Proposal proposal = proposal(go("# Kelp\n\nNeeds https://github.com/you/kelp/releases.\n"));
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("links to");
        assertThat(said(proposal, Remark.Kind.GUESS)).contains("without releases");
    }

    @Test
    void theGoIsThatWhichTheProjectPins() throws Exception {
        SampleRepository pinned = go("# Kelp\n").file(".go-version", "1.26.7\n");
        assertThat(proposal(pinned).config()).contains("version: 1.26.7");
    }
}
