package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources that a plain checkout leaves out, and workflows that release beside ours. */
class SourcesCheckTest extends WithHealthyCrate {
    private void submodule(String path) {
        crate.sample.git(
                "update-index", "--add", "--cacheinfo", "160000,4b825dc642cb6eb9a060e54bf8d69288fbee4904," + path);
    }

    @Test
    void aSubmoduleThatNoCheckoutBringsIsAnError() {
        submodule("vendor/zstd");
        assertThat(crate.only("sources"))
                .isEqualTo(new Advice(
                                Severity.ERROR,
                                "sources",
                                "the repository has a submodule (git submodule vendor/zstd), but checkouts omit it",
                                "write 'submodules: true' in slipway.yml, or 'submodules: false' if no build needs it",
                                "https://github.com/actions/checkout#usage")
                        .at(FoundAt.file(".gitmodules")));
    }

    @Test
    void aSubmoduleWithSubmodulesIsRecursive() {
        submodule("vendor/zstd");
        crate.sample.file("vendor/zstd/.gitmodules", "");
        assertThat(crate.sample.read().sources().submodules())
                .hasValue(new Fact<>("recursive", "git submodule vendor/zstd"));
    }

    @Test
    void filesOfGitLfsAreNamedByTheLineThatKeepsThemThere() {
        crate.sample
                .file("assets/.gitattributes", "# filter=lfs\n*.txt text\n*.bin filter=lfs diff=lfs merge=lfs -text\n")
                .committed();
        assertThat(crate.only("sources").message())
                .isEqualTo("assets/.gitattributes:3 keeps '*.bin' in Git LFS, but checkouts contain only pointers");
    }

    @Test
    void whatTheConfigSaysOfThemIsTrusted() {
        submodule("vendor/zstd");
        crate.sample.file(".gitattributes", "*.bin filter=lfs\n").committed();
        crate.sources = new Setup.Sources(true, true, false);
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("sources");
    }

    @Test
    void aBuildThatDescribesItsCommitNeedsTheHistory() {
        crate.sample.file("build.rs", "fn main() { Command::new(\"git\").args([\"describe\", \"--tags\"]); }\n");
        Advice advice = crate.only("sources");
        assertThat(advice.severity()).isEqualTo(Severity.ERROR);
        assertThat(advice.message())
                .isEqualTo("build.rs runs 'git describe', but checkouts have the newest commit only");
        assertThat(advice.where()).contains(FoundAt.file("build.rs"));
        crate.sources = new Setup.Sources(false, false, true);
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("sources");
    }

    @Test
    void aCrateThatOnlyAKeyOpensIsAnErrorUnlessACopyIsThere() {
        crate.sample.file("Cargo.toml", """
                [package]
                name = "otto"
                version = "1.0.0"
                [dependencies]
                # hull = { git = "ssh://git@github.com/otto-rs/old.git" }
                hull = { git = "ssh://git@github.com/otto-rs/hull.git", tag = "v1" }
                """);
        Advice advice = crate.only("sources");
        assertThat(advice.message())
                .isEqualTo("Cargo fetches 'ssh://git@github.com/otto-rs/hull.git' with a key, but builds get none");
        assertThat(advice.where()).contains(FoundAt.line("Cargo.toml", 6));
        crate.sample.file(".cargo/config.toml", "[source.crates-io]\nreplace-with = \"vendored-sources\"\n");
        assertThat(crate.examine()).extracting(Advice::message).noneMatch(said -> said.contains("with a key"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hull = { version = '1', registry = \"reef\" } | | reef",
                "hull = { version = '1', registry-index = \"sparse+https://reef.example/\" } | | https://reef.example/",
                "hull = '1' | source = \"registry+https://reef.example/index\" | https://reef.example/index",
            })
    void aRegistryThatMayAskForATokenIsAWarning(String dependency, @Nullable String locked, String registry) {
        crate.sample.file(
                "Cargo.toml", "[package]\nname = \"otto\"\nversion = \"1.0.0\"\n[dependencies]\n" + dependency);
        if (locked != null) {
            crate.sample.file("Cargo.lock", "[[package]]\nname = \"hull\"\n" + locked);
        }
        Advice advice = crate.only("sources");
        assertThat(advice.severity()).isEqualTo(Severity.WARNING);
        assertThat(advice.message())
                .isEqualTo("Cargo fetches from the registry '" + registry
                        + "', which fails if it asks for a token: builds get none");
    }

    @Test
    void cratesOfEverybodysRegistryNeedNoToken() {
        crate.sample.file("Cargo.toml", "[package]\nname = \"otto\"\nversion = \"1.0.0\"\npublish = [\"reef\"]\n");
        crate.sample.file(
                "Cargo.lock",
                "source = \"registry+https://github.com/rust-lang/crates.io-index\"\nsource = \"sparse+https://index.crates.io/\"\n");
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("sources");
    }

    @Test
    void aJarThatNoPluginMakesIsAWarning() {
        crate.sample.file(
                "pom.xml", "<project><groupId>g</groupId><artifactId>otto</artifactId><version>1</version></project>");
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("jar");
        crate.usualJar = true;
        assertThat(crate.only("jar").where()).contains(FoundAt.file("pom.xml"));
    }

    @Test
    void anOlderWorkflowThatReleasesAtTheSameTagIsAnError() {
        crate.sample.file(".github/workflows/ship.yml", """
                on: { push: { tags: ['v[0-9]+.*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps: [{ run: gh release create "$GITHUB_REF_NAME" }]
                """);
        Advice advice = crate.only("second-release");
        assertThat(advice.severity()).isEqualTo(Severity.ERROR);
        assertThat(advice.message())
                .isEqualTo(".github/workflows/ship.yml also releases at tags such as 'v1.2.3' (gh release create)");
    }

    @Test
    void aWorkflowThatEveryPushStartsReleasesAtTheSameTagToo() {
        crate.sample.file(".github/workflows/all.yml", """
                on: [push]
                jobs:
                  ship:
                    if: startsWith(github.ref, 'refs/tags/')
                    runs-on: ubuntu-latest
                    steps: [{ run: gh release create "$GITHUB_REF_NAME" }]
                """);
        assertThat(crate.only("second-release").severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aWorkflowForPrereleasesReleasesAtTheirTagsToo() {
        crate.sample.file(".github/workflows/try.yml", """
                on: { push: { tags: ['v*-rc*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps: [{ run: gh release create "$GITHUB_REF_NAME" }]
                """);
        assertThat(crate.only("second-release").message())
                .isEqualTo(".github/workflows/try.yml also releases at tags such as 'v1.2.3-rc.1' (gh release create)");
    }

    @Test
    void aWorkflowOfOtherTagsIsNoSecondRelease() {
        crate.sample.file(".github/workflows/nightly.yml", """
                on: { push: { tags: [nightly] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps: [{ run: gh release upload nightly a }]
                """);
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("second-release");
    }

    @Test
    void aWorkflowThatAPublishedReleaseStartsIsWarnedOf() {
        crate.sample.file(".github/workflows/attach.yml", """
                on: { release: { types: [published] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps: [{ run: gh release upload "$GITHUB_REF_NAME" a }]
                """);
        assertThat(crate.only("second-release").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aWorkflowForOneMajorVersionReleasesAtTheNextTagOfIt() {
        crate.sample.file(".github/workflows/old.yml", """
                        on: { push: { tags: ['v7.*'] } }
                        jobs:
                          ship:
                            runs-on: ubuntu-latest
                            steps: [{ run: gh release create "$GITHUB_REF_NAME" }]
                        """).git("tag", "v7.4.1");
        assertThat(crate.only("second-release").message())
                .isEqualTo(".github/workflows/old.yml also releases at tags such as 'v7.4.1' (gh release create)");
    }
}
