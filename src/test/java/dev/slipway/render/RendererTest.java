package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RendererTest {
    private final Renderer renderer = Renderer.standard();

    @Test
    void aWorkflowLooksAsACarefulPersonWouldWriteIt() {
        assertThat(renderer.workflow(KitchenSink.workflow())).isEqualTo(resource("kitchen-sink.yml"));
    }

    @Test
    void everyKeyIsReadBackAsItWasMeant() {
        assertThat(ReadBack.of(renderer.workflow(KitchenSink.workflow())))
                .isEqualTo(WorkflowTree.of(KitchenSink.workflow()));
    }

    @Test
    void noTextCanBecomeAnythingElse() {
        for (int seed = 0; seed < 400; seed++) {
            Workflow workflow = new Hostile(seed).workflow();
            String text = renderer.workflow(workflow);
            assertThat(ReadBack.of(text)).as("seed %d", seed).isEqualTo(WorkflowTree.of(workflow));
            assertThat(text)
                    .as("seed %d", seed)
                    .doesNotContainPattern("[ \\t\\r]\\n")
                    .doesNotContain("\r")
                    .endsWith("\n");
            assertThat(text).as("seed %d", seed).doesNotEndWith("\n\n");
            assertThat(renderer.workflow(workflow)).as("seed %d", seed).isEqualTo(text);
        }
    }

    /** Ours are Java when they are printed; as a project's own, the engine prints them. */
    @Test
    void theTemplateItselfPrintsTheSame() throws IOException {
        String template = Files.readString(Path.of("templates/workflow.yml.ftl"));
        Renderer engine = Renderer.withOverrides(name -> Optional.of(template));
        assertThat(engine.workflow(KitchenSink.workflow())).isEqualTo(renderer.workflow(KitchenSink.workflow()));
        for (int seed = 0; seed < 100; seed++) {
            Workflow workflow = new Hostile(seed).workflow();
            assertThat(engine.workflow(workflow)).as("seed %d", seed).isEqualTo(renderer.workflow(workflow));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo",
                "echo\n",
                "echo\n\n",
                "\necho\n",
                "a\n\nb\n",
                "a\n\n\nb",
                "  a\nb\n",
                "\ta\n",
                "a\n  b\n",
                "\n  a\n b\n",
                "a \nb\n",
                "a\n \nb\n",
                "a\r\nb\r\n",
                "\n",
                "# a\n",
                "a: b\n- c\n",
                "---\n...\n"
            })
    void aScriptIsReadBackToTheLetter(String script) {
        Workflow workflow = Workflow.named("x")
                .on(Event.push())
                .jobs(List.of(Job.named("a")
                        .runsOn(RunsOn.UBUNTU_LATEST)
                        .add(Run.script("s", script))
                        .build()))
                .build();
        assertThat(ReadBack.of(renderer.workflow(workflow))).isEqualTo(WorkflowTree.of(workflow));
    }

    @Test
    void aScriptOfSeveralLinesEndsLikeAFile() {
        Workflow workflow = Workflow.named("x")
                .on(Event.push())
                .jobs(List.of(Job.named("a")
                        .runsOn(RunsOn.UBUNTU_LATEST)
                        .add(Run.script("s", "a\nb"))
                        .build()))
                .build();
        assertThat(renderer.workflow(workflow)).endsWith("        run: |\n          a\n          b\n");
    }

    private static Workflow.Builder runs(String name) {
        return Workflow.named(name)
                .on(Event.push())
                .jobs(Job.named("a")
                        .runsOn(RunsOn.UBUNTU_LATEST)
                        .add(Run.script("s", "x"))
                        .build());
    }

    @Test
    void aCommentCannotEnd() {
        Workflow workflow =
                runs("x").comment("a\rname: y\u0085name: z\nb\u0000").build();
        assertThat(renderer.workflow(workflow)).startsWith("# a\n# name: y name: z\n# b\n\nname: x\n");
    }

    @Test
    void aProjectCanBringItsOwnTemplate() {
        Renderer own = Renderer.withOverrides(
                name -> Optional.of("name: [=.node.name]\r\n").filter(it -> name.equals("workflow.yml.ftl")));
        assertThat(own.workflow(runs("on").build())).isEqualTo("name: 'on'\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n[=.node.nam]", "a\n[=", "a\n<#include 'x'>", "a\n[='x'?new()]"})
    void aFaultyTemplateIsNamedWithItsLine(String template) {
        Renderer own = Renderer.withOverrides(name -> Optional.of(template));
        assertThatExceptionOfType(TemplateFault.class)
                .isThrownBy(() -> own.workflow(KitchenSink.workflow()))
                .satisfies(fault -> assertThat(fault.template()).isEqualTo("workflow.yml.ftl"))
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(2));
    }

    static String resource(String name) {
        try (InputStream in = RendererTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
