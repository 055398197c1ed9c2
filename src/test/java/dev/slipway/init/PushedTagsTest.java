package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People pull images by their tags: each of them stays, or is listed as lost. */
class PushedTagsTest extends PushedImages {
    @Test
    void usualTagsNeedNoKeyAndAreNotLost() throws Exception {
        Proposal proposal = described("""
                tags: |
                  type=semver,pattern={{version}}
                  type=semver,pattern={{major}}.{{minor}}
                  type=ref,event=tag
                  type=ref,event=branch
                  type=sha
                  type=raw,value=latest,enable=${{ !contains(github.ref_name, '-') }}
                """);
        assertThat(proposal.config()).contains("docker:").doesNotContain("tags:");
        assertThat(lost(proposal)).doesNotContain("docker.tags");
    }

    @Test
    void whatBuildsBetweenReleasesStaysAndGoesOnPushingItsTag() throws Exception {
        String push = """
                jobs:
                  image:
                    runs-on: ubuntu-latest
                    steps:
                      - run: gh release create newest --prerelease
                      - uses: docker/build-push-action@v6
                        with: { push: true, tags: 'ghcr.io/me/kelp:newest' }
                """;
        Proposal proposal = proposal(release(BUILD)
                .file("Dockerfile", "FROM alpine:3\nCOPY kelp /usr/bin/kelp\n")
                .file(".github/workflows/nightly.yml", "on: { schedule: [{ cron: '7 2 * * *' }] }\n" + push));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/nightly.yml' builds between releases");
        assertThat(lost(proposal)).doesNotContain("not pushed by the new release");
        assertThat(proposal.config()).doesNotContain("newest");
    }

    @Test
    void aTagOfPrereleasesIsNotMovedByOthers() throws Exception {
        Proposal proposal = image("""
                - run: |
                    tags="-t ghcr.io/me/kelp:$GITHUB_REF_NAME"
                    if [[ "$PRE" == true ]]; then
                      tags="$tags -t ghcr.io/me/kelp:latest_prerelease"
                    else
                      tags="$tags -t ghcr.io/me/kelp:latest"
                    fi
                    docker buildx imagetools create $tags ghcr.io/me/kelp@sha256:0
                """);
        assertThat(proposal.config()).contains("tags: [\"{tag}\", latest]").doesNotContain("prerelease");
        assertThat(lost(proposal))
                .contains("docker.tags latest_prerelease not pushed by the new release; a prerelease moves no tag");
    }

    @Test
    void anImageThatOneActionBuildsAndAnotherPushesHasTheTagsOfBoth() throws Exception {
        Proposal proposal = image("""
                - id: built
                  uses: redhat-actions/buildah-build@v2
                  with: { image: kelp, tags: 'latest ${{ github.sha }} ${{ github.ref_name }}', containerfiles: ./Dockerfile }
                - uses: redhat-actions/push-to-registry@v2
                  with:
                    image: ${{ steps.built.outputs.image }}
                    tags: ${{ steps.built.outputs.tags }}
                    registry: quay.io/me
                """);
        assertThat(proposal.config()).contains("image: quay.io/me/kelp", "tags: [latest, \"{tag}\"]");
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("a tag is known only during a run");
    }

    @Test
    void theConfigListsExactlyTheTagsOfToday() throws Exception {
        assertThat(described("""
                tags: |
                  type=semver,pattern={{version}}
                  type=semver,pattern={{major}}
                  type=semver,pattern=v{{major}}.{{minor}}
                """).config())
                .contains("tags: [\"{version}\", \"{major}\", \"v{major}.{minor}\", latest]");
    }

    /** People may follow a word: it moves with the newest version, as it does today. */
    @Test
    void aWordThatMovesWithTheVersionIsKept() throws Exception {
        Proposal proposal = described("""
                tags: |
                  type=ref,event=tag
                  type=raw,value=stable
                  type=raw,value=slim
                """);
        assertThat(proposal.config()).contains("tags: [\"{tag}\", stable, slim, latest]");
    }

    /** Whatever an edition is called, its name follows the version somewhere, or it is pushed without a plain version. */
    @Test
    void aWordOfAnEditionIsNone() throws Exception {
        Proposal proposal =
                proposal(release(BUILD + """
                image:
                  runs-on: ubuntu-latest
                  strategy: { matrix: { include: [{ tags: 'me/kelp:latest,me/kelp:stable' }, { tags: 'me/kelp:opus,me/kelp:latest-opus' }, { tags: 'me/kelp:nano' }] } }
                  steps:
                    - uses: docker/build-push-action@v6
                      with: { push: true, tags: '${{ matrix.tags }}' }
                """).file("Dockerfile", "FROM alpine:3\nCOPY kelp /usr/bin/kelp\n"));
        assertThat(proposal.config()).contains("tags: [\"{version}\", latest, stable]");
        assertThat(lost(proposal))
                .contains("docker.tags opus not pushed by the new release; 'docker.variants'")
                .contains("docker.tags latest-opus not pushed by the new release; 'docker.variants'")
                .contains(
                        "docker.tags nano not pushed by the new release; if it is the same image, add it to 'docker.tags'");
    }

    /** GitHub's commit has 40 digits, the tag of an image seven. */
    @Test
    void theWholeCommitIsNoTagOfTheConfig() throws Exception {
        Proposal proposal = image("""
                - uses: docker/build-push-action@v6
                  with:
                    push: true
                    tags: |
                      ghcr.io/me/kelp:${{ github.ref_name }}
                      ghcr.io/me/kelp:${{ github.sha }}
                """);
        assertThat(proposal.config()).contains("tags: [\"{tag}\"]");
    }

    @Test
    void tagsOfAnotherImageAreListed() throws Exception {
        Proposal proposal = described("""
                flavor: suffix=-slim,onlatest=true
                tags: type=semver,pattern={{version}}
                """);
        assertThat(lost(proposal))
                .contains(
                        "docker.tags latest-slim not pushed by the new release",
                        "docker.tags {version}-slim not pushed by the new release");
    }

    @Test
    void tagsOfCommandsAreReadToo() throws Exception {
        Proposal proposal = image("""
                - run: |
                    docker buildx build --push --platform linux/amd64 --tag ghcr.io/me/kelp:$GITHUB_REF_NAME-amd64 .
                    docker buildx imagetools create --tag ghcr.io/me/kelp:stable ghcr.io/me/kelp:$GITHUB_REF_NAME-amd64
                    docker buildx imagetools create --tag ghcr.io/me/kelp:$GITHUB_SHA ghcr.io/me/kelp:$GITHUB_REF_NAME-amd64
                """);
        assertThat(lost(proposal))
                .contains("docker.tags {tag}-amd64 not pushed by the new release; one tag covers all platforms")
                .doesNotContain("{?}");
        assertThat(proposal.config()).contains("tags: [\"{version}\", stable]");
    }

    /** A job that pushes by digest reads only labels from the action; another gives the tags. */
    @Test
    void whatOnlyDescribesADigestIsNoTag() throws Exception {
        Proposal proposal =
                proposal(release(BUILD + """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/metadata-action@v5
                      with: { images: ghcr.io/me/kelp }
                    - uses: docker/build-push-action@v6
                      with:
                        platforms: |
                          linux/amd64
                          linux/arm64
                        outputs: type=image,name=ghcr.io/me/kelp,push-by-digest=true,push=true
                joined:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/metadata-action@v5
                      with: { images: ghcr.io/me/kelp, tags: 'type=semver,pattern={{version}}' }
                    - run: docker buildx imagetools create $(jq -r .tags <<< "$DOCKER_METADATA_OUTPUT_JSON")
                """).file("Dockerfile", "FROM alpine:3\nCOPY kelp /usr/bin/kelp\n"));
        assertThat(proposal.config()).contains("tags: [\"{version}\", latest]").doesNotContain("platforms");
    }

    @Test
    void anImageWhoseNameIsKnownInPartIsListedOnce() throws Exception {
        assertThat(lost(image("""
                - run: docker build -t ghcr.io/me/kelp:1 --push .
                - name: To another
                  run: docker push ${{ vars.HUB }}/kelp:1
                """)))
                .contains("step 'To another' a container image whose full name is known only during a run ('…/kelp')")
                .doesNotContain("a container image whose name is known only during a run");
    }

    @Test
    void aVariableOfTheRepositoryIsNoVersionWhateverItIsCalled() throws Exception {
        Proposal proposal = image("""
                - run: docker buildx build . --push -t "${REPO}:${DOCKER_TAG}" -t "${REPO}:${GITHUB_REF_NAME#v}"
                  env:
                    REPO: ${{ vars.DOCKER_REPO || 'ghcr.io/me/kelp' }}
                    DOCKER_TAG: ${{ vars.DOCKER_TAG || 'latest' }}
                """);
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.tags latest from", "docker.tags {version} from");
        assertThat(said(proposal, Remark.Kind.GUESS)).doesNotContain("docker.tags");
    }

    @Test
    void anImageWithoutATargetForLinuxIsLostAndNotUnseen() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: windows-latest
                  steps:
                    - run: cargo build --release --target x86_64-pc-windows-msvc
                    - run: 7z a kelp-windows.zip ./target/x86_64-pc-windows-msvc/release/kelp.exe
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-windows.zip }
                image:
                  runs-on: ubuntu-latest
                  steps: [{ run: docker build -t ghcr.io/me/kelp:1 --push . }]
                """).file("Dockerfile", "FROM alpine:3\nRUN apk add kelp\n"));
        assertThat(lost(proposal))
                .contains("docker.image ghcr.io/me/kelp no longer pushed, because no target for Linux");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("found no image");
    }

    @Test
    void anImageWhoseOwnerIsASecretIsListed() throws Exception {
        assertThat(lost(image("""
                - run: docker build -t ${{ secrets.HUB }}/kelp:1 -t ghcr.io/me/kelp:1 --push .
                """)))
                .contains(
                        "a container image whose full name is known only during a run ('…/kelp'); add it to 'docker.image'");
        assertThat(lost(image("""
                - uses: docker/metadata-action@v5
                  id: meta
                  with: { images: "${{ secrets.HUB }}/weed\\nghcr.io/me/weed" }
                - uses: docker/build-push-action@v6
                  with: { push: true, tags: '${{ steps.meta.outputs.tags }}' }
                """))).containsOnlyOnce("('…/weed')");
        assertThat(lost(image("""
                - uses: docker/metadata-action@v5
                  id: meta
                  with: { images: "ghcr.io/me/weed\\ndocker.io/${{ vars.HUB }}" }
                - uses: docker/build-push-action@v6
                  with: { push: true, tags: '${{ steps.meta.outputs.tags }}' }
                """))).containsOnlyOnce("('docker.io/…')");
        assertThat(lost(image("- run: docker build -t ghcr.io/me/kelp:1 --push .\n")))
                .doesNotContain("known only during a run");
    }

    @Test
    void partsOfTagsThatOnlyARunKnowsAreSaidAndOthersThatGoWithAVersionAreEditions() throws Exception {
        Proposal proposal = image("""
                - { id: tide, uses: me/versions@v1 }
                - uses: docker/metadata-action@v5
                  with:
                    images: ghcr.io/me/kelp
                    flavor: suffix=-21.1
                    tags: |
                      type=semver,pattern={{version}}
                      type=raw,value=latest
                      type=semver,pattern={{version}},suffix=-${{ steps.tide.outputs.major }}
                - uses: docker/build-push-action@v6
                  with:
                    push: true
                    tags: ghcr.io/me/kelp:latest
                """);
        assertThat(proposal.config()).doesNotContain("latest-21.1");
        assertThat(lost(proposal)).contains("docker.tags {version}-21.1 ", "docker.tags latest-21.1 ");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("a tag such as '{version}-…' is known only during a run; compare 'docker.tags'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
                    ${V%%.*}                             ; ${V%.*}
                    $(echo $V | cut -d. -f1)             ; $(echo $V | cut -d. -f1,2)
                    $(echo $V | cut -d "." -f1)          ; $(echo "$V" | cut -d "." -f 1-2)
                    "$(echo $V | awk -F. '{print $1}')"  ; "$(echo $V | awk -F. '{print $1"."$2}')"
                    "$(echo $V | sed 's/\\..*//')"       ; "$(echo $V | sed -E 's/^([0-9]+\\.[0-9]+).*/\\1/')"
                    """)
    void numbersThatScriptsCutOutOfTheVersionAreItsParts(String major, String minor) throws Exception {
        Proposal proposal = image("""
                - run: |
                    V=${GITHUB_REF_NAME#v}
                    MAJOR=%s
                    MINOR=%s
                    docker buildx build --push -t me/kelp:$V -t me/kelp:$MINOR -t me/kelp:$MAJOR .
                """.formatted(major, minor));
        assertThat(proposal.config()).contains("tags: [\"{version}\", \"{major}.{minor}\", \"{major}\"]");
    }

    @Test
    void aTagForAMajorVersionThatVersionsBelowOneDoNotMoveIsSaid() throws Exception {
        SampleRepository repository = release(BUILD + "image:\n  runs-on: ubuntu-latest\n  steps:\n" + """
                        - uses: docker/metadata-action@v5
                          id: meta
                          with: { images: me/kelp, tags: "type=semver,pattern={{version}}\\ntype=semver,pattern={{major}}" }
                        - uses: docker/build-push-action@v6
                          with: { push: true, tags: '${{ steps.meta.outputs.tags }}' }
                        """.indent(4))
                .file("Dockerfile", "FROM alpine:3\nCOPY kelp /usr/bin/kelp\n")
                .committed();
        assertThat(lost(proposal(repository))).doesNotContain("starts at 1.0");
        repository.git("tag", "v0.27.1");
        assertThat(lost(proposal(repository)))
                .contains("docker.tags 0 versions below 1.0 do not move it: '{major}' starts at 1.0");
        repository.git("tag", "v1.0.0");
        assertThat(lost(proposal(repository))).doesNotContain("starts at 1.0");
    }
}
