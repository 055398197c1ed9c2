package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What init proposes for projects that Maven builds. */
class JavaInitTest extends InitRun {
    @Test
    void aMavenProjectGetsItsJavaAndItsJar() throws IOException {
        new SampleRepository(directory).file("pom.xml", """
                        <project>
                          <artifactId>tool</artifactId><version>1.0</version>
                          <properties><maven.compiler.release>21</maven.compiler.release></properties>
                          <licenses><license><name>The Apache Software License, Version 2.0</name></license></licenses>
                          <build>
                            <finalName>tool-all</finalName>
                            <plugins><plugin><artifactId>maven-shade-plugin</artifactId><executions><execution><goals><goal>shade</goal></goals></execution></executions><configuration><transformers>
                              <transformer><mainClass>a.Main</mainClass></transformer>
                            </transformers></configuration></plugin></plugins>
                          </build>
                        </project>
                        """).committed().origin("https://github.com/me/tool");
        assertThat(init()).isZero();
        assertThat(settings(config())).isEqualTo("""
                        name: tool
                        repository: me/tool
                        maven: { java: 21, jar: target/tool-all.jar }
                        targets: [linux-amd64, linux-arm64, macos-amd64, macos-arm64, windows-amd64]
                        docker: { base: debian:bookworm-slim }
                        ci: { branches: [main] }
                        """);
        assertThat(out.toString()).contains("maven-shade-plugin", "a.Main", "such as 'license: MIT'");
    }

    @Test
    void aJarThatNobodyMakesIsForSomebodyToDecide() {
        new SampleRepository(directory)
                .file("pom.xml", "<project><artifactId>tool</artifactId><version>1.0</version></project>")
                .committed()
                .origin("https://github.com/me/tool");
        assertThat(init("--dry-run")).isZero();
        assertThat(out.toString()).contains("maven: {}");
        assertThat(err.toString())
                .contains(
                        "found no executable jar with all dependencies that 'mvn package' creates",
                        "release builds fail",
                        "no Java version for the build");
    }

    private static String shaded(String name) {
        return "<project><artifactId>" + name + "</artifactId><version>1.0</version>"
                + "<properties><maven.compiler.release>8</maven.compiler.release></properties><build><plugins><plugin>"
                + "<artifactId>maven-shade-plugin</artifactId><executions><execution><goals><goal>shade</goal></goals>"
                + "<configuration><mainClass>a.Main</mainClass></configuration></execution></executions></plugin></plugins></build></project>";
    }

    private SampleRepository modules(String... names) {
        SampleRepository repository = new SampleRepository(directory);
        StringBuilder modules = new StringBuilder();
        for (String name : names) {
            modules.append("<module>").append(name).append("</module>");
            repository.file(name + "/pom.xml", shaded(name));
        }
        return repository
                .file(
                        "pom.xml",
                        "<project><artifactId>all</artifactId><packaging>pom</packaging><modules>" + modules
                                + "</modules></project>")
                .committed()
                .origin("https://github.com/me/tool");
    }

    @Test
    void theModuleThatMakesTheProgramIsFoundAndBuiltWithAJdkThatHasJpackage() {
        modules("cli", "benchmarks");
        assertThat(init("--dry-run")).isZero();
        assertThat(out.toString()).contains("maven: { java: 17, jar: cli/target/cli-*.jar }");
        assertThat(err.toString())
                .contains("compiled for Java 8", "not released: benchmarks (benchmarks, maven-shade-plugin)");
    }

    @Test
    void ofSeveralModulesNobodyGuesses() {
        modules("one", "two");
        assertThat(init("--dry-run")).isEqualTo(2);
        assertThat(err.toString())
                .contains("several modules build a program", "--package': one (one, maven-shade-plugin), two (two,");
        assertThat(init("--dry-run", "--package", "two")).isZero();
        assertThat(out.toString()).contains("jar: two/target/two-*.jar");
    }

    @Test
    void whatAProfileMakesIsBuiltWithIt() {
        new SampleRepository(directory)
                .file(
                        "pom.xml",
                        shaded("tool")
                                .replace("<build>", "<profiles><profile><id>fat</id><build>")
                                .replace("</build>", "</build></profile></profiles>"))
                .committed()
                .origin("https://github.com/me/tool");
        assertThat(init("--dry-run")).isZero();
        assertThat(out.toString()).contains("maven: { java: 17, jar: target/tool-*.jar, profiles: [fat] }");
        assertThat(err.toString()).contains("release builds activate this profile, with everything else it does");
    }

    @Test
    void aModuleThatIsNotThereHasANearName() {
        modules("one", "two");
        assertThat(init("--dry-run", "--package", "twoo")).isEqualTo(2);
        assertThat(err.toString()).contains("no module 'twoo' builds a program", "did you mean 'two'?");
    }
}
