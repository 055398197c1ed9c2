package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemarkTest extends HandWrittenRelease {
    @Test
    void whatIsNotKnownIsAnEllipsisAndNothingBreaksALine() {
        Remark remark = new Remark(
                Remark.Kind.LEFT,
                "step",
                "'make {?}/kelp\r\n  sign {tag?}'",
                "it gets {version?}\nand more",
                "run {?}");
        assertThat(remark.value()).isEqualTo("'make …/kelp sign {tag}'");
        assertThat(remark.why()).isEqualTo("it gets {version} and more");
        assertThat(remark.proof()).isEqualTo("run …");
    }

    @Test
    void noReportHasASymbol() throws NoProposal {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - name: Sign with ${{ vars.KEY }}
                      if: |
                        github.ref_type == 'tag'
                        && vars.PUBLISH
                      run: cargo publish
                    - run: gh release upload $GITHUB_REF_NAME "kelp-$(date +%s)" "kelp-${SOMETHING}.tar.gz"
                """));
        assertThat(proposal.remarks())
                .allSatisfy(remark -> assertThat(remark.value() + remark.why()).doesNotContain("{?}", "?}", "\n"));
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("'tag' && vars.PUBLISH");
    }
}
