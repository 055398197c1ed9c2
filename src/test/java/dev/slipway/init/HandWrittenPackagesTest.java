package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images and Linux packages of a release that is written by hand are in the config, or init lists them. */
class HandWrittenPackagesTest extends HandWrittenRelease {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses: docker/build-push-action@v6\n  with: { push: true, tags: 'ghcr.io/me/kelp:latest' }",
                "uses: depot/build-push-action@v1\n  with: { push: true, tags: 'ghcr.io/me/kelp:latest' }",
                "run: docker buildx build --push -t ghcr.io/me/kelp:latest .",
                "run: docker buildx build --push -t ghcr.io/$(echo ${{ github.repository_owner }} | tr A-Z a-z)/kelp:latest .",
                "run: docker buildx build --push -t ghcr.io/$(echo Me | tr '[:upper:]' '[:lower:]')/kelp:latest .",
                "run: docker build -t x . && docker push ghcr.io/me/kelp:$GITHUB_REF_NAME"
            })
    void anImageThatAnotherWorkflowPushesAtTheTagIsFound(String step) throws Exception {
        SampleRepository repository = release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """)
                .file(
                        ".github/workflows/image.yml",
                        "on: { push: { tags: ['v*'] } }\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n"
                                + ("- " + step).indent(6));
        Proposal proposal = proposal(repository);
        assertThat(proposal.config()).contains("docker:");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.image ghcr.io/me/kelp");
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("'.github/workflows/image.yml' also pushes an image");
    }

    @Test
    void allTagsThatAJobGivesAnImageArePushedTogether() throws Exception {
        Proposal proposal = proposal(release("""
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - run: gh release create $GITHUB_REF_NAME
                    - run: docker build -t me/kelp:${GITHUB_REF_NAME#v} -t me/other:1 --build-arg FEATURES=tls --build-arg VERSION=1 .
                    - run: docker tag me/kelp:x me/kelp:stable && docker push --all-tags me/kelp
                """).file("Dockerfile", "FROM debian:bookworm\n"));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.tags {version} from", "docker.tags stable from");
        assertThat(lost(proposal))
                .contains("docker build-arg FEATURES=tls images are not compiled from the Dockerfile")
                .doesNotContain("build-arg VERSION");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM rust:1\nCOPY . .\nRUN cargo install --path .\nENTRYPOINT [\"kelp\"]\n",
                "FROM debian:bookworm AS all\nRUN apt-get update && cargo build --release\nENTRYPOINT [\"/target/release/kelp\"]\n",
                "FROM docker.io/library/golang:1.26-alpine\nRUN go build .\n"
            })
    void whatOnlyBuildsIsNoBaseOfAnImage(String dockerfile) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/build-push-action@v6
                      with: { push: true, tags: 'ghcr.io/me/kelp:latest' }
                    - run: gh release create $GITHUB_REF_NAME
                """).file("Dockerfile", dockerfile));
        assertThat(proposal.config()).contains("base: debian:bookworm-slim");
        assertThat(lost(proposal)).contains("taken for a base to build in; use it if the program needs it at run time");
    }

    private Proposal image(String more, String dockerfile) throws Exception {
        return proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/build-push-action@v6
                      with: { push: true, tags: 'ghcr.io/me/kelp:latest', %s }
                    - run: gh release create $GITHUB_REF_NAME
                """.formatted(more)).file("Dockerfile", dockerfile));
    }

    @Test
    void aBaseThatTheWorkflowNamesIsThatOfTheImage() throws Exception {
        Proposal proposal = image("build-args: NAME=node:24", """
                ARG NAME
                FROM rust:1 AS made
                FROM ${NAME}-slim
                RUN apt-get install -y tmux
                COPY --from=made /kelp /bin/kelp
                """);
        assertThat(lost(proposal))
                .contains("docker.base node:24-slim taken for a base to build in")
                .contains("RUN apt-get install -y tmux the image runs no commands");
    }

    @Test
    void whatRunsInAnImageIsSaidEvenIfItsBaseIsUnknown() throws Exception {
        Proposal proposal = image("pull: true", "ARG NAME\nFROM $NAME\nENTRYPOINT [\"/start.sh\"]\n");
        assertThat(said(proposal, Remark.Kind.GUESS)).contains("the current base is known only during a run");
        assertThat(lost(proposal)).contains("docker ENTRYPOINT [\"/start.sh\"]");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("root");
    }

    @ParameterizedTest
    @CsvSource({"cargo deb, true", "cargo deb -o kelp.deb, false"})
    void theRevisionInNamesOfCargoDebIsKept(String command, boolean kept) throws Exception {
        Proposal proposal =
                proposal(workflow(crate("[package.metadata.deb]\nsection = \"net\"\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-gnu
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-gnu/release kelp
                    - run: %s
                    - uses: softprops/action-gh-release@v2
                      with: { files: "kelp-linux.tar.gz\\n*.deb" }
                """.formatted(command)));
        assertThat(proposal.config().contains("file: \"{package}_{version}-1_{arch}.deb\""))
                .isEqualTo(kept);
    }

    @Test
    void aPackageForOneProcessorKeepsItsNameIfAnotherIsAdded() throws Exception {
        Proposal proposal = proposal(workflow(crate("[package.metadata.deb]\nsection = \"net\"\n"), """
                build:
                  strategy: { matrix: { triple: [x86_64-unknown-linux-gnu, aarch64-unknown-linux-gnu] } }
                  runs-on: ubuntu-latest
                  steps:
                    - run: cross build --release --target ${{ matrix.triple }}
                    - run: tar czf kelp-${{ matrix.triple }}.tar.gz -C target/${{ matrix.triple }}/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*' }
                package:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo deb --output target/debian/
                    - uses: softprops/action-gh-release@v2
                      with: { files: target/debian/*.deb }
                """));
        assertThat(names(proposal)).contains("kelp_9.9.9-1_amd64.deb", "kelp_9.9.9-1_arm64.deb");
    }

    @Test
    void packagesOfTheManifestAreTakenOver() throws Exception {
        Proposal proposal = proposal(crate("""
                [package.metadata.deb]
                name = "kelp-cli"
                maintainer = "Kay Elp <kay@example.org>"
                section = "net"
                depends = "$auto, git (>= 2.30)"
                systemd-units = { enable = false }
                default-features = false
                [package.metadata.generate-rpm]
                name = "kelp-cli"
                [package.metadata.generate-rpm.requires]
                git = ">= 2.30"
                less = "*"
                """));
        assertThat(proposal.config()).contains("""
                packages:
                  deb:
                    package: kelp-cli
                    file: "{package}_{version}-1_{arch}.deb"
                    maintainer: "Kay Elp <kay@example.org>"
                    section: net
                    depends: ["git (>= 2.30)"]
                  rpm: { package: kelp-cli, depends: ["git >= 2.30", less] }
                """);
        assertThat(lost(proposal))
                .contains("packages.deb systemd-units no config key for this")
                .contains(
                        "packages.deb default-features packages contain the programs of the archives, with their features");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deb]\nassets = [[\"target/release/kelp\", \"usr/bin/\", \"755\"], [\"../LICENSE\", \"usr/share/doc/\", \"644\"],"
                        + " [\"share/kelp.service\", \"lib/systemd/system/\", \"644\"]]",
                "generate-rpm]\nassets = [{ source = \"share/kelp.service\", dest = \"/usr/lib/systemd/system/\", mode = \"644\" }]",
            })
    void filesThatOnlyThePackagesOfTodayHaveAreListed(String table) throws Exception {
        assertThat(lost(proposal(crate("[package.metadata." + table + "\n"))))
                .contains(" share/kelp.service packages contain programs, license, and the manuals and completions");
    }

    @Test
    void whatABuildLeavesForPackagesNextToProgramsIsListed() throws Exception {
        Proposal proposal =
                proposal(crate("[package.metadata.deb]\nassets = [[\"target/release/kelp\", \"usr/bin/\", \"755\"],"
                        + " [\"target/armv7-x/release/kelp\", \"usr/bin/\", \"755\"],"
                        + " [\"target/completions/*\", \"usr/share/\", \"644\"]]\n"));
        assertThat(lost(proposal)).contains("packages.deb target/completions/* packages contain");
    }

    @Test
    void anImageThatIsOnlyTriedSaysNothingOfThePlatformsOfTheOneThatIsPushed() throws Exception {
        Proposal proposal = proposal(release("""
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker/build-push-action@v6
                      with: { push: false, load: true, platforms: linux/amd64, tags: ghcr.io/me/kelp }
                    - uses: docker/build-push-action@v6
                      with: { push: true, platforms: "linux/amd64,linux/arm64", tags: ghcr.io/me/kelp }
                    - run: gh release create "$GITHUB_REF_NAME" a.txt
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains("docker.image ghcr.io/me/kelp")
                .doesNotContain("docker.platforms linux/amd64");
    }

    @Test
    void aWorkflowThatOthersCallToPushTheirImagesStays() throws Exception {
        Proposal proposal = proposal(release(releasing("run: date") + """
                image:
                  needs: ship
                  uses: ./.github/workflows/image.yml
                """)
                .file(".github/workflows/image.yml", """
                on: workflow_call
                jobs: { image: { runs-on: ubuntu-latest, steps: [{ run: 'docker push ghcr.io/me/kelp:1' }] } }
                """)
                .file(".github/workflows/main.yml", """
                on: { push: { branches: [main] } }
                jobs: { image: { uses: ./.github/workflows/image.yml } }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/image.yml' also pushes an image: let no workflow call it at a release");
    }
}
