package dev.slipway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The goals, run as Maven runs them, and the descriptor by which Maven finds them. */
class SlipwayMojoTest {
    private static final String CI = ".github/workflows/ci.yml";

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void aConfig() throws IOException {
        Files.writeString(folder.resolve("slipway.yml"), """
                name: otto
                repository: otto-rs/otto
                rust: { toolchain: 1.94.0 }
                targets: [linux-amd64]
                """);
    }

    private <M extends SlipwayMojo> M goal(M mojo) {
        mojo.directory = folder.toFile();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                log.add("info: " + content);
            }

            @Override
            public void error(CharSequence content) {
                log.add("error: " + content);
            }
        });
        return mojo;
    }

    @Test
    void generateWritesTheFilesAndCheckIsContent() throws Exception {
        goal(new GenerateMojo()).execute();
        assertThat(log).contains("info: wrote " + CI);
        goal(new CheckMojo()).execute();
        assertThat(log).last().isEqualTo("info: 2 files are current");
    }

    @Test
    void checkFailsTheBuildOfAFileThatWasEdited() throws Exception {
        goal(new GenerateMojo()).execute();
        Files.writeString(folder.resolve(CI), "\n# edited\n", java.nio.file.StandardOpenOption.APPEND);
        assertThatThrownBy(goal(new CheckMojo())::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("mvn slipway:generate");
        assertThat(log).contains("error: edited by hand  " + CI, "error: -# edited");
        assertThatThrownBy(goal(new GenerateMojo())::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("nothing was written: see above");
        GenerateMojo force = goal(new GenerateMojo());
        force.arguments = List.of("--force", "--quiet");
        force.execute();
        goal(new CheckMojo()).execute();
    }

    @Test
    void aMistakeInTheConfigIsNoFailureOfTheBuildButAnError() throws Exception {
        Files.writeString(folder.resolve("other.yml"), "nam: otto\n");
        CheckMojo check = goal(new CheckMojo());
        check.config = "other.yml";
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("exit code 2");
        assertThat(log).anyMatch(line -> line.startsWith("error: other.yml:1:1: error: unknown key 'nam'"));
    }

    @Test
    void aGoalThatIsSkippedDoesNothing() throws Exception {
        GenerateMojo generate = goal(new GenerateMojo());
        generate.skip = true;
        generate.execute();
        assertThat(log).containsExactly("info: slipway generate is skipped");
        assertThat(folder.resolve(CI)).doesNotExist();
    }

    /** What Maven sets: each field of a goal, with its type, by a property {@code slipway.<name>}. */
    @Test
    void theDescriptorHasEachGoalWithItsParameters() throws Exception {
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("src/main/resources/META-INF/maven/plugin.xml").toFile())
                .getDocumentElement();
        List<Element> mojos = elements(plugin, "mojo");
        assertThat(mojos).extracting(mojo -> text(mojo, "goal")).containsExactly("check", "generate");
        Map<String, String> fields = new TreeMap<>();
        Stream.of(SlipwayMojo.class.getDeclaredFields())
                .filter(field -> !Modifier.isFinal(field.getModifiers()) && !field.isSynthetic())
                .forEach(field -> fields.put(field.getName(), field.getType().getTypeName()));
        for (Element mojo : mojos) {
            Class<?> type = Class.forName(text(mojo, "implementation"));
            assertThat(Mojo.class).isAssignableFrom(type);
            // without it, Maven cannot make the goal, and says only that something is missing
            assertThat(text(mojo, "instantiationStrategy")).isEqualTo("per-lookup");
            assertThat(type.getDeclaredFields()).extracting(Field::getName).isEmpty();
            Map<String, String> declared = new TreeMap<>();
            elements(mojo, "parameter").forEach(each -> declared.put(text(each, "name"), text(each, "type")));
            assertThat(declared).isEqualTo(fields);
            Element configuration = elements(mojo, "configuration").get(0);
            fields.forEach((name, kind) -> {
                Element value = elements(configuration, name).get(0);
                assertThat(value.getAttribute("implementation")).isEqualTo(kind);
                assertThat(value.getTextContent()).isEqualTo("\\${slipway." + name + "}");
            });
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent();
    }
}
