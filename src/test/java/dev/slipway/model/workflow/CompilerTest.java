package dev.slipway.model.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the types of the model promise: that these mistakes do not compile. */
class CompilerTest {
    private static final String FRAME = """
            import dev.slipway.model.workflow.*;
            import java.util.*;
            class Draft {
                record Linux(String target, Boolean cross, Optional<String> packages) {
                    static final Column<Linux, String> TARGET = Column.of("target", Linux::target);
                    static final Column<Linux, Boolean> CROSS = Column.of("cross", Linux::cross);
                    static final Column<Linux, String> PACKAGES = Column.optional("packages", Linux::packages);
                }
                record Macos(String sdk) {
                    static final Column<Macos, String> SDK = Column.of("sdk", Macos::sdk);
                }
                record Meta(Outputs of) { Expr<String> tags() { return of.named("tags"); } }
                void draw(Rows<Linux> rows, StepsJob build, JobBuilder job, Run run, Uses uses) {
                    %s
                }
            }
            """;

    private static List<String> errors(String statement) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Draft.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return FRAME.formatted(statement);
                    }
                };
        List<String> options = List.of(
                "-proc:none",
                "-implicit:none",
                "-XDshould-stop.ifNoError=FLOW",
                "-classpath",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        compiler.getTask(new StringWriter(), null, found, options, null, List.of(source))
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).replaceAll("\\b([a-z]+\\.)+(?=[A-Z])", ""))
                .toList();
    }

    @Test
    void whatIsRightCompiles() {
        assertThat(errors("""
                        Expr<String> target = rows.get(Linux.TARGET);
                        Expr<Boolean> cross = rows.get(Linux.CROSS);
                        Expr<String> packages = rows.get(Linux.PACKAGES);
                        job.needs(build).when(cross).env("P", packages);
                        Job.named("x").runsOn(target).add(run);
                        Meta meta = job.add("meta", uses, Meta::new);
                        job.add(run.when(Expr.and(cross, target.ne("x"))).env("TAGS", meta.tags()));
                        """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rows.get(Linux.TARGT);                        | cannot find symbol",
                "rows.get(Macos.SDK);                         | Column<Draft.Macos,String> cannot be converted to Column<Draft.Linux,T>",
                "Expr<String> cross = rows.get(Linux.CROSS);  | incompatible types",
                "Column<Linux, Boolean> c = Column.of(\"c\", Linux::target);     | incompatible types",
                "Column<Linux, String> c = Column.of(\"c\", Linux::packages);    | incompatible types",
                "job.when(rows.get(Linux.TARGET));            | incompatible types",
                "job.when(Github.REF_NAME);                    | incompatible types: Expr<String> cannot be converted to Expr<Boolean>",
                "job.when(\"true\");                           | incompatible types: String cannot be converted to Expr<Boolean>",
                "run.when(build.output(\"sum\"));              | incompatible types: Expr<String> cannot be converted to Expr<Boolean>",
                "uses.when(Github.REF);                        | incompatible types: Expr<String> cannot be converted to Expr<Boolean>",
                "Expr.not(Github.REF);                         | incompatible types",
                "Expr.and(rows.get(Linux.CROSS), Github.REF); | incompatible types",
                "job.needs(\"build\");                         | no suitable method found for needs(String)",
                "Job.named(\"x\").add(run);                    | cannot find symbol",
                "Job.named(\"x\").build();                     | cannot find symbol",
                "Job.named(\"x\").runsOn(Job.named(\"y\"));   | no suitable method found for runsOn(NamedJob)",
                "run.timeoutMinutes(\"3\");                    | incompatible types: String cannot be converted to int",
                "job.timeoutMinutes(\"60\");                   | incompatible types: String cannot be converted to int",
                "job.permissions(\"write-all\");               | incompatible types: String cannot be converted to Permissions",
                "job.add(\"meta\", uses, Meta::new).digest();  | cannot find symbol",
                "run.env(\"C\", rows.get(Linux.CROSS));       | no suitable method found for env(String,Expr<Boolean>)",
                "job.add(\"echo hello\");                      | no suitable method found for add(String)",
            })
    void whatIsWrongDoesNot(String statement, String error) {
        assertThat(errors(statement))
                .isNotEmpty()
                .anySatisfy(message -> assertThat(message).contains(error));
    }
}
