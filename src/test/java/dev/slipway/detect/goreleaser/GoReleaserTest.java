package dev.slipway.detect.goreleaser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.detect.goreleaser.GoReleaser.Platform;
import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.detect.tool.Left;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read off a GoReleaser config. */
class GoReleaserTest {
    private static final Set<String> FILES = Set.of(
            "LICENSE", "README.md", "CHANGELOG.md", "docs/kelp.1", "kelp.pub", "cmd/kelp/main.go", "cmd/alga/main.go");

    static GoReleaser read(String config) {
        return read(config, Map.of());
    }

    /** Reads a config in a repository that has further files, with their texts. */
    static GoReleaser read(String config, Map<String, String> more) {
        Surroundings.Tree tree = new Surroundings.Tree() {
            @Override
            public boolean has(String path) {
                return FILES.contains(path) || more.containsKey(path);
            }

            @Override
            public boolean hasFolder(String path) {
                return FILES.stream().anyMatch(file -> file.startsWith(path + "/"));
            }

            @Override
            public Optional<SourceText> read(String path) {
                return Optional.ofNullable(more.get(path)).map(text -> new SourceText(path, text));
            }

            @Override
            public List<String> list(String folder) {
                String start = folder.equals(".") ? "" : folder + "/";
                return FILES.stream()
                        .filter(path -> path.startsWith(start))
                        .map(path -> path.substring(start.length()).replaceFirst("/.*", ""))
                        .distinct()
                        .sorted()
                        .toList();
            }
        };
        return GoReleaser.read(
                new SourceText(".goreleaser.yml", config),
                new Surroundings(
                        Optional.of("acme/kelp"), Optional.of("github.com/acme/kelp/v2"), Optional.empty(), tree));
    }

    static List<String> names(GoReleaser read) {
        return read.assets().stream().map(Said::value).toList();
    }

    static String key(GoReleaser read, String path) {
        return read.keys().stream()
                .filter(key -> key.path().equals(path))
                .map(key -> String.join(", ", key.values()))
                .findFirst()
                .orElse("");
    }

    static List<String> left(GoReleaser read) {
        return read.left().stream()
                .map(left -> left.key() + " " + left.from().replaceFirst(" .*", ""))
                .toList();
    }

    @Test
    void aConfigThatSaysNothingHasTheDefaultsOfTheTool() {
        GoReleaser read = read("version: 2\n");
        assertThat(names(read))
                .containsExactly(
                        "kelp_{version}_linux_amd64.tar.gz",
                        "kelp_{version}_linux_arm64.tar.gz",
                        "kelp_{version}_linux_386.tar.gz",
                        "kelp_{version}_darwin_amd64.tar.gz",
                        "kelp_{version}_darwin_arm64.tar.gz",
                        "kelp_{version}_windows_amd64.tar.gz",
                        "kelp_{version}_windows_arm64.tar.gz",
                        "kelp_{version}_windows_386.tar.gz",
                        "kelp_{version}_checksums.txt");
        assertThat(key(read, "go.ldflags"))
                .isEqualTo("-s -w -X main.version={version} -X main.commit={commit} -X main.date={date} -X "
                        + "main.builtBy=goreleaser");
        assertThat(key(read, "archive.include")).isEqualTo("LICENSE*, README*, CHANGELOG*");
        assertThat(read.sums().value()).isEqualTo("combined");
    }

    @Test
    void targetsAreTheProductOfListsWithoutWhatIsIgnored() {
        GoReleaser read = read("""
                builds:
                  - goos: [linux, windows, plan9]
                    goarch: [amd64, arm, mips64]
                    goarm: [6, "7"]
                    goamd64: [v1, v3]
                    ignore:
                      - { goos: windows, goarch: arm }
                      - { goarm: 6, goos: plan9 }
                      - { goamd64: v3, goos: windows }
                """);
        assertThat(names(read))
                .containsExactly(
                        "kelp_{version}_linux_amd64.tar.gz",
                        "kelp_{version}_linux_amd64v3.tar.gz",
                        "kelp_{version}_linux_armv6.tar.gz",
                        "kelp_{version}_linux_armv7.tar.gz",
                        "kelp_{version}_linux_mips64_hardfloat.tar.gz",
                        "kelp_{version}_windows_amd64.tar.gz",
                        "kelp_{version}_plan9_amd64.tar.gz",
                        "kelp_{version}_plan9_amd64v3.tar.gz",
                        "kelp_{version}_plan9_armv7.tar.gz",
                        "kelp_{version}_checksums.txt");
        assertThat(read.platforms().stream().map(platform -> platform.triple() + platform.env()))
                .containsExactly(
                        "x86_64-unknown-linux-gnu{}",
                        "x86_64-unknown-linux-gnu{GOAMD64=v3}",
                        "armv7-unknown-linux-gnueabihf{GOARM=6}",
                        "armv7-unknown-linux-gnueabihf{}",
                        "x86_64-pc-windows-msvc{}");
        assertThat(read.left())
                .contains(new Left(
                        "targets",
                        "plan9/arm/7",
                        "Slipway does not build for this platform",
                        ".goreleaser.yml:2 builds[0]"));
    }

    @Test
    void programsOfRustHaveTriplesAndAreLinkedByZig() {
        GoReleaser read = read("""
                builds:
                  - builder: rust
                    targets: [x86_64-unknown-linux-gnu.2.17, aarch64-apple-darwin]
                    flags: [--release, --package=kelp-cli, --features, "tls,http"]
                archives:
                  - name_template: "{{ .ProjectName }}-{{ .Os }}-{{ .Arch }}-{{ .Abi }}"
                    formats: [tar.xz, zip]
                """);
        Platform linux = read.platforms().get(0);
        assertThat(linux.triple()).isEqualTo("x86_64-unknown-linux-gnu");
        assertThat(linux.glibc()).contains("2.17");
        assertThat(linux.method()).contains("zig");
        assertThat(linux.stem() + linux.ending()).isEqualTo("kelp-linux-amd64-gnu.tar.xz");
        assertThat(key(read, "rust.package")).isEqualTo("kelp-cli");
        assertThat(key(read, "rust.features")).isEqualTo("tls, http");
        assertThat(names(read)).contains("kelp-darwin-arm64-.zip");
    }

    @Test
    void wordsOfVersionOneAreReadAndMergeKeysAreMerged() {
        GoReleaser read = read("""
                builds:
                  - <<: &all
                      binary: bin/kelp
                      main: ./cmd/kelp/main.go
                      env: [CGO_ENABLED=0]
                    id: unix
                    goos: [linux]
                    goarch: [386]
                  - <<: *all
                    id: windows
                    goos: [windows]
                    goarch: [amd64]
                archives:
                  - builds: [unix]
                    replacements: { linux: Tux, 386: i386 }
                    wrap_in_directory: true
                  - id: zips
                    builds: [windows]
                    format: zip
                """);
        assertThat(names(read))
                .containsExactly(
                        "kelp_{version}_Tux_i386.tar.gz",
                        "kelp_{version}_windows_amd64.zip",
                        "kelp_{version}_checksums.txt");
        assertThat(read.platforms()).extracting(Platform::layout).containsExactly("dir", "flat");
        assertThat(key(read, "go.package")).isEqualTo("./cmd/kelp");
        assertThat(key(read, "go.cgo")).isEqualTo("false");
    }

    @Test
    void linkingIsCitedFromABuildThatSaysIt() {
        GoReleaser read = read("""
                builds:
                  - { id: one, goos: [linux], env: [CGO_ENABLED=1] }
                  - id: two
                    goos: [darwin]
                    env: [CGO_ENABLED=0]
                """);
        assertThat(read.keys())
                .filteredOn(key -> key.path().equals("go.cgo"))
                .singleElement()
                .satisfies(key -> assertThat(key.from()).contains(":5 "));
    }

    @Test
    void flagsThatOnlyARunKnowsAreLeftAlone() {
        GoReleaser read = read("""
                builds:
                  - ldflags:
                      - -s -w -X main.v={{ .Version }} -X main.secret={{ .Env.SECRET }}
                      - -extldflags "-static"
                      - "{{ if .IsNightly }}-X main.channel=nightly{{ end }}"
                      - -X main.note='two words' -X main.sha={{ .ShortCommit }}
                    flags: [-trimpath, -mod=vendor, -tags, "netgo osusergo"]
                    env: [CGO_ENABLED=1, CC=musl-gcc, GOFLAGS=-buildvcs=false, "KEY={{ .Env.KEY }}"]
                """);
        assertThat(key(read, "go.ldflags"))
                .isEqualTo("-s -w -X main.v={version} -extldflags -static -X main.sha={commit}");
        assertThat(key(read, "go.flags")).isEqualTo("-trimpath, -mod=vendor");
        assertThat(key(read, "go.tags")).isEqualTo("netgo, osusergo");
        assertThat(key(read, "go.cgo")).isEqualTo("true");
        assertThat(key(read, "linux.env.GOFLAGS")).isEqualTo("-buildvcs=false");
        assertThat(read.left().stream().map(left -> left.key() + ": " + left.value() + ": " + left.why()))
                .contains(
                        "builds[0].ldflags: main.secret={?}: the environment variable 'SECRET' is unknown",
                        "builds[0].ldflags: main.note='two words': a flag with spaces, quotes or other special characters",
                        "builds[0].ldflags: main.sha={short-commit}: uses the full commit hash",
                        "builds[0].env: CC=musl-gcc: each target is built with its runner's compiler and linked with glibc",
                        "builds[0].env: KEY={{ .Env.KEY }}: its value is known only during a run");
    }

    @Test
    void filesOfArchivesKeepTheirFolders() {
        GoReleaser read = read("""
                archives:
                  - files:
                      - LICENSE
                      - docs/**/*
                      - { src: docs/kelp.1, dst: man/man1/kelp.1 }
                      - src: docs/*.1
                        dst: manuals
                        strip_parent: true
                      - completions/*
                      - none*
                """);
        assertThat(key(read, "archive.include"))
                .isEqualTo("LICENSE, docs, docs/kelp.1 => man/man1/, docs/*.1 => manuals/");
        assertThat(left(read)).contains("archives[0].files[4].src .goreleaser.yml:9");
    }

    @Test
    void signaturesThatNameAnIdAreAlsoOfTheChecksumsAndTheSources() {
        GoReleaser read = read("""
                builds: [{ id: kelp, goos: [linux], goarch: [amd64] }]
                archives: [{ id: packed }, { id: raw, formats: [binary], name_template: "raw-{{ .Os }}" }]
                source: { enabled: true }
                checksum: { name_template: sums.txt }
                signs: [{ ids: [packed], artifacts: all }]
                """);
        assertThat(names(read))
                .contains("kelp_{version}_linux_amd64.tar.gz.sig", "sums.txt.sig", "kelp-{version}.tar.gz.sig")
                .doesNotContain("raw-linux.sig");
    }

    @Test
    void aKeyWithoutAValueLosesNothing() {
        GoReleaser read = read("""
                builds: [{ goos: [linux], goarch: [amd64] }]
                archives:
                blobs: []
                announce: ~
                snapshot: { name_template: next }
                """);
        assertThat(left(read)).containsExactly("changelog.use .goreleaser.yml", "snapshot .goreleaser.yml:5");
    }

    @Test
    void anImageThatIsSignedWithoutAKeyGetsTheIdentityOfTheNewWorkflow() {
        String sign = "docker_signs: [{ artifacts: all, args: [sign, %s '${artifact}'] }]\n";
        assertThat(read(sign.formatted("--yes,")).left())
                .anyMatch(left -> left.why().startsWith("signed with the identity of the new workflow"));
        assertThat(read(sign.formatted("--key=env://KEY,")).left())
                .anyMatch(left -> left.why().endsWith("not with a key"));
    }

    @Test
    void whatARepositoryHasBesideArchivesIsSaidByName() {
        GoReleaser read = read("""
                builds: [{ goos: [linux], goarch: [amd64] }]
                archives: [{ id: raw, format: binary, name_template: "{{ .Binary }}-{{ .Os }}" }, { id: packed }]
                source: { enabled: true }
                sboms: [{ artifacts: archive }]
                checksum: { name_template: checksums.txt, algorithm: sha512 }
                signs: [{ artifacts: checksum, certificate: "${artifact}.pem" }]
                nfpms:
                  - formats: [deb, apk]
                    file_name_template: "{{ .ConventionalFileName }}"
                    overrides: { apk: { file_name_template: "kelp-{{ .Arch }}" } }
                    license: MIT
                release:
                  extra_files: [{ glob: ./kelp.pub, name_template: key.pub }, { glob: "dist/*.txt" }]
                """);
        assertThat(names(read))
                .containsExactlyInAnyOrder(
                        "kelp-linux",
                        "kelp_{version}_linux_amd64.tar.gz",
                        "kelp-{version}.tar.gz",
                        "kelp_{version}_linux_amd64.tar.gz.sbom.json",
                        "kelp_{version}_amd64.deb",
                        "kelp-amd64.apk",
                        "key.pub",
                        "checksums.txt",
                        "checksums.txt.sig",
                        "checksums.txt.pem");
        assertThat(read.platforms()).extracting(Platform::stem).containsExactly("kelp_{version}_linux_amd64");
        assertThat(key(read, "release.files")).isEqualTo("kelp.pub => key.pub");
        assertThat(key(read, "hashes")).isEqualTo("sha256, sha512");
        assertThat(key(read, "packages.deb")).isEqualTo("true");
        assertThat(left(read))
                .contains("release.extra_files[1] .goreleaser.yml:13", "nfpms[0].formats .goreleaser.yml:8");
    }

    @Test
    void filesThatAPatternMatchesAreListed() {
        GoReleaser read = read("""
                version: 2
                release:
                  include_meta: true
                  extra_files: [{ glob: "./*.md" }, { glob: "docs/*.1", name_template: manual.1 }, { glob: "man/*" }]
                """);
        assertThat(key(read, "release.files")).isEqualTo("CHANGELOG.md, README.md, docs/kelp.1 => manual.1");
        assertThat(names(read)).contains("CHANGELOG.md", "README.md", "manual.1", "metadata.json");
        assertThat(read.left())
                .extracting(Left::key, Left::value, Left::why)
                .contains(
                        tuple(
                                "release.extra_files[0]",
                                "*.md",
                                "'release.files' lists what the repository has now; files that a command creates are not released"),
                        tuple(
                                "release.extra_files[2]",
                                "man/*",
                                "no file in the repository matches, and files that a command creates are not released"));
    }

    @Test
    void whatABuildLacksAndNowGetsIsListed() {
        GoReleaser read = read("""
                builds:
                  - { id: kelp, main: ./cmd/kelp, tags: [wet], flags: [-a], buildmode: pie, env: [GOEXPERIMENT=x], ldflags: [-s] }
                  - { id: reed, main: ./cmd/reed, binary: reed }
                  - { id: weed, main: ./cmd/weed, binary: weed, tags: [wet], flags: [-a], buildmode: exe, env: [GOEXPERIMENT=x], ldflags: [-s] }
                """);
        assertThat(read.left())
                .filteredOn(one -> one.key().matches("builds\\[[12]].*"))
                .extracting(Left::key, Left::value, Left::why)
                .contains(
                        tuple("builds[1].tags", "wet", "not set here today, but all programs are built like builds[0]"),
                        tuple("builds[1].flags", "-a", "not set here today, but all programs are built like builds[0]"),
                        tuple(
                                "builds[1].ldflags",
                                "-s",
                                "not set here today, but all programs are built like builds[0]"),
                        tuple(
                                "builds[1].buildmode",
                                "pie",
                                "not set here today, but all programs are built like builds[0]"),
                        tuple(
                                "builds[1].env",
                                "GOEXPERIMENT",
                                "not set here today, but all programs are built like builds[0]"),
                        tuple("builds[2].buildmode", "exe", "all programs are built like builds[0]"))
                .noneMatch(one -> one.toList().get(0).toString().matches("builds\\[2].(?:tags|flags|ldflags|env)"));
    }

    @Test
    void everyKeyThatNobodyReadsIsSaidWithItsLine() {
        GoReleaser read = read("""
                announce: { slack: { enabled: true } }
                release:
                  draft: true
                  mode: append
                nfpms:
                  - formats: [deb]
                    deb: { lintian_overrides: [x] }
                builds: 7
                """);
        assertThat(left(read))
                .contains(
                        "announce .goreleaser.yml:1",
                        "release.mode .goreleaser.yml:4",
                        "nfpms[0].deb .goreleaser.yml:7",
                        "builds .goreleaser.yml:8")
                .noneMatch(text -> text.startsWith("release.draft"));
    }

    @Test
    void aDocumentOfAnotherShapeIsNoConfig() {
        assertThat(read("- 1\n- 2\n").left()).isNotNull();
        assertThat(read("archives: [1, [2], { name_template: [3] }]\nbuilds: text\n")
                        .platforms())
                .isNotEmpty();
    }

    @Test
    void aKindOfPackageMayHaveItsOwnWordsForProcessors() {
        GoReleaser read = read("""
                builds: [{ goos: [linux], goarch: [amd64, arm64] }]
                nfpms:
                  - formats: [deb, rpm]
                    file_name_template: "kelp-{{ .Os }}-{{ .Arch }}"
                    replacements: { linux: Tux, arm64: armv8 }
                    overrides: { rpm: { replacements: { amd64: x86_64 } } }
                """);
        assertThat(names(read))
                .contains("kelp-Tux-amd64.deb", "kelp-Tux-armv8.deb", "kelp-Tux-x86_64.rpm", "kelp-Tux-armv8.rpm");
        assertThat(left(read)).noneMatch(left -> left.contains("replacements"));
    }

    @Test
    void aShortDescriptionTakesThePlaceOfOneThatIsTooLong() {
        GoReleaser read = read("""
                nfpms: [{ formats: [rpm], description: "%s" }]
                winget: [{ publisher: Acme, short_description: Dries kelp, repository: { owner: acme, name: winget } }]
                """.formatted("long ".repeat(41)));
        assertThat(key(read, "description")).isEqualTo("Dries kelp");
        assertThat(left(read)).contains("nfpms[0].description .goreleaser.yml:1");
    }
}
