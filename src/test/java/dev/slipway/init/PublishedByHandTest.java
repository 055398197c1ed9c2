package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may publish by hand: files that workflows keep, and what scripts that no workflow starts release. */
class PublishedByHandTest extends HandWrittenRelease {
    @ParameterizedTest
    @CsvSource({"maven-release, true", "checks, false"})
    void whatARunKeepsMayBePublishedByHand(String file, boolean kept) throws Exception {
        Proposal proposal = proposal(repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file(".github/workflows/" + file + ".yml", """
                        on: { workflow_dispatch: { inputs: { version: { required: true } } } }
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - run: mvn package && cp target/kelp.jar kelp-${{ inputs.version }}.jar
                              - uses: actions/upload-artifact@v4
                                with:
                                  path: |
                                    kelp-${{ inputs.version }}.jar
                                    target/*.jar
                                    logs/
                        """)
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(said(proposal, Remark.Kind.OPEN)
                        .contains("'.github/workflows/" + file
                                + ".yml:7' keeps 'kelp-{version}.jar' only as an artifact of its run"))
                .isEqualTo(kept);
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("keeps '*.jar'", "keeps 'logs'");
    }

    @ParameterizedTest
    @CsvSource({"release: { types: [published] }, true", "pull_request: {}, false", "push: { branches: [main] }, false"
    })
    void whatAWorkflowNextToTheReleaseKeepsMayBePublishedByHand(String event, boolean kept) throws Exception {
        Proposal proposal =
                proposal(release(releasing("run: date")).file(".github/workflows/windows.yml", """
                on: { %s }
                jobs:
                  build:
                    runs-on: windows-latest
                    steps:
                      - run: 7z a kelp-$GITHUB_REF_NAME-win64.zip out/kelp.exe
                        shell: bash
                      - uses: actions/upload-artifact@v4
                        with: { path: "${{ github.workspace }}/kelp-${{ github.ref_name }}-win64.zip" }
                      - uses: actions/upload-artifact@v4
                        with: { path: debug.zip }
                """.formatted(event)));
        assertThat(
                        said(proposal, Remark.Kind.OPEN)
                                .contains(
                                        "'.github/workflows/windows.yml:8' keeps 'kelp-{tag}-win64.zip' only as an artifact of its run"))
                .isEqualTo(kept);
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("debug.zip");
    }

    @ParameterizedTest
    @CsvSource({"workflow_dispatch, true", "pull_request, false"})
    void filesOfARunThatIsForNothingInParticularMayBePublishedByHand(String event, boolean said) throws Exception {
        Proposal proposal = proposal(crate("")
                .file(".github/workflows/build.yml", """
                on: { %s: {} }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    strategy: { matrix: { arch: [x64, arm64] } }
                    steps:
                      - run: mkdir out && mv target/debian/*.deb out/Kelp_${{ matrix.arch }}.deb
                      - { uses: actions/upload-artifact@v4, with: { name: deb, path: out/ } }
                      - { uses: actions/upload-artifact@v4, with: { name: x86_64-linux-kelp, path: target/release/kelp } }
                      - { uses: actions/upload-artifact@v4, with: { name: coverage, path: lcov.info } }
                """.formatted(event))
                .committed());
        assertThat(
                        said(proposal, Remark.Kind.OPEN)
                                .contains(
                                        "'.github/workflows/build.yml' keeps files as artifacts of its runs: 'Kelp_x64.deb', 'x86_64-linux-kelp', 'Kelp_arm64.deb'"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[push, pull_request]", "{ push: { branches: [main], tags: ['v*'] }, pull_request: {} }"})
    void whatPushesToABranchKeepMayBePublishedByHand(String events) throws Exception {
        Proposal proposal = proposal(repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file(".github/workflows/build.yml", "on: " + events + "\n" + """
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/upload-artifact@v4
                                with: { name: kelp.jar, path: target/kelp_v* }
                              - uses: actions/upload-artifact@v4
                                with: { path: 'out\\*-x64.msi' }
                              - uses: actions/upload-artifact@v4
                                with: { path: 'out/kelp_linux_*.zip' }
                              - uses: actions/upload-artifact@v4
                                with: { name: test-results, path: tests.zip }
                              - uses: actions/upload-artifact@v4
                                with: { path: 'target/*.jar' }
                        """)
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains(
                        "'.github/workflows/build.yml' keeps files as artifacts of its runs: 'kelp_v*', '*-x64.msi', 'kelp_linux_*.zip'");
    }

    @Test
    void programsThatPushesToABranchKeepAreNamedByTheirPlatform() throws Exception {
        Proposal proposal =
                proposal(crate("").file(".github/workflows/build.yml", """
                on: [push, pull_request]
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    strategy: { matrix: { for: [linux-x86_64-musl, macos-aarch64] } }
                    steps:
                      - run: echo "KELP=$(cargo metadata | jq .version)" >> $GITHUB_ENV
                      - uses: actions/upload-artifact@v4
                        with: { name: 'kelp-${{ env.KELP }}-${{ matrix.for }}', path: target/release/kelp }
                      - uses: actions/upload-artifact@v4
                        with: { name: kelp-windows-x64, path: pack/kelp.msix }
                      - uses: actions/upload-artifact@v4
                        with: { name: symbols-linux, path: target/release/symbols.map }
                """).committed());
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("keeps files as artifacts of its runs: 'kelp-{version}-linux-x86_64-musl', 'kelp.msix', "
                        + "'kelp-{version}-macos-aarch64'; if people get");
    }

    @Test
    void whatPeopleStartNextToPullRequestsMayBePublishedByHandAndDigestsOfImagesMayNot() throws Exception {
        Proposal proposal = proposal(repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file(".github/workflows/build.yml", """
                        on: [pull_request, workflow_dispatch]
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/upload-artifact@v4
                                with: { path: out/kelp-arm-linux.tar.gz }
                        """)
                .file(".github/workflows/image.yml", """
                        on: workflow_dispatch
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/upload-artifact@v4
                                with: { name: digests-linux-amd64, path: /tmp/digests/* }
                              - uses: actions/upload-artifact@v4
                                with: { name: kelp-ubuntu-latest, path: dist }
                        """)
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("build.yml' keeps files as artifacts of its runs: 'kelp-arm-linux.tar.gz'; if people get")
                .contains("image.yml' keeps files as artifacts of its runs: 'kelp-ubuntu-latest'; if people get");
    }

    @ParameterizedTest
    @CsvSource({
        "kelp-release, gh release create v$1 kelp.zip, true",
        "tools/ship.py, 'post(\"https://api.github.com/repos/me/kelp/releases\") and post(made.upload_url)', true",
        "tools/newest.py, get(\"https://api.github.com/repos/me/kelp/releases\"), false",
        "Makefile, 'cd out && gh release create v$(VERSION) *', true",
        "Makefile, '# gh release create', false",
    })
    void aScriptThatReleasesByHandIsNamed(String file, String text, boolean named) throws Exception {
        Proposal proposal = proposal(repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file(file, "#!/bin/sh\n" + text + "\n")
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("'" + file + "' creates a release (line 2)"))
                .isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dev/ship.sh | github-release upload \\⏎  --tag v$1 --name \"kelp-$1-bin.zip\" \\⏎  --file out/$1.zip"
                        + " | creates a release (line 1) with 'kelp-$1-bin.zip', and no workflow names it",
                "dev/ship.rb | made = client.create_release('me/kelp', tag)⏎client.upload_asset(made.url, dir + '/kelp-#{v}.tar.gz')"
                        + " | creates a release (line 1) with 'kelp-#{v}.tar.gz', and no workflow names it",
                "dev/ship.sh | git clone https://github.com/me/homebrew-tap⏎git clone ssh://aur@aur.archlinux.org/kelp.git⏎curl -d @x https://vendors.sdkman.io/release"
                        + " | updates Homebrew (line 1), updates an Arch Linux package (line 2), updates SDKMAN (line 3), and no workflow names it",
                "dev/ship.sh | docker push me/kelp⏎git push -f origin HEAD:refs/heads/pages⏎git push origin v$1⏎git push origin v1⏎git push --tags"
                        + " | pushes an image (line 1), pushes to the branch 'pages' (line 2), and no workflow names it",
                "dev/ship.sh | git checkout news⏎git push origin news⏎aws s3 cp s3://kelp/old .⏎aws s3 sync --quiet out s3://kelp/$1 $OPTS"
                        + " | pushes to the branch 'news' (line 2), copies files to 's3://kelp' (line 4), and no workflow names it",
                "release/make.sh | for os in linux darwin; do⏎  tar czf \"out/$n-$os.tar.gz\" out/$os⏎  zip -r $n-$os.zip out⏎done"
                        + " | packs archives (line 2) with '$n-$os.tar.gz', '$n-$os.zip', and no workflow names it",
                "pack-release.sh | tar --owner=root --group=root --create -f \"kelp-$v.tar.gz\" kelp⏎git archive -o kelp-$v-src.zip HEAD"
                        + " | packs archives (line 1) with 'kelp-$v.tar.gz', 'kelp-$v-src.zip', and no workflow names it",
                "build-release.sh | for os in a; do tar czf x/$os.tgz $os; done⏎case $os in⏎  *win*) zip kelp-$os.zip kelp.exe ;;⏎esac"
                        + " | packs archives (line 1) with '$os.tgz', 'kelp-$os.zip', and no workflow names it",
                "dev/ship.sh | OUT=\"out/kelp-$V.pkg\"⏎BAG=out/kelp-$V.zip⏎gh release create \"v$V\" \\⏎  \"$BAG\" \\⏎  ${OUT} --title \"$V\""
                        + " | creates a release (line 3) with 'kelp-$V.zip', 'kelp-$V.pkg', and no workflow names it",
                "dev/ship.sh | TAP='me/homebrew-tap'⏎gh repo clone \"$TAP\" work⏎git push origin main"
                        + " | updates Homebrew (line 2), pushes to the branch 'main' (line 3), and no workflow names it",
                "dev/ship.sh | for f in a b; do cargo bin gh release upload v$1 \"out/$f.deb\"; done⏎cargo publish --dry-run⏎cargo publish⏎twine upload x"
                        + " | creates a release (line 1) with '$f.deb', publishes a package (line 3), and no workflow names it",
                "docker/Makefile | push:⏎\tdocker push me/kelp | pushes an image (line 2), and no workflow names it",
                "ship.gradle | cmd = ```⏎  gh release upload v$version out/kelp.jar⏎```"
                        + " | creates a release (line 2) with 'kelp.jar': if a task of it runs for a release",
            })
    void aScriptIsSaidWithWhatItUploadsAndUpdates(String file, String text, String said) throws Exception {
        Proposal proposal = proposal(repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file(file, text.replace('⏎', '\n').replace("\\t", "\t") + "\n")
                .file(
                        ".github/workflows/ci.yml",
                        "on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: make test }] } }\n")
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("'" + file + "' " + said);
    }

    @ParameterizedTest
    @CsvSource({
        "./other/ship.sh, true",
        "bash .dev/ship.sh, true",
        "./dev/ship.sh, false",
        "cd dev && ./ship.sh, false",
        "../dev/ship.sh, false",
        "$HERE/ship.sh, false",
        "$HERE/other/ship.sh, true",
        "${{ github.workspace }}/dev/ship.sh, false",
        "/home/me/kelp/dev/ship.sh, false"
    })
    void aScriptOfTheSameNameInAnotherFolderIsAnotherScript(String command, boolean said) throws Exception {
        Proposal proposal = proposal(repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file("dev/ship.sh", "gh release create v$1 out/kelp.zip\n")
                .file(
                        ".github/workflows/ci.yml",
                        "on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: '" + command + "' }] } }\n")
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("'dev/ship.sh' creates a release"))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "make test, runs a target that does",
                "make, runs a target that does",
                "make all image, ",
                "make ship, ",
                "make ${{ matrix.target }}, ",
                "cargo test, names it",
            })
    void aMakefileIsStartedByItsTargets(String command, String said) throws Exception {
        Proposal proposal = proposal(repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file(
                        "Makefile",
                        "test:\n\tmvn test\nship: image\n\techo done\nimage: test\n\tdocker push me/kelp\nall:\n\ttrue\n")
                .file(
                        ".github/workflows/ci.yml",
                        "on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: '" + command + "' }] } }\n")
                .committed()
                .origin("https://github.com/me/kelp"));
        String open = said(proposal, Remark.Kind.OPEN);
        if (said == null) {
            assertThat(open).doesNotContain("'Makefile' pushes an image");
        } else {
            assertThat(open).contains("'Makefile' pushes an image (line 6), and no workflow " + said + ": if ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "go build -o ./bin/klp, true",
        "'GOOS=windows go build -trimpath -o \"$OUT/klp.exe\" .', true",
        "go build -o ./bin/kelp-linux, false",
        "go build -o $OUT, false",
        "'go build -o klp; go build -o helper ./tools', false",
        "GOOS=linux go vet ./... && go build -o /dev/null, false"
    })
    void theNameThatAScriptGivesAGoProgramIsAQuestion(String line, boolean asked) throws Exception {
        Proposal proposal = proposal(repository()
                .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                .file("main.go", "package main\n\nfunc main() {}\n")
                .file("build.sh", "#!/bin/sh\n" + line.replace("; ", "\n") + "\n")
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("'build.sh' builds a program called '"))
                .isEqualTo(asked);
    }

    @Test
    void aConfigOfTeamCityThatReleasesIsNamed() throws Exception {
        Proposal proposal = proposal(repository()
                .file("pom.xml", "<project><artifactId>kelp</artifactId></project>")
                .file(".teamcity/settings.kts", "// release\ntasks = \"publishToGitHubReleases\"\n")
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.teamcity/settings.kts:2' mentions a release, but is a config of TeamCity");
    }

    @Test
    void whatOneJobKeepsForAnotherOfTheSameRunIsPublishedByNobody() throws Exception {
        String said = said(proposal(crate("").file(".github/workflows/image.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          part:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/upload-artifact@v4
                                with: { name: digests-linux-amd64, path: /tmp/digests/* }
                              - uses: actions/upload-artifact@v4
                                with: { name: kelp-linux-amd64, path: target/release/kelp.zip }
                          whole:
                            needs: part
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/download-artifact@v4
                                with: { pattern: digests-* }
                        """)), Remark.Kind.OPEN);
        assertThat(said).contains("'kelp.zip'").doesNotContain("digests-linux-amd64");
    }

    @Test
    void whatOnlyPushesToABranchKeepMayBePublishedToo() throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/build.yml", """
                on: [push]
                jobs:
                  check:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/upload-artifact@v4
                        with: { name: debug.zip, path: target/debug.zip }
                  build:
                    if: github.ref == 'refs/heads/main'
                    strategy: { matrix: { arch: [x86_64, aarch64] } }
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target ${{ matrix.arch }}-unknown-linux-musl
                      - uses: actions/upload-artifact@v4
                        with: { name: "${{ matrix.arch }}-linux-kelp", path: "target/${{ matrix.arch }}-unknown-linux-musl/release/kelp" }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("'x86_64-linux-kelp', 'aarch64-linux-kelp'");
    }

    @Test
    void anArchiveOfAJobThatCannotBeReadIsSaidBesideThoseOfOthers() throws Exception {
        Proposal proposal = proposal(workflow(crate(""), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-gnu
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-gnu/release kelp
                    - { uses: actions/upload-artifact@v4, with: { name: kelp, path: kelp-linux.tar.gz } }
                boxed:
                  runs-on: ubuntu-latest
                  steps:
                    - id: pack
                      run: |
                        docker cp kelp:/out out
                        file="$(./out/kelp -V).tar.gz"
                        tar czf "$file" -C out .
                        echo "file=$file" >> $GITHUB_OUTPUT
                    - { uses: actions/upload-artifact@v4, with: { name: boxed, path: "${{ steps.pack.outputs.file }}" } }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("the job 'boxed' also keeps an archive whose name is known only during a run")
                .doesNotContain("the job 'build'");
    }

    @Test
    void aMakefileThatPacksIsNamedIfTheReleasesOfWorkflowsAreOfSomethingElse() throws Exception {
        Proposal proposal = proposal(workflow(go("# Kelp\n").file("Makefile", """
                                check:
                                \ttar -cf samples.tar samples
                                release:
                                \tfor t in $(PLATFORMS); do \\
                                \t\techo %s; \\
                                \t\tzip -q kelp_$$t.zip kelp; \\
                                \tdone
                                """.formatted("-".repeat(2000))), """
                        wheels:
                          runs-on: ubuntu-latest
                          steps:
                            - uses: pypa/cibuildwheel@v3
                            - uses: softprops/action-gh-release@v2
                              with: { files: wheelhouse/*.whl }
                        """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'Makefile' packs archives (line 4) with 'kelp_$$t.zip', and no workflow names it")
                .doesNotContain("samples.tar");
    }

    @Test
    void programsOfABuildForTagsAreNamedAsItsRunsKeepThem() throws Exception {
        Proposal proposal = proposal(workflow(crate(""), """
                build:
                  strategy: { matrix: { include: [{ on: ubuntu-latest, as: linux }, { on: macos-latest, as: macos }] } }
                  runs-on: ${{ matrix.on }}
                  steps:
                    - run: cargo build --release
                    - uses: actions/upload-artifact@v6
                      with: { name: 'kelp-${{ matrix.as }}-${{ github.ref_name }}', path: target/release/kelp }
                    - uses: actions/upload-artifact@v6
                      with: { name: 'kelp-${{ matrix.as }}-logs', path: build.txt }
                """).committed());
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains(
                        "'.github/workflows/release.yml' keeps files as artifacts of its runs: 'kelp-linux-{tag}', 'kelp-macos-{tag}'; if people get");
    }

    @ParameterizedTest
    @CsvSource({
        "tar czf kelp-${GOOS}-${GOARCH}.tar.gz kelp, true",
        "zip -q out/kelp-linux-amd64.zip kelp, true",
        "tar czf samples.tar.gz samples, false",
        "tar czf cache-linux.tar.gz cache, false"
    })
    void aScriptThatPacksForAPlatformMayMakeReleases(String line, boolean said) throws Exception {
        Proposal proposal = proposal(go("# Kelp\n").file("build.sh", "#!/bin/sh\ngo build -o kelp\n" + line + "\n"));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("'build.sh' packs archives (line 3) with 'kelp-"))
                .isEqualTo(said);
    }
}
