package dev.slipway.detect.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.Repository;
import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A project with a POM, and what is read from it. */
abstract class MavenProject {
    static final String SHADE = plugin("maven-shade-plugin", "shade", manifest("a.Main"));

    @TempDir
    Path directory;

    static String manifest(String main) {
        return "<transformers><transformer><mainClass>" + main + "</mainClass></transformer></transformers>";
    }

    static String plugin(String name, String goal, String configuration) {
        return "<plugin><artifactId>" + name + "</artifactId><executions><execution><goals><goal>" + goal
                + "</goal></goals></execution></executions><configuration>" + configuration
                + "</configuration></plugin>";
    }

    static String project(String start, String build) {
        return "<project>" + start + "<build>" + build + "</build></project>";
    }

    Repository pom(String text) {
        return new SampleRepository(directory).file("pom.xml", text).read();
    }

    Maven maven(String text) {
        return pom(text).maven().orElseThrow();
    }

    /** The file of the only program, or what it lacks. */
    static String made(Maven maven) {
        assertThat(maven.programs()).hasSize(1);
        JavaProgram program = maven.programs().get(0);
        return program.whole() ? program.file().orElseThrow().value() : "lacks: " + program.lack();
    }

    String module(String parent, String module) {
        return made(new SampleRepository(directory)
                .file("pom.xml", parent)
                .file("cli/pom.xml", module)
                .read()
                .maven()
                .orElseThrow());
    }
}
