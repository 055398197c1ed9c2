package dev.slipway.run.example;

import java.util.List;

/** Faults of jobs: what starts them, what they wait for, where they run, what they may do and hand on. */
final class JobMutants {
    private static final String MAKE = "command-make";
    private static final String ATTESTED = "attested";
    private static final String MAVEN = "maven-tool";
    private static final String RELEASE = ".github/workflows/release-and-publish.yml";

    static final List<Mutant> ALL = List.of(
            Mutant.of("a tag filter that does not fit", MAKE, "on:", "['v*']", "['release-*']"),
            Mutant.of("a filter that leaves the tag out", MAKE, "on:", "['v*']", "['v*', '!v1*']"),
            Mutant.of("another event", MAKE, "on:", "push:\n    tags: ['v*']", "workflow_dispatch:"),
            Mutant.ofJob("no job waited for", MAKE, "create-release", "    needs: build-linux\n", ""),
            Mutant.ofJob("no builds waited for by the image", MAKE, "docker", "    needs: build-linux\n", ""),
            Mutant.ofJob(
                    "a job waited for without need",
                    MAKE,
                    "docker",
                    "needs: build-linux",
                    "needs: [build-linux, create-release]"),
            Mutant.ofJob(
                    "one of two jobs not waited for",
                    ATTESTED,
                    "create-release",
                    "[build-linux, sbom]",
                    "[build-linux]"),
            Mutant.ofJob(
                    "a release before its image",
                    ATTESTED,
                    "publish-release",
                    "[create-release, docker]",
                    "[create-release]"),
            Mutant.ofJob("a wrong job waited for", MAVEN, "package", "[version, build-linux]", "[version, sbom]"),
            Mutant.ofJob(
                    "a job that always fails its condition",
                    MAKE,
                    "docker",
                    "    runs-on:",
                    "    if: github.ref_type == 'branch'\n    runs-on:"),
            Mutant.ofJob("no permission to release", MAKE, "create-release", "contents: write", "contents: read"),
            Mutant.ofJob(
                    "no permission to push an image", MAKE, "docker", "      packages: write # push the image\n", ""),
            Mutant.ofJob(
                    "no permission to read the sources",
                    MAKE,
                    "build-linux",
                    "    permissions:\n      contents: read # check out the sources\n",
                    ""),
            Mutant.ofJob(
                    "no identity to sign with",
                    ATTESTED,
                    "create-release",
                    "      id-token: write # sign as this workflow\n",
                    ""),
            Mutant.ofJob(
                    "no permission to attest",
                    ATTESTED,
                    "docker",
                    "      attestations: write # store the attestations\n",
                    ""),
            Mutant.ofJob("no permission to publish", ATTESTED, "publish-release", "contents: write", "contents: read"),
            Mutant.ofJob("more permissions than planned", MAKE, "build-linux", "contents: read", "contents: write"),
            Mutant.ofJob("another runner", MAKE, "create-release", "runs-on: ubuntu-latest", "runs-on: macos-latest"),
            Mutant.ofJob("an older runner", MAKE, "build-linux", "runs-on: ubuntu-latest", "runs-on: ubuntu-22.04"),
            Mutant.ofJob(
                    "no container",
                    ATTESTED,
                    "build-linux",
                    "    container: debian:bookworm # zizmor: ignore[unpinned-images] security fixes move the tag\n",
                    ""),
            Mutant.ofJob(
                    "a container with a newer C library",
                    ATTESTED,
                    "build-linux",
                    "container: debian:bookworm",
                    "container: debian:trixie"),
            Mutant.ofJob("no environment", ATTESTED, "create-release", "    environment: release\n", ""),
            Mutant.ofJob(
                    "a lost row of the matrix",
                    MAKE,
                    "build-linux",
                    "          - platform: linux-arm64\n            target: aarch64-linux-gnu\n",
                    ""),
            Mutant.ofJob(
                    "a row more",
                    MAKE,
                    "build-linux",
                    "          - platform: linux-arm64\n",
                    "          - platform: linux-armv7\n            target: arm-linux-gnueabihf\n          - platform: linux-arm64\n"),
            Mutant.ofJob(
                    "a wrong target", MAKE, "build-linux", "target: aarch64-linux-gnu", "target: x86_64-linux-gnu"),
            Mutant.ofJob(
                    "an unknown target",
                    ATTESTED,
                    "build-linux",
                    "target: aarch64-unknown-linux-gnu",
                    "target: aarch65-unknown-linux-gnu"),
            Mutant.ofJob("a wrong platform", MAKE, "build-linux", "platform: linux-arm64", "platform: linux-aarch64"),
            Mutant.ofJob(
                    "rows exchanged",
                    MAKE,
                    "build-linux",
                    "platform: linux-amd64\n            target: x86_64-linux-gnu\n          - platform: linux-arm64\n            target: aarch64-linux-gnu",
                    "platform: linux-arm64\n            target: x86_64-linux-gnu\n          - platform: linux-amd64\n            target: aarch64-linux-gnu"),
            Mutant.ofJob(
                    "a misspelt column",
                    MAKE,
                    "build-linux",
                    "TARGET: ${{ matrix.target }}",
                    "TARGET: ${{ matrix.triple }}"),
            Mutant.ofJob("a lost variable", MAKE, "build-linux", "          TARGET: ${{ matrix.target }}\n", ""),
            Mutant.ofJob(
                    "an output of a misspelt step",
                    MAVEN,
                    "version",
                    "tag: ${{ steps.version.outputs.tag }}",
                    "tag: ${{ steps.versions.outputs.tag }}"),
            Mutant.ofJob(
                    "a misspelt output", MAVEN, "version", "echo \"version=$version\"", "echo \"vesion=$version\""),
            Mutant.ofJob(
                    "a misspelt output of a needed job",
                    MAVEN,
                    "package",
                    "VERSION: ${{ needs.version.outputs.version }}",
                    "VERSION: ${{ needs.version.outputs.versions }}"),
            Mutant.ofJob("a lost id", MAKE, "create-release", "        id: newest\n", ""),
            Mutant.ofJob("no history", MAKE, "create-release", "          fetch-depth: 0\n", "")
                    .by(Version.BACKPORT),
            Mutant.ofJob("no history for the image", MAKE, "docker", "          fetch-depth: 0\n", "")
                    .by(Version.BACKPORT),
            Mutant.ofJob("a checkout somewhere else", MAKE, "create-release", "path: repository", "path: sources"),
            Mutant.ofJob(
                    "no checkout",
                    MAKE,
                    "build-linux",
                    "      - name: Check out\n        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n        with:\n          persist-credentials: false\n\n",
                    ""),
            Mutant.ofJob(
                    "a comparison turned round",
                    MAVEN,
                    "version",
                    "\"$found\" != \"$VERSION\"",
                    "\"$found\" == \"$VERSION\""),
            Mutant.ofJob(
                            "a wrong version that nobody compares",
                            MAVEN,
                            "version",
                            "if [[ \"$found\" != \"$VERSION\" ]]",
                            "if [[ -z $VERSION ]]")
                    .also("pom.xml", "<version>1.3.0</version>", "<version>1.2.0</version>"),
            Mutant.ofJob(
                    "a step that is skipped",
                    MAVEN,
                    "version",
                    "      - name: Upload the notes\n",
                    "      - name: Upload the notes\n        if: github.event_name == 'workflow_dispatch'\n"),
            Mutant.ofJob(
                            "steps exchanged",
                            MAKE,
                            "create-release",
                            "      - name: Compute checksums\n        run: |\n          cd dist\n          for file in *; do\n            sha256sum \"$file\" > \"$file.sha256\"\n          done\n\n",
                            "")
                    .also(
                            RELEASE,
                            "      - name: Pack\n",
                            "      - name: Compute checksums\n        run: |\n          mkdir -p dist\n          cd dist\n          for file in *; do\n            sha256sum \"$file\" > \"$file.sha256\"\n          done\n\n      - name: Pack\n"));

    private JobMutants() {}
}
