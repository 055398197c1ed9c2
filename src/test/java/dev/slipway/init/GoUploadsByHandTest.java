package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a release by hand packs and uploads programs in Go, by tools, actions and scripts. */
class GoUploadsByHandTest extends HandWrittenRelease {
    @Test
    void ghrUploadsAllFilesOfAFolder() throws Exception {
        Proposal proposal = proposal(workflow(module().file("Makefile", """
                VERSION = $(shell ./version)
                DIST = dist/v$(VERSION)
                crossbuild:
                	goxz -z -n kelp -os linux -d $(DIST)
                	cd $(DIST) && shasum * > SUMS.txt
                upload:
                	ghr -body="new" v$(VERSION) $(DIST)
                """), """
                build:
                  runs-on: ubuntu-latest
                  steps: [{ run: make crossbuild upload }]
                """));
        assertThat(names(proposal)).contains("kelp_linux_amd64.zip", "kelp_linux_arm64.zip");
        assertThat(lost(proposal)).contains("release.files SUMS.txt").doesNotContain("release.files v{version}");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("releases ghr from");
    }

    @Test
    void ghrMayBeADownloadWithThePlatformInItsName() throws Exception {
        Proposal proposal = proposal(workflow(module().file("publish.sh", """
                #!/bin/sh
                make
                ./ghr-linux-x86_64 -t "$1" -u me -b "$(cat notes)" "$TAG" ./out/
                """), """
                build:
                  runs-on: ubuntu-latest
                  steps: [{ run: "./publish.sh ${{ secrets.GITHUB_TOKEN }}" }]
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("releases ghr from");
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("'./out/*' may upload more files");
        assertThat(lost(proposal)).doesNotContain("release.files out");
    }

    @Test
    void anActionBuildsPacksAndUploadsOnePlatform() throws Exception {
        Proposal proposal = proposal(workflow(module().file("NOTES.md", "x\n"), """
                build:
                  runs-on: ubuntu-latest
                  strategy:
                    matrix:
                      include:
                        - { os: linux, arch: amd64 }
                        - { os: linux, arch: arm, arm: 6 }
                        - { os: windows, arch: amd64 }
                  steps:
                    - uses: actions/checkout@v4
                    - uses: wangyoucao577/go-release-action@v1
                      with:
                        github_token: ${{ github.token }}
                        goos: ${{ matrix.os }}
                        goarch: ${{ matrix.arch }}
                        goarm: ${{ matrix.arm }}
                        goversion: 1.24.3
                        binary_name: kelp
                        ldflags: -s -X main.version=${{ github.ref_name }}
                        extra_files: NOTES.md
                        sha256sum: true
                """));
        assertThat(names(proposal))
                .containsExactly(
                        "kelp-v9.9.9-linux-amd64.tar.gz",
                        "kelp-v9.9.9-linux-armv6.tar.gz",
                        "kelp-v9.9.9-windows-amd64.zip");
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains(
                        "releases wangyoucao577/go-release-action from",
                        "go.version 1.24.3",
                        "go.ldflags -s -X main.version={tag}",
                        "archive.include NOTES.md",
                        "archive.layout flat");
        assertThat(lost(proposal)).contains("kelp-{tag}-linux-amd64.tar.gz.md5").doesNotContain(".sha256");
    }

    @Test
    void anActionMayUploadTheProgramItselfOrNothing() throws Exception {
        String step = """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v4
                    - uses: wangyoucao577/go-release-action@v1
                      with: { goos: windows, goarch: arm64, binary_name: kelp, asset_name: kelp-win, md5sum: false, %s }
                """;
        assertThat(names(proposal(workflow(module(), step.formatted("compress_assets: 'OFF'")))))
                .containsExactly("kelp-win.exe");
        assertThat(said(proposal(workflow(module(), step.formatted("upload: 'FALSE'"))), Remark.Kind.TAKEN))
                .doesNotContain("releases wangyoucao577");
    }

    /** What packs may print the archive, and a folder may have a name that only the run knows. */
    @Test
    void anArchiveThatAPackerPrintsIsFound() throws Exception {
        Proposal proposal = proposal(workflow(module().file("pack.sh", """
                #!/bin/bash
                out=$(mktemp -d)
                pack() {
                  IFS=, read -ra vars <<< "$2"
                  (
                    export "${vars[@]}"
                    go build -o "$out/kelp-$1/kelp"
                    (cd "$out" && zip -rq9 - "kelp-$1") > "$out/kelp-$1.zip"
                  )
                }
                pack linux-amd64 GOOS=linux,GOARCH=amd64,CGO_ENABLED=0
                pack macos-arm64 GOOS=darwin,GOARCH=arm64
                cd "$out"
                for file in *.zip; do shasum -a 256 "$file" >> sums.txt; done
                gh release create "$1" *.zip sums.txt
                """), """
                build:
                  runs-on: ubuntu-latest
                  steps: [{ run: './pack.sh ${{ github.ref_name }}' }]
                """));
        assertThat(names(proposal)).containsExactly("kelp-linux-amd64.zip", "kelp-macos-arm64.zip", "sums.txt");
        assertThat(proposal.config())
                .contains("layout: dir")
                .contains("checksum-file: sums.txt")
                .doesNotContain("macos:");
        assertThat(lost(proposal)).isEmpty();
    }

    @Test
    void whatIsInAnArtifactOfUnknownNameIsOpen() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: GOOS=linux GOARCH=amd64 go build -o out/kelp-linux-amd64
                    - uses: actions/upload-artifact@v7
                      with: { name: kelp, path: out/ }
                publish:
                  needs: build
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v8
                      with: { name: "${{ vars.SIGNED && 'signed' || 'kelp' }}", path: out }
                    - run: |
                        files=()
                        for one in out/*; do files+=("$one"); done
                        gh release create "$GITHUB_REF_NAME" "${files[@]}"
                """));
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("is known only during a run");
    }

    @Test
    void filesThatAreDeletedBeforeTheUploadAreNotReleased() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        for level in 5 6 7; do
                          GOOS=linux GOARCH=arm GOARM=$level go build -o out/kelp_linux_armv${level}
                        done
                        cd out
                        for one in *; do tar czf $one.tar.gz $one; done
                        find . -type f -not -name '*.tar.gz' ! -name '*.zip' -delete
                    - uses: softprops/action-gh-release@v3
                      with: { files: 'out/*' }
                """));
        assertThat(names(proposal))
                .containsExactlyInAnyOrder(
                        "kelp_linux_armv5.tar.gz", "kelp_linux_armv6.tar.gz", "kelp_linux_armv7.tar.gz");
        assertThat(lost(proposal)).doesNotContain("release.files");
    }

    @Test
    void aScriptInJavaScriptUploadsToARelease() throws Exception {
        String steps = """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        GOOS=linux GOARCH=amd64 go build -o kelp-linux-amd64
                        GOOS=windows GOARCH=arm64 go build -o kelp-windows-arm64.exe
                        date > log.txt
                    - uses: actions/github-script@v8
                      with:
                        script: |
                          for (const file of await fs.readdir(".")) {
                            if (!file.startsWith("kelp-")) continue;
                            await github.rest.repos.uploadReleaseAsset({ owner, repo, name: file, data: await fs.readFile(file) });
                          }
                """;
        Proposal proposal = proposal(workflow(module(), steps));
        assertThat(names(proposal)).containsExactly("kelp-linux-amd64", "kelp-windows-arm64.exe");
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("also releases");
        assertThat(said(proposal(workflow(module(), steps.replace("\".\"", "folder"))), Remark.Kind.OPEN))
                .contains("is known only during a run");
    }

    @Test
    void aScriptInJavaScriptMayGiveFilesOtherNames() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: GOOS=linux GOARCH=amd64 go build -o out/kelp-linux-amd64
                    - uses: actions/github-script@v8
                      with:
                        script: |
                          for (const file of await fs.readdir("out")) {
                            const system = file.split("-")[1];
                            await github.rest.repos.uploadReleaseAsset({ owner, repo, name: `Kelp for ${system}`, data });
                          }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("the full name of 'Kelp.for.…' is known only during a run");
        assertThat(proposal.config()).doesNotContain("archive:");
    }

    @Test
    void aScriptInJavaScriptMayGiveAFileAName() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: GOOS=linux GOARCH=amd64 go build -o kelp
                    - uses: actions/github-script@v8
                      with:
                        script: |
                          await github.rest.repos.uploadReleaseAsset({
                            owner, repo, name: 'kelp-${{ github.ref_name }}-linux-x86_64',
                            data: await fs.readFile('kelp'),
                          });
                """));
        assertThat(names(proposal)).containsExactly("kelp-v9.9.9-linux-x86_64");
    }

    @Test
    void eachFolderThatFindFindsIsPacked() throws Exception {
        Proposal proposal = proposal(workflow(module().file("Makefile", """
                FOLDERS := find * -type d -exec
                all:
                	IFS='/'; \\
                	for pair in linux/amd64 darwin/arm64; do \\
                		set -- $$pair; \\
                		GOOS=$$1 GOARCH=$$2 go build -o "out/kelp-$(shell git describe --tags)-$${1}-$${2}/"; \\
                	done
                	cd out && $(FOLDERS) cp ../README.md {} \\; && $(FOLDERS) tar -zcf {}.tar.gz {} \\;
                """).file("README.md", "kelp\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: make
                    - uses: softprops/action-gh-release@v3
                      with: { files: 'out/*.tar.gz' }
                """));
        assertThat(names(proposal))
                .containsExactly("kelp-v9.9.9-linux-amd64.tar.gz", "kelp-v9.9.9-darwin-arm64.tar.gz");
        assertThat(proposal.config()).contains("layout: dir");
    }

    @Test
    void aMarkOfChangedFilesIsInNoRelease() throws Exception {
        Proposal proposal = proposal(workflow(module().file("Makefile", """
                COMMIT = $(shell git rev-parse HEAD)$(shell if ! git diff --quiet; then echo .m; fi)
                build:
                \tGOOS=linux GOARCH=amd64 go build -ldflags "-X main.commit=$(COMMIT)" -o kelp
                """), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: make build && tar czf kelp-linux-amd64.tar.gz kelp
                    - run: gh release upload "$GITHUB_REF_NAME" kelp-linux-amd64.tar.gz
                """));
        assertThat(proposal.config()).contains("-X main.commit={commit}\"");
        assertThat(said(proposal, Remark.Kind.GUESS))
                .contains("go.ldflags -X main.commit={commit} only the names of variables suggest");
    }
}
