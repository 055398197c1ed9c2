package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/java.md} to what is true. */
class JavaPageTest {
    private static final Fences PAGE = Fences.of("docs/java.md");

    @TempDir
    private Path folder;

    @Test
    void showsJavaThatCompiles() {
        assertThat(compile(PAGE.first("java"))).isEmpty();
    }

    @Test
    void saysTruthfullyWhatDoesNotCompile() {
        assertThat(PAGE.page()).contains("`when(machines.get(Machine.LABEL))` would not compile");
        assertThat(compile(PAGE.first("java")
                        .replace("when(machines.get(Machine.SOAK))", "when(machines.get(Machine.LABEL))")))
                .contains("when");
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
