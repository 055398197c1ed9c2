package dev.slipway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write who know other tools, or type too fast: each is told where, what is wrong and what to write. */
class ConfigMistakesTest {
    private static final String BASE = "repository: ternproj/tern⏎rust: {}⏎";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "targets: [darwin-arm64, win-amd64] | 3:11 unknown target 'darwin-arm64' => did you mean 'macos-arm64'? // 3:25 unknown target 'win-amd64' => did you mean 'windows-amd64'?",
                "targets: [mac-x64, win32-x64, osx-universal, windows-i386, linux-x86_64-unknown] | 3:11 unknown target 'mac-x64' => did you mean 'macos-amd64'? // 3:20 unknown target 'win32-x64' => did you mean 'windows-amd64'? // 3:31 unknown target 'osx-universal' => did you mean 'macos-universal'? // 3:46 unknown target 'windows-i386' => did you mean 'windows-i686'? // 3:60 unknown target 'linux-x86_64-unknown' => did you mean 'linux-amd64'?",
                "targets: [alpine-aarch64] | 3:11 unknown target 'alpine-aarch64' => did you mean 'linux-arm64-musl'?",
                "!repository: a/b⏎go: {}⏎targets: [x86_64-unknown-linux-gnu, linux_arm64] | 3:11 unknown target 'x86_64-unknown-linux-gnu' => did you mean 'linux-amd64'? // 3:37 unknown target 'linux_arm64' => did you mean 'linux-arm64'?",
                "targets: linux/amd64 | 3:10 the target 'linux/amd64' has a '/' => write 'linux-amd64'",
                "targets: linux-amd46 | 3:10 unknown target 'linux-amd46' => did you mean 'linux-amd64'?",
                "targets: [plan9-vax] | 3:11 unknown target 'plan9-vax' => the targets are linux-amd64, linux-arm64, linux-amd64-musl, linux-arm64-musl, macos-amd64, macos-arm64, macos-universal, windows-amd64, windows-arm64, windows-i686, linux-armv7, linux-i686, linux-riscv64, linux-s390x, linux-ppc64le, linux-armv7-musl, linux-i686-musl, linux-riscv64-musl, linux-s390x-musl, linux-ppc64le-musl, freebsd-amd64, freebsd-arm64, freebsd-i686",
                "targets: { linux-amd64: true } | 3:10 expected a list of targets, found a mapping => write 'targets: [linux-amd64]'",
                "targets: [linux-amd64, linux-x86_64] | 3:24 'linux-x86_64' is the same target as 'linux-amd64' => keep one of them, or give the second one another name with 'as'",
                "installers: [shell] | 3:1 unknown key 'installers' => did you mean 'packages.installers'?",
                "packages: { checksums: both } | 3:13 unknown key 'checksums' => 'checksums' belongs at the top level: move it there",
                "instalers: [shell] | 3:1 unknown key 'instalers' => did you mean 'packages.installers'?",
                "branches: [main] | 3:1 unknown key 'branches' => did you mean 'ci.branches'?",
                "builds: [{ goos: linux }] | 3:1 unknown key 'builds' => 'targets' lists what to build for, and the toolchain, such as 'go', defines how",
                "archives: [{ format: zip }] | 3:1 unknown key 'archives' => write 'archive'; there is one kind of archive for all targets",
                "targets: [{ goos: linux, goarch: amd64 }] | 3:13 unknown keys 'goos' and 'goarch' => write systems and architectures as words in 'targets', such as 'linux-amd64'",
                "targets: [{ goos: linux }] | 3:13 unknown key 'goos' => write systems and architectures as words in 'targets', such as 'linux-amd64'",
                "targets: [{ as: linux }] | 3:11 the key 'target' is missing => add 'target: linux-amd64'",
                "release: { if: x, needs: [a], uses: b } | 3:12 unknown keys 'if', 'needs' and 'uses' => the keys here are draft, environment, files, latest, notes, title, trigger, version-check",
                "docker: { a1: 1, b1: 1, c1: 1, d1: 1, e1: 1, f1: 1, g1: 1, h1: 1, i1: 1, j1: 1 } | 3:11 unknown keys 'a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1', 'h1' and 2 more => the keys here are base, cmd, entrypoint, env, expose, file, files, image, labels, login, path, platforms, smoke, tags, user, variants",
                "!repository: a/b⏎command: [make] | 2:10 expected a mapping, found a list => write 'command:' and its own keys below it, indented",
                "!repository: a/b⏎command: { cmd: make } | 2:12 unknown key 'cmd' => did you mean 'docker.cmd'?",
                "packages: { crates: { tokn: true } } | 3:23 unknown key 'tokn' => the keys here are login, packages",
                "targets: [windows-amd46]⏎windows: { setup: choco install x }⏎packages: { installers: powershell } | 3:11 unknown target 'windows-amd46' => did you mean 'windows-amd64'?",
                "targets: ['a b']⏎windows: { setup: choco install x } | 3:11 invalid target 'a b' => write a system and an architecture, such as 'linux-amd64'",
                "docker: { base: alpine } | 3:17 'alpine:3.22' has no GNU C library, which 'linux-amd64' and 'linux-arm64' need => add the targets 'linux-amd64-musl' and 'linux-arm64-musl', or use a base such as debian:bookworm-slim",
                "jobs: { announce: [] } | 3:19 expected a mapping, found a list => write its keys below it, indented",
                "nfpms: [{ formats: [deb] }] | 3:1 unknown key 'nfpms' => write 'packages.deb' and 'packages.rpm'",
                "brews: [{ repository: x }] | 3:1 unknown key 'brews' => write 'packages.homebrew'",
                "archive: '{name}-{vers}' | 3:10 unknown placeholder '{vers}' => did you mean '{version}'?",
                "archive: { name: \"{nmae}-{platform}\" } | 3:19 unknown placeholder '{nmae}' => did you mean '{name}'?",
                "release: { title: '{nam} {version}' } | 3:20 unknown placeholder '{nam}' => did you mean '{name}'?",
                "docker: { tags: ['{majr}.{minor}'] } | 3:19 unknown placeholder '{majr}' => did you mean '{major}'?",
                "!rust: {} | 1:1 the key 'repository' is missing => add 'repository: owner/name' with the owner and the name of the repository on GitHub",
                "!repository: https://github.com/ternproj/tern⏎rust: {} | 1:13 the repository 'https://github.com/ternproj/tern' is an address => write 'ternproj/tern'",
                "!repository: git@github.com:ternproj/tern.git⏎rust: {} | 1:13 the repository 'git@github.com:ternproj/tern.git' is an address => write 'ternproj/tern'",
                "!repository: tern⏎rust: {} | 1:13 invalid repository 'tern' => write the owner, a '/' and the name, such as 'otto-rs/otto'",
                "docker: { image: ghcr.io/Tern/tern } | 3:18 the image name 'ghcr.io/Tern/tern' has capital letters => write 'ghcr.io/tern/tern'",
                "docker: { image: 'ghcr.io/tern/tern:latest' } | 3:18 the image name 'ghcr.io/tern/tern:latest' has a tag => write 'ghcr.io/tern/tern'",
                "actions: { checkout: v99 } | 3:12 the action 'checkout' has no owner => write 'actions/checkout'",
                "actions: { 'actions/checkout@v4': v4 } | 3:12 the action 'actions/checkout@v4' has a version => write 'actions/checkout'",
                "!version: 2⏎project_name: tern⏎builds: [{ goos: [linux] }]⏎archives: [{}] | 1:1 this is the config of GoReleaser => run 'slipway init' in its repository: it reads this file and writes a slipway.yml",
                "!on: push⏎jobs: {} | 1:1 this is a workflow of GitHub Actions => write a slipway.yml; 'slipway init --from-workflow' creates one from a release workflow",
                "!repository: ternproj/tern | 1:1 no toolchain => add one of rust, go, maven, gradle or command, such as 'rust: {}'",
                "!repository: ternproj/tern⏎rust: {}⏎go: {}⏎maven: {} | 3:1 only one toolchain is allowed, found 'rust', 'go', 'maven' => keep the one that builds the programs",
                "name: tern⏎name: tarn | 4:1 duplicate key 'name' => the first one is in line 3; keep one of them",
                "name: my tool | 3:7 the name 'my tool' has a space => write 'my-tool'",
                "linux:⏎→runner: a | 4:1 a tab indents this line => indent with spaces; YAML does not allow tabs",
                "docker: yes please | 3:9 expected a mapping or false, found 'yes please' => write 'docker:' and its own keys below it, indented",
                "checksums: per_file | 3:12 expected 'both', 'combined', 'none' or 'per-file', found 'per_file' => did you mean 'per-file'?",
                "hashes: [blake3] | 3:9 sha256 is missing, but installers and package managers verify it => add 'sha256' to the list",
                "tag: 'v1.2' | 3:6 no version matches 'v1.2' => a tag is 'v' and a version such as 1.2.3 or 1.2.3-rc.1: write 'v*'",
                "ci: { jobs: [tests] } | 3:14 unknown job 'tests' => did you mean 'test'?",
                "ci: { schedule: '0 25 * * *' } | 3:17 '25' is not a valid hour (0 to 23) => the fields are minute, hour, day of the month, month and day of the week, as in '0 6 * * 1'",
                "ci: { schedule: '@daily' } | 3:17 the schedule '@daily' is a short form, which GitHub does not have => write '0 0 * * *'",
                "docker: { expose: 99999 } | 3:19 invalid port '99999' => write a number from 1 to 65535, and '/udp' if it is not TCP, such as '8080'",
                "linux: { container: 'fedora:42' } | 3:21 cannot build in 'fedora:42', which has no apt, but dnf => use a Debian or Ubuntu image, such as 'debian:bookworm'",
                "linux: { packages: 'libssl-dev;curl' } | 3:20 invalid package 'libssl-dev;curl' => write lower-case letters, digits, '+', '.' and '-', such as 'libssl-dev'",
                "macos: { container: 'debian:12' } | 3:10 unknown key 'container' => did you mean 'targets.container' or 'linux.container'?",
                "linux: { env: { TOKEN: '${{ secrets.T }}' } } | 3:24 the value '${{ secrets.T }}' contains an expression '${{' => write one line of text without quotes, such as '-C debuginfo=0'",
                "permissions: { build: { id-tokens: write } } | 3:25 unknown permission 'id-tokens' => did you mean 'id-token'?",
                "jobs: { announce: { needs: publish, runs-on: ubuntu-latest, steps: [{ run: echo }] } } | 3:28 there is no job 'publish' => the jobs are build, release, build-linux, build-macos, create-release, announce",
                "jobs: { announce: { permissions: { id-tokens: write }, runs-on: ubuntu-latest, steps: [{ run: echo }] } }⏎targets: linux-amd46 | 3:36 unknown key 'id-tokens' in 'permissions' => did you mean 'id-token'? // 4:10 unknown target 'linux-amd46' => did you mean 'linux-amd64'?",
                "packages: { homebrew: ternproj/tap } | 3:23 the tap 'ternproj/tap' has no 'homebrew-' in its name => write 'ternproj/homebrew-tap'",
                "packages: { winget: tern } | 3:21 invalid package identifier 'tern' => write the publisher, a '.' and the name, such as 'OttoMakers.Otto'",
                "license: MIT/Apache-2.0 | 3:10 the license 'MIT/Apache-2.0' has '/' for a choice => write 'MIT OR Apache-2.0'",
                "docs: { release: ./docs/releasing.md } | 3:18 the path './docs/releasing.md' begins with './' => write 'docs/releasing.md'",
                "docker: { path: usr/bin } | 3:17 the folder in an image 'usr/bin' does not begin with '/' => write '/usr/bin'",
                "license: MIT AND | 3:10 the license ends with 'AND' => write another name after it, or remove 'AND'",
                "targets: [mac] | 3:11 unknown target 'mac' => add the processor: write one of macos-amd64, macos-arm64, macos-universal",
                "targets: linux-x64, win-x64 | 3:10 expected a list of targets, found 'linux-x64, win-x64' => write '[linux-x64, win-x64]'",
                "packages: { homebrew: true } | 3:23 expected text, found true => write the owner, a '/' and a name that begins with 'homebrew-', such as 'otto-rs/homebrew-tap'",
                "packages: { npm: true } | 3:13 unknown key 'npm' => Slipway does not publish there: add a job that does to 'jobs'",
                "release: { prerelease: auto } | 3:12 unknown key 'prerelease' => remove it: a tag such as v1.2.3-rc.1 is marked as a prerelease",
                "zig: {} | 3:1 unknown key 'zig' => write 'command', with the commands that build below it",
                "toolchain: stable | 3:1 unknown key 'toolchain' => did you mean 'rust.toolchain'?",
                "license: Foo-1.0 | 3:10 unknown license 'Foo-1.0' => write a name of https://spdx.org/licenses/, or 'LicenseRef-Foo-1.0' for a license that is not listed",
            })
    void saysWhereWhatAndWhatToWrite(String text, String findings) {
        String config = (text.startsWith("!") ? text.substring(1) : BASE + text)
                .replace('⏎', '\n')
                .replace('→', '\t');
        assertThat(Examples.findings(config).stream()
                        .map(finding -> finding.position() + " " + finding.message() + " => " + finding.help())
                        .collect(Collectors.joining(" // ")))
                .isEqualTo(findings);
    }
}
