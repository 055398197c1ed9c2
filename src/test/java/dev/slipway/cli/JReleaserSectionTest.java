package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.detect.SampleRepository;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes over the config of JReleaser that {@code docs/init.md} shows. */
class JReleaserSectionTest {
    private static final String PAGE = Examples.read(Path.of("docs/init.md"));

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A block of the section: what was before, what comes after, what is lost. */
    private static List<String> block(int index) {
        String section = PAGE.substring(PAGE.indexOf("### JReleaser\n"));
        return section.split("(?m)^```[a-z]*\n")[2 * index + 1].lines().toList();
    }

    @BeforeEach
    void takeOver() {
        new SampleRepository(directory)
                .file("pom.xml", """
                        <project>
                          <modelVersion>4.0.0</modelVersion>
                          <groupId>org.marsh</groupId>
                          <artifactId>sedge</artifactId>
                          <version>1.4.0</version>
                          <properties><maven.compiler.release>21</maven.compiler.release></properties>
                          <build><plugins><plugin>
                            <artifactId>maven-shade-plugin</artifactId>
                            <executions><execution>
                              <phase>package</phase>
                              <goals><goal>shade</goal></goals>
                              <configuration><transformers><transformer>
                                <mainClass>org.marsh.Sedge</mainClass>
                              </transformer></transformers></configuration>
                            </execution></executions>
                          </plugin></plugins></build>
                        </project>
                        """)
                .file("LICENSE", "MIT\n")
                .file("jreleaser.yml", String.join("\n", block(0)) + "\n")
                .committed()
                .origin("https://github.com/marsh/sedge")
                .git("tag", "v1.4.0");
        int exit = Main.run(
                List.of("-C", directory.toString(), "init", "--dry-run", "--date", "2026-11-23"),
                new PrintWriter(out),
                new PrintWriter(err));
        assertThat(exit).as(err.toString()).isZero();
    }

    @Test
    void theConfigIsTheOneThatInitWrites() {
        assertThat(out.toString().lines().filter(line -> !line.startsWith("#"))).containsExactlyElementsOf(block(1));
    }

    @Test
    void theLossesAreThoseOfTheReport() {
        assertThat(Stream.of(err.toString().split("\n\n"))
                        .filter(section -> section.startsWith("not covered by the config:"))
                        .collect(Collectors.joining())
                        .lines())
                .containsExactlyElementsOf(block(2));
    }
}
