package dev.slipway.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.ActionRef;
import dev.slipway.model.workflow.ActionStep;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The classes that the build writes for common actions. */
class ActionsTest {
    private static List<String> classes(Class<?> one) throws Exception {
        Path folder =
                Path.of(one.getResource(one.getSimpleName() + ".class").toURI()).getParent();
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("$") && !name.startsWith("package-"))
                    .map(name -> name.replace(".class", ""))
                    .toList();
        }
    }

    @Test
    void thereIsOneForEachActionThatIsPinned() throws Exception {
        for (String name : classes(Checkout.class)) {
            ActionRef ref = (ActionRef) Class.forName("dev.slipway.action." + name)
                    .getField("ACTION")
                    .get(null);
            assertThat(ActionTable.standard().of(ref.name())).isEqualTo(ref);
        }
        assertThat(classes(Checkout.class))
                .hasSize(ActionTable.standard().refs().size());
    }

    @Test
    void noneIsCalledLikeAPartOfAWorkflow() throws Exception {
        assertThat(classes(Checkout.class)).doesNotContainAnyElementsOf(classes(ActionStep.class));
    }

    @Test
    void inputsAreMethodsAndOutputsAreReferredTo() {
        BuildPushAction push =
                BuildPushAction.named("Push").id("push").push(true).tags(Expr.of("github", "sha"));
        StepsJob job = Job.named("image")
                .runsOn("ubuntu-24.04")
                .add(Checkout.named("Check out")
                        .fetchDepth(0)
                        .persistCredentials(false)
                        .with("submodules", "recursive"))
                .add(push)
                .output("digest", push.outputs().digest())
                .build();
        assertThat(job.outputs().get("digest").source()).isEqualTo("${{ steps.push.outputs.digest }}");
        assertThat(Checkout.named("Check out").fetchDepth(0).step().inputs()).containsEntry("fetch-depth", Value.of(0));
    }

    @Test
    void anInputThatTheActionNeedsIsMissed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Job.named("a")
                        .runsOn("ubuntu-24.04")
                        .add(Cache.named("Keep").key("k")))
                .withMessage("step 'Keep' lacks 'path', which actions/cache needs");
        assertThat(Cache.named("Keep")
                        .key("k")
                        .path("p")
                        .at("v6", "")
                        .step()
                        .action()
                        .source())
                .isEqualTo("actions/cache@v6");
    }
}
