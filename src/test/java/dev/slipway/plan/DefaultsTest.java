package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.toolchain.command.Command;
import dev.slipway.toolchain.go.Go;
import dev.slipway.toolchain.jvm.JavaBundle;
import dev.slipway.toolchain.maven.Maven;
import dev.slipway.toolchain.rust.Rust;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each default that {@code docs/config.md} states is what a config without the key comes to. */
class DefaultsTest {
    private static final String RUST = "repository: Otto-rs/Otto\nrust: {}\n";
    private final ReleasePlan plan = plan(RUST + "docker: {}\n");

    private static ReleasePlan plan(String config) {
        return Examples.generate(config).plan();
    }

    @Test
    void theNameIsThatOfTheRepository() {
        assertThat(plan.project().name()).isEqualTo("Otto");
        assertThat(plan.project().description()).isEmpty();
        assertThat(plan.project().license()).isEmpty();
    }

    @Test
    void tagsWithAVStartAReleaseThatIsPublishedAtOnce() {
        assertThat(plan.tags()).isEqualTo(new TagRule(List.of("v*"), "v"));
        assertThat(plan.draft()).isFalse();
    }

    @Test
    void rustIsStableLockedAndWithItsDefaultFeatures() {
        assertThat(plan.toolchain())
                .isEqualTo(new Rust(
                        "stable",
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        true,
                        true,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()));
    }

    @Test
    void mavenIsTheNewestJavaWithLongTermSupport() {
        assertThat(plan("repository: a/b\nmaven: {}\n").toolchain())
                .isEqualTo(new Maven(
                        new JavaBundle("25", List.of(), List.of()),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        false));
    }

    @Test
    void targetsAreLinuxAndMacosForBothArchitectures() {
        assertThat(plan.builds().map(Build::platform))
                .containsExactly("linux-amd64", "linux-arm64", "macos-amd64", "macos-arm64");
        assertThat(plan("repository: a/b\nmaven: {}\n").builds().map(Build::platform))
                .containsExactly("linux-amd64", "linux-arm64", "macos-amd64", "macos-arm64");
    }

    @Test
    void buildsRunOnTheNewestRunnersWithoutPackages() {
        assertThat(plan.builds().map(Build::runner))
                .containsExactly("ubuntu-latest", "ubuntu-latest", "macos-latest", "macos-latest");
        assertThat(plan.groups()).extracting(BuildGroup::job).containsExactly("build-linux", "build-macos");
        assertThat(plan(RUST).groups()).hasSize(2).allSatisfy(group -> {
            assertThat(group.packages()).isEmpty();
            assertThat(group.env()).isEmpty();
        });
    }

    /** Programs do not run where the C library is older than theirs. */
    @Test
    void programsAreLinkedInTheSystemOfTheImage() {
        assertThat(plan.groups())
                .extracting(BuildGroup::container)
                .containsExactly(Optional.of("debian:bookworm"), Optional.empty());
        String arms = RUST + "targets: [linux-arm64, linux-amd64-musl]\n";
        assertThat(container(arms + "docker: { base: 'ubuntu:24.04' }\n")).contains("ubuntu:24.04");
        assertThat(container(arms + "docker: { base: 'debian:12-slim@sha256:" + "0123456789abcdef".repeat(4) + "' }\n"))
                .contains("debian:12");
        assertThat(container(arms + "docker: { base: gcr.io/distroless/cc-debian12 }\n"))
                .contains("debian:12");
        assertThat(container(arms + "docker: {}\nlinux: { container: debian:bullseye }\n"))
                .contains("debian:bullseye");
    }

    @Test
    void whatLinksNothingIsBuiltWithoutAContainer() {
        assertThat(container("repository: a/b\nmaven: {}\ndocker: {}\n")).isEmpty();
        assertThat(container(RUST + "targets: [linux-amd64-musl]\ndocker: {}\n"))
                .isEmpty();
        assertThat(container(RUST + "targets: [linux-amd64-musl]\ndocker: { base: distroless }\n"))
                .isEmpty();
        assertThat(container("repository: a/b\ngo: {}\n")).isEmpty();
        assertThat(container(RUST + "targets: [linux-amd64-musl]\n")).isEmpty();
    }

    private static Optional<String> container(String config) {
        return plan(config).groups().get(0).container();
    }

    @Test
    void javaIsBuiltOnAMachineOfEachArchitecture() {
        assertThat(plan("repository: a/b\nmaven: {}\n").builds().map(Build::runner))
                .containsExactly("ubuntu-latest", "ubuntu-24.04-arm", "macos-15-intel", "macos-latest");
        assertThat(plan("repository: a/b\nmaven: {}\nlinux: { runner: big }\n")
                        .builds()
                        .map(Build::runner))
                .startsWith("big", "big");
    }

    @Test
    void archivesAreNamedWithTagAndPlatformAndHoldTheLicence() {
        assertThat(plan.archives().text()).isEqualTo("Otto-{tag}-{platform}");
        assertThat(plan.include()).containsExactly("LICEN[CS]E*", "README*");
        assertThat(plan.checksums()).isEqualTo(new Sums(true, false, Optional.empty(), List.of(Digest.SHA256)));
        assertThat(plan.assets("v1.0.0"))
                .startsWith("Otto-v1.0.0-linux-amd64.tar.gz", "Otto-v1.0.0-linux-amd64.tar.gz.sha256")
                .hasSize(8);
    }

    @Test
    void theImageIsNamedAfterTheRepositoryInLowerCase() {
        Image image = plan.image().orElseThrow();
        assertThat(image.name()).isEqualTo("ghcr.io/otto-rs/otto");
        assertThat(image.registry()).isEqualTo("ghcr.io");
        assertThat(image.usual().base()).isEqualTo(new Base("debian:bookworm-slim", Base.Family.DEBIAN));
        assertThat(image.usual().user()).isEqualTo("otto");
        assertThat(image.platforms()).containsExactly("linux/amd64", "linux/arm64");
    }

    @Test
    void thereIsCiButNoImageAndNoPage() {
        ReleasePlan bare = plan(RUST);
        assertThat(bare.image()).isEmpty();
        assertThat(bare.page()).isEmpty();
        assertThat(bare.ci()).hasValueSatisfying(ci -> {
            assertThat(ci.triggers().branches()).containsExactly("main");
            assertThat(ci.runners()).containsExactly("ubuntu-latest", "macos-latest");
        });
        assertThat(plan(RUST + "ci: false\n").ci()).isEmpty();
        assertThat(Examples.generate(RUST + "ci: false\n").blueprint().ci()).isEmpty();
    }

    @Test
    void ciTestsWhereTheTargetsAreBuiltEachLabelOnce() {
        assertThat(plan(RUST + "targets: [linux-amd64, linux-arm64]\nlinux: { runner: ubuntu-24.04 }\n")
                        .ci()
                        .orElseThrow()
                        .runners())
                .containsExactly("ubuntu-24.04");
    }

    @ParameterizedTest
    @CsvSource({
        "tool_1, tool_1",
        "My.Tool, my-tool",
        "2fa, app",
        "a234567890123456789012345678901234, app",
        "a2345678901234567890123456789012, a2345678901234567890123456789012"
    })
    void theUserOfTheImageIsTheProjectAsLinuxTakesIt(String name, String user) {
        assertThat(plan(RUST + "name: " + name + "\ndocker: {}\n")
                        .image()
                        .orElseThrow()
                        .usual()
                        .user())
                .isEqualTo(user);
    }

    /** Every default in the document that is a value says what the plan says. */
    @Test
    void theDocumentSaysTheSame() {
        Map<String, String> documented = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\|[^|]*\\| `([^`|]*)` \\|")
                .matcher(Examples.read(Path.of("docs/config.md")))
                .results()
                .collect(Collectors.toMap((MatchResult row) -> row.group(1), row -> row.group(2)));
        Go go = (Go) Examples.generate("repository: a/b\ngo: {}\n").plan().toolchain();
        Command command = (Command) Examples.generate("repository: a/b\ncommand: { build: make }\n")
                .plan()
                .toolchain();
        assertThat(documented)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("tag", plan.tags().patterns().get(0)),
                        Map.entry("tag-scheme", plan.tags().scheme().word()),
                        Map.entry("rust.profile", ((Rust) plan.toolchain()).folder()),
                        Map.entry("rust.toolchain", ((Rust) plan.toolchain()).toolchain()),
                        Map.entry("rust.default-features", "" + ((Rust) plan.toolchain()).defaultFeatures()),
                        Map.entry("rust.locked", "" + ((Rust) plan.toolchain()).locked()),
                        Map.entry("go.version", go.version()),
                        Map.entry("go.ldflags", go.ldflags()),
                        Map.entry("go.flags", go.flags().toString()),
                        Map.entry("go.cgo", "" + go.cgo()),
                        Map.entry("go.history", "" + go.history()),
                        Map.entry("command.output", command.output()),
                        Map.entry("command.static", "" + command.standsAlone()),
                        Map.entry("command.history", "" + command.history()),
                        Map.entry("rust.history", "" + plan.toolchain().history()),
                        Map.entry(
                                "maven.history",
                                ""
                                        + plan("repository: a/b\nmaven: {}\n")
                                                .toolchain()
                                                .history()),
                        Map.entry(
                                "gradle.history",
                                ""
                                        + plan("repository: a/b\ngradle: {}\n")
                                                .toolchain()
                                                .history()),
                        Map.entry("archive.layout", plan.packing().layout().word()),
                        Map.entry("archive.name", plan.archives().text().replace("Otto", "{name}")),
                        Map.entry("archive.include", plan.include().toString()),
                        Map.entry("checksums", plan.checksums().perFile() ? "per-file" : ""),
                        Map.entry(
                                "release.trigger",
                                word(plan.release().triggers().get(0))),
                        Map.entry("release.draft", word(plan.release().draft())),
                        Map.entry("release.notes", word(plan.release().notes())),
                        Map.entry("release.title", plan.release().title()),
                        Map.entry("release.latest", word(plan.release().latest())),
                        Map.entry("hashes", plan.checksums().digests().get(0).word()),
                        Map.entry("attest", "" + plan.release().attest()),
                        Map.entry("sign", "" + plan.release().sign()),
                        Map.entry("packages.deb.file", "{package}_{version}_{arch}.deb"),
                        Map.entry("packages.rpm.file", "{package}-{version}-1.{arch}.rpm"),
                        Map.entry(
                                "packages.deb.section",
                                plan(RUST + "packages: { deb: true }\n")
                                        .packages()
                                        .deb()
                                        .orElseThrow()
                                        .section()),
                        Map.entry(
                                "docker.base",
                                plan.image().orElseThrow().usual().base().image()),
                        Map.entry(
                                "docker.path",
                                plan.image().orElseThrow().contents().path()),
                        Map.entry("docker.tags", "[latest, {version}, {tag}, {major}.{minor}, sha-{sha}]"),
                        Map.entry("docker.smoke.args", "--version"),
                        Map.entry("maven.compare", "--version"),
                        Map.entry(
                                "docker.smoke.before-tags",
                                ""
                                        + plan.image()
                                                .orElseThrow()
                                                .smoke()
                                                .orElseThrow()
                                                .beforeTags()),
                        Map.entry(
                                "ci.branches",
                                plan.ci().orElseThrow().triggers().branches().toString()),
                        Map.entry(
                                "ci.merge-queue",
                                "" + plan.ci().orElseThrow().triggers().mergeQueue()),
                        Map.entry("docker.file", plan.project().paths().dockerfile()),
                        Map.entry("lfs", "" + plan.sources().lfs()),
                        Map.entry("submodules", plan.sources().submodules().orElse("false"))));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
