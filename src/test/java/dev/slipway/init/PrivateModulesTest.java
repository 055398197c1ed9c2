package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules that Go fetches with a token, which builds do not get. */
class PrivateModulesTest extends HandWrittenRelease {
    private Proposal kelp(String setting) throws Exception {
        return proposal(workflow(sources(), """
                build:
                  runs-on: ubuntu-latest
                  env: { %s }
                  steps:
                    - run: GOOS=linux GOARCH=amd64 go build -o kelp-linux-amd64
                    - run: gh release create $GITHUB_REF_NAME kelp-linux-amd64
                """.formatted(setting)));
    }

    private SampleRepository sources() {
        return repository().file("go.mod", """
                        module github.com/acme/kelp

                        go 1.26

                        require github.com/acme/reef/v2 v2.1.0
                        require (
                        \tgolang.org/x/sys v0.30.0
                        )
                        """).file("main.go", "package main\n\nfunc main() {}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GOPRIVATE: github.com/acme",
                "GOPRIVATE: 'corp.example,github.com/acme/*'",
                "GOPRIVATE: 'github.com/${{ github.repository_owner }}/*'",
                "GOFLAGS: -mod=mod, GOPRIVATE: \"*.com/acme/reef\"",
            })
    void aModuleThatMayNeedATokenIsSaid(String setting) throws Exception {
        assertThat(said(kelp(setting), Remark.Kind.OPEN))
                .contains("GOPRIVATE covers 'github.com/acme/reef/v2', and builds get no token: if it needs one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOPRIVATE: github.com/acme/kelp-x", "GOPRIVATE: '${{ vars.PRIVATE }}'", "GOPRIVATE: ''"})
    void modulesOfOthersAreNot(String setting) throws Exception {
        assertThat(said(kelp(setting), Remark.Kind.OPEN)).doesNotContain("GOPRIVATE");
    }

    @Test
    void aRegistryOfTheProjectIsSaid() throws Exception {
        SampleRepository crate = release("x: { runs-on: ubuntu-latest, steps: [{ run: cargo build }] }")
                .file("Cargo.toml", MANIFEST + "[dependencies]\nhull = { version = \"1\", registry = \"reef\" }\n");
        assertThat(said(proposal(crate), Remark.Kind.OPEN))
                .contains("Cargo fetches from the registry 'reef', and builds get no token, and found nothing here that"
                        + " sets one up: if it asks for one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".cargo/config.toml | [registries.reef]⏎credential-provider = 'cargo:token' | :2",
                ".cargo/config.toml | [registries.reef]⏎index = 'sparse+https://reef.example/' | ",
                ".github/workflows/ci.yml | on: push⏎env: { CARGO_REGISTRIES_REEF_TOKEN: '${{ secrets.REEF }}' }⏎jobs: {} | :2",
                ".github/workflows/ci.yml | on: push⏎env: { CARGO_REGISTRIES_OTHER_TOKEN: '${{ secrets.REEF }}' }⏎jobs: {} | "
            })
    void whatSetsUpATokenForItIsNamed(String file, String text, @Nullable String line) throws Exception {
        SampleRepository crate = release("x: { runs-on: ubuntu-latest, steps: [{ run: cargo build }] }")
                .file("Cargo.toml", MANIFEST + "[dependencies]\nhull = { version = \"1\", registry = \"reef\" }\n")
                .file(file, text.replace('⏎', '\n') + "\n");
        assertThat(said(proposal(crate), Remark.Kind.OPEN))
                .contains(
                        line == null
                                ? "and found nothing here that sets one up"
                                : "and builds get no token, though '" + file + line
                                        + "' sets one up: if it asks for one");
    }
}
