package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checksums, proofs and lists of them that a release by hand uploads, and what they are called. */
class HandWrittenSumsTest extends HandWrittenRelease {
    @Test
    void theFileOfAllChecksumsKeepsTheNameThatTheWorkflowGivesIt() throws NoProposal {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-24.04
                  steps:
                    - run: |
                        cargo build --release
                        tar czf kelp-$GITHUB_REF_NAME-linux-amd64.tar.gz -C target/release kelp
                        sha256sum *.tar.gz > kelp-$GITHUB_REF_NAME-checksums.txt
                        gh release upload "$GITHUB_REF_NAME" kelp-$GITHUB_REF_NAME-linux-amd64.tar.gz kelp-$GITHUB_REF_NAME-checksums.txt
                """));
        assertThat(proposal.config()).contains("checksums: combined\nchecksum-file: \"kelp-{tag}-checksums.txt\"\n");
        assertThat(proposal.remarks()).noneMatch(remark -> remark.kind() == Remark.Kind.LEFT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256sum *.tar.gz | tee SHA256SUMS",
                "(sha256sum *.tar.gz) > SHA256SUMS",
                "{ sha256sum *.tar.gz; } | sort -k2 | tee SHA256SUMS",
                "shasum -a 256 *.tar.gz | sort > SHA256SUMS",
                "sha256sum *.tar.gz | sed 's,dist/,,' > SHA256SUMS",
            })
    void theFileOfAllChecksumsIsKnownBehindOtherPrograms(String sums) throws NoProposal {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-24.04
                  steps:
                    - run: |
                        cargo build --release
                        tar czf kelp-$GITHUB_REF_NAME-linux-amd64.tar.gz -C target/release kelp
                        %s
                        gh release upload "$GITHUB_REF_NAME" kelp-$GITHUB_REF_NAME-linux-amd64.tar.gz SHA256SUMS
                """.formatted(sums)));
        assertThat(proposal.config()).contains("checksums: combined\n");
        assertThat(proposal.remarks()).noneMatch(remark -> remark.kind() == Remark.Kind.LEFT);
    }

    @Test
    void aListThatIsOnlyCheckedIsNoneOfTheRelease() throws NoProposal {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-24.04
                  steps:
                    - run: |
                        curl -fsSL https://example.org/kelpc/SHA256SUMS | tee SHA256SUMS
                        sha256sum --check SHA256SUMS
                        cargo build --release
                        tar czf kelp-$GITHUB_REF_NAME-linux-amd64.tar.gz -C target/release kelp
                        gh release upload "$GITHUB_REF_NAME" kelp-$GITHUB_REF_NAME-linux-amd64.tar.gz
                """));
        assertThat(proposal.config()).doesNotContain("checksums: combined");
    }

    @Test
    void aFileOfChecksumsThatIsCalledLikeAnotherFileIsForThatOne() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        make
                        tar czf all-kelp.tar.gz kelp-*
                        sha256sum all-kelp.tar.gz > all-kelp.tar.gz.sha256sum
                        gh release create $GITHUB_REF_NAME all-kelp.tar.gz all-kelp.tar.gz.sha256sum
                """));
        assertThat(proposal.config()).doesNotContain("checksum");
        assertThat(lost(proposal)).contains("all-kelp.tar.gz.sha256sum");
    }

    @Test
    void theFileOfAProofHasTheNameThatItsGeneratorIsGiven() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - run: tar czf kelp-linux-amd64.tar.gz -C target/release kelp
                    - run: gh release upload "$GITHUB_REF_NAME" kelp-linux-amd64.tar.gz
                proof:
                  needs: build
                  uses: slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@v2.1.0
                  with: { base64-subjects: x, provenance-name: "kelp-${{ github.ref_name }}.jsonl", upload-assets: false }
                attach:
                  needs: proof
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v5
                      with: { name: '${{ needs.proof.outputs.provenance-name }}' }
                    - run: gh release upload "$GITHUB_REF_NAME" "$FILE"
                      env: { FILE: '${{ needs.proof.outputs.provenance-name }}' }
                """));
        assertThat(lost(proposal)).contains("release.files kelp-{tag}.jsonl no longer released");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("known only during a run");
    }
}
