package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Examples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a config that says something comes to. */
class PlanTest {
    private static final String RUST = "name: otto\nrepository: otto-rs/otto\nrust: {}\n";

    private static ReleasePlan plan(String config) {
        return Examples.generate(RUST + config).plan();
    }

    @Test
    void theWordOfATargetIsTheWordInTheName() {
        assertThat(plan("targets: [macos-x86_64, linux-aarch64, linux-amd64-musl]\nchecksums: none\n")
                        .assets("v1"))
                .containsExactly(
                        "otto-v1-linux-aarch64.tar.gz",
                        "otto-v1-linux-amd64-musl.tar.gz",
                        "otto-v1-macos-x86_64.tar.gz");
    }

    @Test
    void namesOfArchivesAreFilledIn() {
        ReleasePlan plan = plan("targets: linux-amd64\narchive: { name: '{name}_{target}_{tag}_{platform}' }\n");
        assertThat(plan.assets("v2"))
                .containsExactly(
                        "otto_x86_64-unknown-linux-gnu_v2_linux-amd64.tar.gz",
                        "otto_x86_64-unknown-linux-gnu_v2_linux-amd64.tar.gz.sha256");
        assertThat(plan.archives().tokens()).containsExactly("otto_", "{target}", "_", "{tag}", "_", "{platform}");
    }

    @Test
    void aNameNeedsNoTag() {
        ReleasePlan plan = plan("targets: linux-amd64\narchive: { name: '{name}-{platform}' }\n");
        Build build = plan.builds().findFirst().orElseThrow();
        assertThat(build.archive()).isEqualTo(new ArchiveName("otto-linux-amd64.tar.gz", "v"));
        assertThat(build.archive().with("v1")).isEqualTo("otto-linux-amd64.tar.gz");
    }

    @Test
    void aTagInTheNameIsItsPlace() {
        assertThat(new ArchiveName("a-{tag}.tar.gz", "v").with("v1")).isEqualTo("a-v1.tar.gz");
    }

    @Test
    void aVersionInTheNameIsTheTagWithoutWhatStandsBeforeIt() {
        ArchiveName name = new ArchiveName("a-{version}.zip", "cli-v");
        assertThat(name.with("cli-v1.2.3")).isEqualTo("a-1.2.3.zip");
        assertThat(name.inShell()).isEqualTo("a-${TAG#cli-v}.zip");
    }

    @Test
    void settingsOfASystemGoToItsBuilds() {
        ReleasePlan plan = plan("""
                linux: { runner: ubuntu-24.04, container: debian:bookworm, packages: [git], env: { A: b } }
                macos: { runner: macos-15, packages: [zlib], env: { C: d } }
                """);
        BuildGroup linux = plan.groups().get(0);
        assertThat(linux.container()).contains("debian:bookworm");
        assertThat(linux.packages()).containsExactly("git");
        assertThat(linux.env()).isEqualTo(Map.of("A", "b"));
        assertThat(linux.builds()).extracting(Build::runner).containsOnly("ubuntu-24.04");
        BuildGroup macos = plan.groups().get(1);
        assertThat(macos.container()).isEmpty();
        assertThat(macos.packages()).containsExactly("zlib");
        assertThat(macos.env()).isEqualTo(Map.of("C", "d"));
        assertThat(macos.builds()).extracting(Build::runner).containsOnly("macos-15");
    }

    @Test
    void whatIsSaidOfTheProjectIsKept() {
        ReleasePlan plan = plan("""
                description: runs tasks
                license: MIT
                tag: ['v[0-9]+.*', 'v2*']
                archive: { include: [A, B] }
                checksums: none
                release: { draft: true }
                ci: { branches: [trunk], os: [windows-latest] }
                docs: { release: docs/a.md, intro: docs/b.md }
                """);
        assertThat(plan.project())
                .isEqualTo(new Project(
                        "otto",
                        new Repository("otto-rs", "otto"),
                        Optional.of("runs tasks"),
                        Optional.of("MIT"),
                        Paths.USUAL));
        assertThat(plan.project().repository().url()).isEqualTo("https://github.com/otto-rs/otto");
        assertThat(plan.tags()).isEqualTo(new TagRule(List.of("v[0-9]+.*", "v2*"), "v"));
        assertThat(plan.include()).containsExactly("A", "B");
        assertThat(plan.checksums()).isEqualTo(new Sums(false, false, Optional.empty(), List.of(Digest.SHA256)));
        assertThat(plan.draft()).isTrue();
        assertThat(plan.ci().orElseThrow().triggers().branches()).containsExactly("trunk");
        assertThat(plan.ci().orElseThrow().runners()).containsExactly("windows-latest");
        assertThat(plan.page()).contains(new Page("docs/a.md", Optional.of("docs/b.md")));
    }

    @Test
    void theImageIsWhatTheConfigSays() {
        Image image = plan("docker: { image: registry.example:5000/a/b, user: me, platforms: linux/arm64 }\n")
                .image()
                .orElseThrow();
        assertThat(image.name()).isEqualTo("registry.example:5000/a/b");
        assertThat(image.usual().user()).isEqualTo("me");
        assertThat(image.platforms()).containsExactly("linux/arm64");
        assertThat(image.builds()).extracting(Build::platform).containsExactly("linux-arm64");
    }

    @Test
    void platformsComeInTheOrderOfTheConfig() {
        assertThat(plan("docker: { platforms: [linux/arm64, linux/amd64] }\n")
                        .image()
                        .orElseThrow()
                        .platforms())
                .containsExactly("linux/arm64", "linux/amd64");
    }

    @ParameterizedTest
    @CsvSource({"ghcr.io/a/b, ghcr.io", "a/b, docker.io", "host:5000/a, host:5000", "quay.io/a/b, quay.io"})
    void theRegistryIsTheHostOfTheImagesName(String name, String registry) {
        assertThat(plan("docker: { image: '" + name + "' }\n")
                        .image()
                        .orElseThrow()
                        .registry())
                .isEqualTo(registry);
    }

    @Test
    void anImageTakesTheGnuBuildWhereItHasTheLibraryAndTheStaticOneWhereNot() {
        String both = "targets: [linux-amd64-musl, linux-amd64, linux-arm64-musl]\n";
        assertThat(plan(both + "docker: {}\n").image().orElseThrow().builds())
                .extracting(Build::platform)
                .containsExactly("linux-amd64", "linux-arm64-musl");
        for (String base : List.of("scratch", "alpine:3.22")) {
            assertThat(plan(both + "docker: { base: '" + base + "' }\n")
                            .image()
                            .orElseThrow()
                            .builds())
                    .extracting(Build::platform)
                    .containsExactly("linux-amd64-musl", "linux-arm64-musl");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "debian:bookworm-slim, DEBIAN",
        "ubuntu, DEBIAN",
        "docker.io/library/debian, DEBIAN",
        "localhost:5000/debian, DEBIAN",
        "alpine:3.22, ALPINE",
        "alpine@sha256:00, ALPINE",
        "gcr.io/distroless/cc-debian12:nonroot, DISTROLESS",
        "scratch, SCRATCH",
        "fedora:43, OTHER",
        "example/debian-like, OTHER",
        "example/scratch, OTHER"
    })
    void aBaseIsKnownByItsName(String image, Base.Family family) {
        assertThat(Base.of(image)).isEqualTo(new Base(image, family));
    }

    @ParameterizedTest
    @CsvSource({
        "v*, v",
        "v1.*, v",
        "v[0-9]+.[0-9]+.[0-9]+, v",
        "cli-v?[0-9], cli-v",
        "'*', ''",
        "release-1.2.*, release-",
        "otto@*, otto@",
        "'v1+', v"
    })
    void thePrefixOfATagIsWhatStandsBeforeTheVersion(String pattern, String prefix) {
        assertThat(TagRule.prefix(pattern)).isEqualTo(prefix);
    }

    @Test
    void examplesOfTagsHaveThePrefix() {
        assertThat(new TagRule(List.of("cli-v*"), "cli-v").example("1.2.3")).isEqualTo("cli-v1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "v0.6.3, 0.6.3, 0.6, false",
        "v0.6.4-rc.1, 0.6.4-rc.1, 0.6, true",
        "v1.20.3+build-5, 1.20.3+build-5, 1.20, false",
        "v10.0.0, 10.0.0, 10.0, false"
    })
    void aTagSaysItsVersion(String name, String version, String minor, boolean prerelease) {
        Tag tag = Tag.of(name, "v").orElseThrow();
        assertThat(tag).isEqualTo(new Tag(name, version));
        assertThat(tag.minor()).isEqualTo(minor);
        assertThat(tag.prerelease()).isEqualTo(prerelease);
    }

    /** The label and the tags of an image cannot hold a plus. */
    @Test
    void whatAVersionSaysOfItsBuildIsNoPartOfATag() {
        assertThat(ImageTags.usual(new TagRule(List.of("v*"), "v"))
                        .at(Tag.of("v1.2.3+b.5", "v").orElseThrow(), "0123456", ""))
                .containsExactly("latest", "1.2.3", "v1.2.3-b.5", "1.2", "sha-0123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v1.2", "v1.2.3.4", "vx.y.z", "v01.2.3", "v1.2.3-", "main", "v-1.2.3", "1.2.3", ""})
    void whatIsNoVersionIsNoTag(String name) {
        assertThat(Tag.of(name, "v")).isEmpty();
    }

    @Test
    void aTagThatWasNotReadHasNoVersion() {
        assertThatIllegalStateException().isThrownBy(() -> new Tag("x", "x").prerelease());
    }

    @Test
    void anActionOfTheConfigReplacesThePinnedOne() {
        ReleasePlan plan = plan("actions: { actions/checkout: v6.0.2 }\n");
        assertThat(plan.actions().of("actions/checkout").source()).isEqualTo("actions/checkout@v6.0.2");
        assertThat(plan.actions().of("actions/checkout").version()).isEmpty();
        assertThat(plan.actions().of("actions/upload-artifact").ref()).hasSize(40);
        assertThat(plan.actions().overridden()).containsExactly("actions/checkout");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actions:⏎  actions/checkout: 08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v6.0.2 | v6.0.2",
                "actions:⏎  actions/checkout: \"08c6903cd8c0fde910a37f88322edcfb5dd907a8\"  #6.0.2, for Node 20 | 6.0.2",
                "actions: { actions/checkout: 08c6903cd8c0fde910a37f88322edcfb5dd907a8 } # v6.0.2 | v6.0.2",
                "actions:⏎  actions/checkout: 08c6903cd8c0fde910a37f88322edcfb5dd907a8 # the newest | ''",
                "actions:⏎  actions/checkout: 08c6903cd8c0fde910a37f88322edcfb5dd907a8 | ''",
                "actions:⏎  actions/checkout: v6 # v6.0.2 | ''",
                "actions:⏎  actions/upload-artifact: &it 08c6903cd8c0fde910a37f88322edcfb5dd907a8⏎  actions/checkout: *it # v6.0.2 | ''",
            })
    void theCommentAfterACommitIsItsVersion(String actions, String version) {
        assertThat(plan(actions.replace('⏎', '\n') + "\n")
                        .actions()
                        .of("actions/checkout")
                        .version())
                .isEqualTo(version);
    }

    @Test
    void aReleaseWithoutAnImageNeedsItsActions() {
        assertThat(RequiredSetting.of(plan("")))
                .extracting(RequiredSetting::where, RequiredSetting::address)
                .containsExactly(
                        tuple("Repository: Actions, General", "https://github.com/otto-rs/otto/settings/actions"),
                        tuple(
                                "Organization: Actions, General",
                                "https://github.com/organizations/otto-rs/settings/actions"));
    }

    @Test
    void anImageOnGitHubNeedsTheSettingsOfItsPackages() {
        assertThat(RequiredSetting.of(plan("docker: { image: ghcr.io/tools/a/otto }\n")))
                .hasSize(4)
                .extracting(RequiredSetting::where, RequiredSetting::address)
                .contains(
                        tuple("Organization: Packages", "https://github.com/organizations/tools/settings/packages"),
                        tuple(
                                "Package, after the first release",
                                "https://github.com/orgs/tools/packages/container/a%2Fotto/settings"));
    }

    @Test
    void anImageElsewhereNeedsTheSecretsOfItsRegistry() {
        assertThat(RequiredSetting.of(plan("docker: { image: quay.io/otto/otto }\n")))
                .hasSize(3)
                .last()
                .satisfies(setting -> {
                    assertThat(setting.what()).contains("REGISTRY_USERNAME", "REGISTRY_TOKEN", "quay.io");
                    assertThat(setting.address()).endsWith("/otto-rs/otto/settings/secrets/actions");
                });
    }
}
