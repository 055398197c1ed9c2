package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a job removes are uploaded only if it removes them after the upload. */
class GlobUploadsOfRemovedFilesTest extends GlobUploads {
    @ParameterizedTest
    @ValueSource(strings = {"rm -rf dist", "|\n    # all of it\n    sudo rm -f dist/*.gz\n    rmdir dist"})
    void whatIsTidiedAwayAtTheEndWasUploadedBefore(String command) throws Exception {
        String workflow = uploading("dist/*") + ("- run: " + command + "\n").indent(4);
        assertThat(proposal(release(workflow)).config()).contains("name: \"{name}-{platform}\"");
    }

    @Test
    void whatIsRemovedBeforeAnUploadIsNotUploaded() throws Exception {
        String workflow = uploading("dist/*", "- run: echo > dist/kelp.tmp.zip\n", "- run: rm dist/*.tmp.zip\n");
        assertThat(lost(proposal(release(workflow)))).doesNotContain("tmp");
    }

    @Test
    void whatIsDeletedAfterItsUploadIsReleased() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        for t in x86_64-unknown-linux-gnu x86_64-unknown-linux-musl; do
                          cargo build --release --target $t
                          tar czf kelp-$t.tar.gz -C target/$t/release kelp
                          date > kelp-$t.sum
                          gh release upload "$GITHUB_REF_NAME" kelp-$t.*
                          rm -f kelp-*
                        done
                """));
        assertThat(lost(proposal))
                .contains("kelp-x86_64-unknown-linux-gnu.sum", "kelp-x86_64-unknown-linux-musl.sum")
                .doesNotContain("known only during a run");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("the full name of");
    }
}
