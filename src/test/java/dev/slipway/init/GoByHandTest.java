package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;

class GoByHandTest extends HandWrittenRelease {
    private SampleRepository module() {
        return repository()
                .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                .file("a.go", "package main\n")
                .file("main.go", "package main\n\nfunc main() {}\n");
    }

    private static final String SCRIPT = """
            #!/bin/sh
            CGO_ENABLED=0 go build -trimpath -ldflags="-s" -o kelp
            tar czf "out/kelp-${GOOS}-${GOARCH}${GOARM}.tar.gz" kelp
            """;

    private static String matrix(String rows) {
        return """
                build:
                  runs-on: ubuntu-latest
                  strategy:
                    matrix:
                      include:
                %s
                  steps:
                    - run: ./pack.sh
                      env: { GOOS: '${{ matrix.os }}', GOARCH: '${{ matrix.arch }}', GOARM: '${{ matrix.arm }}' }
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'out/*' }
                """.formatted(rows.indent(8).stripTrailing());
    }

    @Test
    void aVariableThatOnlyARunKnowsIsListedAndTheOthersStay() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        GOOS=linux GOARCH=arm64 go build -ldflags "-s -X main.v=$GITHUB_REF_NAME -X main.base=b$(./ask)" -o kelp
                        tar czf kelp-linux-arm64.tar.gz kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux-arm64.tar.gz }
                """));
        assertThat(proposal.config()).contains("ldflags: \"-s -X main.v={tag}\"");
        assertThat(lost(proposal)).contains("go.ldflags -X main.base=b… its value is known only during a run");
    }

    @Test
    void tagsThatAllBuildsHaveAreThoseOfTheConfig() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  strategy: { matrix: { include: [{ os: linux, own: netgo }, { os: darwin, own: cocoa }] } }
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        GOOS=${{ matrix.os }} GOARCH=arm64 go build -tags="all ${{ matrix.own }} web" -o kelp
                        tar czf kelp-${{ matrix.os }}.tar.gz kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-*.tar.gz }
                """));
        assertThat(proposal.config()).contains("tags: [all, web]");
        assertThat(lost(proposal))
                .contains("go.tags netgo only some builds use it, such as aarch64-unknown-linux-gnu")
                .contains("go.tags cocoa only some builds use it, such as aarch64-apple-darwin");
    }

    @Test
    void aNameOfAnotherProcessorThanTheMachineIsAQuestion() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  strategy: { matrix: { include: [{ on: ubuntu-latest, as: linux }, { on: macos-latest, as: mac }] } }
                  runs-on: '${{ matrix.on }}'
                  steps:
                    - run: go build -o kelp && tar czf kelp-${{ matrix.as }}-x64.tar.gz kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-*.tar.gz }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .containsOnlyOnce("names another processor than")
                .contains("'kelp-mac-x64' names another processor than 'macos-arm64', for which it is built today");
    }

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

    @Test
    void aCompilerWithAnOlderLibraryIsListed() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        export "CC=zig cc -target x86_64-linux-gnu.2.17"
                        CGO_ENABLED=1 GOOS=linux GOARCH=amd64 go build -o kelp
                        tar czf kelp-linux-amd64.tar.gz kelp
                        CC=gcc CGO_ENABLED=1 GOOS=linux GOARCH=arm64 go build -o kelp
                        tar czf kelp-linux-arm64.tar.gz kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(lost(proposal))
                .contains(
                        "targets CC=zig cc -target x86_64-linux-gnu.2.17 each target is built with its runner's compiler"
                                + " and linked with the glibc of its container")
                .doesNotContain("CC=gcc");
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
    void aPlatformThatSlipwayDoesNotBuildForIsNeverThatOfTheMachine() throws Exception {
        Proposal proposal = proposal(workflow(module().file("pack.sh", SCRIPT), matrix("""
                - { os: linux, arch: amd64 }
                - { os: android, arch: arm64 }
                - { os: plan9, arch: amd64 }
                - { os: netbsd, arch: '386' }
                - { os: linux, arch: mipsle }
                """)));
        assertThat(names(proposal)).containsExactly("kelp-linux-amd64.tar.gz");
        assertThat(proposal.remarks())
                .filteredOn(remark ->
                        remark.kind() == Remark.Kind.LEFT && remark.key().equals("targets"))
                .singleElement()
                .satisfies(remark ->
                        assertThat(remark.value()).isEqualTo("android/arm64, plan9/amd64, netbsd/386, linux/mipsle"));
        assertThat(lost(proposal))
                .contains("kelp-android-arm64.tar.gz", "kelp-plan9-amd64.tar.gz", "kelp-linux-mipsle.tar.gz");
    }

    @Test
    void aVariableThatIsSetAloneLeavesTheOtherToTheMachine() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-24.04-arm
                  steps:
                    - run: |
                        GOOS=windows go build -o kelp.exe
                        zip kelp-for-windows.zip kelp.exe
                    - run: gh release create $GITHUB_REF_NAME kelp-for-windows.zip
                """));
        assertThat(proposal.config()).contains("windows-arm64").doesNotContain("windows-amd64", "linux-arm64");
    }

    @Test
    void olderArmProcessorsKeepTheirFileAndTheirLevel() throws Exception {
        Proposal proposal = proposal(workflow(module().file("pack.sh", SCRIPT), matrix("""
                - { os: linux, arch: arm, arm: '5' }
                - { os: linux, arch: arm, arm: '7' }
                - { os: linux, arch: arm64 }
                """)));
        assertThat(names(proposal))
                .containsExactlyInAnyOrder(
                        "kelp-linux-arm5.tar.gz", "kelp-linux-arm7.tar.gz", "kelp-linux-arm64.tar.gz");
        assertThat(proposal.config()).containsOnlyOnce("env: { GOARM: 5 }").doesNotContain("GOARM: 7");
    }

    @Test
    void theCommandsThatBuildSayWhichProgramsAreReleased() throws Exception {
        Proposal proposal = proposal(workflow(
                repository()
                        .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                        .file("cmd/kelp/a.go", "package main\n")
                        .file("cmd/kelp/z.go", "package main\n\nfunc main() {}\n")
                        .file("cmd/kelp-sign/main.go", "package main\n\nfunc main() {}\n")
                        .file("cmd/unused/main.go", "package main\n\nfunc main() {}\n"),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        go build -o out/kelp ./cmd/kelp
                        go build -o out/kelp-sign github.com/me/kelp/cmd/kelp-sign
                        tar czf kelp-linux.tar.gz -C out kelp kelp-sign
                    - run: gh release create $GITHUB_REF_NAME kelp-linux.tar.gz
                """));
        assertThat(proposal.config()).contains("bins: [kelp, kelp-sign]");
        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.key().equals("go.bins"))
                .allMatch(remark -> remark.kind() == Remark.Kind.TAKEN)
                .extracting(Remark::why)
                .containsExactlyInAnyOrder("from cmd/kelp-sign/main.go", "from cmd/kelp/z.go");
    }

    @Test
    void oneImageInTwoRegistriesKeepsBothNamesAndThePlatformsWithAVariant() throws Exception {
        Proposal proposal = proposal(workflow(module().file("Dockerfile", "FROM alpine:3.22\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        for arch in amd64 arm64 386; do
                          GOOS=linux GOARCH=$arch CGO_ENABLED=0 go build -o kelp-linux-$arch
                        done
                    - run: gh release create $GITHUB_REF_NAME kelp-linux-*
                    - uses: docker/build-push-action@v6
                      with:
                        push: true
                        platforms: linux/amd64/v1, linux/arm64/v8
                        tags: me/kelp:latest, quay.io/me/kelp:latest
                """));
        assertThat(proposal.config())
                .contains("image: [me/kelp, quay.io/me/kelp]", "platforms: [linux/amd64, linux/arm64]");
        assertThat(lost(proposal)).doesNotContain("docker.image");
    }

    @Test
    void aScriptThatAsksForGitsOwnFolderIsNoFault() throws Exception {
        SampleRepository repository = workflow(module().file("pack.sh", """
                if [ -f .git ] || [ -d .git/modules ]; then exit 1; fi
                go build -o kelp
                tar czf kelp-linux.tar.gz kelp
                """), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: bash pack.sh
                    - run: |
                        options=(--title "$GITHUB_REF_NAME")
                        gh release create "${options[@]}" "$GITHUB_REF_NAME" kelp-linux.tar.gz
                """);
        assertThat(repository.committed().read().findings()).isEmpty();
        assertThat(lost(proposal(repository))).doesNotContain("{tag}");
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
    void flagsOfTheEnvironmentCount() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-latest
                  env: { GOFLAGS: '-mod=vendor -trimpath' }
                  steps:
                    - run: |
                        GOOS=linux GOARCH=amd64 go build -o kelp-linux-amd64
                        gh release upload "$GITHUB_REF_NAME" kelp-linux-amd64
                """));
        assertThat(proposal.config()).contains("\"-mod=vendor\", \"-trimpath\"");
        assertThat(said(proposal, Remark.Kind.TAKEN)).doesNotContain("paths of the build machine");
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
    void aWorkspaceHasTheModuleThatTheRepositoryIsNamedAfter() throws Exception {
        Proposal proposal = proposal(workflow(
                repository()
                        .file("go.work", "go 1.25\n\nuse (\n\t./api\n\t./kelp // the program\n\t./hack\n)\n")
                        .file("api/go.mod", "module sea.example/kelp/api\n\ngo 1.24\n")
                        .file("kelp/go.mod", "module sea.example/kelp/kelp/v5\n\ngo 1.24\n")
                        .file("kelp/main.go", "package main\n\nfunc main() {}\n")
                        .file("hack/go.mod", "module sea.example/kelp/hack\n\ngo 1.24\n")
                        .file("hack/main.go", "package main\n\nfunc main() {}\n")
                        .committed()
                        .git("tag", "kelp/v1.2.3")
                        .origin("https://github.com/me/kelp"),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - run: CGO_ENABLED=0 GOOS=linux GOARCH=s390x go build -o kelp -ldflags "-X main.v=${GITHUB_REF_NAME##*/}" ./kelp
                    - run: tar czf kelp-linux-s390x.tar.gz kelp
                    - run: gh release upload "$GITHUB_REF_NAME" kelp-linux-s390x.tar.gz
                """));
        assertThat(names(proposal)).containsExactly("kelp-linux-s390x.tar.gz");
        assertThat(proposal.config()).contains("package: ./kelp", "-X main.v=v{version}", "ci: false");
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("no module of 'go.work' is at the top");
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
    }
}
