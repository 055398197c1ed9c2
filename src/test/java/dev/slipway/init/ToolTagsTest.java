package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tool that makes tags is told how to write them: releases start at such tags, before there is one. */
class ToolTagsTest extends HandWrittenRelease {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "release-plz.toml|[workspace]#git_tag_name = \"{{ package }}-v{{ version }}\"|tag: kelp-v*|release-plz.toml:2",
                "release-plz.toml|[workspace]#git_tag_name = \"x{{version}}\"#[[package]]#name = \"kelp\"#git_tag_name = \"r{{ version }}\"|tag: r*|release-plz.toml:5",
                "release.toml|tag-name = \"{{crate_name}}/{{version}}\"|tag: kelp/*|release.toml:1",
                ".releaserc|{ \"tagFormat\": \"${version}\" }|tag: \"[0-9]+.[0-9]+.[0-9]+*\"|.releaserc:1",
                "release-please-config.json|{ \"packages\": { \".\": { \"release-type\": \"rust\" } } }|tag: kelp-v*|release-please-config.json:1",
                "release-please-config.json|{ \"include-component-in-tag\": false, \"include-v-in-tag\": false, \"packages\": { \".\": {} } }|tag: \"[0-9]+.[0-9]+.[0-9]+*\"|release-please-config.json:1",
                "release-please-config.json|{ \"tag-separator\": \"@\", \"include-v-in-tag\": false, \"packages\": { \".\": { \"component\": \"weed\" } } }|tag: weed@*|release-please-config.json:1",
                "dist-workspace.toml|[dist]#targets = [\"x86_64-unknown-linux-gnu\"]#tag-namespace = \"weed-\"|tag: weed-v*|dist-workspace.toml:3",
                "dist-workspace.toml|[dist]#targets = [\"x86_64-unknown-linux-gnu\"]#tag-namespace = \"weed\"|tag: weed-v*|dist-workspace.toml:3",
                ".goreleaser.yml|version: 2#monorepo:#  tag_prefix: tools/weed/|tag: tools/weed/v*|.goreleaser.yml:3",
                "release-please-config.json|{ \"tag-separator\": \"/\", \"packages\": { \".\": { \"component\": \"weed\" } } }|tag: weed/v*|release-please-config.json:1"
            })
    void theFilterIsThatOfTheTool(String file, String text, String tag, String place) throws Exception {
        Proposal proposal = proposal(crate("").file(file, text.replace('#', '\n')));
        assertThat(proposal.config()).contains(tag + "\n");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("from " + place);
    }

    @ParameterizedTest(name = "{0}, tag {2}: {3}")
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "package.json, { \"workspaces\": [\"packages/*\"] }, , true",
                "pnpm-workspace.yaml, packages: ['packages/*'], , true",
                "pnpm-workspace.yaml, packages: ['packages/*'], v1.2.3, false",
            })
    void changesetsNamesThePackageOfAWorkspace(String file, String text, String tag, boolean named) throws Exception {
        SampleRepository repository = repository()
                .file("package.json", "{ \"private\": true }")
                .file(file, text)
                .file(".changeset/config.json", "{}")
                .file("packages/cli/package.json", "{ \"name\": \"@me/kelp\", \"bin\": { \"kelp\": \"./k.js\" } }")
                .file("packages/cli/k.js", "")
                .committed()
                .origin("https://github.com/me/kelp");
        Proposal proposal = proposal(tag == null ? repository : repository.git("tag", tag));
        assertThat(proposal.config()).contains("./packages/cli/k.js");
        assertThat(proposal.config().contains("tag: \"@me/kelp@*\"")).isEqualTo(named);
    }

    @Test
    void theOpenFilterOfDistIsNotThatOfARelease() throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        "dist-workspace.toml",
                        "[dist]\ntargets = [\"x86_64-unknown-linux-gnu\"]\ntag-namespace = \"kelp\"\n")
                .file(".github/workflows/kelp-release.yml", """
                        on: { push: { tags: ['kelp**[0-9]+.[0-9]+.[0-9]+*'] } }
                        jobs:
                          host: { runs-on: ubuntu-latest, steps: [{ run: dist host }] }
                        """));
        assertThat(proposal.config()).contains("tag: kelp-v*\n");
    }

    @Test
    void tagsShowWhatFollowsAPrefix() throws Exception {
        SampleRepository repository = crate("")
                .file(".goreleaser.yml", "version: 2\nmonorepo: { tag_prefix: weed- }\n")
                .committed()
                .git("tag", "v9.9.9")
                .git("tag", "weed-1.2.3");
        assertThat(proposal(repository).config()).contains("\ntag: weed-*\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"*, tag: weed-v*", "weed-v[0-9]+.*, tag: \"weed-v[0-9]+.*\"", "v*, targets:"})
    void aWorkflowThatAlsoStartsAtOtherTagsStartsAtThoseOfTheTool(String filter, String line) throws Exception {
        SampleRepository repository = crate("")
                .file("release-plz.toml", "[workspace]\ngit_tag_name = \"weed-v{{ version }}\"\n")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['%s'] } }
                        jobs:
                          release:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo build --release
                              - run: gh release create $GITHUB_REF_NAME target/release/kelp
                        """.formatted(filter));
        assertThat(proposal(repository).config()).contains("\n" + line);
    }

    @ParameterizedTest
    @CsvSource({"v{{ version }}-next", "{{ prefix }}v{{version}}", "{{ changelog }}"})
    void whatDoesNotEndWithTheVersionIsNoFilter(String text) throws Exception {
        SampleRepository repository =
                crate("").file("release-plz.toml", "[workspace]\ngit_tag_name = \"" + text + "\"\n");
        assertThat(proposal(repository).config()).doesNotContain("\ntag:");
    }
}
