package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Rejected;
import dev.slipway.source.SourceText;
import dev.slipway.toolchain.jvm.JavaBundle;
import dev.slipway.toolchain.maven.Maven;
import dev.slipway.toolchain.rust.Rust;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {
    private static final String BASE = "repository: otto-rs/otto\nrust: {}\n";

    @Test
    void readsOttosConfig() {
        Reading reading = Configs.read(Configs.OTTO);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.orReject())
                .isEqualTo(new Config(
                        Optional.of("otto"),
                        "otto-rs/otto",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        new SourcesConfig(Optional.empty(), Optional.empty()),
                        new Rust(
                                "1.94.0",
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                true,
                                false,
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of()),
                        Stream.of("linux-amd64", "linux-arm64", "macos-x86_64", "macos-arm64")
                                .map(TargetConfig::word)
                                .toList(),
                        Map.of(
                                "linux",
                                Configs.settings("", "debian:bookworm", List.of("pkg-config", "libssl-dev")),
                                "macos",
                                Configs.settings("macos-14", "", List.of()),
                                "windows",
                                BuildSettings.NONE,
                                "freebsd",
                                BuildSettings.NONE),
                        new ArchiveConfig(Optional.empty(), Map.of(), Map.of(), Optional.empty(), Map.of()),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(
                                docker(List.of(), Optional.of("debian:bookworm-slim"), Optional.empty(), List.of())),
                        new ReleaseConfig(
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        new ProofConfig(Optional.empty(), Optional.empty(), Optional.empty()),
                        new PackagesConfig(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        Optional.of(Configs.ci(List.of("main"), List.of("ubuntu-latest", "macos-14"))),
                        new DocsConfig(Optional.empty(), Optional.empty()),
                        Map.of(),
                        Optional.empty(),
                        Map.of(),
                        List.of()));
    }

    @Test
    void readsTheSameWhateverEndsTheLinesAndWithAByteOrderMark() {
        byte[] bytes = ("\uFEFF" + Configs.OTTO.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        String text = SourceText.decode("slipway.yml", bytes).text();
        assertThat(Configs.read(text)).isEqualTo(Configs.read(Configs.OTTO));
    }

    @Test
    void readsEveryOtherKey() {
        Config config = Configs.read("""
                        repository: otto-rs/otto
                        description: Otto's task runner
                        license: MIT OR Apache-2.0
                        tag: [v*, 'cli-v[0-9]+.*']
                        maven: { java: 21 }
                        linux: { env: { RUSTFLAGS: -C debuginfo=0, CI: true, LEVEL: 010, EMPTY: '' } }
                        macos: { packages: openssl@3 }
                        archive: { name: '{name}-{tag}-{target}', include: [] }
                        checksums: none
                        docker: { image: ghcr.io/otto-rs/tool, user: root, platforms: linux/amd64 }
                        release: { draft: true }
                        ci: { os: macos-15 }
                        docs: { release: docs/docker-release-setup.md, intro: docs/about.md }
                        actions: { actions/checkout: v6.0.2 }
                        """).orReject();
        assertThat(config.description()).contains("Otto's task runner");
        assertThat(config.license()).contains("MIT OR Apache-2.0");
        assertThat(config.tags()).containsExactly("v*", "cli-v[0-9]+.*");
        assertThat(config.toolchain())
                .isEqualTo(new Maven(
                        new JavaBundle("21", List.of(), List.of()),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        false));
        assertThat(config.systems().get("linux").env())
                .containsExactly(
                        Map.entry("RUSTFLAGS", "-C debuginfo=0"),
                        Map.entry("CI", "true"),
                        Map.entry("LEVEL", "010"),
                        Map.entry("EMPTY", ""));
        assertThat(config.systems().get("macos").packages()).containsExactly("openssl@3");
        assertThat(config.archive())
                .isEqualTo(new ArchiveConfig(
                        Optional.of("{name}-{tag}-{target}"), Map.of(), Map.of(), Optional.of(List.of()), Map.of()));
        assertThat(config.checksums()).contains(Checksums.NONE);
        assertThat(config.docker())
                .contains(docker(
                        List.of("ghcr.io/otto-rs/tool"),
                        Optional.empty(),
                        Optional.of("root"),
                        List.of("linux/amd64")));
        assertThat(config.release().draft()).contains(ReleaseConfig.Draft.KEEP);
        assertThat(config.ci()).contains(Configs.ci(List.of(), List.of("macos-15")));
        assertThat(config.docs())
                .isEqualTo(new DocsConfig(Optional.of("docs/docker-release-setup.md"), Optional.of("docs/about.md")));
        assertThat(config.actions()).containsExactly(Map.entry("actions/checkout", new ActionPin("v6.0.2", "")));
    }

    @Test
    void readsHowAReleaseStartsAndWhatProvesIt() {
        Config config = Configs.read(BASE + """
                        release:
                          trigger: [tag, dispatch]
                          version-check: true
                          draft: until-complete
                          notes: git-cliff
                          title: "{name} {version}"
                          latest: newest
                          environment: release
                          files: [CHANGELOG.md, a/b => c]
                        attest: true
                        sbom: cyclonedx
                        sign: true
                        """).orReject();
        assertThat(config.release())
                .isEqualTo(new ReleaseConfig(
                        List.of(ReleaseConfig.Trigger.TAG, ReleaseConfig.Trigger.DISPATCH),
                        Optional.of(ReleaseConfig.Draft.UNTIL_COMPLETE),
                        Optional.of(ReleaseConfig.Notes.GIT_CLIFF),
                        Optional.of("{name} {version}"),
                        Optional.of("release"),
                        Optional.of(ReleaseConfig.Latest.NEWEST),
                        Optional.of(true),
                        List.of("CHANGELOG.md", "a/b => c")));
        assertThat(config.proof())
                .isEqualTo(
                        new ProofConfig(Optional.of(true), Optional.of(ProofConfig.Sbom.CYCLONEDX), Optional.of(true)));
    }

    @Test
    void takesTheOldWordsForDrafts() {
        assertThat(Configs.read(BASE + "release: { draft: false }\n")
                        .config()
                        .release()
                        .draft())
                .contains(ReleaseConfig.Draft.NEVER);
    }

    @Test
    void readsACommandInEachOfItsForms() {
        Config config = Configs.read(BASE + """
                        ci:
                          commands:
                            one: make smoke
                            several: [make a, make a]
                            whole: { run: make "$X", os: [ubuntu-latest, macos-15], permissions: { checks: write } }
                          setup: ./prepare
                        """).orReject();
        assertThat(config.ci().orElseThrow().setup()).containsExactly("./prepare");
        assertThat(config.ci().orElseThrow().commands())
                .containsExactly(
                        Map.entry("one", new CiConfig.Command(List.of("make smoke"), List.of(), Map.of())),
                        Map.entry("several", new CiConfig.Command(List.of("make a", "make a"), List.of(), Map.of())),
                        Map.entry(
                                "whole",
                                new CiConfig.Command(
                                        List.of("make \"$X\""),
                                        List.of("ubuntu-latest", "macos-15"),
                                        Map.of("checks", "write"))));
    }

    @Test
    void readsSubmodulesAsAFlagOrAWord() {
        assertThat(Configs.read(BASE + "submodules: true\n")
                        .orReject()
                        .sources()
                        .submodules())
                .contains("true");
        assertThat(Configs.read(BASE + "submodules: recursive\n")
                        .orReject()
                        .sources()
                        .submodules())
                .contains("recursive");
        assertThat(Configs.read(BASE + "submodules: false\n")
                        .orReject()
                        .sources()
                        .submodules())
                .contains("");
    }

    @Test
    void knowsWantedFromUnwanted() {
        assertThat(Configs.read(BASE + "docker: false\nci: false\n").orReject()).satisfies(config -> {
            assertThat(config.docker()).isEmpty();
            assertThat(config.ci()).isEmpty();
        });
        assertThat(Configs.read(BASE).orReject()).satisfies(config -> {
            assertThat(config.docker()).isEmpty();
            assertThat(config.ci()).isPresent();
        });
        for (String wanted : List.of("docker: true\nci: true\n", "docker:\nci:\n", "docker: {}\nci: {}\n")) {
            assertThat(Configs.read(BASE + wanted).orReject()).satisfies(config -> {
                assertThat(config.docker()).isPresent();
                assertThat(config.ci()).isPresent();
            });
        }
    }

    @Test
    void keepsTheIndexOfTargetsBehindABadOne() {
        assertThat(Configs.read(BASE + "targets: [linux-amd64, 'a b', macos-arm64]")
                        .config()
                        .targets())
                .extracting(TargetConfig::target)
                .containsExactly("linux-amd64", "", "macos-arm64");
    }

    @Test
    void dropsLaterProblemsOfValuesThatCouldNotBeRead() {
        Reading reading = Configs.read(BASE + "targets: [linux-amd64, 'a b']\nnope: 1\n");
        Problem follow = Problem.at(Pointer.of("/targets/1"), "unknown target ''");
        Problem fresh = Problem.at(Pointer.of("/targets/0"), "no runner");
        assertThat(reading.and(List.of(follow, fresh)).problems())
                .hasSize(3)
                .contains(fresh)
                .doesNotContain(follow);
        assertThatThrownBy(reading::orReject)
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void endsWithAReadingOrFindingsWhateverTheBytes() {
        byte[] valid = Configs.OTTO.getBytes(StandardCharsets.UTF_8);
        byte[] marks = "\t\n\r :-[]{}#&*!|>'\"%@`,?<~\\\0\u007f".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(42);
        int read = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = valid.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                int value = random.nextBoolean() ? marks[random.nextInt(marks.length)] : random.nextInt(256);
                bytes[random.nextInt(bytes.length)] = (byte) value;
            }
            read += survives(bytes);
        }
        assertThat(read).isBetween(1, 4_999);
    }

    private static int survives(byte[] bytes) {
        try {
            SourceText source = SourceText.decode("slipway.yml", bytes);
            for (Finding finding : Configs.findings(source.text())) {
                assertThat(finding.position().line())
                        .isLessThanOrEqualTo(source.lines().size());
            }
            return 1;
        } catch (InvalidSource e) {
            assertThat(e.findings()).hasSize(1);
            return 0;
        }
    }

    private static DockerConfig docker(
            List<String> images, Optional<String> base, Optional<String> user, List<String> platforms) {
        return new DockerConfig(
                images,
                Map.of(),
                base,
                Map.of(),
                user,
                Optional.empty(),
                platforms,
                List.of(),
                new DockerConfig.Contents(
                        Optional.empty(), Map.of(), Map.of(), Map.of(), List.of(), Optional.empty(), Optional.empty()),
                Optional.of(new DockerConfig.Smoke(List.of(), Optional.empty())));
    }

    @Test
    void readsTargetsWithSettingsOfTheirOwn() {
        Config config = Configs.read(BASE + """
                        targets:
                          - linux-amd64
                          - target: s390x-unknown-linux-gnu
                            as: mainframe
                            runner: big
                            build: cross@0.2.4
                            container: debian:12
                            toolchain: nightly
                            features: [a, b/c]
                            env: { A: b }
                            packages: libfoo-dev
                            setup: [make one, make two]
                            glibc: 2.17
                            experimental: true
                        linux: { build: { image: 'ghcr.io/x/y:1' }, setup: [make it, make that] }
                        """).orReject();
        assertThat(config.targets())
                .containsExactly(
                        TargetConfig.word("linux-amd64"),
                        new TargetConfig(
                                "s390x-unknown-linux-gnu",
                                Optional.of("mainframe"),
                                Optional.empty(),
                                new BuildSettings(
                                        Optional.of("big"),
                                        Optional.of(new BuildMethod(BuildMethod.Kind.CROSS, "0.2.4")),
                                        Optional.of("debian:12"),
                                        Optional.of("nightly"),
                                        Optional.of(List.of("a", "b/c")),
                                        Map.of("A", "b"),
                                        List.of("libfoo-dev"),
                                        Optional.of("make one\nmake two"),
                                        Optional.of("2.17"),
                                        Optional.of(true))));
        BuildSettings linux = config.systems().get("linux");
        assertThat(linux.build()).contains(new BuildMethod(BuildMethod.Kind.IMAGE, "ghcr.io/x/y:1"));
        assertThat(linux.setup()).contains("make it\nmake that");
    }

    @Test
    void readsOneFormatForAllOrOneForEachSystem() {
        assertThat(formats("zip")).containsExactly(Map.entry("", ArchiveFormat.ZIP));
        assertThat(formats("{ linux: tar.xz, windows: zip }"))
                .containsExactly(Map.entry("linux", ArchiveFormat.TAR_XZ), Map.entry("windows", ArchiveFormat.ZIP));
    }

    private static Map<String, ArchiveFormat> formats(String format) {
        return Configs.read(BASE + "archive: { format: " + format + " }")
                .orReject()
                .archive()
                .formats();
    }

    @Test
    void takesATextForTheArchivesName() {
        Config config = Configs.read(BASE + "archive: '{name}-{target}'").config();
        assertThat(config.archive().name()).contains("{name}-{target}");
        assertThat(Configs.findings(BASE + "archive: '{Nam}'"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("unknown placeholder '{Nam}'"));
        assertThat(Configs.read(BASE + "archive: [x]").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("expected a mapping, found a list"));
    }
}
