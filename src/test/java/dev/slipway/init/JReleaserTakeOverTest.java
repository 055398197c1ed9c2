package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a JReleaser config gets into a first config, and what is listed. */
class JReleaserTakeOverTest {
    @TempDir
    private Path directory;

    private Proposal propose(String file, String config) throws NoProposal {
        return Proposal.of(
                new SampleRepository(directory)
                        .file("go.mod", "module github.com/me/reed\n\ngo 1.26\n")
                        .file("main.go", "package main\n\nfunc main() {}\n")
                        .file("LICENSE", "MIT\n")
                        .file(file, config)
                        .committed()
                        .origin("https://github.com/me/reed")
                        .read(),
                Optional.empty(),
                LocalDate.parse("2026-11-23"));
    }

    private static String said(Proposal proposal, Remark.Kind kind) {
        return proposal.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(remark -> remark.key() + " " + remark.value() + " " + remark.why())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatHasAKeyIsTakenOverAndTheRestIsListedWithItsLine() throws NoProposal {
        Proposal proposal = propose("jreleaser.yml", """
                project:
                  name: reed
                  description: Grows reed
                  license: MIT
                release:
                  github:
                    owner: me
                    overwrite: true
                    releaseName: 'Reed {{projectVersion}}'
                checksum: { name: 'reed-{{projectVersion}}.sums' }
                signing: { active: ALWAYS }
                packagers:
                  brew: { active: ALWAYS, repository: { owner: me, name: homebrew-reed } }
                  scoop: { active: ALWAYS }
                distributions:
                  reed:
                    artifacts:
                      - path: out/reed-{{projectVersion}}.zip
                      - path: 'out/{{distributionName}}-{{osArch}}.zip'
                """);
        assertThat(proposal.config())
                .contains("title: \"Reed {version}\"", "homebrew: me/homebrew-reed")
                .contains("checksum-file: \"reed-{version}_sha256.sums\"");
        assertThat(said(proposal, Remark.Kind.LEFT))
                .contains("jreleaser signing pgp Slipway does not sign files")
                .contains("jreleaser packagers.scoop reed no longer published there")
                .contains("jreleaser distributions.reed.artifacts[1].path out/{{distributionName}}-{{osArch}}.zip "
                        + "'{{osArch}}' is known only during a run; from jreleaser.yml:19")
                .contains("release.files reed-{version}.zip")
                .contains("reed-{version}.zip.asc, reed-{version}_sha256.sums.asc");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("release.trigger  JReleaser creates the tag")
                .contains("the full name of 'reed-….zip' is known only during a run");
    }

    @Test
    void jsonIsRead() throws NoProposal {
        Proposal proposal =
                propose("jreleaser.json", "{\"release\": {\"github\": {\"draft\": true, \"skipTag\": true}}}\n");
        assertThat(proposal.config()).contains("draft: keep");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("creates the tag");
    }

    @Test
    void tomlIsReadAndNamesItsFile() throws NoProposal {
        Proposal proposal = propose("jreleaser.toml", """
                [release.github]
                draft = true
                skipTag = true
                [signing]
                active = "ALWAYS"
                [distributions.reed]
                [[distributions.reed.artifacts]]
                path = "out/reed-{{projectVersion}}.zip"
                """);
        assertThat(proposal.config()).contains("draft: keep");
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains("release.draft keep from jreleaser.toml:2 release.github.draft");
        assertThat(said(proposal, Remark.Kind.LEFT))
                .contains("jreleaser signing pgp Slipway does not sign files")
                .contains("release.files reed-{version}.zip no longer released")
                .contains("from jreleaser.toml:7 distributions.reed.artifacts[0]");
    }

    @Test
    void aFileOfTwoDistributionsIsListedOnceAndPatternsAreSaid() throws NoProposal {
        Proposal proposal = propose("jreleaser.yml", """
                files: { globs: [{ pattern: 'out/reed-*.msi' }] }
                distributions:
                  one: { artifacts: [{ path: out/reed.zip }] }
                  two: { artifacts: [{ path: 'other/reed.zip' }] }
                """);
        assertThat(said(proposal, Remark.Kind.LEFT))
                .containsOnlyOnce("release.files reed.zip ")
                .contains(
                        "files.globs[0] out/reed-*.msi files of the release; their names are known only during a run");
    }

    private static String pom(String plugin) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>me</groupId>
                  <artifactId>reed-cli</artifactId>
                  <version>1.2.3-SNAPSHOT</version>
                  <properties><kind>linux-x86_64</kind></properties>
                  <profiles><profile><id>ship</id><build><plugins><plugin>
                    <groupId>org.jreleaser</groupId>
                    <artifactId>jreleaser-maven-plugin</artifactId>
                %s
                  </plugin></plugins></build></profile></profiles>
                </project>
                """.formatted(plugin);
    }

    @Test
    void aPomInAProfileSaysTheSameAsAFile() throws NoProposal {
        Proposal proposal = propose("pom.xml", pom("""
                <configuration><jreleaser>
                  <release><github><skipTag>true</skipTag></github></release>
                  <distributions><reed>
                    <sdkman><active>RELEASE</active></sdkman>
                    <artifacts>
                      <artifact>
                        <path>${project.build.directory}/reed-${project.version}-${kind}.zip</path>
                      </artifact>
                      <artifact><path>{{projectName}}-${unset}.jar</path></artifact>
                    </artifacts>
                  </reed></distributions>
                </jreleaser></configuration>
                """));
        assertThat(proposal.config()).contains("title: \"Release {tag}\"", "{name}-{version}-{platform}");
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains(
                        "targets linux-x86_64 x86_64-unknown-linux-gnu, from pom.xml:15 distributions.reed.artifacts[0]");
        assertThat(said(proposal, Remark.Kind.LEFT))
                .contains("jreleaser distributions.reed.sdkman reed no longer published there")
                .contains("artifacts[1].path {{projectName}}-${unset}.jar '${unset}' is known only during a run");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("the full name of 'reed-cli-….jar' is known only during a run");
    }

    @Test
    void aPomMayNameAFile() throws NoProposal {
        new SampleRepository(directory).file("cli/release.yml", """
                files: { artifacts: [{ path: VERSION }] }
                """);
        assertThat(said(propose("pom.xml", pom("""
                                <configuration><configFile>${project.basedir}/cli/release.yml</configFile></configuration>
                                """)), Remark.Kind.LEFT))
                .contains("release.files VERSION no longer released")
                .contains("from cli/release.yml:1 files.artifacts[0]");
    }

    @Test
    void theFormulaOfASecondDistributionEnds() throws NoProposal {
        Proposal proposal = propose("jreleaser.yml", """
                packagers: { brew: { active: ALWAYS } }
                distributions:
                  reed: { artifacts: [{ path: 'out/reed-{{projectVersion}}.zip' }] }
                  reed-view: { artifacts: [{ path: 'out/view-{{projectVersion}}.zip' }] }
                """);
        assertThat(proposal.config()).contains("homebrew: me/homebrew-tap");
        assertThat(said(proposal, Remark.Kind.LEFT))
                .contains("jreleaser distributions.reed-view.brew reed-view no longer published there")
                .doesNotContain("distributions.reed.brew");
    }

    @Test
    void ofTwoConfigsTheOtherIsNamed() throws NoProposal {
        new SampleRepository(directory).file("jreleaser.yml", "project: { name: reed }\n");
        assertThat(said(propose("pom.xml", pom("""
                                <executions><execution><configuration>
                                  <jreleaser><release><github><draft>true</draft></github></release></jreleaser>
                                </configuration></execution></executions>
                                """)), Remark.Kind.LEFT))
                .contains("jreleaser another config not read")
                .contains("from pom.xml:11");
    }

    @Test
    void aScriptInKotlinSaysTheSameAsAFile() throws NoProposal {
        Proposal proposal = propose("app/build.gradle.kts", """
                plugins { java }

                val reedVersion: String by project

                jreleaser {
                    version = reedVersion
                    gitRootSearch.set(true)
                    project {
                        authors.set(listOf("One", "Two"))
                        license.set("MIT")
                    }
                    distributions {
                        create("reed") {
                            artifact { setPath("build/$folder/reed-$reedVersion.zip") }
                            artifact {
                                path.set(layout.buildDirectory.file("libs/{{projectName}}-all.jar").get().asFile.path)
                                transform = "{{distributionName}}.jar"
                            }
                            artifact { path.set(tasks.named("odd").get().name) }
                            release { github { tagName.set("reed-$reedVersion"); skipTag.set(true) } }
                            sdkman { active.set(Active.RELEASE) }
                        }
                    }
                    packagers { brew { setActive("ALWAYS"); repoTap { repoOwner.set("us"); name.set("homebrew-tap") } } }
                    signing { active = Active.ALWAYS }
                    checksum { algorithms.set(setOf(Algorithm.SHA_512)) }
                }
                """);
        assertThat(proposal.config())
                .contains("tag: reed-*", "homebrew: us/homebrew-tap")
                .contains("hashes: [sha256, sha512]", "checksum-file: \"checksums_{hash}.txt\"");
        assertThat(said(proposal, Remark.Kind.LEFT))
                .contains("jreleaser project authors JReleaser's packages")
                .contains("jreleaser distributions.reed.sdkman reed no longer published there")
                .contains("release.files reed-{version}.zip no longer released")
                .contains("from app/build.gradle.kts:14 distributions.reed.artifacts[0]")
                .contains("release.files reed.jar no longer released")
                .contains("artifacts[2].path ${(tasks.named(odd).get().name)} '${(tasks.named(odd)")
                .contains("is known only during a run; from app/build.gradle.kts:19")
                .doesNotContain("gitRootSearch", "another config", "checksums_sha512.txt no longer");
    }

    @Test
    void aScriptInGroovySaysTheSameAsAFile() throws NoProposal {
        Proposal proposal = propose("build.gradle", """
                jreleaser {
                    release {
                        github {
                            owner = 'me'
                            draft = true
                            skipTag = true
                        }
                    }
                    files {
                        glob { pattern = 'build/distributions/*.msi' }
                        artifact { path = "build/reed-${project.version}.tar" }
                    }
                    deploy.maven.mavenCentral {
                        sonatype {
                            active 'RELEASE'
                            url = 'https://central.example'
                        }
                    }
                }
                """);
        assertThat(proposal.config()).contains("draft: keep");
        assertThat(said(proposal, Remark.Kind.LEFT))
                .contains("jreleaser deploy.maven.mavenCentral.sonatype https://central.example no longer deployed")
                .contains("files.globs[0] build/distributions/*.msi files of the release")
                .contains("release.files reed-{version}.tar no longer released");
    }

    @Test
    void whatAScriptRepeatsIsSaidAndNotGuessed() throws NoProposal {
        assertThat(said(propose("build.gradle.kts", """
                                jreleaser {
                                    distributions {
                                        modules.forEach {
                                            create(it.name) {
                                                artifact { path.set(file("out/{{distributionName}}-{{projectVersion}}.jar")) }
                                            }
                                        }
                                    }
                                }
                                """), Remark.Kind.OPEN))
                .contains("the full name of '…-{version}.jar' is known only during a run");
    }

    @Test
    void aRehearsalIsNoRelease() throws NoProposal {
        Proposal proposal = propose(".github/workflows/try.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  try:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: jreleaser/release-action@v2
                        with: { arguments: full-release --dry-run --yolo }
                      - run: mvn -B jreleaser:full-release -Djreleaser.dry.run
                """);
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("also releases");
    }

    private Proposal releasedBy(String step) throws NoProposal {
        return propose(".github/workflows/ship.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - run: gh release create "$GITHUB_REF_NAME" CHANGES.md
                %s
                """.formatted(step.indent(6)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- uses: jreleaser/release-action@v2\n  with: { arguments: publish }",
                "- run: jreleaser announce",
                "- run: ./mvnw -B jreleaser:deploy",
                "- run: ./gradlew :app:jreleaserUpload"
            })
    void whatOnlyPublishesAfterTheReleaseIsLeftToAJob(String step) throws NoProposal {
        assertThat(said(releasedBy(step), Remark.Kind.LEFT))
                .contains("JReleaser publishes artifacts, packages or announcements; run it after the release");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arguments: publish", "arguments: deploy --debug", "arguments: config"})
    void aCommandThatOnlyPublishesMakesNoRelease(String with) throws NoProposal {
        Proposal proposal = propose(".github/workflows/after.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  after:
                    runs-on: ubuntu-latest
                    steps: [{ uses: jreleaser/release-action@v2, with: { %s } }]
                """.formatted(with));
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("also releases");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version: latest", "arguments: full-release --debug", "arguments: release"})
    void aCommandThatReleasesAtATagFindsTheTag(String with) throws NoProposal {
        new SampleRepository(directory).file("jreleaser.yml", "project: { name: reed }\n");
        Proposal proposal = propose(".github/workflows/after.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  after:
                    runs-on: ubuntu-latest
                    steps: [{ uses: jreleaser/release-action@v2, with: { %s } }]
                """.formatted(with));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("also releases: remove it before the next release")
                .doesNotContain("JReleaser creates the tag");
    }

    @Test
    void anArchiveOfATripleIsThatOfTheTargetThatTheWorkflowBuilds() throws NoProposal {
        Proposal proposal = Proposal.of(
                new SampleRepository(directory)
                        .file("Cargo.toml", "[package]\nname = \"sedge-cli\"\nversion = \"1.0.0\"\nlicense = \"MIT\"\n")
                        .file("Cargo.lock", "version = 4\n")
                        .file("src/main.rs", "fn main() {}\n")
                        .file("jreleaser.yml", """
                                project: { name: sedge }
                                distributions:
                                  sedge-cli:
                                    artifacts:
                                      - path: out/sedge-cli-{{projectVersion}}-x86_64-unknown-linux-gnu.zip
                                """)
                        .file(".github/workflows/ship.yml", """
                                on: { push: { tags: ['v*'] } }
                                jobs:
                                  ship:
                                    runs-on: ubuntu-latest
                                    steps:
                                      - run: cargo build --release --target x86_64-unknown-linux-gnu
                                      - uses: jreleaser/release-action@v2
                                """)
                        .committed()
                        .origin("https://github.com/me/sedge-cli")
                        .read(),
                Optional.empty(),
                LocalDate.parse("2026-11-23"));
        assertThat(proposal.config())
                .contains("name: sedge-cli", "format: zip", "name: \"{name}-{version}-{platform}\"");
        assertThat(said(proposal, Remark.Kind.LEFT)).doesNotContain("release.files");
    }
}
