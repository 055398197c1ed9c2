package dev.slipway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of another type than the usual one: numbers and flags as text, lists of one, and nothing at all. */
class OddValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: 1.5",
                "description: 5",
                "license: (MIT)",
                "lfs: TRUE",
                "submodules: True",
                "slipway: \"0.1\"",
                "rust: { toolchain: 1.9, bins: [1] }",
                "rust: { test-flags: '--workspace' }",
                "!go: { version: '1.26', flags: [], ldflags: -s }",
                "!maven: { java: '25', train: --help }",
                "!command: { build: 'make {targets}', targets: {} }",
                "linux: { container: 12, env: { A: true, B: 1 }, packages: [], features: [] }",
                "archive: { format: {}, layout: {}, include: [], generate: {} }",
                "release: { draft: TRUE, environment: 5 }",
                "packages: { deb: }",
                "docker: { user: 0, login: {}, variants: {}, labels: { a: '' }, env: { A: 0 } }",
                "docker: { entrypoint: [1], cmd: [], smoke: }",
                "ci: { branches: 1.0, commands: {} }",
                "permissions: { build: }",
                "actions: { actions/checkout: 4 }",
            })
    void areTakenIfTheirMeaningIsClear(String keys) {
        assertThat(Examples.findings(config(keys))).isEmpty();
        assertThat(VerdictTest.alarms(config(keys))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: true",
                "name: ~",
                "name: {}",
                "description: [a, b]",
                "license: MIT or Apache-2.0",
                "submodules: \"true\"",
                "submodules: 1",
                "submodules:",
                "lfs: 'true'",
                "tag: [[v*]]",
                "tag-scheme: [semver]",
                "slipway: [0.1]",
                "extends: []",
                "extends: [a.yml, a.yml]",
                "rust: { toolchain: [stable] }",
                "rust: { features: '' }",
                "rust: { Locked: true }",
                "rust: { test-flags: ['--features='] }",
                "!go: { version: go1.26 }",
                "!go: { ldflags: [-s, -w] }",
                "!go: { cgo: ~ }",
                "!maven: { java: lts }",
                "!maven: { train: [] }",
                "!command:",
                "!command: {}",
                "!command: { build: [make, ''] }",
                "!command: { build: make, targets: [linux-amd64] }",
                "targets: [~]",
                "targets: [{ target: [linux-amd64] }]",
                "targets: [{ target: linux-amd64, runner: [ubuntu-latest] }]",
                "linux: []",
                "linux: { build: {} }",
                "linux: { build: [zig] }",
                "linux: { container: true }",
                "linux: { container: \"false\" }",
                "docker: { base: \"null\" }",
                "linux: { env: { A: [1] } }",
                "linux: { env: [] }",
                "archive: ''",
                "archive: { include: ['a => /b'] }",
                "archive: { generate: { a: [x] } }",
                "checksums: false",
                "hashes: []",
                "release: { draft: 'true' }",
                "release: { draft: \"false\" }",
                "release: { draft: ~ }",
                "release: { notes: false }",
                "release: { latest: true }",
                "release: { environment: { name: x } }",
                "sbom: false",
                "packages: true",
                "packages: { crates: }",
                "packages: { crates: { packages: [a] } }",
                "packages: { homebrew: { tap: a/homebrew-b } }",
                "docker: { login: A:B }",
                "docker: { user: [root] }",
                "docker: { expose: 8080.5 }",
                "docker: { entrypoint: [true] }",
                "docker: { smoke: --help }",
                "ci: \"false\"",
                "ci: { jobs: { test: true } }",
                "ci: { commands: { a: } }",
                "ci: { commands: { a: { os: ubuntu-latest } } }",
                "ci: { merge-queue: 1 }",
                "permissions: read-all",
                "permissions: { builds: {} }",
                "jobs: {}",
                "jobs:",
                "jobs: { a: { runs-on: ubuntu-latest } }",
                "docs: docs/x.md",
                "retired-runners: []",
                "actions: { actions/checkout: [v4] }",
                "Name: otto",
                "tags: v*",
            })
    void areRefusedBySchemaAndProgramOtherwise(String keys) {
        assertThat(Examples.findings(config(keys))).isNotEmpty();
        assertThat(VerdictTest.alarms(config(keys))).isNotEmpty();
    }

    /** {@code 1}, {@code 1.0} and {@code 0x1} are one number in JSON, and only the program relates keys. VerdictTest has the reasons. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "slipway: 0",
                "rust: { toolchain: 1 }",
                "!go: { version: 1 }",
                "!maven: { java: 17.0 }",
                "!maven: { compare: --version }",
                "!gradle: { jar: a.jar, native: b }",
                "docker: { image: docker.io/otto }",
                "docker: { image: 'localhost:5000/a/b' }",
                "docker: { login: { quay.io: 'A:B' } }",
                "docker: { tags: latest }",
                "docker: { expose: 080 }",
                "docker: { expose: [80, '80'] }",
                "ci: { jobs: [] }",
                "ci: { commands: { lint: make } }",
                "jobs: { build: { runs-on: ubuntu-latest, steps: [{ run: make }] } }",
            })
    void areRefusedByTheProgramAloneIfNoSchemaCanTell(String keys) {
        assertThat(Examples.findings(config(keys))).isNotEmpty();
        assertThat(VerdictTest.alarms(config(keys))).isEmpty();
    }

    private static String config(String keys) {
        List<String> toolchain = keys.startsWith("!") || keys.startsWith("rust:") ? List.of() : List.of("rust: {}");
        return "repository: a/otto\n" + String.join("", toolchain) + "\n" + keys.replaceFirst("^!", "") + "\n";
    }
}
