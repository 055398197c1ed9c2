package dev.slipway.init;

/** A release by hand that builds an image and pushes it. */
class PushedImages extends HandWrittenRelease {
    static final String BUILD = """
            build:
              strategy:
                matrix:
                  include:
                    - { target: x86_64-unknown-linux-musl, arch: amd64 }
                    - { target: aarch64-unknown-linux-musl, arch: arm64 }
              runs-on: ubuntu-latest
              steps:
                - run: cargo build --release --target ${{ matrix.target }}
                - run: tar czf kelp-${{ matrix.arch }}.tar.gz -C target/${{ matrix.target }}/release kelp
                - uses: softprops/action-gh-release@v2
                  with: { files: 'kelp-${{ matrix.arch }}.tar.gz' }
            """;

    Proposal image(String steps) throws NoProposal {
        return proposal(release(BUILD + "image:\n  runs-on: ubuntu-latest\n  steps:\n" + steps.indent(4))
                .file("Dockerfile", "FROM alpine:3\nCOPY kelp /usr/bin/kelp\n"));
    }

    /** An image for whose tags the metadata action stands. */
    Proposal described(String inputs) throws NoProposal {
        return image("""
                - uses: docker/metadata-action@v5
                  id: meta
                  with:
                    images: ghcr.io/me/kelp
                """ + inputs.indent(4) + """
                - uses: docker/build-push-action@v6
                  with: { push: true, tags: '${{ steps.meta.outputs.tags }}' }
                """);
    }
}
