package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import dev.slipway.init.Remark.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What init claims of a release, and no more than it has read of it. */
class ClaimsOfInitTest extends HandWrittenRelease {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            run: date                                                                 | false
            run: ./gradlew uploadEverything                                           | true
            uses: reef/spread@v3; with: {key: '${{ secrets.REEF_KEY }}'}              | true
            """)
    void thatThereIsNoImageIsSaidOfTheWholeReleaseOnlyIfAllOfItWasRead(String step, boolean partly) throws Exception {
        Proposal proposal = proposal(release(releasing(step.replace("; ", "\n"))));
        assertThat(said(proposal, Kind.OPEN))
                .contains(
                        partly
                                ? "found no image in the parts of the release that could be read"
                                : "found no image in the release;");
    }

    @Test
    void aDockerfileIsNotCalledUnusedAfterAProgramThatCannotBeRead() throws Exception {
        String spare = "FROM debian:13\nCOPY kelp /usr/bin/kelp\n";
        Proposal proposal = proposal(release(releasing("run: ./gradlew uploadEverything"))
                .file("Dockerfile.spare", spare)
                .committed());
        assertThat(said(proposal, Kind.OPEN))
                .contains("found nothing that builds a release image from it in the steps that could be read");
    }

    @ParameterizedTest
    @CsvSource({
        "alpine:3.20, 'has no USER, so its programs run as root'",
        "gcr.io/distroless/cc-debian12, 'has no USER, so its programs run as root'",
        "registry.example.org/base:1, 'has no USER, so unless its base ''registry.example.org/base:1'' sets one'",
        "gcr.io/distroless/static:nonroot, 'has no USER, so unless its base ''gcr.io/distroless/static:nonroot'' sets one'"
    })
    void aBaseThatMayHaveAUserOfItsOwnIsNotCalledRoot(String base, String said) throws Exception {
        Proposal proposal = proposal(image(base));
        assertThat(said(proposal, Kind.OPEN)).contains("docker.user  'Dockerfile' " + said);
    }

    private SampleRepository image(String base) {
        return release(releasing("""
                        uses: docker/build-push-action@v6
                        with: { push: true, context: ., tags: 'ghcr.io/me/kelp:${{ github.ref_name }}' }
                        """).replace("musl", "gnu"))
                .file("Dockerfile", "FROM " + base + "\nCOPY kelp /usr/bin/kelp\n")
                .committed();
    }

    @ParameterizedTest
    @CsvSource({"README.md, true", "NOTES.md, false"})
    void archivesAreSaidToGetFilesOnlyIfThereAreSome(String file, boolean said) throws Exception {
        Proposal proposal =
                proposal(release(releasing("run: date")).file(file, "# kelp\n").committed());
        assertThat(said(proposal, Kind.OPEN).contains("only the program was seen to be packed"))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            jq -e 'any(test("kind/bug") or test("kind/docs"))' labels.json | false
            ./run test                                                     | true
            """)
    void aScriptThatOnlyComparesTextsIsNotSaidToTest(String script, boolean tests) throws Exception {
        Proposal proposal = proposal(release(releasing("run: date"))
                .file(
                        ".github/workflows/labels.yml",
                        "on: pull_request\n" + """
                        jobs:
                          labels:
                            runs-on: ubuntu-latest
                            steps: [{ run: "%s" }]
                        """.formatted(script.replace("\"", "\\\""))));
        assertThat(said(proposal, Kind.OPEN).contains("also runs tests")).isEqualTo(tests);
    }

    @Test
    void anImageOfDockerHubIsNotRefusedForTheHostOfItsRegistry() throws Exception {
        Proposal proposal = proposal(release(releasing("run: docker push index.docker.io/me/kelp:$GITHUB_REF_NAME")));
        assertThat(proposal.config()).contains("image: docker.io/me/kelp");
        assertThat(lost(proposal)).doesNotContain("is not the registry");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            run: gh release upload latest index.json -R me/shelf                            | false
            run: gh release upload latest index.json --repo me/kelp                         | true
            run: gh release upload latest index.json --repo upstream/kelp                   | true
            run: gh release upload latest index.json                                        | true
            {uses: softprops/action-gh-release@v2, with: {repository: me/shelf, files: a}}  | false
            """)
    void aReleaseInAnotherRepositoryIsNotSaidToBeASecondOneHere(String step, boolean here) throws Exception {
        Proposal proposal = proposal(release(releasing("run: date"))
                .file(".github/workflows/shelf.yml", "on: { push: { tags: ['v*'] } }\n" + """
                        jobs:
                          shelf:
                            runs-on: ubuntu-latest
                            steps:
                              - %s
                        """.formatted(step)));
        assertThat(said(proposal, Kind.OPEN).contains("shelf.yml' also releases"))
                .isEqualTo(here);
        assertThat(lost(proposal).contains("index.json")).isEqualTo(here);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            uses: crazy-max/ghaction-upx@v3; with: { install-only: true } | programs are larger
            run: git tag -f $GITHUB_REF_NAME && git push origin --tags    | a tag that moves
            """)
    void whatAStepOnlyPreparesOrRepeatsIsNotSaidToEnd(String step, String said) throws Exception {
        Proposal proposal = proposal(release(releasing(step.replace("; ", "\n"))));
        assertThat(lost(proposal)).doesNotContain(said);
    }
}
