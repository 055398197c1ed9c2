package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The environments of jobs that release are taken over, or named. */
class HandWrittenEnvironmentsTest extends HandWrittenRelease {
    @Test
    void anActionThatStripsProgramsIsListed() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - name: Cross it
                      uses: houseabsolute/actions-rust-cross@v1
                      with: { command: build, target: aarch64-unknown-linux-musl, args: --release, strip: true }
                    - run: tar czf kelp-aarch64-unknown-linux-musl.tar.gz -C target/aarch64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(lost(proposal)).contains("step 'Cross it' removes symbols from the programs");
    }

    private Proposal inEnvironments(String ofRelease, String ofPublish) throws Exception {
        return proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  %s
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: gh release create $GITHUB_REF_NAME target/x86_64-unknown-linux-musl/release/kelp
                publish:
                  runs-on: ubuntu-latest
                  %s
                  steps: [{ run: cargo publish }]
                site:
                  runs-on: ubuntu-latest
                  environment: { name: github-pages, url: https://kelp.example }
                  steps: [{ uses: actions/deploy-pages@v4 }]
                """.formatted(ofRelease, ofPublish)));
    }

    @Test
    void theEnvironmentOfAllJobsThatReleaseIsTakenOver() throws Exception {
        Proposal proposal = inEnvironments("environment: ship", "environment: { name: ship }");
        assertThat(proposal.config()).contains("release: { environment: ship }");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("environment");
    }

    @Test
    void anEnvironmentOfSomeJobsIsSaid() throws Exception {
        Proposal proposal = inEnvironments("", "environment: ship");
        assertThat(proposal.config()).doesNotContain("environment");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("release.environment  the job 'publish' runs in the environment 'ship' today")
                .doesNotContain("github-pages");
    }

    @Test
    void anEnvironmentWithoutAKnownNameIsNotGuessed() throws Exception {
        assertThat(inEnvironments("", "environment: ${{ vars.WHERE }}").config())
                .doesNotContain("environment");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"${{ inputs.pier }}, true", "${{ inputs.site && 'github-pages' }}, false"})
    void anEnvironmentWhoseNameOnlyARunKnowsIsAsked(String name, boolean said) throws Exception {
        Proposal proposal =
                proposal(release(releasing("run: date").replace("steps:", "environment: " + name + "\n  steps:")));
        assertThat(said(proposal, Remark.Kind.OPEN)
                        .contains("the job 'ship' runs in the environment '" + name
                                + "' today, whose name is known only during a run"))
                .isEqualTo(said);
        assertThat(proposal.config()).doesNotContain("environment");
    }
}
