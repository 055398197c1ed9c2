package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file describes of images counts as if a command said it: bake files, files of Compose, and that of ko. */
class DescribedImagesTest extends HandWrittenRelease {
    private static final String COMPOSE = """
            services:
              kelp:
                image: "ghcr.io/me/kelp:${KELP_TAG:-latest}"
                build: { context: ., dockerfile: deploy/Dockerfile, platforms: [linux/amd64] }
              database: { image: "docker.io/library/postgres:18" }
            """;

    private SampleRepository pushing(String steps) {
        return workflow(crate(""), """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - run: cargo build --release
                """ + steps.indent(4))
                .file("deploy/Dockerfile", "FROM debian:trixie-slim\nCOPY kelp /usr/bin/\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "docker compose build --push                                        | latest",
                "docker compose build && docker compose push kelp                   | latest",
                "docker-compose push                                                | latest",
                "KELP_TAG=$GITHUB_REF_NAME docker compose build --push kelp         | \"{tag}\"",
                "docker buildx bake --push kelp                                     | latest",
            })
    void aFileOfComposeNamesTheImagesThatItBuilds(String command, String tag) throws NoProposal {
        Proposal proposal = proposal(pushing("- run: " + command).file("docker-compose.yml", COMPOSE));
        assertThat(proposal.config()).contains("base: debian:trixie-slim").contains(tag);
        assertThat(proposal.config() + lost(proposal)).doesNotContain("postgres");
    }

    @Test
    void aServiceThatExtendsOneThatIsBuiltIsBuilt() throws NoProposal {
        Proposal proposal =
                proposal(pushing("- run: docker compose build --push").file("compose.yaml", """
                services:
                  base: { build: { context: ., dockerfile: deploy/Dockerfile } }
                  kelp: { extends: { service: base }, image: "ghcr.io/me/kelp:latest" }
                  twin: { extends: kelp, image: "ghcr.io/me/twin:latest" }
                  ring: { extends: { service: ring }, image: "ghcr.io/me/ring:latest" }
                """));
        assertThat(proposal.config()).contains("base: debian:trixie-slim");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.image ghcr.io/me/kelp ");
        assertThat(lost(proposal)).contains("docker.image ghcr.io/me/twin ").doesNotContain("ring");
    }

    @Test
    void aServiceMayExtendOneOfAnotherFile() throws NoProposal {
        Proposal proposal = proposal(pushing("- run: docker compose -f ops/compose.yaml build --push")
                .file("ops/compose.yaml", """
                services:
                  kelp: { extends: { file: ../shared/base.yaml, service: built } }
                  twin: { extends: { file: "../shared/base.yaml", service: built }, image: "ghcr.io/me/twin:latest" }
                  ring: { extends: { file: lost.yaml, service: built }, image: "ghcr.io/me/ring:latest" }
                """)
                .file("shared/base.yaml", """
                services:
                  built: { extends: source, image: "ghcr.io/me/kelp:latest" }
                  source: { build: { context: .., dockerfile: deploy/Dockerfile } }
                """));
        assertThat(proposal.config()).contains("base: debian:trixie-slim");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.image ghcr.io/me/kelp ");
        assertThat(lost(proposal)).contains("docker.image ghcr.io/me/twin ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"docker-bake.hcl, true", "docker-bake.json, false"})
    void aTargetWithAMatrixIsOneForEachRow(String file, boolean hcl) throws NoProposal {
        String target = hcl ? """
                target "all" {
                  name = "kelp-${part}"
                  matrix = { part = ["pod", "leaf"], system = ["slim"] }
                  dockerfile = "deploy/Dockerfile"
                  target = part
                  tags = ["ghcr.io/me/kelp-${part}:${system}"]
                }
                """ : """
                { "target": { "all": {
                    "name": "kelp-${part}",
                    "matrix": { "part": ["pod", "leaf"], "system": ["slim"] },
                    "dockerfile": "deploy/Dockerfile",
                    "tags": ["ghcr.io/me/kelp-${part}:${system}"] } } }
                """;
        Proposal proposal =
                proposal(pushing("- run: docker buildx bake --push all").file(file, target));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.image ghcr.io/me/kelp-pod ");
        assertThat(proposal.config()).contains("slim");
        assertThat(lost(proposal)).contains("docker.image ghcr.io/me/kelp-leaf ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"docker-bake.hcl, true", "docker-bake.json, false"})
    void aMatrixMayHaveGroupsOfValues(String file, boolean hcl) throws NoProposal {
        String target = hcl ? """
                target "all" {
                  name = "kelp-${item.part}"
                  matrix = {
                    item = [
                      { part = "pod", file = "deploy/Dockerfile" }, # the first one
                      { part = "leaf", file = "deploy/Dockerfile" },
                    ]
                  }
                  dockerfile = item.file
                  tags = ["ghcr.io/me/kelp-${item.part}:latest"]
                }
                """ : """
                { "target": { "all": {
                    "name": "kelp-${item.part}",
                    "matrix": { "item": [
                        { "part": "pod", "file": "deploy/Dockerfile" }, { "part": "leaf", "file": "deploy/Dockerfile" } ] },
                    "dockerfile": "${item.file}",
                    "tags": ["ghcr.io/me/kelp-${item.part}:latest"] } } }
                """;
        Proposal proposal =
                proposal(pushing("- run: docker buildx bake --push all").file(file, target));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.image ghcr.io/me/kelp-pod ");
        assertThat(proposal.config()).contains("base: debian:trixie-slim");
        assertThat(lost(proposal)).contains("docker.image ghcr.io/me/kelp-leaf ");
    }

    @Test
    void whatAFileOfComposeOnlyBuildsIsNotPushed() throws NoProposal {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - run: gh release upload "$GITHUB_REF_NAME" target/release/kelp
                    - run: docker compose -f deploy/compose.yaml build
                """)
                .file("deploy/compose.yaml", COMPOSE)
                .file("deploy/Dockerfile", "FROM debian:trixie-slim\n"));
        assertThat(proposal.config()).doesNotContain("docker:");
    }

    /** The first file may be a base that another one completes, as here with the tags; JSON and HCL are the same. */
    @Test
    void allBakeFilesOfACommandCountAndOnlyItsTargets() throws NoProposal {
        Proposal proposal = proposal(pushing("- run: docker buildx bake -f base.json --file=tags.hcl --push release")
                .file("base.json", """
                        {
                          "group": { "release": { "targets": ["kelp"] } },
                          "target": {
                            "common": { "dockerfile": "deploy/Dockerfile", "platforms": ["linux/amd64"] },
                            "kelp": { "inherits": ["common"] },
                            "lab": { "tags": ["ghcr.io/me/lab:latest"] }
                          }
                        }
                        """)
                .file("tags.hcl", """
                        # what "kelp { is called
                        variable "OWNER" { default = "ghcr.io/me" }
                        variable "VERSION" {}
                        target "kelp" {
                          tags = [
                            "${OWNER}/kelp:${VERSION}", // the usual one
                            notequal("", VERSION) ? "${OWNER}/kelp:${lower("X}")}" : "",
                            "${OWNER}/kelp:stable",
                          ]
                          args = { GREETING = "a \\" } b" }
                        }
                        """));
        assertThat(proposal.config()).contains("tags: [\"{version}\", stable]", "base: debian:trixie-slim");
        assertThat(proposal.config() + lost(proposal)).doesNotContain("ghcr.io/me/lab");
    }

    @Test
    void aTargetWhoseOutputIsNoImageBuildsNone() throws NoProposal {
        Proposal proposal = proposal(pushing("""
                        - uses: docker/bake-action@v6
                          with: { targets: checks }
                        - uses: docker/bake-action@v6
                          with: { targets: kelp, push: true }
                        """)
                .file("docker-bake.hcl", """
                        variable "OUT" { default = "./out" }
                        group "checks" { targets = ["lint", "site"] }
                        target "lint" {
                          dockerfile = "deploy/lint.Dockerfile"
                          args = { FORMAT = OUT }
                          output = ["type=cacheonly"]
                        }
                        target "site" {
                          dockerfile = "deploy/site.Dockerfile"
                          output = ["${OUT}/site"]
                        }
                        target "kelp" {
                          dockerfile = "deploy/Dockerfile"
                          tags = ["ghcr.io/me/kelp:latest"]
                        }
                        """)
                .file("deploy/lint.Dockerfile", "FROM golang:1\n")
                .file("deploy/site.Dockerfile", "FROM node:26\n"));
        assertThat(proposal.config()).contains("base: debian:trixie-slim");
        assertThat(lost(proposal)).doesNotContain("builds another image", "FORMAT");
    }

    @Test
    void theActionSetsWhatItsFileLeavesOpen() throws NoProposal {
        Proposal proposal = proposal(pushing("""
                        - uses: docker/bake-action@v6
                          env: { EDITION: plain }
                          with:
                            workdir: deploy
                            targets: kelp
                            set: |
                              *.tags=ghcr.io/me/kelp:${{ github.ref_name }}
                              *.tags=ghcr.io/me/kelp:next
                              kelp.output=type=registry
                        """).file("deploy/docker-bake.hcl", """
                        target "kelp" {
                          dockerfile = "Dockerfile"
                          tags = ["ghcr.io/me/other:${EDITION}"]
                        }
                        """));
        assertThat(proposal.config()).contains("tags: [\"{tag}\", next]", "base: debian:trixie-slim");
        assertThat(lost(proposal)).doesNotContain("other");
    }

    @Test
    void theFileOfKoTellsTheBaseAndThePlatforms() throws NoProposal {
        Proposal proposal = proposal(workflow(
                        repository()
                                .file("go.mod", "module github.com/me/reed\n\ngo 1.26\n")
                                .file("main.go", "package main\n\nfunc main() {}\n"),
                        """
                image:
                  runs-on: ubuntu-latest
                  env: { KO_DOCKER_REPO: ghcr.io/me/reed }
                  steps:
                    - run: |
                        for arch in amd64 arm64; do GOARCH=$arch go build -o reed-$arch .; done
                        gh release upload "$GITHUB_REF_NAME" reed-amd64 reed-arm64
                    - run: ko build --bare --tags $GITHUB_REF_NAME,latest .
                """)
                .file("Dockerfile", "FROM golang:1.26\n")
                .file(
                        ".ko.yaml",
                        "defaultBaseImage: gcr.io/distroless/static:debug\ndefaultPlatforms: [linux/amd64]\n"));
        assertThat(proposal.config())
                .contains(
                        "base: gcr.io/distroless/static:debug",
                        "platforms: [linux/amd64]",
                        "tags: [\"{tag}\", latest]");
    }

    @ParameterizedTest(name = "ko build {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "./cmd/kelp                              | ghcr.io/me/kelp-00e4649406d6fbdf7eb9052481907ea7",
                "-P ./cmd/kelp                           | ghcr.io/me/github.com/me/kelp/cmd/kelp",
                "-B ko://github.com/me/kelp/cmd/kelp     | ghcr.io/me/kelp",
            })
    void koNamesAnImageAfterTheProgram(String words, String image) throws NoProposal {
        Proposal proposal = proposal(workflow(
                repository()
                        .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                        .file("cmd/kelp/main.go", "package main\n\nfunc main() {}\n"),
                """
                image:
                  runs-on: ubuntu-latest
                  env: { KO_DOCKER_REPO: ghcr.io/me }
                  steps:
                    - run: GOOS=linux GOARCH=amd64 go build -o kelp ./cmd/kelp
                    - run: gh release upload "$GITHUB_REF_NAME" kelp
                    - run: ko build --tags $GITHUB_REF_NAME %s
                """.formatted(words)));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.image " + image + " ");
    }
}
