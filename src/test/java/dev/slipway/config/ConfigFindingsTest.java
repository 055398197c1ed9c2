package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.source.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a config that is wrong, and at which place. */
class ConfigFindingsTest {
    private static final String BASE = "repository: otto-rs/otto\nrust: {}\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "taregts: [a]                      | 3:1 unknown key 'taregts' | did you mean 'targets'?",
                "ci: { brances: main }             | 3:7 unknown key 'brances' | did you mean 'branches'?",
                "ci: { commands: { a: } }          | 3:19 expected a list of commands, found nothing | write a list such as [make smoke]",
                "ci: { commands: { a: [] } }       | 3:22 the list of commands is empty | remove the key, or write one line of shell, such as 'make smoke'",
                "ci: { commands: { a: { os: x } } } | 3:22 the key 'run' is missing | add 'run: make smoke'",
                "ci: { commands: { a: { run: x, permissions: { checks: admin } } } } | 3:55 expected 'read' or 'write', found 'admin' | write one of read, write",
                "ci: { commands: { 1a: x } }       | 3:19 invalid job '1a' | write letters, digits, '-' and '_', beginning with a letter, such as 'test'",
                "ci: { setup: 'echo ${{ secrets.A }}' } | 3:14 the command 'echo ${{ secrets.A }}' contains an expression '${{' | write one line of shell, such as 'make smoke'",
                "ci: { paths: '!docs' }            | 3:14 invalid path pattern '!docs' | write a path below the repository, with '*' in a name and '**' for folders, such as 'docs/**'",
                "submodules: deep                  | 3:13 expected 'false', 'recursive' or 'true', found 'deep' | write one of false, recursive, true",
                "archive: { zzz: 1 }               | 3:12 unknown key 'zzz' | the keys here are format, generate, include, layout, name",
                "macos: { glibc: 2.17 }            | 3:10 unknown key 'glibc' | did you mean 'targets.glibc' or 'linux.glibc'?",
                "macos: { container: a }           | 3:10 unknown key 'container' | did you mean 'targets.container' or 'linux.container'?",
                "name: [a]                         | 3:7 expected text, found a list | write 'a'",
                "name: {a: b}                      | 3:7 expected text, found a mapping | write letters, digits, '.', '_' and '-', beginning with a letter or digit, such as 'otto'",
                "name:                             | 3:1 expected text, found nothing | write letters, digits, '.', '_' and '-', beginning with a letter or digit, such as 'otto'",
                "name: true                        | 3:7 expected text, found true | put it in quotes if it is meant as text",
                "targets: {as: b}                  | 3:10 the key 'target' is missing | add 'target: linux-amd64'",
                "targets:                          | 3:1 expected a list of targets, found nothing | write a list such as [linux-amd64]",
                "targets: [[a]]                    | 3:11 expected text, found a list | write 'a'",
                "linux: debian                     | 3:8 expected a mapping, found 'debian' | write 'linux:' and its own keys below it, indented",
                "docker: yes                       | 3:9 expected a mapping or false, found 'yes' | write 'docker:' and its own keys below it, indented",
                "docker: [a]                       | 3:9 expected a mapping or false, found a list | write 'docker:' and its own keys below it, indented",
                "release: { draft: yes }           | 3:19 expected 'false', 'keep', 'never', 'true' or 'until-complete', found 'yes' | write one of false, keep, never, true, until-complete",
                "release: { draft: 'true' }        | 3:19 expected 'false', 'keep', 'never', 'true' or 'until-complete', found the text 'true' | write true without quotes",
                "attest: \"false\"                 | 3:9 expected true or false, found the text 'false' | write false without quotes",
                "docker: 'false'                   | 3:9 expected a mapping or false, found the text 'false' | write false without quotes",
                "checksums: per_file               | 3:12 expected 'both', 'combined', 'none' or 'per-file', found 'per_file' | did you mean 'per-file'?",
                "checksums: [none]                 | 3:12 expected 'both', 'combined', 'none' or 'per-file', found a list | write one of both, combined, none, per-file",
                "targets: []                       | 3:10 the list of targets is empty | remove the key, or write a system and an architecture, such as 'linux-amd64'",
                "targets: [linux-amd64, linux-amd64] | 3:24 duplicate value 'linux-amd64' | remove it",
                "targets: [linux/amd64]            | 3:11 the target 'linux/amd64' has a '/' | write 'linux-amd64'",
                "docker: { image: ghcr.io/Otto }   | 3:18 the image name 'ghcr.io/Otto' has capital letters | write 'ghcr.io/otto'",
                "docker: { base: 'debian:' }       | 3:17 invalid image 'debian:' | write a lower-case name with an optional tag, such as 'debian:bookworm-slim'",
                "tag: 'v *'                        | 3:6 invalid tag pattern 'v *' | write letters, digits, '.', '_', '-', '@', '/' and the wildcards '*', '?', '+', '[a-z]', after a '!' to exclude tags, such as 'v*'",
                "name: 'a b'                       | 3:7 the name 'a b' has a space | write 'a-b'",
                "name: ''                          | 3:7 the name is empty | write letters, digits, '.', '_' and '-', beginning with a letter or digit, such as 'otto'",
                "macos: { runner: '${{ x }}' }     | 3:18 the runner label '${{ x }}' contains an expression '${{' | write one label of letters, digits, '.', '_' and '-', such as 'ubuntu-latest'",
                "macos: { runner: \"a\\nb\" }       | 3:18 the runner label 'a·b' contains a line break | write one label of letters, digits, '.', '_' and '-', such as 'ubuntu-latest'",
                "macos: { runner: \"a\\eb\" }       | 3:18 the runner label 'a·b' contains a control character | write one label of letters, digits, '.', '_' and '-', such as 'ubuntu-latest'",
                "linux: { packages: 'cmake ninja-build' } | 3:20 expected a list of packages, found 'cmake ninja-build' | write '[cmake, ninja-build]'",
                "linux: { packages: [gcc, 'cmake ninja-build'] } | 3:26 expected one package, found 'cmake ninja-build' | write 'cmake, ninja-build'",
                "linux: { container: ['debian:13'] } | 3:21 expected text, found a list | write 'debian:13'",
                "linux: { runner: [self-hosted, arm] } | 3:18 expected text, found a list | write one label of letters, digits, '.', '_' and '-', such as 'ubuntu-latest'",
                "linux: { env: { GITHUB_REF: v1 } } | 3:17 invalid variable name 'GITHUB_REF' | write letters, digits and '_', not starting with 'GITHUB_' or 'RUNNER_', such as 'RUSTFLAGS'",
                "linux: { packages: 'A;b' }        | 3:20 invalid package 'A;b' | write lower-case letters, digits, '+', '.' and '-', such as 'libssl-dev'",
                "linux: { env: { A B: c } }        | 3:17 invalid variable name 'A B' | write letters, digits and '_', not starting with 'GITHUB_' or 'RUNNER_', such as 'RUSTFLAGS'",
                "linux: { env: { A: \"'\" } }      | 3:20 invalid value ''' | write one line of text without quotes, such as '-C debuginfo=0'",
                "linux: { env: { A: } }            | 3:17 expected text, found nothing | write one line of text without quotes, such as '-C debuginfo=0'",
                "archive: { name: '{Nam}-x' }      | 3:19 unknown placeholder '{Nam}' | did you mean '{name}'?",
                "archive: { include: ../x }        | 3:21 invalid file pattern '../x' | write a path below the repository, without '..', '**' and spaces, and ' => folder/' after it, such as 'LICENSE*'",
                "docs: { intro: ../a.md }          | 3:16 invalid path '../a.md' | write the path of a '.md' file below the repository, with '/' and without '..', such as 'docs/releasing.md'",
                "docs: { release: /etc/a.md }      | 3:18 invalid path '/etc/a.md' | write the path of a '.md' file below the repository, with '/' and without '..', such as 'docs/releasing.md'",
                "actions: { checkout: v4 }         | 3:12 the action 'checkout' has no owner | write 'actions/checkout'",
                "actions: { actions/checkout: 'v 4' } | 3:30 invalid version of an action 'v 4' | write a commit of 40 digits, or a tag, such as 'v6.0.2'",
                "gradle: {}                        | 3:1 only one toolchain is allowed, found 'rust', 'gradle' | keep the one that builds the programs",
                "maven: {}                         | 3:1 only one toolchain is allowed, found 'rust', 'maven' | keep the one that builds the programs",
                "name: a⏎name: b                   | 4:1 duplicate key 'name' | the first one is in line 3; keep one of them",
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
                "repository: a/b                   | 1:1 no toolchain",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "targets: { build: gcc } | 3:10 the key 'target' is missing",
                "targets: [[linux-amd64]] | 3:11 expected text, found a list",
                "targets: [{ target: linux-amd64, run: x }] | 3:34 unknown key 'run'",
                "linux: { build: make } | 3:17 invalid build method 'make'",
                "linux: { build: cross@x } | 3:17 invalid build method 'cross@x'",
                "linux: { build: { image: 'A' } } | 3:26 the image 'A' has capital letters",
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
                        "4:28 duplicate value 'linux-amd64'",
                        "5:21 the image 'Debian' has capital letters",
                        "6:17 invalid image 'a b'",
                        "6:24 unknown key 'platform'",
                        "7:17 the list of branch patterns is empty");
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
}
