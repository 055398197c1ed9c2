package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lint.LintOptions;
import dev.slipway.lint.Linter;
import dev.slipway.lint.Rules;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds README.md to what is true: what it shows is what there is. */
class ReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void showsTheConfigOfTheExampleThatItLinksWithARunnerOfToday() throws IOException {
        String otto = Files.readString(Path.of("generated/otto/slipway.yml"));
        assertThat(blocks("yaml").get(0))
                .isEqualTo(otto.substring(0, otto.indexOf("\n#") + 1).replace("macos-14", "macos-15"));
    }

    @Test
    void showsAConfigThatWorksOnTheDayItIsRead() throws IOException {
        Generation generation = Examples.generate(blocks("yaml").get(0));
        assertThat(new Validator(LocalDate.of(2026, 11, 27)).check(generation)).isEmpty();
    }

    @Test
    void countsTheRules() throws IOException {
        assertThat(readme())
                .contains("[%d rules]".formatted(Rules.descriptions().size()));
    }

    @Test
    void proposesAWorkflowWithoutFindings() throws IOException {
        SourceText workflow =
                new SourceText(".github/workflows/check.yml", blocks("yaml").get(1));
        assertThat(new Linter(new LintOptions(LocalDate.of(2026, 11, 23))).check(List.of(workflow)))
                .isEmpty();
    }

    @Test
    void showsJavaThatCompiles() throws IOException {
        assertThat(compile(java())).isEmpty();
    }

    @Test
    void saysTruthfullyWhatDoesNotCompile() throws IOException {
        assertThat(readme()).contains("`when(machines.get(Machine.LABEL))` would not compile");
        assertThat(compile(java().replace("when(machines.get(Machine.SOAK))", "when(machines.get(Machine.LABEL))")))
                .contains("when");
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static String java() throws IOException {
        return blocks("java").get(0);
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```")
                .matcher(readme())
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** What the compiler has against a class. */
    private String compile(String source) {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///TestWorkflow.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter complaints = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classpath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(
                        complaints,
                        null,
                        null,
                        List.of("-proc:none", "-cp", classpath, "-d", folder.toString()),
                        null,
                        List.of(file))
                .call();
        assertThat(compiled).isEqualTo(complaints.toString().isEmpty());
        return complaints.toString();
    }
}
