package dev.slipway.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.Pointer;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsLockTest {
    private static ActionsLock read(String text) {
        return ActionsLock.of(YamlReader.read(new SourceText(ActionsLock.PATH, text)));
    }

    private static LockKey key(String uses) {
        return LockKey.ofUses(uses).orElseThrow();
    }

    @Test
    void anEntryKnowsItsCommitItsPlaceAndWhatItUses() {
        ActionsLock lock = read("""
                version: 'v0.0.2'
                workflows:
                    '.github/workflows/ci.yml':
                        - 'octo/build@v2'
                dependencies:
                    'octo/build@v2':
                        ref: 'v2'
                        commit: 'sha1-0123456789012345678901234567890123456789'
                        uses:
                            - 'octo/setup@v1'
                """);
        LockedAction build = lock.find(key("Octo/Build/sub/path@v2")).orElseThrow();
        assertThat(lock.locks(".github/workflows/ci.yml")).isTrue();
        assertThat(lock.locks(".github/workflows/release.yml")).isFalse();
        assertThat(build.commit()).isEqualTo("0123456789012345678901234567890123456789");
        assertThat(build.where()).isEqualTo(Pointer.of("/dependencies/octo~1build@v2"));
        assertThat(build.uses()).singleElement().satisfies(used -> {
            assertThat(used.key()).isEqualTo(key("octo/setup@v1"));
            assertThat(used.where()).isEqualTo(Pointer.of("/dependencies/octo~1build@v2/uses/0"));
        });
        assertThat(lock.commits()).containsOnlyKeys("octo/build@v2");
    }

    @ParameterizedTest
    @CsvSource({
        "actions/checkout@v7.0.1, actions/checkout@v7.0.1",
        "Swatinem/rust-cache@V2, swatinem/rust-cache@V2",
        "octo/shared/.github/workflows/x.yml@main, octo/shared@main",
        "actions/cache/save@feature/x, actions/cache@feature/x"
    })
    void anActionIsKnownByItsRepositoryAndItsRef(String uses, String name) {
        assertThat(key(uses)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"./a", "$/a", "docker://alpine:3@sha256:0", "octo/a", "octo@v1", "o/a@${{ inputs.v }}", ""})
    void whatIsNoActionOfARepositoryIsInNoLockfile(String uses) {
        assertThat(LockKey.ofUses(uses)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "- list",
                "workflows: text",
                "workflows: [a, b]",
                "workflows: { a: { b: c } }\ndependencies: [1]",
                "workflows: { a: [[x], { y: z }, 1, null, no-at-sign, a/b@] }",
                "dependencies: { 'a/b@v1': text, 'c/d@v1': [], e: {}, 'f/g@v1': { commit: [1], uses: { x: y } } }",
                "dependencies: { 'a/b@v1:': {}, 'a/b@v1:sha1': { commit: '-' } }"
            })
    void nothingThatIsYamlIsTooOdd(String text) {
        ActionsLock lock = read(text);
        assertThat(lock.commits()).isEmpty();
        assertThat(lock.refs("a", "a/b")).isEmpty();
    }
}
