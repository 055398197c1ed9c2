package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;

/** Releases of Go programs that scripts and makefiles of the repository build, pack and name. */
class GoByScriptTest extends HandWrittenRelease {
    private SampleRepository programs(String... names) {
        SampleRepository repository = repository().file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n");
        for (String name : names) {
            repository = repository.file(name + "/main.go", "package main\n\nfunc main() {}\n");
        }
        return repository;
    }

    private static final String TWO_PROGRAMS = """
            build:
              runs-on: ubuntu-latest
              strategy:
                matrix:
                  include:
                    - { os: linux, arch: amd64, name: Linux-64bit }
                    - { os: linux, arch: arm64, name: Linux-ARM64 }
                    - { os: darwin, arch: arm64, name: macOS-ARM64 }
              steps:
                - run: |
                    go build -o kelp
                    tar czf kelp-${{ matrix.name }}.tar.gz kelp
                  env: { GOOS: '${{ matrix.os }}', GOARCH: '${{ matrix.arch }}', CGO_ENABLED: 0 }
                - uses: softprops/action-gh-release@v2
                  with: { files: 'kelp-*.tar.gz' }
            site:
              runs-on: ubuntu-latest
              steps:
                - run: |
                    go build -o kelp-site ./cmd/kelp-site
                    tar czf kelp-site-linux-amd64.tar.gz kelp-site
                  env: { GOOS: linux, GOARCH: amd64, CGO_ENABLED: 0 }
                - uses: softprops/action-gh-release@v2
                  with: { files: kelp-site-linux-amd64.tar.gz }
            """;

    @Test
    void aProgramForOnePlatformDoesNotTakeThePlaceOfTheOneForAll() throws Exception {
        Proposal proposal = proposal(
                workflow(programs("cmd/kelp-site").file("main.go", "package main\n\nfunc main() {}\n"), TWO_PROGRAMS));
        assertThat(names(proposal))
                .containsExactlyInAnyOrder(
                        "kelp-Linux-64bit.tar.gz", "kelp-Linux-ARM64.tar.gz", "kelp-macOS-ARM64.tar.gz");
        assertThat(proposal.config()).doesNotContain("kelp-site");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("go.bins kelp from main.go");
        assertThat(lost(proposal)).contains("release.files kelp-site-linux-amd64.tar.gz no longer released");
    }

    private static final String PACKING = """
            #!/bin/sh
            pack() {
              make
              tar czf out/kelp-$1.tar.gz kelp
              sha256sum out/kelp-$1.tar.gz > out/kelp-$1.tar.gz.sha
            }
            mkdir -p out
            GOOS=linux GOARCH=amd64 pack linux64
            GOOS=darwin GOARCH=arm64 pack osx
            GOOS=solaris GOARCH=amd64 pack sun
            """;

    @Test
    void programsThatGoNamesAreThoseOfTheirArchives() throws Exception {
        String make = """
                HOST = $(shell go env GOHOSTOS)
                CGO_ENABLED := 0
                ifeq ($(HOST), darwin)
                CGO_ENABLED = 1
                endif
                kelp:
                \tCGO_ENABLED=$(CGO_ENABLED) go build ./cmd/kelp
                """;
        Proposal proposal =
                proposal(workflow(programs("cmd/kelp").file("Makefile", make).file("pack.sh", PACKING), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: ./pack.sh
                    - uses: softprops/action-gh-release@v2
                      with: { files: out/* }
                    - run: rm -rf out
                """));
        assertThat(names(proposal)).containsExactlyInAnyOrder("kelp-linux64.tar.gz", "kelp-osx.tar.gz");
        assertThat(proposal.config())
                .contains("{ target: macos-arm64, as: osx }")
                .doesNotContain("cgo");
        assertThat(lost(proposal))
                .contains("release.files kelp-sun.tar.gz no longer released")
                .contains("kelp-linux64.tar.gz.sha");
    }

    @Test
    void whatTheReleaseSaysOfCIsNoGuess() throws Exception {
        Proposal proposal = proposal(workflow(
                programs("cmd/kelp")
                        .file(
                                "go.mod",
                                "module github.com/me/kelp\n\ngo 1.26\n\nrequire github.com/mattn/go-sqlite3 v1.14.0\n"),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        CGO_ENABLED=1 go build -o kelp ./cmd/kelp
                        tar czf kelp-linux-amd64.tar.gz kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux-amd64.tar.gz }
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("go.cgo true");
        assertThat(said(proposal, Remark.Kind.GUESS)).doesNotContain("go.cgo");
    }

    @Test
    void aBuildInAFolderIsOfThePackageThere() throws Exception {
        Proposal proposal = proposal(workflow(programs("cmd/kelp", "cmd/net"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cd cmd/net
                        GOOS=linux GOARCH=amd64 go build -o ../../net .
                        cd ../..
                        tar czf net-linux-amd64.tar.gz net
                    - uses: softprops/action-gh-release@v2
                      with: { files: net-linux-amd64.tar.gz }
                """));
        assertThat(proposal.config()).contains("package: ./cmd/net");
        assertThat(said(proposal, Remark.Kind.GUESS)).doesNotContain("go.bins");
    }

    private static final String CROSS = """
            pairs = linux:amd64 linux:arm:5 windows:arm64 netbsd:amd64
            all:
            	@set -e; $(foreach n, $(pairs), \\
            		os=$(shell echo "$(n)" | cut -d : -f 1); \\
            		arch=$(shell echo "$(n)" | cut -d : -f 2); \\
            		level=$(shell echo "$(n)" | cut -d : -f 3); \\
            		set=''; \\
            		if [ "$${arch}" = "arm" ] && ([ "$${level}" != "" ] || [ "$${os}" = "none" ]); then set=GOARM=$${level}; fi; \\
            		env CGO_ENABLED=0 GOOS=$${os} GOARCH=$${arch} $${set} go build -o ./out/kelp_$${os}_$${arch} ./cmd/kelp; \\
            		env CGO_ENABLED=0 GOOS=$${os} GOARCH=$${arch} $${set} go build -o ./out/kelpd_$${os}_$${arch} ./cmd/kelpd; \\
            	)
            	@mv ./out/kelp_windows_arm64 ./out/kelp_windows_arm64.exe
            	@mv ./out/kelpd_windows_arm64 ./out/kelpd_windows_arm64.exe
            """;

    private static final String PACK = """
            #!/bin/sh
            make
            version=`./out/kelp --version`
            mkdir -p ./out/files
            cd ./out
            for os in linux windows netbsd; do
                for arch in amd64 arm arm64 riscv64; do
                    ending=""
                    if [ "x${os}" = x"windows" ]; then
                        ending=.exe
                    fi
                    if [ ! -f "./kelp_${os}_${arch}${ending}" ]; then
                        continue
                    fi
                    to=kelp_${version}_${os}_${arch}
                    mkdir ./files/${to}
                    mv ./kelp_${os}_${arch}${ending} ./files/${to}/kelp${ending}
                    mv ./kelpd_${os}_${arch}${ending} ./files/${to}/kelpd${ending}
                    cp ../conf/kelp.toml ./files/${to}
                    cd ./files
                    if [ "x${os}" = x"windows" ]; then
                        zip -rq ${to}.zip ${to}
                    else
                        tar -zcf ${to}.tar.gz ${to}
                    fi
                    cd ..
                    rm -rf ./files/${to}
                done
            done
            """;

    @Test
    void aLoopPacksOnlyThePlatformsThatWereBuiltAndGoReleaserUploadsThem() throws Exception {
        Proposal proposal = proposal(workflow(
                programs("cmd/kelp", "cmd/kelpd")
                        .file("Makefile", CROSS)
                        .file("pack.sh", PACK)
                        .file("conf/kelp.toml", "x = 1\n")
                        .file(".goreleaser.yml", """
                                builds: [{ skip: true }]
                                checksum: { name_template: sums.txt, extra_files: [{ glob: ./out/files/* }] }
                                release: { extra_files: [{ glob: ./out/files/* }] }
                                """),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v4
                    - run: ./pack.sh
                    - uses: goreleaser/goreleaser-action@v6
                      with: { args: release --clean }
                """));
        assertThat(names(proposal))
                .containsExactlyInAnyOrder(
                        "kelp_9.9.9_linux_amd64.tar.gz",
                        "kelp_9.9.9_linux_arm.tar.gz",
                        "kelp_9.9.9_windows_arm64.zip",
                        "sums.txt");
        assertThat(proposal.config())
                .contains("bins: [kelp, kelpd]", "env: { GOARM: 5 }", "layout: dir", "include: [conf/kelp.toml]");
        assertThat(lost(proposal))
                .contains("release.files kelp_{version}_netbsd_amd64.tar.gz no longer released")
                .doesNotContain("riscv64", "not in the repository;");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("may upload more files");
    }

    private static final String PAIR = """
            build:
              runs-on: ubuntu-latest
              strategy:
                matrix:
                  include:
                    - { name: linux-amd64, os: linux, arch: amd64 }
                    - { name: linux-arm64, os: linux, arch: arm64 }
              steps:
                - run: go build -o out/${{ matrix.name }}/ ./cmd/kelp/...
                  env: { GOOS: '${{ matrix.os }}', GOARCH: '${{ matrix.arch }}' }
                - run: go build -o out/${{ matrix.name }}/ ./cmd/kelp-site/...
                - run: tar czf ../../kelp-${{ matrix.name }}.tar.gz kelp kelp-site
                  working-directory: out/${{ matrix.name }}
                - uses: softprops/action-gh-release@v2
                  with: { files: 'kelp-${{ matrix.name }}.tar.gz' }
            """;

    @Test
    void anArchiveIsForThePlatformThatOneOfItsProgramsIsBuiltForByName() throws Exception {
        Proposal proposal = proposal(workflow(programs("cmd/kelp", "cmd/kelp-site"), PAIR));
        assertThat(names(proposal)).containsExactly("kelp-linux-amd64.tar.gz", "kelp-linux-arm64.tar.gz");
        assertThat(proposal.config()).contains("bins: [kelp, kelp-site]");
    }

    @Test
    void aConfigOfGoReleaserThatNothingStartsIsOnlyMentioned() throws Exception {
        SampleRepository repository = workflow(programs("cmd/kelp", "cmd/kelp-site"), PAIR)
                .file(".goreleaser.yml", "builds: [{ main: ./cmd/kelp }]\nchecksum: { name_template: old.txt }\n");
        Proposal proposal = proposal(repository);
        assertThat(names(proposal)).containsExactly("kelp-linux-amd64.tar.gz", "kelp-linux-arm64.tar.gz");
        assertThat(lost(proposal))
                .contains("goreleaser .goreleaser.yml nothing that was read starts GoReleaser")
                .doesNotContain("old.txt", "release.files");
        assertThat(names(proposal(repository.file("Makefile", "release:\n\tgoreleaser release\n"))))
                .contains("old.txt");
    }

    @Test
    void aFileWhoseNameOnlyARunKnowsIsNotEveryFileThatIsDeleted() throws Exception {
        Proposal proposal = proposal(workflow(programs("cmd/kelp"), """
                build:
                  runs-on: macos-latest
                  steps:
                    - run: |
                        GOOS=darwin GOARCH=arm64 go build -o out/kelp-darwin-arm64 ./cmd/kelp
                        for program in $(jq -r '.programs[]' list.json); do
                          rm -f "out/$program"
                          unzip -o "$program.zip"
                          mv "$program" out/
                        done
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'out/kelp-*' }
                """));
        assertThat(names(proposal)).containsExactly("kelp-darwin-arm64");
    }

    @Test
    void aToolOfAnotherModuleSaysNothingAboutTheFlagsOfThePrograms() throws Exception {
        Proposal proposal = proposal(workflow(module().file("Makefile", """
                out/tidy:
                	go build -o $@ example.com/tools/cmd/tidy
                lint: out/tidy
                	out/tidy .
                build: lint
                	GOOS=linux GOARCH=amd64 go build -ldflags "-w" -o out/kelp-linux-amd64 github.com/me/kelp
                	GOOS=linux GOARCH=arm64 go build -ldflags "-w" -o out/kelp-linux-arm64 .
                """), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: make build
                    - run: gh release create "$GITHUB_REF_NAME" out/kelp-linux-*
                      env: { GH_TOKEN: "${{ github.token }}" }
                """));
        assertThat(proposal.config()).contains("ldflags: \"-w\"");
        assertThat(lost(proposal)).doesNotContain("go.ldflags");
        assertThat(names(proposal)).contains("kelp-linux-amd64", "kelp-linux-arm64");
    }

    @Test
    void whatWritesSourcesBeforeABuildIsSaid() throws Exception {
        Proposal proposal = proposal(workflow(module().file("Makefile", """
                sources:
                	go generate ./...
                	swag init --dir api
                	templ fmt .
                build: sources
                	GOOS=linux GOARCH=amd64 go build -o out/kelp-linux-amd64
                """), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: make build
                    - run: gh release create "$GITHUB_REF_NAME" out/kelp-linux-amd64
                      env: { GH_TOKEN: "${{ github.token }}" }
                """));
        assertThat(lost(proposal))
                .contains("it also runs 'go generate' and runs 'swag init'; if the programs contain the result")
                .doesNotContain("templ");
    }
}
