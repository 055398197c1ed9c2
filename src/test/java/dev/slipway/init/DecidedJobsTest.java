package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A script may decide what a release does: what only a run knows is not taken for "no". */
class DecidedJobsTest extends HandWrittenRelease {
    private static final String SHIP = """
            ship:
              needs: plan
              if: needs.plan.outputs.wanted == 'true'
              runs-on: ubuntu-latest
              steps:
                - run: cargo build --release --target x86_64-unknown-linux-gnu
                - run: cp target/x86_64-unknown-linux-gnu/release/kelp kelp-linux-amd64
                - run: gh release upload "$GITHUB_REF_NAME" kelp-linux-amd64
            """;

    @Test
    void anAssignmentFailsWithTheProgramThatItAsks() throws Exception {
        Proposal proposal = proposal(release("""
                plan:
                  runs-on: ubuntu-latest
                  outputs: { wanted: "${{ steps.decide.outputs.wanted }}" }
                  steps:
                    - id: decide
                      run: |
                        if state=$(curl -sf https://example.com/kelp); then wanted=false; else wanted=true; fi
                        echo "wanted=$wanted" >> "$GITHUB_OUTPUT"
                """ + SHIP));
        assertThat(names(proposal)).containsExactly("kelp-linux-amd64");
    }

    @Test
    void aProgramThatCannotBeReadMaySetAVariable() throws Exception {
        Proposal proposal = proposal(release("""
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: python ci/plan.py
                    - run: cargo build --release --target x86_64-unknown-linux-gnu
                    - run: cp target/x86_64-unknown-linux-gnu/release/kelp kelp-linux-amd64
                    - if: env.SHOULD_PUBLISH == 'true'
                      run: gh release upload "$GITHUB_REF_NAME" kelp-linux-amd64
                """));
        assertThat(names(proposal)).containsExactly("kelp-linux-amd64");
    }
}
