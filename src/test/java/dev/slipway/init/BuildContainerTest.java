package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs need no newer C library than those that people download today. */
class BuildContainerTest extends HandWrittenRelease {
    private SampleRepository built(String amd64, String arm64) {
        return release("""
                build:
                  strategy:
                    matrix:
                      include:
                        - { os: %s, target: x86_64-unknown-linux-gnu }
                        - { os: %s, target: aarch64-unknown-linux-gnu }
                  runs-on: ${{ matrix.os }}
                  steps:
                    - uses: actions/checkout@v6
                    - run: cargo build --release --target ${{ matrix.target }}
                    - run: tar czf kelp-${{ matrix.target }}.tar.gz -C target/${{ matrix.target }}/release kelp
                    - run: gh release upload $GITHUB_REF_NAME kelp-${{ matrix.target }}.tar.gz
                """.formatted(amd64, arm64));
    }

    private static SampleRepository withImage(SampleRepository repository, String base) {
        return repository
                .file("Dockerfile", "FROM " + base + "\nUSER 1000\n")
                .file(
                        ".github/workflows/image.yml",
                        "on: { push: { tags: ['v*'] } }\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n"
                                + "      - run: docker buildx build --push -t ghcr.io/me/kelp:1 .\n");
    }

    private static String linux(Proposal proposal) {
        return proposal.config()
                .lines()
                .filter(line -> line.startsWith("linux:"))
                .findFirst()
                .orElse("");
    }

    @Test
    void machinesOfBothProcessorsAreNoLabelForAll() throws NoProposal {
        Proposal proposal = proposal(built("ubuntu-24.04", "ubuntu-24.04-arm"));
        assertThat(linux(proposal)).isEmpty();
        assertThat(proposal.config()).contains("{ target: aarch64-unknown-linux-gnu, build: native }");
        assertThat(lost(proposal)).doesNotContain("linux.runner");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("linux.container  builds run in 'debian:bookworm'")
                .doesNotContain("of the runner");
    }

    @Test
    void aRunnerThatEndsIsFollowedByAContainerThatIsNoNewer() throws NoProposal {
        Proposal proposal = proposal(built("ubuntu-22.04", "ubuntu-22.04-arm"));
        assertThat(linux(proposal)).isEqualTo("linux: { container: ubuntu:22.04 }");
        assertThat(said(proposal, Remark.Kind.GUESS)).contains("linked on 'ubuntu-22.04' and 'ubuntu-22.04-arm'");
        assertThat(linux(proposal(built("ubuntu-22.04", "ubuntu-22.04"))))
                .isEqualTo("linux: { runner: ubuntu-24.04, container: ubuntu:22.04 }");
    }

    @Test
    void aRunnerThatStaysNeedsNoContainer() throws NoProposal {
        assertThat(linux(proposal(built("ubuntu-24.04", "ubuntu-24.04")))).isEqualTo("linux: { runner: ubuntu-24.04 }");
        assertThat(linux(proposal(built("ubuntu-latest", "ubuntu-latest")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "scratch, debian:bookworm, its C library is not newer",
                "alpine:3.20, debian:bookworm, its C library is not newer",
                "debian:bullseye-slim, debian:bullseye, its C library is not newer",
                "gcr.io/distroless/cc-debian11, debian:bullseye, its C library is not newer",
                "debian:trixie-slim, debian:bookworm, its C library is not newer",
                "ghcr.io/me/sea:1, debian:bookworm, the C library of 'ghcr.io/me/sea:1' is unknown",
            })
    void anImageThatBuildsNothingIsNoContainer(String base, String container, String why) throws NoProposal {
        SampleRepository repository = withImage(built("ubuntu-latest", "ubuntu-latest"), base);
        Proposal proposal = proposal(repository);
        assertThat(linux(proposal)).contains("container: " + container);
        assertThat(said(proposal, Remark.Kind.GUESS)).contains(why);
    }
}
