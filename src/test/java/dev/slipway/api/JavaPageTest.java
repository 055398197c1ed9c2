package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Column;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Rows;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/java.md} shows compiles and does what it says, and each mistake that it lists is found. */
class JavaPageTest {
    @TempDir
    private Path folder;

    private static List<String> blocks() throws IOException {
        return Pattern.compile("(?ms)^```java\n(.*?)^```")
                .matcher(Files.readString(Path.of("docs/java.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** What the compiler has against the classes of the page, with a change of the first one. */
    private String compile(Function<String, String> change) throws IOException {
        List<String> blocks = blocks();
        String imports = blocks.get(0).substring(0, blocks.get(0).indexOf("class "));
        String more = imports + "import dev.slipway.api.Checked;\nclass More { void more() throws IOException {\n"
                + blocks.get(1) + blocks.get(2) + "} }\n";
        StringWriter complaints = new StringWriter();
        String classpath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        complaints,
                        null,
                        null,
                        List.of("-proc:none", "-cp", classpath, "-d", folder.toString()),
                        null,
                        List.of(source("TestWorkflow", change.apply(blocks.get(0))), source("More", more)))
                .call();
        return complaints.toString();
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    @Test
    void theExamplesCompileAndTheFirstIsValid() throws Exception {
        assertThat(compile(text -> text)).isEmpty();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            var method = loader.loadClass("TestWorkflow").getDeclaredMethod("workflow");
            method.setAccessible(true);
            Path root = Files.createDirectory(folder.resolve("root"));
            Written written = Slipway.write(root, (Workflow) method.invoke(null));
            assertThat(written.written()).containsExactly(".github/workflows/test.yml");
            assertThat(written.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "machines.get(Machine.SOAK)          | machines.get(Machine.SOOK)            | cannot find symbol",
                ".when(machines.get(Machine.SOAK))   | .when(machines.get(Machine.LABEL))    | incompatible types",
                ".timeoutMinutes(30)                 | .needs(\"build\")                     | no suitable method found for needs(String)",
                ".runsOn(machines.get(Machine.LABEL)) | .timeoutMinutes(5)                   | cannot find symbol",
                "persistCredentials                  | persistCredential                     | cannot find symbol",
                "Checkout.named                      | Chekout.named                         | cannot find symbol",
                ".timeoutMinutes(30)                 | .timeoutMinuts(30)                    | cannot find symbol",
                "CONTENTS.read                       | CONTENTS.raed                         | cannot find symbol",
                "persistCredentials(false)           | persistCredentials(\"no\")            | no suitable method found",
                "new Machine(\"ubuntu-latest\", true) | new Machine(\"ubuntu-latest\")       | cannot be applied to given types",
            })
    void theseMistakesDoNotCompile(String right, String wrong, String complaint) throws IOException {
        assertThat(blocks().get(0)).contains(right);
        assertThat(compile(text -> text.replace(right, wrong))).contains(complaint);
    }

    private record Os(String name) {
        static final Column<Os, String> NAME = Column.of("name", Os::name);
    }

    private static JobBuilder job(String id) {
        return Job.named(id).runsOn("ubuntu-24.04").add(Run.script("Greet", "echo hello"));
    }

    private static Arguments mistake(String name, ThrowingSupplier<Object> code, String message) {
        return Arguments.of(Named.of(name, code), message);
    }

    static Stream<Arguments> mistakes() {
        StepsJob other = job("other").output("sum", Expr.of("github", "sha")).build();
        Run step = Run.script("Describe", "x").id("describe");
        Rows<Os> rows = Rows.of(List.of(new Os("x")), List.of(Os.NAME));
        return Stream.of(
                mistake("a job without steps", () -> Job.named("a").runsOn("x").build(), "job a has no steps"),
                mistake(
                        "a workflow without jobs",
                        () -> Workflow.named("W").on(Event.push()).build(),
                        "'W' has no jobs"),
                mistake(
                        "a workflow without triggers",
                        () -> Workflow.named("W").jobs(other).build(),
                        "nothing starts"),
                mistake(
                        "a job that is not needed",
                        () -> job("a").env("S", other.output("sum")).build(),
                        "job a has no needs.other to refer to"),
                mistake(
                        "another matrix",
                        () -> job("a").env("S", rows.get(Os.NAME)).build(),
                        "job a has no matrix.name to refer to"),
                mistake(
                        "another job's step",
                        () -> job("a").env("S", step.output("v")).build(),
                        "job a has no steps.describe to refer to"),
                mistake("an output that a job lacks", () -> other.output("sun"), "job other has no output 'sun'"),
                mistake("an expression in a script", () -> Run.script("x", "echo ${{ github.sha }}"), "an expression"),
                mistake(
                        "an expression in single quotes",
                        () -> Run.script("x", Text.format("echo '%s'", Expr.of("github", "sha"))),
                        "single quotes"),
                mistake("a bad id", () -> job("1").build(), "not a job id: 1"),
                mistake("a duplicate id", () -> job("a").add(step).add(step), "cannot have another step 'describe'"),
                mistake(
                        "a missing job",
                        () -> Workflow.named("W")
                                .on(Event.push())
                                .jobs(job("a").needs(other).build())
                                .build(),
                        "needs a job that is not in W"),
                mistake(
                        "a misspelt action",
                        () -> ActionTable.standard().of("actions/chekout"),
                        "did you mean 'actions/checkout'?"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void theseMistakesAreRefusedWithAReason(ThrowingSupplier<Object> code, String message) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(code::get).withMessageContaining(message);
    }

    @Test
    void aWrongInputOfAnUntypedActionIsRefusedWhenItIsWritten() {
        Workflow workflow = Workflow.named("W")
                .on(Event.push())
                .permissions(Permissions.NONE)
                .jobs(job("a").add(
                                Uses.action("Check out", ActionTable.standard().of("actions/checkout"))
                                        .with("fetch-dept", 0)
                                        .with("persist-credentials", false))
                        .timeoutMinutes(5)
                        .build())
                .build();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Slipway.write(folder, workflow))
                .withMessageContaining("did you mean 'fetch-depth'?");
    }
}
