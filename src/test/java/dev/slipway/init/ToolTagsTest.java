package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
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
                "release-please-config.json|{ \"tag-separator\": \"/\", \"packages\": { \".\": { \"component\": \"weed\" } } }|tag: weed/v*|release-please-config.json:1"
            })
    void theFilterIsThatOfTheTool(String file, String text, String tag, String place) throws Exception {
        Proposal proposal = proposal(crate("").file(file, text.replace('#', '\n')));
        assertThat(proposal.config()).contains(tag + "\n");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("from " + place);
    }

    @ParameterizedTest
    @CsvSource({"v{{ version }}-next", "{{ prefix }}v{{version}}", "{{ changelog }}"})
    void whatDoesNotEndWithTheVersionIsNoFilter(String text) throws Exception {
        SampleRepository repository =
                crate("").file("release-plz.toml", "[workspace]\ngit_tag_name = \"" + text + "\"\n");
        assertThat(proposal(repository).config()).doesNotContain("\ntag:");
    }
}
