package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A project that people download from already, though nothing in its repository makes the releases. */
class ReleasedElsewhereTest extends HandWrittenRelease {
    @Test
    void aLinkToReleasesShowsThatThereAreSome() throws Exception {
        Proposal proposal = proposal(go("# Kelp\n\nGet it from <https://github.com/Me/kelp/releases>.\n"));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("releases", "'README.md:3' links to https://github.com/me/kelp/releases")
                .contains("found nothing that pushes an image");
        assertThat(said(proposal, Remark.Kind.GUESS))
                .contains("found no whole name of a released file")
                .doesNotContain("without releases");
        assertThat(proposal.config()).doesNotContain("docker:");
    }

    @ParameterizedTest
    @CsvSource({
        "releases/download/v1.2.3/kelp_x64.exe, kelp_x64.exe",
        "releases/download/v1.2.3/kelp-${ARCH}.zip, ",
    })
    void aLinkedFileIsAName(String link, String name) throws Exception {
        String said = said(proposal(go("Get https://github.com/me/kelp/" + link + ".\n")), Remark.Kind.GUESS);
        assertThat(said)
                .contains(
                        name == null
                                ? "found no whole name of a released file"
                                : "found nothing that uploads files; one that people download is '" + name
                                        + "', from README.md:1");
    }

    @Test
    void aScriptThatInstallsTheProjectNeedsNoEnding() throws Exception {
        SampleRepository kelp = go("# Kelp\n")
                .file(
                        "script/install-kelp",
                        "curl -L https://github.com/me/kelp/releases/download/v1.2.3/kelp-linux.zip\n")
                .git("add", "-A");
        assertThat(said(proposal(kelp), Remark.Kind.GUESS))
                .contains("one that people download is 'kelp-linux.zip', from script/install-kelp:1");
    }

    @Test
    void tagsWithoutAWorkflowAreReleasedElsewhereIfAtAll() throws Exception {
        Proposal proposal = proposal(go("# Kelp\n").git("tag", "v1.4.0"));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains(
                        "releases",
                        "there are tags such as 'v1.4.0', but found no workflow that makes releases of them");
    }

    @Test
    void whatAnUnreadActionPushesIsNotKnown() throws Exception {
        Proposal proposal = proposal(go("# Kelp\n").git("tag", "v1.4.0").file(".github/workflows/ci.yml", """
                on: { push: { tags: ['v*'] } }
                permissions: { contents: write }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps: [{ uses: acme/release-all@v1, with: { token: '${{ github.token }}' } }]
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("found nothing that pushes an image in the steps that could be read");
    }

    /** A wrapper is a script that starts a build tool which only a run fetches; the token may be one that a person made. */
    @Test
    void releasesOfOthersShowNothing() throws Exception {
        Proposal proposal = proposal(go("# Kelp\n\nNeeds https://github.com/you/kelp/releases.\n"));
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("links to");
        assertThat(said(proposal, Remark.Kind.GUESS)).contains("without releases");
    }

    @Test
    void theGoIsThatWhichTheProjectPins() throws Exception {
        SampleRepository pinned = go("# Kelp\n").file(".go-version", "1.26.7\n");
        assertThat(proposal(pinned).config()).contains("version: 1.26.7");
    }

    private SampleRepository atEveryTag(String readme) {
        return release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - run: gh release create $GITHUB_REF_NAME target/release/kelp
                """)
                .file(
                        ".github/workflows/release.yml",
                        "on: { push: { tags: ['*'] } }\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: gh release create a }]\n")
                .file("README.md", readme)
                .committed()
                .origin("https://github.com/me/kelp");
    }

    @ParameterizedTest
    @CsvSource({
        "releases/download/0.9.1/kelp.zip, '* from'",
        "releases/tag/kelp-v0.9.1, kelp-v*",
        "archive/refs/tags/v0.9.1.tar.gz, v*",
        "releases/download/v${KELP_VERSION}/kelp.zip, v*",
    })
    void aLinkShowsHowTagsAreWrittenWhereGitHasNone(String link, String tag) throws Exception {
        Proposal proposal = proposal(atEveryTag("See\nhttps://github.com/me/kelp/" + link + " for it.\n"));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("tag " + tag);
        assertThat(said(proposal, Remark.Kind.GUESS)).doesNotContain("tag v*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kelp\n", "https://github.com/me/kelp/releases/download/$TAG/kelp.zip\n"})
    void withoutTagsAndLinksTheirStyleIsAGuess(String readme) throws Exception {
        Proposal proposal = proposal(atEveryTag(readme));
        assertThat(said(proposal, Remark.Kind.GUESS))
                .contains("tag v* the workflow also starts at tags without the 'v'");
        assertThat(proposal.config()).doesNotContain("\ntag:");
    }

    @ParameterizedTest
    @CsvSource({
        "{ version }, '* from .github/workflows/release.yml'",
        "v{ version }, 'v* from Cargo.toml'",
        "{ name }-v{ version }, kelp-v* from Cargo.toml"
    })
    void theAddressOfBinstallShowsItToo(String folder, String tag) throws Exception {
        SampleRepository repository = atEveryTag("Kelp\n")
                .file(
                        "Cargo.toml",
                        MANIFEST + "[package.metadata.binstall]\npkg-url = \"{ repo }/releases/download/" + folder
                                + "/kelp.tgz\"\n");
        assertThat(said(proposal(repository), Remark.Kind.TAKEN)).contains("tag " + tag);
    }

    @Test
    void filesThatAWorkflowOnlyBuildsKeepTheirNames() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-gnu
                    - run: mv target/x86_64-unknown-linux-gnu/release/kelp . && zip kelp-linux.zip kelp
                    - { uses: actions/upload-artifact@v4, with: { path: kelp-linux.zip } }
                """));
        assertThat(proposal.config()).contains("as: linux", "format: zip");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains(
                        "'.github/workflows/release.yml' builds these files, but no step was found that publishes them");
        assertThat(said(proposal, Remark.Kind.GUESS)).contains("people may change it when they upload it");
    }

    @ParameterizedTest
    @CsvSource({
        "workflow_dispatch, Ship a release, true",
        "workflow_dispatch, Look at the nightly, false",
        "pull_request, Release, false"
    })
    void whatPeopleStartToReleaseIsReadAlsoIfItsPublisherCannotBe(String on, String name, boolean read)
            throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        "README.md",
                        "https://github.com/me/kelp/releases/latest/download/kelp-riscv64gc-unknown-linux-gnu.tar.gz\n")
                .file(".github/workflows/ship.yml", """
                name: %s
                on: { %s: {} }
                jobs:
                  build:
                    strategy: { matrix: { target: [x86_64-unknown-linux-musl, riscv64gc-unknown-linux-gnu] } }
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target ${{ matrix.target }}
                      - run: pixi run package --target ${{ matrix.target }}
                      - uses: actions/upload-artifact@v4
                        with: { name: '${{ matrix.target }}', path: staging }
                  publish:
                    needs: build
                    permissions: { contents: write }
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/download-artifact@v4
                      - run: pixi run create-release
                        env: { GITHUB_TOKEN: '${{ github.token }}' }
                """.formatted(name, on))
                .committed());
        assertThat(proposal.config().contains("x86_64-unknown-linux-musl")).isEqualTo(read);
        if (read) {
            assertThat(names(proposal)).contains("kelp-x86_64-unknown-linux-musl.tar.gz");
            assertThat(said(proposal, Remark.Kind.GUESS))
                    .contains("archive.name {name}-{platform} from .github/workflows/ship.yml:4 jobs.build,"
                            + " called as in README.md:1, unless the release has other names");
            assertThat(said(proposal, Remark.Kind.OPEN))
                    .contains("'.github/workflows/ship.yml' may also release, for it calls 'pixi run create-release'");
        }
    }

    private static final String INSTALLER = """
            #!/bin/sh
            PAGE="https://github.com/me/kelp/releases"
            case $(uname -m) in
              x86_64) arch=amd64-linux;;
              aarch64) arch=arm64-linux ;;
              *) arch="arm64-darwin";;
            esac
            NAME=kelp_$arch.tar.gz
            curl -L "$PAGE/latest/download/$NAME" | tar xz
            curl -L $PAGE/latest/download/kelp-${VERSION}.txt
            """;

    @Test
    void whatAnInstallerFetchesIsAName() throws Exception {
        Proposal proposal =
                proposal(go("# Kelp\n").file("install.sh", INSTALLER).git("add", "-A"));
        assertThat(proposal.config()).contains("archive: { name: \"{name}_{platform}\"", "as: amd64-linux");
        assertThat(names(proposal))
                .contains("kelp_amd64-linux.tar.gz", "kelp_arm64-linux.tar.gz", "kelp_arm64-darwin.tar.gz");
        assertThat(said(proposal, Remark.Kind.GUESS)).contains("this is the name in links");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("builds these files");
    }

    @Test
    void wordsThatReplaceThatOfTheMachineAreThoseOfTheNames() throws Exception {
        Proposal proposal = proposal(go("# Kelp\n").file("install.sh", """
                ARCH=$(uname -m)
                [ "$ARCH" = x86_64 ] && ARCH="x64"
                if [ "$ARCH" = aarch64 ]; then ARCH="arm64"; fi
                OS=`uname -s`
                case "$OS" in
                  Darwin) OS="macos" ;;
                  *)
                    OS="linux" ;;
                esac
                FILE="kelp-${OS}-${ARCH}"
                curl -LO "https://github.com/me/kelp/releases/download/v${VERSION}/${FILE}"
                """).git("add", "-A"));
        assertThat(proposal.config()).contains("layout: raw");
        assertThat(names(proposal))
                .contains("kelp-linux-x64", "kelp-linux-arm64", "kelp-macos-x64", "kelp-macos-arm64");
    }

    @ParameterizedTest
    @CsvSource({"'{ \"release\": { \"branches\": [\"main\"] } }', true", "'{ \"release\": \"npm publish\" }', false"})
    void aReleaseThatThePackageConfiguresIsSaid(String manifest, boolean said) throws Exception {
        Proposal proposal = proposal(go("# Kelp\n").file("package.json", manifest));
        assertThat(said(proposal, Remark.Kind.OPEN)
                        .contains("'package.json' configures semantic-release, but no step that could be read runs it"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "kelp_amd64.deb and /latest/download/Kelp.dmg, 'kelp_amd64.deb, Kelp.dmg'",
        "kelp-v1.2.3-linux-amd64.tar.gz, "
    })
    void linkedFilesThatTheNewReleaseLacksAreListed(String files, String lost) throws Exception {
        String address = "https://github.com/me/kelp/releases/latest/download/";
        Proposal proposal = proposal(go(address + files.replace("/latest/download/", address) + "\n"));
        String left = said(proposal, Remark.Kind.LEFT);
        if (lost == null) {
            assertThat(left).doesNotContain("by a link");
        } else {
            assertThat(left).contains(lost + " people download these by a link");
        }
    }

    @Test
    void anImageThatEachPushMakesIsPushedAtTagsToo() throws Exception {
        Proposal proposal = proposal(go("# Kelp\n")
                .git("tag", "v1.4.0")
                .file(".github/workflows/image.yml", """
                on: [push]
                jobs:
                  push:
                    runs-on: ubuntu-latest
                    steps: [{ uses: docker/build-push-action@v6, with: { push: true, tags: 'me/kelp:latest' } }]
                """)
                .file(".github/workflows/ship.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship: { runs-on: ubuntu-latest, steps: [{ run: gh release create "$GITHUB_REF_NAME" kelp }] }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/image.yml' pushes 'me/kelp' at every push, also of tags: keep it")
                .doesNotContain("found no image");
    }

    @ParameterizedTest
    @CsvSource({
        "workflow_dispatch, ghcr.io/me/kelp, ghcr.io/me/kelp",
        "push: { branches: [main] }, '${{ secrets.OWNER }}/kelp', …/kelp"
    })
    void anImageThatIsPushedWithoutAReleaseIsSaid(String event, String image, String said) throws Exception {
        Proposal proposal =
                proposal(go("# Kelp\n").git("tag", "v1.4.0").file(".github/workflows/image.yml", """
                on: { %s }
                jobs:
                  push:
                    runs-on: ubuntu-latest
                    steps: [{ uses: docker/build-push-action@v6, with: { push: true, tags: '%s:latest' } }]
                """.formatted(
                                event.contains(":") ? event : event + ": {}", image)));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/image.yml' pushes '" + said
                        + "', but neither a tag nor a release starts it: keep it")
                .contains("found no other step of a workflow that pushes an image");
    }

    @Test
    void anImageThatAlmostAllTagsPushIsOneOfTheRelease() throws Exception {
        Proposal proposal = proposal(release(releasing("run: date")).file(".github/workflows/image.yml", """
                on: { push: { tags-ignore: [latest] } }
                jobs:
                  push:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: docker/build-push-action@v6
                        with: { push: true, tags: 'me/kelp:${{ github.ref_name }}' }
                """));
        assertThat(proposal.config()).contains("image: me/kelp");
    }

    @Test
    void whatPeopleStartToBuildSeveralPlatformsSaysForWhichAndWithWhat() throws Exception {
        Proposal proposal = proposal(crate("[features]\nloud = []\n")
                .file(".github/workflows/all.yml", """
                on: workflow_dispatch
                jobs: { linux: { uses: ./.github/workflows/one.yml } }
                """)
                .file(".github/workflows/one.yml", """
                on: [workflow_dispatch, workflow_call]
                jobs:
                  build:
                    strategy: { matrix: { target: [x86_64-unknown-linux-musl, riscv64gc-unknown-linux-gnu] } }
                    runs-on: ubuntu-latest
                    steps:
                      - run: |
                          mkdir out
                          cargo build --release --target ${{ matrix.target }}
                          mv target/${{ matrix.target }}/release/kelp out/kelp.exe
                          cargo build --release --features loud --target ${{ matrix.target }}
                          mv target/${{ matrix.target }}/release/kelp out/loud.exe
                      - uses: actions/upload-artifact@v4
                        with: { name: 'kelp-${{ matrix.target }}', path: "out/kelp.exe\\nout/loud.exe" }
                """)
                .committed());
        assertThat(proposal.config())
                .contains("{ target: riscv64gc-unknown-linux-gnu, build: gcc }, x86_64-unknown-linux-musl")
                .doesNotContain("loud");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/all.yml' keeps files as artifacts of its runs:"
                        + " 'kelp-x86_64-unknown-linux-musl' with 'kelp.exe', 'loud.exe', 'kelp-riscv64gc")
                .doesNotContain("one.yml' keeps", "builds these files");
    }

    @ParameterizedTest
    @CsvSource({
        "docker push ghcr.io/me/kelp:main, pushes 'ghcr.io/me/kelp'",
        "docker push ${{ secrets.IMAGE }}, pushes an image whose name is known only during a run",
    })
    void anImageThatABranchPushesIsNotCalledNone(String push, String what) throws Exception {
        Proposal proposal = proposal(repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file(".github/workflows/image.yml", """
                        on: { push: { branches: [main] } }
                        jobs: { image: { runs-on: ubuntu-latest, steps: [{ run: '%s' }] } }
                        """.formatted(push))
                .committed()
                .git("tag", "v1.2.3")
                .origin("https://github.com/me/kelp"));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/image.yml' " + what
                        + ", but neither a tag nor a release starts it: keep it")
                .doesNotContain("found nothing that pushes");
    }

    @ParameterizedTest
    @CsvSource({
        ".circleci/config.yml, '          command: if [ -n \"$CIRCLE_TAG\" ]; then docker build -t kelp . && docker push me/kelp; fi', 2",
        ".travis.yml, '  - docker push me/kelp', 2",
        ".drone.yml, '    image: plugins/docker', 2",
        ".gitlab-ci.yml, '    - docker buildx build --push -t me/kelp .', 2",
        ".gitlab-ci.yml, '    # - docker push me/kelp', ",
        ".gitlab-ci.yml, '    - docker build -t me/kelp .', ",
    })
    void anImageThatAnotherServicePushesIsNotCalledNone(String file, String line, Integer at) throws Exception {
        String said = said(
                proposal(go("# Kelp\n").git("tag", "v1.4.0").file(file, "jobs:\n" + line + "\n")), Remark.Kind.OPEN);
        if (at == null) {
            assertThat(said)
                    .contains("docker  found nothing that pushes an image")
                    .doesNotContain("not followed");
        } else {
            assertThat(said)
                    .contains("'" + file + ":" + at + "' pushes an image, but is a config of ")
                    .contains("docker  no image; write");
        }
    }
}
