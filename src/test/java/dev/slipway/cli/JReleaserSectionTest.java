package dev.slipway.cli;

import dev.slipway.Examples;
import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;

/** Takes over the config of JReleaser that {@code docs/init.md} shows. */
class JReleaserSectionTest extends TakeOverPage {
    private static final String PAGE = Examples.read(Path.of("docs/init.md"));

    @Override
    String section() {
        return PAGE.substring(PAGE.indexOf("### JReleaser\n"));
    }

    @Override
    SampleRepository before() {
        return new SampleRepository(directory)
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
                .origin("https://github.com/marsh/sedge");
    }
}
