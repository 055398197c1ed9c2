package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    static final String OTTO = """
            name: otto
            repository: otto-rs/otto
            rust: { toolchain: 1.94.0, locked: false, history: true }
            targets: [linux-amd64, linux-arm64, macos-x86_64, macos-arm64]
            linux: { container: debian:bookworm, packages: [pkg-config, libssl-dev] }
            macos: { runner: macos-15 }
            docker: { base: debian:bookworm-slim }
            """;

    @TempDir
    Path root;

    private Ran plan(String config, String... args) throws IOException {
        return new Folder(root).plan(config, args);
    }

    @Test
    void tellsEverythingThatATagDoes() throws IOException {
        Ran ran = plan(OTTO, "v0.6.3");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("""
                Pushing the tag v0.6.3 to otto-rs/otto creates the release 0.6.3.

                Jobs
                  build-linux  on ubuntu-latest in debian:bookworm
                    linux-amd64  x86_64-unknown-linux-gnu   native; needs glibc 2.36
                    linux-arm64  aarch64-unknown-linux-gnu  cross-compiled, linked by aarch64-linux-gnu-gcc, with gcc-aarch64-linux-gnu and libc6-dev-arm64-cross; needs glibc 2.36
                    may read contents  check out the sources
                  build-macos  on macos-15
                    macos-x86_64  x86_64-apple-darwin   with Apple's linker
                    macos-arm64   aarch64-apple-darwin  with Apple's linker
                    may read contents  check out the sources
                  create-release  on ubuntu-latest, after build-linux and build-macos
                    Create the release
                    may write contents  create the release and upload its files
                  docker  on ubuntu-latest, after build-linux
                    Publish the image
                    may read contents   check out the Dockerfile
                    may write packages  push the image

                Release v0.6.3
                  public once all files are uploaded; the latest if no newer version is released
                    otto-v0.6.3-linux-amd64.tar.gz + .sha256
                    otto-v0.6.3-linux-arm64.tar.gz + .sha256
                    otto-v0.6.3-macos-x86_64.tar.gz + .sha256
                    otto-v0.6.3-macos-arm64.tar.gz + .sha256
                  in each archive: otto, plus any LICEN[CS]E*, README*

                Image ghcr.io/otto-rs/otto
                  for linux/amd64 and linux/arm64, based on debian:bookworm-slim, runs as otto
                    ghcr.io/otto-rs/otto:latest        moves here if no newer version is released
                    ghcr.io/otto-rs/otto:0.6.3
                    ghcr.io/otto-rs/otto:v0.6.3
                    ghcr.io/otto-rs/otto:0.6           moves here if no newer version is released
                    ghcr.io/otto-rs/otto:sha-<commit>

                Secrets
                  none to set: each job has its own token
                """);
    }

    @Test
    void saysWhichPackagesAPrereleaseIsNotFor() throws IOException {
        String config = OTTO + "packages: { crates: trusted, homebrew: otto-rs/homebrew-tap }\n";
        assertThat(plan(config, "v0.6.4-rc.1").out())
                .contains("""
                            Push the formula
                            skipped for this tag: its condition is false: needs.version.outputs.prerelease == 'false'
                        """, "    Publish to crates.io\n")
                .contains("may write id-token  authenticate to crates.io")
                .contains("to set: HOMEBREW_TAP_TOKEN");
        assertThat(plan(config, "v0.6.4").out()).contains("    Push the formula: if no newer version is released\n");
    }

    @Test
    void saysWhetherAJobOfTheProjectsOwnRuns() throws IOException {
        String config = OTTO + """
                jobs:
                  announce:
                    needs: release
                    if: ${{ !contains(github.ref_name, '-') }}
                    runs-on: ubuntu-latest
                    steps: [{ run: echo released }]
                  ask:
                    if: vars.ASK == 'yes'
                    runs-on: ubuntu-latest
                    steps: [{ run: echo asked }]
                """;
        assertThat(plan(config, "v0.6.4-rc.1").out())
                .contains("    skipped for this tag: its condition is false: !contains(github.ref_name, '-')\n")
                .contains("    runs only if vars.ASK == 'yes'\n");
        assertThat(plan(config, "v0.6.4").out())
                .doesNotContain("skipped for this tag")
                .contains("    runs only if vars.ASK == 'yes'\n");
    }

    @Test
    void saysWhatATemplateOfTheProjectsOwnChanges() throws IOException {
        Path own = Files.createDirectories(root.resolve(".slipway/templates"));
        String ours = Files.readString(Path.of("templates/workflow.yml.ftl"));
        Files.writeString(own.resolve("workflow.yml.ftl"), ours.replace("""
                uses: [=.node.action]
                with: [=.node.inputs]
                """, """
                <#if .node.action.name == "docker/metadata-action">
                run: echo "tags=edge" >> "$GITHUB_OUTPUT"
                <#else>
                uses: [=.node.action]
                with: [=.node.inputs]
                </#if>
                """));
        assertThat(plan(OTTO, "v0.6.4").out()).endsWith("""
                The project's own templates
                  .slipway/templates/workflow.yml.ftl
                  They may change the files of the release; `slipway rehearse` shows how.

                Image tags that differ from the config
                  no job of the workflow computes image tags with docker/metadata-action, so the tags are unknown
                """);
    }

    @Test
    void aPrereleaseMovesNothing() throws IOException {
        assertThat(plan(OTTO, "v0.6.4-rc.1").out())
                .startsWith("Pushing the tag v0.6.4-rc.1 to otto-rs/otto creates the prerelease 0.6.4-rc.1.\n")
                .contains("marked as a prerelease, so never the latest")
                .contains("""
                            ghcr.io/otto-rs/otto:0.6.4-rc.1
                            ghcr.io/otto-rs/otto:v0.6.4-rc.1
                            ghcr.io/otto-rs/otto:sha-<commit>
                          not moved by a prerelease: latest, 0.6
                        """);
    }

    @Test
    void aDraftWaitsForSomebody() throws IOException {
        assertThat(plan(OTTO + "release: { draft: true }\n", "v1.0.0").out())
                .contains("creates a draft of the release 1.0.0.", "stays a draft until somebody publishes it");
    }

    @Test
    void whatProvesAndWhoIsAskedAndWhatMayStayIsTold() throws IOException {
        String config = OTTO + "attest: true\nsign: true\nrelease: { environment: prod, latest: newest }\n";
        assertThat(plan(config, "v1.2.3").out())
                .contains(
                        "create-release  on ubuntu-latest, after build-linux and build-macos, approved in the "
                                + "environment prod\n",
                        "public once all files are uploaded; the latest if no newer version is released\n",
                        "  GitHub attests the archives and the image; cosign signs the image\n",
                        ":latest        moves here if no newer version is released\n",
                        ":1.2           moves here if no newer version is released\n");
        assertThat(plan(config, "v1.2.3", "--format", "markdown").out())
                .contains("\nGitHub attests the archives and the image; cosign signs the image.\n")
                .contains("| `docker` | `ubuntu-latest`, approved in `prod` |");
        assertThat(plan(config, "v1.2.3", "--format", "json").out()).contains("\"environment\": \"prod\"");
    }

    @Test
    void whatACallerHasToGrantAndToPassIsTold() throws IOException {
        String config = OTTO.replace("docker: {", "docker: { image: docker.io/otto/otto,")
                + "attest: true\nrelease: { trigger: [tag, call] }\n";
        assertThat(plan(config, "v1.2.3").out())
                .startsWith(
                        "Pushing the tag v1.2.3 to otto-rs/otto, or calling the workflow with it, creates the release")
                .contains("""

                        A job that calls the workflow
                          must grant write contents      create the release and upload its files
                          must grant write id-token      sign as this workflow
                          must grant write attestations  store the attestations
                          must pass the secrets DOCKERHUB_TOKEN and DOCKERHUB_USERNAME
                        """);
        assertThat(plan(config, "v1.2.3", "--format", "markdown").out()).contains("""

                        ### A job that calls the workflow

                        Must grant `contents: write`, `id-token: write`, `attestations: write`, \
                        and pass the secrets `DOCKERHUB_TOKEN`, `DOCKERHUB_USERNAME`.
                        """);
        assertThat(plan(config, "v1.2.3", "--format", "json").out()).contains("""
                  "caller": {
                    "permissions": [
                      {
                        "scope": "contents",
                        "level": "write",
                """);
        assertThat(plan(OTTO, "v1.2.3", "--format", "json").out()).doesNotContain("caller");
    }

    @Test
    void everyWayToStartItIsTold() throws IOException {
        assertThat(plan(OTTO + "release: { trigger: call }\n", "v1.2.3").out())
                .startsWith("Calling the workflow of otto-rs/otto with the tag v1.2.3 creates the release 1.2.3.\n");
        assertThat(plan(OTTO + "release: { trigger: [dispatch, call] }\n", "v1.2.3")
                        .out())
                .startsWith("Starting the workflow of otto-rs/otto with the version 1.2.3, or calling it with the tag"
                        + " v1.2.3, creates the release 1.2.3.\n");
    }

    @Test
    void anotherRegistryNeedsSecrets() throws IOException {
        String config = OTTO.replace("docker: {", "docker: { image: docker.io/otto/otto,");

        assertThat(plan(config, "v1.0.0").out()).endsWith("""
                Secrets
                  to set: DOCKERHUB_TOKEN and DOCKERHUB_USERNAME
                """);
    }

    @Test
    void withoutATagItTakesAnExampleAndSaysSo() throws IOException {
        assertThat(plan(OTTO).out()).startsWith("""
                Pushing the tag v1.2.3 to otto-rs/otto creates the release 1.2.3.
                (This tag is an example; run `slipway plan TAG` for another tag.)
                """);
        assertThat(plan("tag: 'release-2.*'\n" + OTTO).out()).startsWith("Pushing the tag release-2.2.3 to");
    }

    @Test
    void aTagThatNoPatternLetsThroughStartsNothing() throws IOException {
        assertThat(plan("tag: [v1.*, v2.*]\n" + OTTO, "v0.1.0")).isEqualTo(new Ran(1, "", lines("""
                error: pushing 'v0.1.0' starts nothing: the release starts at tags that match 'v1.*', 'v2.*'
                  push a tag such as 'v1.2.3'
                """)));
    }

    @Test
    void aTagThatIsNoVersionFailsAndItSaysWhere() throws IOException {
        assertThat(plan(OTTO, "v1")).isEqualTo(new Ran(1, "", lines("""
                error: pushing 'v1' releases nothing: it is not 'v' and a version
                  build-linux and build-macos would fail at the step 'Check the tag'
                  create-release and docker would not start
                  push a tag such as 'v1.2.3'
                """)));
    }

    @Test
    void buildMetadataIsRefusedWithAnImageOnly() throws IOException {
        assertThat(plan(OTTO, "v1.2.3+build.5")).isEqualTo(new Ran(1, "", lines("""
                error: image tags cannot contain build metadata: 'v1.2.3+build.5' would overwrite the image 1.2.3; \
                release a new version, or remove the image
                  build-linux and build-macos would fail at the step 'Check the tag'
                  create-release and docker would not start
                """)));
        assertThat(plan(OTTO.replaceFirst("docker: .*\n", ""), "v1.2.3+build.5").exit())
                .isZero();
    }

    @Test
    void aHostileTagIsQuoted() throws IOException {
        assertThat(plan(OTTO, "v\u001B[2J\n").err()).startsWith("error: pushing 'v·[2J·' releases nothing");
    }

    @Test
    void tellsItInMarkdown() throws IOException {
        String config = OTTO.replace(", linux-arm64, macos-x86_64, macos-arm64", "")
                .replace("macos: { runner: macos-15 }\n", "");

        assertThat(plan(config, "v0.6.4-rc.1", "--format", "markdown").out()).isEqualTo("""
                ## Plan of `v0.6.4-rc.1`

                Pushing the tag `v0.6.4-rc.1` to `otto-rs/otto` creates the prerelease 0.6.4-rc.1.

                ### Jobs

                | job | runs on | needs | does | may |
                | --- | --- | --- | --- | --- |
                | `build-linux` | `ubuntu-latest` in `debian:bookworm` |  | `linux-amd64` native; needs glibc 2.36 | `contents: read` |
                | `create-release` | `ubuntu-latest` | `build-linux` | Create the release | `contents: write` |
                | `docker` | `ubuntu-latest` | `build-linux` | Publish the image | `contents: read`<br>`packages: write` |

                ### Release

                Public once all files are uploaded; marked as a prerelease, so never the latest.

                - `otto-v0.6.4-rc.1-linux-amd64.tar.gz`
                - `otto-v0.6.4-rc.1-linux-amd64.tar.gz.sha256`

                ### Image

                For `linux/amd64`, based on `debian:bookworm-slim`.

                - `ghcr.io/otto-rs/otto:0.6.4-rc.1`
                - `ghcr.io/otto-rs/otto:v0.6.4-rc.1`
                - `ghcr.io/otto-rs/otto:sha-<commit>`

                A prerelease does not move `latest`, `0.6`.

                ### Secrets

                None to set.
                """);
    }

    private static String lines(String text) {
        return text.replace("\n", System.lineSeparator());
    }

    /** A version that somebody types needs no prefix; it may be shorter than the prefix of the tags. */
    @Test
    void aVersionWithoutThePrefixOfTheTagsIsPlanned() throws IOException {
        String config = OTTO + "tag: release-of-otto-*\nrelease: { trigger: dispatch }\n";

        assertThat(plan(config, "0.6.3").out())
                .startsWith("Starting the workflow of otto-rs/otto with the version 0.6.3 creates the tag"
                        + " release-of-otto-0.6.3 and the release 0.6.3.\n")
                .isEqualTo(plan(config, "release-of-otto-0.6.3").out());
        assertThat(plan(config, "next")).isEqualTo(new Ran(1, "", lines("""
                error: starting the workflow for 'release-of-otto-next' releases nothing: it is not \
                'release-of-otto-' and a version
                  version would fail at the step 'Check the tag'
                  build-linux, build-macos, create-release and docker would not start
                  start it with a version such as '1.2.3'
                """)));
        assertThat(plan(config, "0.6.3+b").err()).contains("would overwrite the image 0.6.3;");
        assertThat(plan(config.replace("dispatch", "[tag, dispatch]"), "0.6.3").err())
                .contains("pushing '0.6.3' starts nothing")
                .contains("push a tag such as 'release-of-otto-1.2.3', or start the workflow with a version such as"
                        + " '1.2.3'");
        assertThat(plan(config.replace("dispatch", "call"), "0.6.3").err())
                .startsWith("error: calling the workflow with '0.6.3' releases nothing");
        assertThat(plan(config.replace("dispatch", "published"), "0.6.3")).isEqualTo(new Ran(1, "", lines("""
                error: publishing the release of '0.6.3' starts nothing: the release starts at tags that begin with \
                'release-of-otto-'
                  publish a release of a tag such as 'release-of-otto-1.2.3'
                """)));
    }
}
