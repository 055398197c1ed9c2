package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTest {
    private static final List<Grammar> ALL = Stream.of(
                    ProjectGrammars.ALL,
                    ReleaseGrammars.ALL,
                    BuildGrammars.ALL,
                    ImageGrammars.ALL,
                    PackageGrammars.ALL,
                    CiGrammars.ALL)
            .flatMap(List::stream)
            .toList();

    private static Grammar called(String noun) {
        return ALL.stream()
                .filter(grammar -> grammar.noun().equals(noun))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givesExamplesThatFollowTheRule() {
        assertThat(ALL)
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        grammar -> assertThat(grammar.fault(grammar.example())).isEmpty());
    }

    @Test
    void letsNothingThroughThatAnotherLanguageWouldMind() {
        List<String> hostile = List.of(
                "${{ github.token }}",
                "a\nb",
                "a\rb",
                "a\u0000b",
                "a\"b",
                "a\u001bb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u202eb",
                "a\u2066b",
                "\ufeffa",
                "a\uffffb",
                "\ud800",
                "a`id`",
                "x".repeat(1001));
        // what is a command is for the shell to read
        assertThat(ALL)
                .allSatisfy(grammar -> assertThat(hostile)
                        .allSatisfy(text -> assertThat(grammar.fault(text)).isNotEmpty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | otto-2.x_y",
                "repository | a/b.c",
                "tag pattern | v[0-9]+.[0-9]+.*",
                "tag pattern | **",
                "tag pattern | cli/v?[0-9]",
                "tag pattern | otto@*",
                "tag pattern | @otto-rs/otto@[0-9]+.*",
                "image | localhost:5000/a/b__c",
                "image | ghcr.io/a/b:1@sha256:" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "image | scratch",
                "image | a--b/c.d",
                "platform | linux/arm/v7",
                "package | libssl-dev:arm64",
                "formula | homebrew/core/openssl@3",
                "variable name | CARGO_TARGET_X_LINKER",
                "file pattern | LICEN[CS]E*",
                "file pattern | doc/*.1",
                "action | github/codeql-action/init",
                "license | (MIT OR Apache-2.0) AND Unicode-3.0",
                "file pattern | man/",
                "file pattern | doc/*.md => doc/",
                "file pattern | {out-dir}/a.1 => man/man1/",
                "build method | cross@e281947ca900da425e4ecea7483cfde646c8a1ea",
                "description | it's größer than 3",
                "path | a.md",
                "version of an action | 0123456789abcdef0123456789abcdef01234567",
                "value | a $b {c} #d: e",
                "schedule | */15 2-4 1,15 JAN MON-FRI",
                "path pattern | **/*.md",
                "path pattern | src/**",
                "path pattern | **"
            })
    void takes(String noun, String text) {
        assertThat(called(noun).fault(text)).isEmpty();
    }

    @Test
    void commandsAreTakenAsTheyAreButForExpressionsAndLines() {
        assertThat(BuildGrammars.COMMAND.fault("cargo test -- --skip \"$NAME\" `cat x`"))
                .isEmpty();
        assertThat(List.of("", " ", "a\nb", "a\u0000b", "echo ${{ github.head_ref }}"))
                .allSatisfy(
                        text -> assertThat(BuildGrammars.COMMAND.fault(text)).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | -rf",
                "name | .a",
                "name | a/b",
                "name | a.",
                "name | é",
                "repository | https://github.com/a/b",
                "repository | a/..",
                "repository | -a/b",
                "repository | a/b/c",
                "tag pattern | +v",
                "tag pattern | v[",
                "tag pattern | v..",
                "tag pattern | @",
                "tag pattern | otto@VERSION@*",
                "tag pattern | v~1",
                "tag pattern | /v",
                "tag pattern | v/",
                "tag pattern | !!v*",
                "title | {platform}",
                "title | $(id)",
                "environment | a b",
                "tag pattern | v*?",
                "image | A",
                "image | Otto/b",
                "image | a/b:",
                "image | a@sha256:12",
                "image | a..b",
                "image | -a",
                "image | a b",
                "image name | a:b",
                "platform | windows/amd64",
                "user | Otto",
                "user | 1a",
                "package | -y",
                "package | a",
                "package | a b",
                "formula | -f",
                "variable name | 1A",
                "variable name | GITHUB_TOKEN",
                "variable name | A-B",
                "archive name | ../{name}",
                "archive name | {Os}",
                "archive name | -{name}",
                "file pattern | /etc/passwd",
                "file pattern | a/../b",
                "file pattern | a\\b",
                "file pattern | .git/config",
                "file pattern | **/a",
                "file pattern | -a",
                "path pattern | !src/**",
                "path pattern | src/**.rs",
                "path pattern | ../a",
                "path pattern | a?",
                "schedule | 0 6 * * 1;",
                "job | 1a",
                "permission | Contents",
                "path | a.txt",
                "path | .git/a.md",
                "path | .GIT/a.md",
                "path | a/.Git/b.md",
                "path | a./b.md",
                "path | ./a.md",
                "path | a//b.md",
                "path | .md",
                "file pattern | a => ../b/",
                "file pattern | {target}/a",
                "build method | cross@latest",
                "build method | make",
                "version of glibc | 2",
                "file | /a",
                "package name | --yes",
                "action | a",
                "action | a/b@v1",
                "action | a/b/../c",
                "action | ./a/b",
                "version of an action | v1 # x",
                "version of an action | a..b",
                "description | say \"hi\"",
                "description | of @TAG@",
                "description | @SHA256:a@",
                "license | MIT/Apache",
                "target | a/b",
                "runner label | [self-hosted]"
            })
    void refuses(String noun, String text) {
        assertThat(called(noun).fault(text)).isNotEmpty();
    }
}
