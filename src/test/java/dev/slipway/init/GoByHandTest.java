package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoByHandTest extends HandWrittenRelease {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN <<EOT\n  set -e\n  xx-go build -trimpath -ldflags \"-s -X main.v=$(cat v)\" -o /kelp .\nEOT",
                "RUN CGO_ENABLED=0 go install \\\n  -ldflags='-s -X main.v=$(cat v)' \\\n  ./...",
            })
    void flagsThatOnlyADockerfileShowsAreAskedAbout(String run) throws Exception {
        String dockerfile = "FROM golang:1 AS build\n" + run
                + "\nFROM scratch AS files\nCOPY --from=build /kelp /\nFROM alpine:3\nCOPY --from=build /kelp /\n";
        Proposal proposal = proposal(workflow(module().file("Dockerfile", dockerfile), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: docker buildx build --target files --output out .
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'out/*' }
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("go.ldflags  no build of the released programs was seen, and Dockerfile:")
                .contains("links with '-s -X main.v=$(cat v)'");
    }

    @Test
    void variablesThatAnExpressionGivesAreWhatOnlyARunKnows() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-latest
                  env: ${{ matrix.env }}
                  strategy: { matrix: { include: [{ env: { CC: clang } }] } }
                  steps:
                    - run: GOOS=linux GOARCH=arm64 go build -o kelp-linux-arm64
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux-arm64 }
                """));
        assertThat(proposal.config()).contains("targets: [linux-arm64]", "layout: raw");
    }

    @Test
    void whatOnlyTheNameOfAVariableSuggestsIsAGuess() throws Exception {
        Proposal proposal = proposal(workflow(module().file("Dockerfile", "FROM alpine\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        VERSION=$(./number)
                        GOOS=linux GOARCH=arm64 go build -ldflags "-X main.v=$VERSION" -o kelp-linux-arm64
                        docker build --push -t ghcr.io/me/kelp:$VERSION .
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux-arm64 }
                """));
        assertThat(proposal.config()).contains("ldflags: \"-X main.v={version}\"");
        assertThat(said(proposal, Remark.Kind.GUESS))
                .contains(
                        "go.ldflags -X main.v={version}",
                        "docker.tags {version} whether it contains the tag or the version");
        assertThat(said(proposal, Remark.Kind.TAKEN)).doesNotContain("go.ldflags", "docker.tags");
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
                .contains("go.tags netgo seen in the build of aarch64-unknown-linux-gnu, but not in all")
                .contains("go.tags cocoa seen in the build of aarch64-apple-darwin, but not in all");
    }

    @Test
    void aUniversalProgramBecomesOneForEachProcessor() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                linux:
                  runs-on: ubuntu-latest
                  steps:
                    - run: GOOS=linux GOARCH=amd64 go build -o kelp && tar czf kelp-linux-amd64.tar.gz kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux-amd64.tar.gz }
                mac:
                  runs-on: macos-latest
                  steps:
                    - run: |
                        GOARCH=amd64 go build -o one
                        GOARCH=arm64 go build -o two
                        lipo -create -output kelp one two
                        tar czf kelp-darwin.tar.gz kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-darwin.tar.gz }
                """));
        assertThat(names(proposal))
                .anyMatch(name -> name.matches("kelp-(?:macos|darwin)-amd64.*"))
                .anyMatch(name -> name.matches("kelp-(?:macos|darwin)-arm64.*"));
        assertThat(lost(proposal)).contains("kelp-darwin.tar.gz no longer released");
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("no universal program for macOS is built");
    }

    @Test
    void aPackageThatOnlySomePlatformsGetIsListed() throws Exception {
        Proposal proposal = proposal(workflow(
                module().file("cmd/kelp/main.go", "package main\n\nfunc main() {}\n")
                        .file("cmd/service/main.go", "package main\n\nfunc main() {}\n"),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        for arch in amd64 arm64 386; do
                          GOOS=linux GOARCH=$arch go build -o kelp ./cmd/kelp
                          tar czf kelp-linux-$arch.tar.gz kelp
                        done
                        GOOS=windows GOARCH=amd64 go build -o kelp.exe ./cmd/service
                        zip kelp-windows-amd64.zip kelp.exe
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-* }
                """));
        assertThat(lost(proposal))
                .contains(
                        "go.package ./cmd/service built for x86_64-pc-windows-msvc, but the config builds the same programs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ as: mac-x64, arch: '' }, { as: mac-arm64, arch: arm64 }",
                "{ as: mac-arm64, arch: arm64 }, { as: mac-x64, arch: '' }",
                "{ as: mac-arm64, arch: '' }, { as: mac-x64, arch: '' }"
            })
    void twoNamesForOneMachineAreTwoProcessors(String rows) throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  strategy: { matrix: { include: [%s] } }
                  runs-on: macos-latest
                  steps:
                    - run: GOARCH=${{ matrix.arch }} go build -o kelp && tar czf kelp-${{ matrix.as }}.tar.gz kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-*.tar.gz }
                """.formatted(rows)));
        assertThat(names(proposal)).contains("kelp-mac-x64.tar.gz", "kelp-mac-arm64.tar.gz");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'kelp-mac-x64' is built for the processor of its runner")
                .doesNotContain("'kelp-mac-arm64' is built for");
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
                .contains("'kelp-mac-x64' names another processor than 'macos-arm64', for which its build seems to be");
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
    void whatCompilersOfCGetIsTakenOver() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  strategy: { matrix: { include: [{ arch: amd64, cc: gcc, lib: a }, { arch: arm64, cc: aarch64-linux-gnu-gcc, lib: b }] } }
                  runs-on: ubuntu-latest
                  env: { CGO_CFLAGS: -O2 -DKELP }
                  steps:
                    - env:
                        CGO_ENABLED: 1
                        GOARCH: ${{ matrix.arch }}
                        CC: ${{ matrix.cc }}
                        CGO_LDFLAGS: -l${{ matrix.lib }}
                      run: PKG_CONFIG_PATH=/opt/kelp/pkgconfig go build -o kelp-linux-${{ matrix.arch }}
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-linux-*' }
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains("linux.env CGO_CFLAGS=-O2 -DKELP", "linux.env PKG_CONFIG_PATH=/opt/kelp/pkgconfig");
        assertThat(lost(proposal))
                .contains("linux.env CGO_LDFLAGS differs between targets: -la, -lb")
                .doesNotContain("CC=");
    }

    @Test
    void compilersThatNoRunnerHasAreSaid() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-latest
                  env: { CGO_ENABLED: 1 }
                  steps:
                    - run: |
                        CC=o64-clang GOOS=darwin GOARCH=amd64 go build -o kelp-darwin-amd64
                        CC=x86_64-w64-mingw32-gcc GOOS=windows GOARCH=amd64 go build -o kelp-windows-amd64.exe
                        CXX=g++-12 GOOS=linux GOARCH=amd64 go build -o kelp-linux-amd64
                        gh release create "$GITHUB_REF_NAME" kelp-*
                """));
        assertThat(lost(proposal))
                .contains("targets CC=o64-clang each target is built with its runner's compiler")
                .contains("targets CC=x86_64-w64-mingw32-gcc each", "targets CXX=g++-12 each");
    }
}
