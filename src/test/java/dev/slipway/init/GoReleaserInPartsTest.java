package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases that several calls of GoReleaser make, each on its machine, and those that start it in another way. */
class GoReleaserInPartsTest extends GoReleaserTakeOver {
    private static final String LINKED = """
            version: 2
            pro: true
            partial: { by: goos }
            builds: [{ env: [CGO_ENABLED=1], goos: [linux, darwin], goarch: [arm64] }]
            """;
    private static final String PARTS = """
            name: parts
            on: { push: { tags: ['v*'] } }
            jobs:
              part:
                strategy: { matrix: { include: [{ os: ubuntu-24.04, goos: linux }, { os: macos-15, goos: darwin }] } }
                runs-on: ${{ matrix.os }}
                steps:
                  - { if: "matrix.goos == 'linux'", run: sudo apt-get install -y libpcap-dev upx gcc-mingw-w64 }
                  - { if: "matrix.goos == 'darwin'", run: brew install libusb syft }
                  - run: goreleaser release --clean --split
                    env: { GOOS: '${{ matrix.goos }}' }
            """;
    private static final String WHOLE = """
              whole:
                needs: part
                runs-on: ubuntu-latest
                steps: [{ run: goreleaser continue --merge }]
            """;

    @Test
    void partsAndTheCallThatPublishesThemAreOneRelease() throws NoProposal {
        String config = config(reed(".goreleaser.yaml", LINKED).file(".github/workflows/r.yml", PARTS + WHOLE));
        assertThat(config).contains("target: linux-arm64", "target: macos-arm64");
        assertThat(said(Remark.Kind.TAKEN))
                .contains("releases goreleaser release --split from .github/workflows/r.yml:4 jobs.part")
                .contains("releases goreleaser continue from .github/workflows/r.yml:12 jobs.whole");
        assertThat(said(Remark.Kind.LEFT)).doesNotContain("partial");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci/reed.yml", "ci/lost.yml"})
    void aPatternForFilesIsAQuestionOnlyIfNoConfigNamesThem(String file) throws NoProposal {
        config(reed("ci/reed.yml", "version: 2\n").file(".github/workflows/r.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - { uses: goreleaser/goreleaser-action@v6, with: { args: release --clean --skip=publish -f %s } }
                      - run: gh release create "$GITHUB_REF_NAME" dist/reed_*.tar.gz
                """.formatted(file)));
        assertThat(said(Remark.Kind.OPEN)
                        + said(Remark.Kind.LEFT).replace("no longer released, if", "may upload more files"))
                .satisfies(
                        all -> assertThat(all.contains("may upload more files")).isEqualTo(file.equals("ci/lost.yml")));
    }

    @Test
    void bothWorkflowsGoIfOneBuildsThePartsAndAnotherPublishesThem() throws NoProposal {
        String follower = "on: { workflow_run: { workflows: [parts], types: [completed] } }\njobs:\n"
                + WHOLE.replace("    needs: part\n", "");
        String config = config(reed(".goreleaser.yaml", LINKED)
                .file(".github/workflows/a.yml", PARTS)
                .file(".github/workflows/b.yml", follower));
        assertThat(config).doesNotContain("trigger");
        assertThat(said(Remark.Kind.OPEN))
                .contains("'.github/workflows/a.yml' also releases", "'.github/workflows/b.yml' also releases");
    }

    @Test
    void librariesForCAreInstalledOnTheSystemThatTheyAreFor() throws NoProposal {
        String config = config(reed(".goreleaser.yaml", LINKED).file(".github/workflows/r.yml", PARTS + WHOLE));
        assertThat(config).contains("linux: { packages: [libpcap-dev] }", "macos: { packages: [libusb] }");
    }

    @Test
    void programsWithoutCNeedNoLibraries() throws NoProposal {
        String config = config(reed(".goreleaser.yaml", LINKED.replace("CGO_ENABLED=1", "CGO_ENABLED=0"))
                .file(".github/workflows/r.yml", PARTS + WHOLE));
        assertThat(config).doesNotContain("packages");
    }

    private String started(String command) throws NoProposal {
        SampleRepository repository = reed(".goreleaser.yaml", "version: 2\n")
                .file("Makefile", "release:\n\t" + command + "\n")
                .file(".github/workflows/r.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs: { go: { runs-on: ubuntu-latest, steps: [{ run: make release }] } }
                        """);
        config(repository);
        return said(Remark.Kind.TAKEN);
    }

    @Test
    void anImageThatStartsGoReleaserReleases() throws NoProposal {
        assertThat(started("docker run --rm -e CC -v `pwd`:/go/src -w /go/src ghcr.io/goreleaser/goreleaser-cross:v1.26"
                        + " release --clean"))
                .contains("releases goreleaser release from .github/workflows/r.yml");
    }

    @ParameterizedTest
    @CsvSource({"release --clean, true", "release --all, false", "test --clean, false"})
    void anImageOfAnotherNameThatGetsTheWordsOfGoReleaserReleases(String words, boolean releases) throws NoProposal {
        String run = "@docker run --rm --env-file .env \\\n\t\t-w /go/src \\\n\t\tme/compilers:1.2 \\\n\t\t";
        assertThat(started(run + words).contains("releases goreleaser release from .github/workflows/r.yml"))
                .isEqualTo(releases);
    }

    @Test
    void anImageThatOnlyBuildsDoesNot() throws NoProposal {
        assertThat(started("docker run --rm goreleaser/goreleaser:latest build"))
                .doesNotContain("releases goreleaser");
    }

    @Test
    void goStartsItByItsModule() throws NoProposal {
        assertThat(started("go run github.com/goreleaser/goreleaser/v2@latest --clean"))
                .contains("releases goreleaser release from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"./fetch goreleaser@2.9 --clean", "vault run --all -- goreleaser release"})
    void anotherProgramMayStartIt(String command) throws NoProposal {
        assertThat(started(command)).contains("releases goreleaser release from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"./fetch install goreleaser@2.9", "vault run -- goreleaser check"})
    void whatOnlyFetchesOrChecksItDoesNot(String command) throws NoProposal {
        assertThat(started(command)).doesNotContain("releases goreleaser");
    }

    @Test
    void whatIsTriedIsNoPartOfARelease() throws NoProposal {
        assertThat(started("goreleaser release --split --snapshot")).doesNotContain("releases goreleaser");
    }

    @Test
    void whatItsTargetOfAMakefileNeedsRunsBeforeIt() throws NoProposal {
        config(reed(".goreleaser.yaml", "version: 2\n").file("Makefile", """
                        release: clean web docs check
                        	goreleaser release --clean
                        	npm run after
                        web:
                        	cd web && npm run build
                        docs:
                        	(. venv/bin/activate && python3 -m mkdocs build)
                        check:
                        	npm run lint
                        clean:
                        	rm -rf dist
                        """).file(".github/workflows/r.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          go:
                            runs-on: ubuntu-latest
                            steps: [{ run: make release }]
                        """));
        assertThat(said(Remark.Kind.LEFT))
                .contains("step npm run build runs before GoReleaser", "step python3 -m mkdocs build runs")
                .doesNotContain("after", "lint");
    }

    @Test
    void whatRunsBeforeItMayCreateFilesThatAreCompiled() throws NoProposal {
        config(reed(".goreleaser.yaml", "version: 2\n")
                .file("Makefile", "assets:\n\tnpm run css\ntest:\n\tgo test ./...\n")
                .file(".github/workflows/r.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          go:
                            runs-on: ubuntu-latest
                            steps:
                              - run: make assets
                              - run: make test && npm ci
                              - run: go generate ./...
                              - run: goreleaser release
                              - run: make after
                        """));
        assertThat(said(Remark.Kind.LEFT))
                .contains("step make assets runs before GoReleaser; if programs need what it creates")
                .contains("step go generate ./... runs before GoReleaser")
                .doesNotContain("make test", "npm ci", "npm run css", "make after");
    }

    @Test
    void anArtifactOfAnotherJobMayBeCompiledToo() throws NoProposal {
        config(reed(".goreleaser.yaml", "version: 2\n").file(".github/workflows/r.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          go:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/download-artifact@v4
                                with: { name: pages, path: ./server/pages }
                              - uses: actions/download-artifact@v4
                                with: { name: sums, path: dist/sums }
                              - uses: actions/download-artifact@v4
                                with: { name: keys, path: /tmp/keys }
                              - run: uv run profile.py && python3 scripts/check.py
                              - uses: goreleaser/goreleaser-action@v6
                                with: { args: release }
                        """));
        assertThat(said(Remark.Kind.LEFT))
                .contains("step artifact 'pages' in 'server/pages' comes from another job before GoReleaser")
                .contains("step uv run profile.py runs before GoReleaser")
                .doesNotContain("sums", "keys", "check.py");
    }

    @Test
    void theEnvironmentOfAllSaysThatBuildsUseNoC() throws NoProposal {
        config(reed(".goreleaser.yaml", """
                version: 2
                env: [CGO_ENABLED=0]
                builds: [{ binary: reed, env: [GOFLAGS=-v] }]
                """)
                .file(
                        "go.mod",
                        "module github.com/me/reed\n\ngo 1.24\n\nrequire github.com/mattn/go-sqlite3 v1.14.0\n"));
        assertThat(said(Remark.Kind.TAKEN)).contains("go.cgo false from .goreleaser.yaml:2 env");
    }

    @Test
    void whatOnlyPrereleasesLinkInIsSaid() throws NoProposal {
        config(reed(".goreleaser.yaml", """
                version: 2
                builds:
                  - ldflags: "-s -X main.stage={{ with .Prerelease }}-{{ . }}{{ end }} -X main.v={{ .Version }}"
                """));
        assertThat(said(Remark.Kind.LEFT))
                .contains("goreleaser builds[0].ldflags main.stage=-rc.1 only prereleases get this")
                .doesNotContain("main.v=");
    }
}
