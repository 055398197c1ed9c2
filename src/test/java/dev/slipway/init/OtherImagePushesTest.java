package dev.slipway.init;

import static dev.slipway.init.DockerfilesTest.image;
import static dev.slipway.init.DockerfilesTest.open;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that other workflows than the release push, or that it pushes for branches too. */
class OtherImagePushesTest extends HandWrittenRelease {
    @Test
    void anImageThatAnotherWorkflowPushesUnderAnUnknownNameIsFound() throws NoProposal {
        Proposal proposal = proposal(
                release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - run: gh release upload "$GITHUB_REF_NAME" target/release/kelp
                """).file("oci/Dockerfile", "FROM alpine:3.22\n").file(".github/workflows/image.yml", """
                        on: { push: { branches: [main], tags: ['v*'] } }
                        jobs:
                          image:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: docker/build-push-action@v6
                                with: { file: oci/Dockerfile, outputs: 'type=oci,dest=kelp.tar' }
                              - run: for name in $(./names); do regctl image copy ocidir://kelp "$name"; done
                        """));
        assertThat(lost(proposal))
                .contains("docker oci/Dockerfile builds an image in the release, under a name that was not");
        assertThat(open(proposal))
                .contains(
                        "'.github/workflows/image.yml' also starts for 'main': if it pushes an image then, keep that part")
                .doesNotContain("found no image");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "push: true | true",
                "'push: \"${{ github.event_name != ''pull_request'' }}\"' | true",
                "'push: \"${{ startsWith(github.ref, ''refs/tags/'') }}\"' | false",
            })
    void aReleasingWorkflowMayPushTagsOfABranchToo(String push, boolean said) throws NoProposal {
        Proposal proposal = proposal(crate("").file(".github/workflows/build.yml", """
                        on: { push: { branches: [main], tags: ['v*'] }, pull_request: {} }
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo build --release
                              - run: gh release create "$GITHUB_REF_NAME" target/release/kelp
                                if: startsWith(github.ref, 'refs/tags/')
                          image:
                            needs: [build]
                            runs-on: ubuntu-latest
                            steps:
                              - id: meta
                                uses: docker/metadata-action@v6
                                with: { images: ghcr.io/me/kelp, tags: "type=semver,pattern={{version}}\ntype=edge" }
                              - uses: docker/build-push-action@v7
                                with: { %s, tags: "${{ steps.meta.outputs.tags }}" }
                        """.formatted(push)));
        assertThat(open(proposal)
                        .contains("'.github/workflows/build.yml' also starts for 'main': if it pushes an image"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"push: { branches: [main] }", "schedule: [{ cron: '0 0 * * 0' }]", "workflow_dispatch: {}"})
    void theSameImageThatIsPushedBetweenReleasesMayMoveTheSameTag(String event) throws NoProposal {
        String push = """
                jobs:
                  image:
                    runs-on: ubuntu-latest
                    steps:
                      - run: docker build --push -t me/kelp:%s .
                """;
        Proposal proposal = proposal(crate("")
                .file("Dockerfile", "FROM debian:12\nCOPY kelp /usr/bin/\n")
                .file(
                        ".github/workflows/ship.yml",
                        "on: { push: { tags: ['v*'] } }\n" + push.formatted("$GITHUB_REF_NAME -t me/kelp:latest"))
                .file(".github/workflows/edge.yml", "on: { " + event + " }\n" + push.formatted("latest")));
        assertThat(open(proposal))
                .contains(
                        "'.github/workflows/edge.yml' also pushes 'me/kelp', and neither a tag nor a release starts it");
    }

    @Test
    void aWorkflowThatAlsoLooksAtPullRequestsMayPushTheImageOfABranch() throws NoProposal {
        Proposal proposal = proposal(crate("")
                .file("Dockerfile", "FROM debian:12\nCOPY kelp /usr/bin/\n")
                .file(".github/workflows/image.yml", """
                        on: { push: { branches: [main], tags: ['v*'] }, pull_request: { branches: [main] } }
                        jobs:
                          image:
                            if: github.event_name != 'pull_request'
                            runs-on: ubuntu-latest
                            steps:
                              - run: docker build --push -t me/kelp:latest -t me/kelp:$GITHUB_REF_NAME .
                        """));
        assertThat(open(proposal)).contains("'.github/workflows/image.yml' also starts for 'main'");
    }

    @Test
    void anImageThatFollowsTheReleaseIsFound() throws NoProposal {
        Proposal proposal = proposal(crate("")
                .file(".github/workflows/release.yml", """
                name: Ship it
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release
                      - run: gh release create "$GITHUB_REF_NAME" target/release/kelp
                """)
                .file(".github/workflows/image.yml", """
                on: { workflow_run: { workflows: [Ship it], types: [completed] } }
                jobs:
                  image:
                    runs-on: ubuntu-latest
                    steps:
                      - run: docker buildx build --push -t quay.io/me/kelp:latest .
                """)
                .file("Dockerfile", "FROM debian:trixie-slim\nCOPY kelp /usr/bin/\n"));
        assertThat(image(proposal) + proposal.config()).contains("quay.io/me/kelp");
        assertThat(open(proposal)).contains("'.github/workflows/image.yml' also pushes an image");
    }

    @Test
    void oneThatAWorkflowOfAnotherRepositoryGetsMayBeBuiltThere() throws NoProposal {
        Proposal proposal = proposal(workflow(crate("").file("oci/Dockerfile", "FROM alpine\n"), """
                ship:
                  uses: me/shared/.github/workflows/push.yml@v1
                  with: { name: kelp, dockerfile: ./oci/Dockerfile, meta-images: 'ghcr.io/me/kelp', image-size: 1/2 }
                """));
        assertThat(open(proposal))
                .contains("'ghcr.io/me/kelp' is given to 'me/shared/.github/workflows/push.yml'")
                .doesNotContain("1/2")
                .contains(
                        "'oci/Dockerfile' is given to 'me/shared/.github/workflows/push.yml', which cannot be read here")
                .doesNotContain("found nothing that builds a release image");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "github.ref == 'refs/heads/main' | docker push ghcr.io/me/kelp:edge | true",
                "github.ref_name == 'main' | docker images | true",
                "github.event_name == 'pull_request' | docker push ghcr.io/me/kelp:pr | false",
            })
    void anImageThatATagSkipsIsOneOfABranch(String condition, String run, boolean said) throws NoProposal {
        Proposal proposal = proposal(crate("").file(".github/workflows/build.yml", """
                        on: { push: { branches: [main], tags: ['v*'] } }
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo build --release
                              - run: gh release create "$GITHUB_REF_NAME" target/release/kelp
                                if: startsWith(github.ref, 'refs/tags/')
                              - if: ${{ %s }}
                                run: %s
                        """.formatted(
                condition, run.equals("docker images") ? "docker images | grep kelp | xargs -L1 docker push" : run)));
        assertThat(open(proposal)
                        .contains("'.github/workflows/build.yml' also starts for 'main': if it pushes an image"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if: \"!contains(github.ref_name, '-')\" | push: true | true",
                "if: needs.build.outputs.is_rc == 'false' | push: true | true",
                "if: startsWith(github.ref, 'refs/tags/v') | push: true | false",
                "if: always() | 'push: \"${{ needs.build.outputs.prerelease != ''true'' }}\"' | true",
                "if: always() | 'push: \"${{ github.event_name != ''pull_request'' }}\"' | false",
            })
    void anImageThatPrereleasesHaveNotGetsOneOfThem(String condition, String push, boolean said) throws NoProposal {
        Proposal proposal = proposal(workflow(crate(""), """
                build:
                  runs-on: ubuntu-latest
                  steps: [{ run: cargo build --release }]
                image:
                  needs: [build]
                  %s
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/build-push-action@v7
                      with: { %s, tags: "ghcr.io/me/kelp:latest" }
                """.formatted(condition, push)));
        assertThat(open(proposal).contains("that of the config is pushed for every release, prereleases too"))
                .isEqualTo(said);
    }
}
