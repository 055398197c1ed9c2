package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a workflow by hand publishes on crates.io stays so. */
class HandWrittenCratesTest extends HandWrittenRelease {
    @Test
    void theTokenOfCratesIoIsNamedInWhateverVariableItComes() throws Exception {
        Proposal proposal = proposal(release(releasing("""
                run: cargo login "$LOGIN"
                env: { LOGIN: '${{ secrets.OTTER }}' }
                """) + "    - run: cargo publish\n"));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("the token is in the secret 'OTTER' today: add it as 'CARGO_REGISTRY_TOKEN'");
    }

    @Test
    void whatIsPublishedOnCratesIoStaysSo() throws Exception {
        Proposal proposal = proposal(release(releasing("""
                run: cargo publish --locked
                env: { CARGO_REGISTRY_TOKEN: '${{ secrets.CRATES_TOKEN }}' }
                """)));
        assertThat(proposal.config()).contains("packages: { crates: token }");
        assertThat(lost(proposal)).doesNotContain("step ");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("the token is in the secret 'CRATES_TOKEN' today: add it as 'CARGO_REGISTRY_TOKEN'");
    }

    @Test
    void aLoginWithoutASecretAndTheOrderOfPackagesStay() throws Exception {
        Proposal proposal = proposal(workflow(
                crate("[workspace]\nmembers = [\"core\"]\n")
                        .file("core/Cargo.toml", "[package]\nname = \"kelp-core\"\nversion = \"1.0.0\"\n")
                        .file("core/src/lib.rs", ""),
                releasing("""
                        uses: rust-lang/crates-io-auth-action@v1
                        id: auth
                        """) + """
                            - run: cargo publish -p kelp-core
                              env: { CARGO_REGISTRY_TOKEN: '${{ steps.auth.outputs.token }}' }
                            - run: cargo publish -p kelp
                              env: { CARGO_REGISTRY_TOKEN: '${{ steps.auth.outputs.token }}' }
                        """));
        assertThat(proposal.config()).contains("packages: { crates: { login: trusted, packages: [kelp-core, kelp] } }");
    }

    @Test
    void whatNoManifestLetsIsListedInstead() throws Exception {
        Proposal proposal =
                proposal(workflow(crate("publish = false\n"), releasing("run: cargo publish --allow-dirty")));
        assertThat(proposal.config()).doesNotContain("crates");
        assertThat(lost(proposal)).contains("step 'The last one' crates.io");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"${{ contains(github.ref_name, '-') }}\"|true",
                "\"${{ github.event_name == 'pull_request' }}\"|false",
                "false|false"
            })
    void whatACallSaysAboutPublishingIsAskedForCrates(String input, boolean said) throws Exception {
        Proposal proposal = proposal(release(releasing("run: date")
                        + "crates:\n  uses: ./.github/workflows/crates.yml\n  with: { dry-run: " + input + " }\n")
                .file(".github/workflows/crates.yml", """
                                on: { workflow_call: { inputs: { dry-run: { type: boolean } } } }
                                jobs:
                                  publish:
                                    runs-on: ubuntu-latest
                                    steps: [{ run: cargo publish }]
                                """));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("decides what is published; the config publishes every"))
                .isEqualTo(said);
        assertThat(proposal.config()).contains("crates: token");
    }
}
