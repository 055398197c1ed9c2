package dev.slipway.init;

/** A release by hand that uploads whatever a pattern fits, and what init leaves open about it. */
abstract class GlobUploads extends HandWrittenRelease {
    static final String MORE = "may upload more files than are listed here";

    static String uploading(String pattern, String... commands) {
        return """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: mkdir dist && tar czf dist/kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                """ + String.join("", commands).indent(4) + """
                    - uses: softprops/action-gh-release@v2
                      with: { files: '%s' }
                """.formatted(pattern);
    }

    Proposal of(String pattern, String command) throws NoProposal {
        return proposal(release(uploading(pattern, "- run: " + command + "\n")));
    }

    static String open(Proposal proposal) {
        return said(proposal, Remark.Kind.OPEN);
    }
}
