package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import dev.slipway.published.Comparison;
import dev.slipway.published.PublishedRelease;
import dev.slipway.published.ReleaseList;
import dev.slipway.source.SourceText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A jar that people download today is released as before, besides archives for every system that Java runs on. */
class JarsTest {
    private static final String SYSTEMS =
            "targets: [linux-amd64, linux-arm64, macos-amd64, macos-arm64, windows-amd64]";

    @TempDir
    Path directory;

    private SampleRepository shaded() {
        return new SampleRepository(directory).file("pom.xml", """
                <project>
                  <groupId>org.reef</groupId><artifactId>reef</artifactId><version>2.1.0-SNAPSHOT</version>
                  <properties><maven.compiler.release>21</maven.compiler.release></properties>
                  <build><plugins><plugin>
                    <artifactId>maven-shade-plugin</artifactId>
                    <executions><execution><goals><goal>shade</goal></goals><configuration>
                      <transformers><transformer><mainClass>org.reef.Main</mainClass></transformer></transformers>
                    </configuration></execution></executions>
                  </plugin></plugins></build>
                </project>
                """).file("LICENSE", "MIT");
    }

    private static Proposal propose(SampleRepository repository, Optional<PublishedRelease> old) throws NoProposal {
        return Proposal.of(
                repository.committed().origin("https://github.com/me/reef").read(),
                Optional.empty(),
                LocalDate.parse("2026-11-28"),
                Place.FREE,
                old.map(release -> new Evidence(release, Optional.empty(), Optional.empty())));
    }

    private static String remarks(Proposal proposal, Remark.Kind kind) {
        return proposal.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(remark -> remark.key() + " " + remark.value() + ": " + remark.why())
                .collect(Collectors.joining("\n"));
    }

    private static String files(Proposal proposal) {
        return proposal.config()
                .lines()
                .filter(line -> line.startsWith("release:"))
                .findFirst()
                .orElse("");
    }

    @Test
    void aProgramThatRunsEverywhereIsReleasedForEverySystem() throws NoProposal {
        Proposal proposal = propose(shaded(), Optional.empty());
        assertThat(proposal.config()).contains(SYSTEMS);
        assertThat(remarks(proposal, Remark.Kind.GUESS)).contains("targets", "Java runs on all of them");
        assertThat(files(proposal)).isEmpty();
        assertThat(remarks(proposal, Remark.Kind.LEFT))
                .contains("write 'release: { files: \"{archive}/reef/lib/app/reef.jar\" }'")
                .doesNotContain("macOS");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "reef-2.0.4.jar     | reef-{version}.jar | TAKEN",
                "reef-v2.0.4.jar    | reef-{tag}.jar     | TAKEN",
                "reef-standalone.jar | reef-standalone.jar | GUESS",
            })
    void theJarOfTheLastReleaseIsKept(String jar, String written, Remark.Kind kind) throws NoProposal {
        PublishedRelease old = ReleaseList.read(new SourceText("old.txt", jar + "\nreef-2.0.4-sources.jar\n"))
                .tagged("v2.0.4");
        Proposal proposal = propose(shaded(), Optional.of(old));
        assertThat(files(proposal))
                .isEqualTo("release: { files: \"{archive}/reef/lib/app/reef.jar => " + written + "\" }");
        assertThat(remarks(proposal, kind)).contains("release.files " + written + ": ");
        assertThat(Comparison.of(old.names(), proposal.plan().assets("v2.0.4"), "2.0.4")
                        .lost())
                .extracting(row -> row.before())
                .containsExactly("reef-2.0.4-sources.jar");
        assertThat(proposal.config()).contains(SYSTEMS);
    }

    @Test
    void theJarOfAnotherModuleIsNotTheOneOfTheProgram() throws NoProposal {
        SampleRepository repository = new SampleRepository(directory)
                .file("pom.xml", """
                        <project>
                          <groupId>org.reef</groupId><artifactId>reef-all</artifactId><version>1</version>
                          <packaging>pom</packaging><modules><module>boot</module></modules>
                          <profiles><profile><id>web</id><modules><module>tide-server</module></modules></profile></profiles>
                        </project>
                        """)
                .file("boot/pom.xml", """
                        <project>
                          <parent><groupId>org.reef</groupId><artifactId>reef-all</artifactId><version>1</version></parent>
                          <artifactId>reef-boot</artifactId>
                          <build><plugins><plugin>
                            <artifactId>maven-shade-plugin</artifactId>
                            <executions><execution><goals><goal>shade</goal></goals><configuration>
                              <transformers><transformer><mainClass>org.reef.Main</mainClass></transformer></transformers>
                            </configuration></execution></executions>
                          </plugin></plugins></build>
                        </project>
                        """)
                .file("tide-server/pom.xml", "<project><artifactId>reef-tide-server</artifactId></project>");
        PublishedRelease old = ReleaseList.read(new SourceText("old.txt", "reef-tide-server-2.0.4-fat.jar\n"))
                .tagged("v2.0.4");
        assertThat(files(propose(repository, Optional.of(old)))).isEmpty();
    }

    @Test
    void theJarThatAWorkflowUploadsIsKeptBesideOtherSettingsOfTheRelease() throws NoProposal {
        Proposal proposal = propose(shaded().file(".github/workflows/release.yml", """
                        on: { release: { types: [published] } }
                        jobs:
                          jar:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v6
                              - run: mvn package && cp target/reef-*.jar reef.jar
                              - run: gh release upload "$GITHUB_REF_NAME" reef.jar
                        """), Optional.empty());
        assertThat(files(proposal))
                .isEqualTo("release: { files: \"{archive}/reef/lib/app/reef.jar => reef.jar\", trigger: published }");
        assertThat(remarks(proposal, Remark.Kind.LEFT)).doesNotContain("reef.jar");
    }

    @Test
    void aPatternThatTakesTheJarIsAGuess() throws NoProposal {
        Proposal proposal = propose(shaded().file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          jar:
                            runs-on: ubuntu-latest
                            steps:
                              - run: ./mvnw package
                              - uses: softprops/action-gh-release@v2
                                with: { files: "target/reef*.jar" }
                        """), Optional.empty());
        assertThat(files(proposal))
                .isEqualTo("release: { files: \"{archive}/reef/lib/app/reef.jar => reef-{version}.jar\" }");
        assertThat(remarks(proposal, Remark.Kind.GUESS)).contains("release.files reef-{version}.jar: most likely");
    }

    @Test
    void theJarDecidesWhichTaskOfGradleMakesTheProgram() throws NoProposal {
        SampleRepository repository = new SampleRepository(directory)
                .file("settings.gradle", "rootProject.name = 'reef'\n")
                .file("gradlew", "#!/bin/sh\n")
                .file("build.gradle", """
                        plugins { id 'application'; id 'com.gradleup.shadow' version '9.2.2' }
                        version = '2.1.0'
                        application { mainClass = 'org.reef.Main' }
                        """);
        PublishedRelease old = ReleaseList.read(new SourceText("old.txt", "reef-2.0.4-all.jar\n"))
                .tagged("v2.0.4");
        Proposal proposal = propose(repository, Optional.of(old));
        assertThat(proposal.config()).contains("jar: build/libs/reef-*-all.jar");
        assertThat(files(proposal))
                .isEqualTo("release: { files: \"{archive}/reef/lib/app/reef.jar => reef-{version}-all.jar\" }");
    }

    @Test
    void aPatternDecidesItAsWell() throws NoProposal {
        Proposal proposal = propose(
                new SampleRepository(directory)
                        .file("settings.gradle", "rootProject.name = 'reef'\n")
                        .file("gradlew", "#!/bin/sh\n")
                        .file("build.gradle", """
                                plugins { id 'application'; id 'com.gradleup.shadow' version '9.2.2' }
                                version = '2.1.0'
                                application { mainClass = 'org.reef.Main' }
                                """)
                        .file(".github/workflows/release.yml", """
                                on: { push: { tags: ['v*'] } }
                                jobs:
                                  jar:
                                    runs-on: ubuntu-latest
                                    steps:
                                      - run: gh release create "$GITHUB_REF_NAME" build/distributions/reef-*.zip build/libs/reef-*-all.jar
                                """),
                Optional.empty());
        assertThat(proposal.config()).contains("jar: build/libs/reef-*-all.jar");
        assertThat(files(proposal))
                .isEqualTo("release: { files: \"{archive}/reef/lib/app/reef.jar => reef-{version}-all.jar\" }");
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource({
        "rules/target/reef-rules-$TAG.jar, reef.jar,",
        "./rules/build/libs/rules.jar, rules.jar,",
        "target/reef-$TAG.jar, reef.jar, TAKEN",
        "./target/checkout/target/reef-$TAG.jar, reef.jar, TAKEN",
        "target/reef-some.jar, reef.jar, GUESS",
        "out/reef.jar, reef.jar, GUESS",
    })
    void whereAnUploadComesFromShowsWhetherItIsTheProgram(String path, String name, Remark.Kind kind)
            throws NoProposal {
        Proposal proposal = propose(
                shaded().file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          jar:
                            runs-on: ubuntu-latest
                            steps:
                              - run: mvn package
                              - uses: actions/upload-release-asset@v1
                                with: { asset_path: '%s', asset_name: %s }
                        """.formatted(
                                path.replace("$TAG", "${{ github.ref_name }}"), name)),
                Optional.empty());
        if (kind == null) {
            assertThat(files(proposal)).isEmpty();
            assertThat(remarks(proposal, Remark.Kind.LEFT)).contains("release.files " + name + ": no longer released");
        } else {
            assertThat(files(proposal)).contains("=> " + name);
            assertThat(remarks(proposal, kind)).contains("release.files " + name + ": ");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "reef-* | {name}-{version}-{platform} | reef-9.9.9-linux-amd64.tar.gz",
                "v*     | {name}-{tag}-{platform}     | reef-v9.9.9-linux-amd64.tar.gz",
            })
    void namesOfArchivesAreAGuessWhereOnlyAJarHasAName(String tags, String template, String archive) throws NoProposal {
        Proposal proposal =
                propose(shaded().file(".github/workflows/release.yml", """
                        on: { push: { tags: ['%s'] } }
                        jobs:
                          jar:
                            runs-on: ubuntu-latest
                            steps:
                              - run: mvn package && cp target/reef-*.jar reef.jar
                              - run: gh release upload "$GITHUB_REF_NAME" reef.jar
                        """.formatted(tags)), Optional.empty());
        assertThat(remarks(proposal, Remark.Kind.GUESS))
                .contains("archive.name " + template
                        + ": no name that was found shows a platform; one is 'reef.jar', from "
                        + ".github/workflows/release.yml:7 jobs.jar");
        assertThat(proposal.plan().assets(tags.replace("*", "9.9.9"))).contains(archive);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"plugins\": [[\"@semantic-release/github\", {\"assets\": [{\"path\": \"build/libs/*-all*\"}]}]]} | reef-{version}-all.jar",
                "plugins: [['@semantic-release/github', {assets: 'build/libs/*.jar'}]] | reef-{version}-all.jar",
                "plugins: [['@semantic-release/github', {assets: [{path: 'build/libs/reef-${nextRelease.version}-all.jar', name: 'reef.jar'}]}]] | reef.jar",
            })
    void whatSemanticReleaseAttachesIsADownload(String config, String jar) throws NoProposal {
        Proposal proposal = propose(
                new SampleRepository(directory)
                        .file("settings.gradle", "rootProject.name = 'reef'\n")
                        .file("gradlew", "#!/bin/sh\n")
                        .file("build.gradle", """
                                plugins { id 'application'; id 'com.gradleup.shadow' version '9.2.2' }
                                version = '2.1.0'
                                application { mainClass = 'org.reef.Main' }
                                """)
                        .file(".releaserc", config + "\n"),
                Optional.empty());
        assertThat(proposal.config()).contains("jar: build/libs/reef-*-all.jar");
        assertThat(files(proposal)).isEqualTo("release: { files: \"{archive}/reef/lib/app/reef.jar => " + jar + "\" }");
    }

    @Test
    void otherFilesThatSemanticReleaseAttachesAreListed() throws NoProposal {
        Proposal proposal = propose(
                shaded().file("package.json", """
                                { "release": { "plugins": ["@semantic-release/git", ["@semantic-release/github", {
                                \t"assets": ["docs/reef.pdf", { "path": ["a.txt", "!b.txt"] }, { "path": "c", "name": "reef-${nextRelease.gitTag}.bin" }] }]] } }
                                """)
                        .file("release.config.cjs", "module.exports = { tagFormat: 'kelp-${version}' }\n"),
                Optional.empty());
        assertThat(remarks(proposal, Remark.Kind.LEFT))
                .contains(
                        "release.files reef.pdf: no longer released",
                        "release.files a.txt: no longer released",
                        "release.files reef-{tag}.bin: no longer released",
                        "from package.json:2")
                .doesNotContain("b.txt");
        assertThat(remarks(proposal, Remark.Kind.OPEN))
                .contains(
                        "'release.config.cjs' was not read; if it lists 'assets'",
                        "'release.config.cjs' was not read, but mentions 'tagFormat'");
    }

    @Test
    void theTargetsOfAClientInAnotherLanguageAreNotThoseOfTheProgram() throws NoProposal {
        Proposal proposal = propose(
                shaded().file("client/Cargo.toml", "[package]\nname = \"reef-client\"\nversion = \"1.0.0\"\n")
                        .file(".github/workflows/release.yml", """
                                on: { push: { tags: ['v*'] } }
                                jobs:
                                  client:
                                    strategy: { matrix: { os: [ubuntu-latest, macos-latest] } }
                                    runs-on: ${{ matrix.os }}
                                    defaults: { run: { working-directory: client } }
                                    steps:
                                      - run: cargo build --release
                                  jar:
                                    runs-on: ubuntu-latest
                                    steps:
                                      - run: mvn package && cp target/reef-*.jar reef.jar
                                      - run: gh release upload "$GITHUB_REF_NAME" reef.jar
                                """),
                Optional.empty());
        assertThat(proposal.config()).contains(SYSTEMS);
        assertThat(remarks(proposal, Remark.Kind.TAKEN)).doesNotContain("targets");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "reef-Linux-native.tar.gz | [linux-amd64, linux-arm64, macos-amd64, macos-arm64, windows-amd64] | reef-Linux-native.tar.gz",
                "reef-linux.tar.gz reef-windows.zip | as: windows }, macos-amd64, macos-arm64 |",
            })
    void aFileForAllSystemsKeepsThemBesideFilesForSome(String files, String targets, String lost) throws NoProposal {
        Proposal proposal =
                propose(shaded().file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          jar:
                            runs-on: ubuntu-latest
                            steps:
                              - run: mvn package && ./pack.sh
                              - run: gh release upload "$GITHUB_REF_NAME" "reef-$GITHUB_REF_NAME.tar.gz" %s
                        """.formatted(files)), Optional.empty());
        assertThat(proposal.config().replace("\n  - ", ", ")).contains(targets).doesNotContain("native");
        assertThat(remarks(proposal, Remark.Kind.LEFT))
                .contains("release.files reef-{tag}.tar.gz", lost == null ? "" : "release.files " + lost);
    }
}
