package dev.slipway.detect.goreleaser;

import static dev.slipway.detect.goreleaser.GoReleaserTest.key;
import static dev.slipway.detect.goreleaser.GoReleaserTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How programs are built, as a GoReleaser config says it. */
class BuildKeysTest {
    private static List<String> said(GoReleaser read) {
        return read.left().stream()
                .map(left -> left.key() + " " + left.value() + ": " + left.why())
                .toList();
    }

    @Test
    void variablesOfTheCompilerReachBuildsFromTheTopToo() {
        GoReleaser read = read("""
                version: 2
                env:
                  - GOFLAGS=-mod=vendor
                  - GO111MODULE=on
                  - GOEXPERIMENT=jsonv2
                  - DOCKER_CLI_EXPERIMENTAL=enabled
                  - GOAUTH={{ .Env.SECRET }}
                builds: [{ goos: [linux], goarch: [amd64], env: [GOEXPERIMENT=simd, KELP=1] }]
                """);
        assertThat(key(read, "linux.env.GOFLAGS")).isEqualTo("-mod=vendor");
        assertThat(key(read, "linux.env.GOEXPERIMENT")).isEqualTo("simd");
        assertThat(key(read, "linux.env.KELP")).isEqualTo("1");
        assertThat(key(read, "linux.env.GO111MODULE")).isEmpty();
        assertThat(said(read))
                .contains(
                        "env DOCKER_CLI_EXPERIMENTAL=enabled: builds get the variables of their compiler only",
                        "env GOAUTH={{ .Env.SECRET }}: its value is known only during a run");
    }

    @Test
    void aFlagAndItsValueAreOneWord() {
        GoReleaser read = read("""
                version: 2
                builds: [{ flags: [-trimpath, -mod, vendor, -tags, a b, "-p 4", -a], goos: [linux], goarch: [amd64] }]
                """);
        assertThat(key(read, "go.flags")).isEqualTo("-trimpath, -mod=vendor, -p=4, -a");
        assertThat(said(read)).noneMatch(said -> said.contains("flags"));
    }

    @Test
    void flagsKnowTheVariablesOfTheirOwnBuild() {
        GoReleaser read = read("""
                version: 2
                env: [BASE=github.com/acme/kelp]
                builds:
                  - goos: [linux]
                    goarch: [amd64]
                    env: ["INFO={{ .Env.BASE }}/info", KELP=1]
                    ldflags: ["-X {{ .Env.INFO }}.Version={{ .Version }}"]
                  - id: other
                    goos: [linux]
                    goarch: [arm64]
                    env: [INFO=github.com/acme/kelp/info, KELP=1]
                    ldflags: ["-X {{ .Env.INFO }}.Version={{ .Version }}"]
                """);
        assertThat(key(read, "go.ldflags")).isEqualTo("-X github.com/acme/kelp/info.Version={version}");
        assertThat(key(read, "linux.env.INFO")).isEmpty();
        assertThat(key(read, "linux.env.KELP")).isEqualTo("1");
        assertThat(said(read)).noneMatch(said -> said.contains("ldflags"));
    }

    private static final String TWO_MODULES = """
            version: 2
            builds:
              - { id: kelp, main: ./cmd/kelp, binary: kelp, goos: [linux] }
              - { id: alga, dir: cmd/alga, main: ., binary: alga, goos: [linux] }
            """;

    @Test
    void aProgramOfAnotherModuleIsNotBuiltAtTheRoot() {
        GoReleaser read = read(TWO_MODULES, Map.of("go.mod", "", "cmd/alga/go.mod", ""));
        assertThat(key(read, "go.bins")).isEmpty();
        assertThat(key(read, "go.package")).isEqualTo("./cmd/kelp");
        assertThat(said(read))
                .contains(
                        "builds[1].binary alga: not built: 'cmd/alga/go.mod' is another module, which a build at the root does not reach; list both in a 'go.work'");
    }

    @Test
    void aWorkspaceReachesItsModules() {
        GoReleaser read = read(
                TWO_MODULES,
                Map.of("go.mod", "", "cmd/alga/go.mod", "", "go.work", "go 1.25\n\nuse (\n\t.\n\t./cmd/alga\n)\n"));
        assertThat(key(read, "go.bins")).isEqualTo("kelp, alga");
    }

    @Test
    void aVariableReachesTheSystemsWhoseBuildsSetIt() {
        GoReleaser read = read("""
                version: 2
                builds:
                  - { id: mac, goos: [darwin], goarch: [arm64], env: [MACOSX_DEPLOYMENT_TARGET=11.0] }
                  - { id: rest, goos: [linux], goarch: [arm64] }
                """);
        assertThat(key(read, "macos.env.MACOSX_DEPLOYMENT_TARGET")).isEqualTo("11.0");
        assertThat(key(read, "linux.env.MACOSX_DEPLOYMENT_TARGET")).isEmpty();
    }

    @Test
    void aBuildThatOnlyPackagesHoldIsReplacedInThem() {
        assertThat(said(read("""
                version: 2
                builds:
                  - { id: kelp, goos: [linux] }
                  - { id: quiet, goos: [linux], tags: [quiet] }
                  - { id: snap, goos: [linux], tags: [snap] }
                archives: [{ ids: [kelp] }]
                nfpms: [{ ids: [quiet], formats: [deb], maintainer: K <k@e.org> }]
                """)))
                .contains(
                        "builds[1] quiet: not built, because no archive contains it; the packages of 'nfpms[0]', which"
                                + " contain it today, get the program of the archives",
                        "builds[2] snap: not built, because no archive contains it");
    }

    @Test
    void flagsThatEachLineBeginsWithAreWrittenOnce() {
        assertThat(key(read("""
                builds: [{ ldflags: ["-s -w -X main.a={{ .Version }}", "-s -w -X main.b={{ .Tag }}", "-X main.a=s -s"] }]
                """), "go.ldflags")).isEqualTo("-s -w -X main.a={version} -X main.b={tag} -X main.a=s");
    }

    @Test
    void partsOfAVersionInFlagsAreSaidByName() {
        GoReleaser read = read("""
                builds:
                  - ldflags:
                      - -X main.major={{ .Major }} -X main.commit={{ .ShortCommit }} -X main.date={{ .CommitDate }}
                      - -X main.stamp={{ .CommitTimestamp }} -X main.kind={{ if .IsSnapshot }}beta{{ else }}full{{ end }}
                      - -X main.v={{ .Major }}.{{ .Minor }}.{{ .Patch }} -X main.who={{ .Env.WHO }}
                """);
        assertThat(key(read, "go.ldflags"))
                .isEqualTo("-X main.commit={commit} -X main.date={date} -X main.kind=full -X main.v={version}");
        assertThat(said(read).stream().filter(line -> line.startsWith("builds[0].ldflags")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("main.major={major}", "no other part of the version"),
                        line -> assertThat(line).contains("main.commit={short-commit}", "the full commit hash"),
                        line -> assertThat(line).contains("main.stamp={?}", "'.CommitTimestamp' is known only"),
                        line -> assertThat(line).contains("main.who={?}", "'WHO' is unknown"));
    }

    @Test
    void allPackagesBelowAFolderAreProgramsOfTheirNames() {
        GoReleaser read = read("builds: [{ main: ./cmd/... }]\n");
        assertThat(key(read, "go.bins")).isEqualTo("alga, kelp");
        assertThat(key(read, "go.package")).isEqualTo("./cmd/{bin}");
        assertThat(said(read("builds: [{ main: ./tool/... }]\n")))
                .contains("builds[0].main ./tool/...: no folder directly below it has a 'main.go'");
    }

    @Test
    void aVariableThatATemplateSetsOnOneSystemReachesNoOther() {
        GoReleaser read = read("""
                version: 2
                builds:
                  - goos: [linux, darwin, windows]
                    goarch: [amd64, arm64]
                    env:
                      - '{{ if eq .Os "darwin" }}MACOSX_DEPLOYMENT_TARGET=12.0{{ end }}'
                      - '{{- if ne .Os "linux" -}} KELP_UI=native {{- else -}} KELP_UI=plain {{- end -}}'
                      - '{{ if eq .Arch "arm64" }}KELP_SMALL=1{{ end }}'
                """);
        assertThat(key(read, "macos.env.MACOSX_DEPLOYMENT_TARGET")).isEqualTo("12.0");
        assertThat(key(read, "linux.env.MACOSX_DEPLOYMENT_TARGET")).isEmpty();
        assertThat(key(read, "windows.env.KELP_UI")).isEqualTo("native");
        assertThat(key(read, "linux.env.KELP_UI")).isEqualTo("plain");
        assertThat(key(read, "linux.env.KELP_SMALL")).isEmpty();
        assertThat(said(read))
                .contains(
                        "builds[0].env KELP_SMALL: not the same for all targets of linux; 'env' of a target sets it there");
    }

    @Test
    void variablesReachAUniversalProgramToo() {
        GoReleaser read = read("""
                version: 2
                builds:
                  - builder: rust
                    targets: [x86_64-apple-darwin, aarch64-apple-darwin, x86_64-unknown-linux-gnu]
                    env: [KELP=1]
                universal_binaries: [{ replace: true }]
                """);
        assertThat(key(read, "macos.env.KELP")).isEqualTo("1");
        assertThat(key(read, "linux.env.KELP")).isEqualTo("1");
    }

    @Test
    void aCompilerThatIsNotGoIsSaidAndAModeIsKept() {
        GoReleaser read = read("""
                version: 2
                builds: [{ tool: garble, buildmode: pie, goos: [linux], goarch: [amd64] }]
                """);
        assertThat(said(read)).contains("builds[0].tool garble: programs are built with 'go'");
        assertThat(key(read, "go.flags")).isEqualTo("-buildmode=pie");
        assertThat(said(read("builds: [{ gobinary: go, goos: [linux], goarch: [amd64] }]")))
                .noneMatch(said -> said.contains("gobinary"));
    }

    @Test
    void aHomePageElsewhereIsSaid() {
        GoReleaser read = read("""
                version: 2
                nfpms: [{ formats: [deb], homepage: "https://kelp.example.org" }]
                brews: [{ repository: { owner: acme, name: tap }, homepage: "https://github.com/Acme/kelp/" }]
                """);
        assertThat(said(read))
                .contains("nfpms[0].homepage https://kelp.example.org: packages link to the repository")
                .noneMatch(said -> said.startsWith("brews[0].homepage"));
    }

    @Test
    void flagsOfABuildWithCDoNotReachBuildsWithoutIt() {
        GoReleaser read = read("""
                version: 2
                builds:
                  - goos: [linux]
                    goarch: [amd64]
                    env: [CGO_ENABLED=1]
                    tags: [sqlite]
                    flags: [-trimpath, -buildvcs=false]
                    ldflags: [-s -w -linkmode=external -extldflags=-static]
                  - goos: [darwin]
                    goarch: [arm64]
                    env: [CGO_ENABLED=0, GOEXPERIMENT=jsonv2]
                    tags: [purego]
                    ldflags: [-s -w -buildid=]
                """);
        assertThat(key(read, "go.cgo")).isEqualTo("false");
        assertThat(key(read, "go.tags")).isEqualTo("purego");
        assertThat(key(read, "go.flags")).isEmpty();
        assertThat(key(read, "go.ldflags")).isEqualTo("-s -w -buildid=");
        assertThat(key(read, "macos.env.GOEXPERIMENT")).isEqualTo("jsonv2");
        assertThat(said(read))
                .contains(
                        "builds[0].ldflags 1 item: all programs are built like builds[1]",
                        "builds[0].tags 1 item: all programs are built like builds[1]",
                        "builds[0].flags 2 items: all programs are built like builds[1]");
    }

    @Test
    void anImageOfKoThatIsBuiltInAnotherWaySaysSo() {
        GoReleaser read = read("""
                version: 2
                builds: [{ id: kelp, main: ./cmd/kelp, goos: [linux], goarch: [amd64], ldflags: [-s] }]
                kos:
                  - build: kelp
                    main: cmd/kelp/main.go
                    bare: true
                    repositories: [ghcr.io/acme/kelp]
                    tags: ["{{ .Version }}"]
                    env: [CGO_ENABLED=0, KELP=1]
                    ldflags: [-s, -X main.image=ko]
                """);
        assertThat(said(read).stream().filter(said -> said.startsWith("kos")))
                .containsExactly(
                        "kos[0].ldflags -X main.image=ko: the image contains the program of the archives",
                        "kos[0].env KELP=1: the image contains the program of the archives");
    }

    @Test
    void aListOfChecksumsOfSomeFilesBecomesOneOfAll() {
        String config = """
                version: 2
                builds: [{ goos: [linux], goarch: [amd64] }]
                archives: [{ id: kelp }, { id: bare, formats: [binary] }]
                checksum: { ids: [%s] }
                """;
        String all = "checksum.ids kelp: the list has the checksums of all files";
        assertThat(said(read(config.formatted("kelp")))).contains(all);
        assertThat(said(read(config.formatted("kelp, bare")))).noneMatch(said -> said.startsWith("checksum"));
    }
}
