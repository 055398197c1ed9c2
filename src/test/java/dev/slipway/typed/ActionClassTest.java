package dev.slipway.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes for actions, written and compiled. */
class ActionClassTest {
    private static final String WEIGH = """
            name: Weigh
            description: Weighs a build, and says what is heavy
            inputs:
              build-folder:
                description: where the build is
                required: true
              fail-if-heavier:
                default: 'false'
              depth:
                default: 3
              GITHUB_TOKEN:
                required: true
                default: ${{ github.token }}
              timeout-minutes:
              default:
              package:
              wait:
              3d:
              build_folder:
            outputs:
              weight:
                description: in bytes
              class:
            runs:
              using: node24
              main: index.js
            """;

    @TempDir
    private Path folder;

    private static String text(String file, String action) {
        return ActionFile.classFor(new SourceText("action.yml", file), "ci", action, "abc123", "v1.2.0")
                .text();
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///ci/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** What the compiler reports about classes; nothing if it accepts them. */
    private String compile(List<JavaFileObject> sources) {
        StringWriter complaints = new StringWriter();
        List<String> options = List.of(
                "-proc:none",
                "-Xlint:all,-processing,-path",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                folder.toString());
        ToolProvider.getSystemJavaCompiler()
                .getTask(complaints, null, null, options, null, sources)
                .call();
        return complaints.toString();
    }

    @Test
    void hasAMethodForEachInputAndOutputWhateverTheyAreCalled() {
        String hostile = "*/ class X {} \\\\u002a/ class Y {} <script> {@link} @return & /* \\u2028";
        String use = """
                package ci;
                import dev.slipway.model.workflow.*;
                class Use {
                    StepsJob job() {
                        Weigh weigh = Weigh.named("Weigh").id("weigh").buildFolder("out").failIfHeavier(true).depth(4)
                                .githubToken(Github.TOKEN).timeoutMinutesValue("3").defaultValue("x").packageValue("y")
                                .waitValue(Text.of("z"))._3d("w").timeoutMinutes(5).when(Expr.always());
                        return Job.named("weigh").runsOn("ubuntu-24.04").add(weigh)
                                .output("weight", weigh.outputs().weight()).output("class", weigh.outputs().classValue())
                                .build();
                    }
                }
                """;
        String listed = "description: \"" + hostile + "\"\ninputs: { x: { description: \"" + hostile
                + "\" } }\nruns: { using: docker }\n";
        assertThat(compile(List.of(
                        source("Weigh", text(WEIGH, "acme/weigh")),
                        source("Use", use),
                        source("ListAction", text(listed, "acme/list")),
                        source("Action2Fast", text(listed, "acme/2-fast")),
                        source("ToolsSetupAll", text(listed, "acme/tools/setup-all")))))
                .isEmpty();
        assertThat(text(WEIGH, "acme/weigh"))
                .contains("new ActionRef(\"acme/weigh\", \"abc123\", \"v1.2.0\")")
                .contains("super(uses, List.of(\"build-folder\"));")
                .contains("/** Needed: {@code build-folder}: where the build is */");
    }

    @Test
    void aWrongInputOrTypeDoesNotCompile() {
        String frame = "package ci; class Use { Object use(Weigh weigh) { return weigh.%s; } }";
        JavaFileObject weigh = source("Weigh", text(WEIGH, "acme/weigh"));
        assertThat(compile(List.of(weigh, source("Use", frame.formatted("buildFoldr(\"x\")")))))
                .contains("cannot find symbol");
        assertThat(compile(List.of(weigh, source("Use", frame.formatted("depth(\"x\")")))))
                .contains("no suitable method found for depth");
    }

    @Test
    void aFileThatIsNoActionsIsRefusedWithAllThatIsWrong() {
        assertThatExceptionOfType(InvalidSource.class)
                .isThrownBy(() -> text("inputs: [a]\noutputs: { 'a\"b': {} }\n", "acme/weigh"))
                .withMessageContaining("action.yml:1:9: error: expected a mapping, not a list [action]")
                .withMessageContaining("action.yml:2:12: error: 'a\"b' is not the name of an input or output [action]")
                .withMessageContaining("error: the key 'runs' is missing, so this is not an action [action]");
    }
}
