package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Rejected;
import dev.slipway.source.SourceText;
import dev.slipway.toolchain.maven.Maven;
import dev.slipway.toolchain.rust.Rust;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        new Rust(
                                "1.94.0",
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                true,
                                false,
                                true,
                                Optional.empty(),
                                Optional.empty()),
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
        assertThat(config.toolchain()).isEqualTo(new Maven("21", Optional.empty(), false));
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
        assertThat(config.actions()).containsExactly(Map.entry("actions/checkout", "v6.0.2"));
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
        assertThat(Configs.read(BASE + "submodules: true\n").orReject().submodules())
                .contains("true");
        assertThat(Configs.read(BASE + "submodules: recursive\n").orReject().submodules())
                .contains("recursive");
        assertThat(Configs.read(BASE + "submodules: false\n").orReject().submodules())
                .isEmpty();
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "taregts: [a]                      | 3:1 unknown key 'taregts' | did you mean 'targets'?",
                "ci: { brances: main }             | 3:7 unknown key 'brances' | did you mean 'branches'?",
                "ci: { commands: { a: } }          | 3:19 expected a list of commands, found nothing | write a list such as [make smoke]",
                "ci: { commands: { a: [] } }       | 3:22 the list of commands is empty | remove the key, or write one line of shell, such as 'make smoke'",
                "ci: { commands: { a: { os: x } } } | 3:22 a job without a command | add 'run: make smoke'",
                "ci: { commands: { a: { run: x, permissions: { checks: admin } } } } | 3:55 expected 'read' or 'write', found 'admin' | write one of read, write",
                "ci: { commands: { 1a: x } }       | 3:19 invalid job '1a' | write letters, digits, '-' and '_', with a letter first, such as 'test'",
                "ci: { setup: 'echo ${{ secrets.A }}' } | 3:14 the command 'echo ${{ secrets.A }}' contains an expression '${{' | write one line of shell, such as 'make smoke'",
                "ci: { paths: '!docs' }            | 3:14 invalid path pattern '!docs' | write a path below the repository, with '*' in a name and '**' for folders, such as 'docs/**'",
                "submodules: deep                  | 3:13 expected 'false', 'recursive' or 'true', found 'deep' | write one of false, recursive, true",
                "archive: { zzz: 1 }               | 3:12 unknown key 'zzz' | the keys here are format, generate, include, layout, name",
                "macos: { container: a }           | 3:10 unknown key 'container' | the keys here are build, env, experimental, features, glibc, packages, runner, setup, toolchain",
                "name: [a]                         | 3:7 expected text, found a list | write letters, digits, '.', '_' and '-', with a letter or a digit first, such as 'otto'",
                "name: {a: b}                      | 3:7 expected text, found a mapping | write letters, digits, '.', '_' and '-', with a letter or a digit first, such as 'otto'",
                "name:                             | 3:1 expected text, found nothing | write letters, digits, '.', '_' and '-', with a letter or a digit first, such as 'otto'",
                "name: true                        | 3:7 expected text, found true | put it in quotes if it is meant as name",
                "targets: {as: b}                  | 3:10 the key 'target' is missing | add 'target: linux-amd64'",
                "targets:                          | 3:1 expected a list of targets, found nothing | write a list such as [linux-amd64]",
                "targets: [[a]]                    | 3:11 expected text, found a list | write a system and an architecture, such as 'linux-amd64'",
                "linux: debian                     | 3:8 expected a mapping, found 'debian' | write 'linux:' and its own keys below it, indented",
                "docker: yes                       | 3:9 expected a mapping or false, found 'yes' | write 'docker:' and its own keys below it, indented",
                "docker: [a]                       | 3:9 expected a mapping or false, found a list | write 'docker:' and its own keys below it, indented",
                "release: { draft: yes }           | 3:19 expected 'false', 'keep', 'never', 'true' or 'until-complete', found 'yes' | write one of false, keep, never, true, until-complete",
                "checksums: per_file               | 3:12 expected 'both', 'combined', 'none' or 'per-file', found 'per_file' | did you mean 'per-file'?",
                "checksums: [none]                 | 3:12 expected 'both', 'combined', 'none' or 'per-file', found a list | write one of both, combined, none, per-file",
                "targets: []                       | 3:10 the list of targets is empty | remove the key, or write a system and an architecture, such as 'linux-amd64'",
                "targets: [linux-amd64, linux-amd64] | 3:24 'linux-amd64' stands in this list a second time | remove it",
                "targets: [linux/amd64]            | 3:11 invalid target 'linux/amd64' | write a system and an architecture, such as 'linux-amd64'",
                "docker: { image: ghcr.io/Otto }   | 3:18 invalid image name 'ghcr.io/Otto' | write a lower-case name without a tag, such as 'ghcr.io/otto-rs/otto'",
                "docker: { base: 'debian:' }       | 3:17 invalid image 'debian:' | write a lower-case name with an optional tag, such as 'debian:bookworm-slim'",
                "tag: 'v *'                        | 3:6 invalid tag pattern 'v *' | write letters, digits, '.', '_', '-', '/' and the wildcards '*', '?', '+', '[a-z]', behind a '!' to exclude tags, such as 'v*'",
                "name: 'a b'                       | 3:7 invalid name 'a b' | write letters, digits, '.', '_' and '-', with a letter or a digit first, such as 'otto'",
                "name: ''                          | 3:7 the name is empty | write letters, digits, '.', '_' and '-', with a letter or a digit first, such as 'otto'",
                "macos: { runner: '${{ x }}' }     | 3:18 the runner label '${{ x }}' contains an expression '${{' | write one label of letters, digits, '.', '_' and '-', such as 'ubuntu-latest'",
                "macos: { runner: \"a\\nb\" }       | 3:18 the runner label 'a·b' contains a line break | write one label of letters, digits, '.', '_' and '-', such as 'ubuntu-latest'",
                "macos: { runner: \"a\\eb\" }       | 3:18 the runner label 'a·b' contains a control character | write one label of letters, digits, '.', '_' and '-', such as 'ubuntu-latest'",
                "linux: { packages: 'A;b' }        | 3:20 invalid package 'A;b' | write lower-case letters, digits, '+', '.' and '-', such as 'libssl-dev'",
                "linux: { env: { A B: c } }        | 3:17 invalid variable name 'A B' | write letters, digits and '_', not starting with 'GITHUB_' or 'RUNNER_', such as 'RUSTFLAGS'",
                "linux: { env: { A: \"'\" } }      | 3:20 invalid value ''' | write one line of text without quotes, such as '-C debuginfo=0'",
                "linux: { env: { A: } }            | 3:17 expected text, found nothing | write one line of text without quotes, such as '-C debuginfo=0'",
                "archive: { name: '{Nam}' }        | 3:18 invalid archive name '{Nam}' | write letters, digits, '.', '_', '-' and placeholders such as {name}, {tag} and {platform}, such as '{name}-{tag}-{platform}'",
                "archive: { include: ../x }        | 3:21 invalid file pattern '../x' | write a path below the repository, without '..', '**' and spaces, and ' => folder/' behind it, such as 'LICENSE*'",
                "docs: { intro: ../a.md }          | 3:16 invalid path '../a.md' | write the path of a '.md' file below the repository, with '/' and without '..', such as 'docs/releasing.md'",
                "docs: { release: /etc/a.md }      | 3:18 invalid path '/etc/a.md' | write the path of a '.md' file below the repository, with '/' and without '..', such as 'docs/releasing.md'",
                "actions: { checkout: v4 }         | 3:12 invalid action 'checkout' | write owner/name, without '@', such as 'actions/checkout'",
                "actions: { actions/checkout: 'v 4' } | 3:30 invalid version of an action 'v 4' | write a commit of 40 digits, or a tag, such as 'v6.0.2'",
                "maven: {}                         | 3:1 a second toolchain 'maven' beside 'rust' | keep one of them",
                "name: a⏎name: b                   | 4:1 the key 'name' stands here a second time | the first one is in line 3; keep one of them",
                "linux:⏎→runner: a                 | 4:1 a tab indents this line | indent with spaces; YAML does not allow tabs",
            })
    void explainsEachMistakeAtItsPlace(String text, String message, String help) {
        String written = BASE + text.replace('⏎', '\n').replace('→', '\t') + "\n";
        assertThat(Configs.findings(written))
                .extracting(finding -> finding.position() + " " + finding.message(), Finding::help)
                .containsExactly(tuple(message, help));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rust: {}                          | 1:1 the key 'repository' is missing",
                "repository: a/b                   | 1:1 no toolchain, expected one of 'rust', 'go', 'maven', 'command'",
                "repositry: a/b⏎rust: {}           | 1:1 unknown key 'repositry'",
                "repository: a/b⏎rsut: {}          | 2:1 unknown key 'rsut'",
                "repository: otto⏎rust:            | 1:13 invalid repository 'otto'",
                "- a                               | 1:1 expected a mapping, found a list",
                "just words                        | 1:1 expected a mapping, found text",
                "# nothing                         | 1:1 the config is empty",
                "``                                | 1:1 the config is empty",
            })
    void explainsWhatIsMissing(String text, String message) {
        assertThat(Configs.findings(text.replace('⏎', '\n')))
                .extracting(finding -> finding.position() + " " + finding.message())
                .containsExactly(message);
    }

    @Test
    void reportsAllMistakesOfAFileAtOnce() {
        String text = """
                nam: otto
                repository: otto
                rust: { toolchain: [1], locked: maybe }
                targets: [linux-amd64, '', linux-amd64]
                linux: { container: Debian, packages: [] }
                docker: { base: 'a b', platform: linux/amd64 }
                ci: { branches: [] }
                """;
        assertThat(Configs.findings(text))
                .extracting(finding -> finding.position() + " " + finding.message())
                .containsExactly(
                        "1:1 unknown key 'nam'",
                        "2:13 invalid repository 'otto'",
                        "3:20 expected text, found a list",
                        "3:33 expected true or false, found 'maybe'",
                        "4:24 the target is empty",
                        "4:28 'linux-amd64' stands in this list a second time",
                        "5:21 invalid image 'Debian'",
                        "6:17 invalid image 'a b'",
                        "6:24 unknown key 'platform'",
                        "7:17 the list of branch patterns is empty");
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
    void quotesLongTextsShortly() {
        List<Finding> findings =
                Configs.findings(BASE + "name: " + "x".repeat(1_000_000) + "\n" + "k".repeat(1000) + ": 1\n");
        assertThat(findings)
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.message()).hasSizeLessThan(120));
        assertThat(findings.get(0).message()).endsWith("…' has more than 64 characters");
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
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("invalid archive name '{Nam}'"));
        assertThat(Configs.read(BASE + "archive: [x]").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("expected a mapping, found a list"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "targets: { build: gcc } | 3:10 the key 'target' is missing",
                "targets: [[linux-amd64]] | 3:11 expected text, found a list",
                "targets: [{ target: linux-amd64, run: x }] | 3:34 unknown key 'run'",
                "linux: { build: make } | 3:17 invalid build method 'make'",
                "linux: { build: cross@x } | 3:17 invalid build method 'cross@x'",
                "linux: { build: { image: 'A' } } | 3:26 invalid image 'A'",
                "linux: { glibc: 3 } | 3:17 invalid version of glibc '3'",
                "macos: { container: debian } | 3:10 unknown key 'container'",
                "linux: { setup: 'echo ${{ x }}' } | 3:17 the command 'echo ${{ x }}' contains an expression '${{'",
                "archive: { layout: tree } | 3:20 expected 'bin', 'dir', 'flat' or 'raw', found 'tree'",
                "archive: { format: { bsd: zip } } | 3:22 unknown key 'bsd'",
                "archive: { include: 'a => b' } | 3:21 invalid file pattern 'a => b'",
                "archive: { generate: { ../a: x } } | 3:24 invalid file '../a'",
            })
    void explainsWhatIsWrongWithTargetsAndArchives(String text, String message) {
        assertThat(Configs.findings(BASE + text))
                .extracting(finding -> finding.position() + " " + finding.message())
                .containsExactly(message);
    }
}
