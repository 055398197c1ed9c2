package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.workflow.ActionRef;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Secrets;
import dev.slipway.model.workflow.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerDutiesTest {
    private static Job job(Permissions permissions) {
        return Job.named("a")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .permissions(permissions)
                .add(Run.script("Run", "true"))
                .build();
    }

    private static Permissions together(Permissions... permissions) {
        return CallerDuties.of(
                        List.of(permissions).stream().map(CallerDutiesTest::job).toList())
                .permissions();
    }

    @Test
    void ofEveryScopeItIsTheHighestLevelWithItsFirstReason() {
        assertThat(together(
                        Permissions.of(Scope.CONTENTS.read("look")),
                        Permissions.of(Scope.CONTENTS.write("publish"), Scope.PACKAGES.write("push")),
                        Permissions.of(Scope.CONTENTS.write("again"), Scope.PACKAGES.read("pull"))))
                .isEqualTo(Permissions.of(Scope.CONTENTS.write("publish"), Scope.PACKAGES.write("push")));
    }

    @Test
    void allOfThemIsSaidInAWord() {
        Permissions write = Permissions.of(Scope.CONTENTS.write("x"));
        assertThat(together(Permissions.READ_ALL, Permissions.of(Scope.CONTENTS.read("x"))))
                .isEqualTo(Permissions.READ_ALL);
        assertThat(together(Permissions.READ_ALL, write)).isEqualTo(Permissions.WRITE_ALL);
        assertThat(together(write, Permissions.WRITE_ALL)).isEqualTo(Permissions.WRITE_ALL);
        assertThat(together(Permissions.NONE)).isEqualTo(Permissions.NONE);
    }

    @Test
    void itPassesEverySecretButTheTokenThatEveryJobHas() {
        Job steps = Job.named("a")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .add(Run.script("Run", "true")
                        .env("B", Secrets.named("B"))
                        .env("TOKEN", Secrets.GITHUB_TOKEN)
                        .env("AGAIN", Secrets.named("B")))
                .build();
        Job call = new CallJob(
                "b",
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new ActionRef("./.github/workflows/c.yml", "", ""),
                Map.of(),
                Map.of("X", Text.of(Secrets.named("A"))),
                false);
        assertThat(CallerDuties.of(List.of(steps, call)).secrets()).containsExactly("A", "B");
    }
}
