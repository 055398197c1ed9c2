package dev.slipway.detect.jreleaser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which files a JReleaser config releases, by the names that JReleaser gives them. */
class JReleaserTest {
    private static JReleaser read(String config) throws Exception {
        SourceText source = new SourceText("jreleaser.yml", config);
        return JReleaser.read(
                source.name(),
                YamlReader.readMerging(source),
                new Surroundings(Optional.of("me"), Optional.of("reed"), Optional.empty(), Optional.of("maven")));
    }

    private static List<String> assets(String config) throws Exception {
        return read(config).assets().stream().map(Fact::value).toList();
    }

    private static String left(JReleaser read) {
        return read.takeover().left().stream()
                .map(left -> left.key() + " " + left.value() + " " + left.why() + " " + left.from())
                .collect(Collectors.joining("\n"));
    }

    private static String open(JReleaser read) {
        return read.takeover().open().stream().map(Takeover.Open::why).collect(Collectors.joining("\n"));
    }

    @Test
    void aFileHasTheLastPartOfItsNewPathAndTheChecksumsHaveTheirAlgorithm() throws Exception {
        assertThat(assets("""
                environment: { properties: { folder: 'out/{{projectName}}' } }
                project: { name: reed }
                distributions:
                  reed:
                    artifacts:
                      - path: '{{ folder }}/reed.zip'
                        transform: '{{distributionName}}/reed-{{projectEffectiveVersion}}-{{platform}}.zip'
                        platform: linux-x86_64
                """)).containsExactly("reed-{version}-linux-x86_64.zip", "checksums_sha256.txt");
    }

    @Test
    void everyFileMayHaveItsChecksumsAndASignature() throws Exception {
        assertThat(assets("""
                checksum: { individual: true, algorithms: [SHA_512], name: sums }
                signing: { active: ALWAYS, files: false }
                files: { artifacts: [{ path: VERSION }, { path: a.jar, extraProperties: { skipChecksum: true } }] }
                distributions: { reed: { artifacts: [{ path: reed.zip }] } }
                """))
                .contains("VERSION.sha512", "VERSION.sha256", "reed.zip.sha256", "sums.sha256", "sums.sha512.asc")
                .contains("reed.zip.asc")
                .doesNotContain("VERSION.asc", "a.jar.sha256", "a.jar.asc");
    }

    @Test
    void whatIsSwitchedOffIsNoFileOfARelease() throws Exception {
        assertThat(assets("""
                release: { github: { checksums: false, files: false } }
                files: { artifacts: [{ path: VERSION }] }
                distributions:
                  early: { active: SNAPSHOT, artifacts: [{ path: early.zip }] }
                  reed:
                    artifacts:
                      - path: reed.zip
                      - { path: other.zip, active: NEVER }
                      - { path: kept.zip, extraProperties: { skipRelease: true } }
                """)).containsExactly("reed.zip");
    }

    @Test
    void whatJReleaserPacksIsAFileForEachPlatformAndFormat() throws Exception {
        assertThat(assets("""
                platform: { replacements: { aarch_64: arm64 } }
                release: { github: { checksums: false } }
                assemble:
                  jlink:
                    reed:
                      active: RELEASE
                      imageName: '{{distributionName}}-{{projectVersion}}'
                      formats: [ZIP, TAR_GZ]
                      targetJdks:
                        - { path: a, platform: osx-aarch_64 }
                        - { path: b, platform: windows-x86_64, extraProperties: { skipTargz: true } }
                  nativeImage:
                    fast:
                      active: ALWAYS
                      executable: reed
                      graalJdks: [{ path: c, platform: linux-x86_64 }]
                  archive: { unused: { formats: [ZIP] } }
                  javaArchive:
                    plain: { active: ALWAYS }
                    inner: { active: ALWAYS, exported: false }
                """))
                .containsExactlyInAnyOrder(
                        "reed-{version}-osx-arm64.zip",
                        "reed-{version}-osx-arm64.tar.gz",
                        "reed-{version}-windows-x86_64.zip",
                        "reed-{version}-linux-x86_64.zip",
                        "plain-{version}.zip");
    }

    @Test
    void eachRowOfAMatrixIsAnArchive() throws Exception {
        assertThat(assets("""
                release: { github: { checksums: false } }
                assemble:
                  archive:
                    reed:
                      active: ALWAYS
                      archiveName: 'reed-{{projectVersion}}-{{matrix.target}}'
                      matrix: { rows: [{ target: linux-amd64 }, { target: darwin-arm64 }] }
                """)).containsExactly("reed-{version}-linux-amd64.zip", "reed-{version}-darwin-arm64.zip");
    }

    @Test
    void namesOfInstallersAreKnownOnlyDuringARun() throws Exception {
        JReleaser read = read("""
                assemble:
                  jpackage: { setup: { active: ALWAYS, windows: { types: [msi] }, osx: { types: [pkg] } } }
                """);
        assertThat(read.assets()).isEmpty();
        assertThat(left(read)).contains("jreleaser assemble.jpackage.setup pkg, msi files of this kind are no longer");
    }

    @Test
    void aPackagerIsUsedOnlyIfItIsSwitchedOn() throws Exception {
        JReleaser read = read("""
                packagers: { scoop: { active: ALWAYS }, snap: { base: core18 } }
                distributions:
                  reed:
                    artifacts: [{ path: reed.zip }]
                    brew: { active: RELEASE, formulaName: reeds }
                    sdkman: { active: NEVER }
                    docker:
                      active: ALWAYS
                      registries: [{ serverName: ghcr.io }]
                      specs: { slim: { imageNames: ['me/reed-{{dockerSpecName}}:{{tagName}}'] } }
                """);
        assertThat(read.takeover().keys()).containsKey("packages.homebrew");
        assertThat(read.takeover().keys().get("packages.homebrew").value()).containsExactly("me/homebrew-tap");
        assertThat(left(read))
                .contains("distributions.reed.brew formulaName Slipway writes its own jreleaser.yml:5")
                .contains("packagers.scoop reed no longer published there")
                .doesNotContain("sdkman", "snap");
        assertThat(read.images()).extracting(Fact::value).containsExactly("ghcr.io/me/reed-slim:{tag}");
    }

    @Test
    void anImageNameMayBeginWithItsRegistry() throws Exception {
        JReleaser read = read("""
                distributions:
                  reed:
                    artifacts: [{ path: reed.zip }]
                    docker: { active: ALWAYS, imageNames: ['quay.io/me/reed:{{tagName}}', 'me/reed:latest'] }
                """);
        assertThat(read.images())
                .extracting(Fact::value)
                .containsExactly("quay.io/me/reed:{tag}", "docker.io/me/reed:latest");
    }

    @Test
    void whatIsPublishedOutsideOfTheReleaseIsSaidWithItsAddress() throws Exception {
        JReleaser read = read("""
                deploy:
                  maven:
                    mavenCentral:
                      sonatype: { active: RELEASE, url: 'https://central.example/publisher' }
                      unused: { url: 'https://unused.example' }
                upload: { http: { files: { active: ALWAYS, uploadUrl: 'https://files.example' } } }
                announce: { mastodon: { active: RELEASE, host: 'https://social.example' }, twitter: {} }
                catalog: { sbom: { syft: { active: ALWAYS, pack: { enabled: true } } } }
                """);
        assertThat(left(read))
                .contains("deploy.maven.mavenCentral.sonatype https://central.example/publisher no longer deployed")
                .contains("upload.http.files https://files.example no longer uploaded there")
                .contains("announce.mastodon mastodon releases are no longer announced there")
                .doesNotContain("unused", "twitter");
        assertThat(read.assets()).extracting(Fact::value).contains("{name}-{version}-sboms.zip");
    }

    @Test
    void theReleaseKeepsItsTagItsTitleAndItsNotes() throws Exception {
        JReleaser read = read("""
                project: { name: Reed }
                release:
                  github:
                    tagName: 'cli-{{projectVersion}}'
                    releaseName: '{{projectName}} {{projectVersion}}'
                    changelog: { external: CHANGELOG.md }
                    overwrite: true
                    sign: false
                """);
        assertThat(read.takeover().keys())
                .containsEntry("tag", new Fact<>(List.of("cli-*"), "jreleaser.yml:4 release.github.tagName"))
                .containsEntry(
                        "release.title",
                        new Fact<>(List.of("Reed {version}"), "jreleaser.yml:5 release.github.releaseName"))
                .containsKey("release.notes");
        assertThat(left(read)).contains("overwrite true a public release is never replaced");
    }

    @Test
    void whatIsNotTakenOverHasAnOrderThatNoRunChanges() throws Exception {
        JReleaser read = read("""
                project: { name: reed }
                release:
                  github: { makeLatest: false, issues: { enabled: true }, milestone: { close: true }, update: { enabled: true }, overwrite: true }
                """);
        assertThat(left(read)).containsSubsequence("overwrite", "update", "milestone", "issues");
    }

    @Test
    void titlesAreThoseOfJReleaserIfNothingElseIsSaid() throws Exception {
        assertThat(read("project: { name: reed }\n").takeover().keys().get("release.title"))
                .isEqualTo(new Fact<>(
                        List.of("Release {tag}"), "jreleaser.yml (JReleaser's default: no 'release.github')"));
    }

    @Test
    void aConfigThatCreatesNoReleaseHasNoFiles() throws Exception {
        JReleaser read = read("""
                release: { github: { skipRelease: true, skipTag: true } }
                distributions: { reed: { artifacts: [{ path: reed.zip }] } }
                """);
        assertThat(read.assets()).isEmpty();
        assertThat(read.creating()).isEmpty();
        assertThat(open(read)).contains("JReleaser creates no release here, but Slipway does; from jreleaser.yml:1");
    }

    @Test
    void aProgramWithoutJavaNeedsGraalVm() throws Exception {
        assertThat(open(read("""
                distributions: { reed: { type: BINARY, artifacts: [{ path: reed.zip, platform: linux-x86_64 }] } }
                """)))
                .contains("a program that needs no Java; name it here, or they get a jar and a Java runtime");
        assertThat(open(read("distributions: { reed: { artifacts: [{ path: reed.zip }] } }\n")))
                .isEmpty();
    }

    @Test
    void anythingElseIsSaidByItsKeyAndLine() throws Exception {
        assertThat(left(read("""
                extends: base.yml
                hooks: { command: {} }
                something: new
                release: { gitlab: { owner: me }, github: { sprouts: 3 } }
                """)))
                .contains(
                        "jreleaser extends base.yml not read: it may set every key that is not set here jreleaser.yml:1")
                .contains("jreleaser something new no config key for it jreleaser.yml:3")
                .contains("release.gitlab { owner } Slipway releases on GitHub jreleaser.yml:4")
                .contains("release.github.sprouts 3 no config key for it jreleaser.yml:4");
    }
}
