package dev.slipway.detect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.fact.Takeover;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events start a release today, and which of them the new one keeps. */
class TriggeringEventsTest extends TriggerSamples {
    @Test
    void anEventThatAReleaseCanHaveIsKept() {
        assertThat(trigger(takeover(release("{ release: { types: [published] } }"))))
                .contains("published (from .github/workflows/release.yml on.release)");
        Takeover typed = takeover(
                release("{ workflow_dispatch: { inputs: { version: { type: string }, dry: { type: boolean } } } }"));
        assertThat(trigger(typed)).contains("dispatch (from .github/workflows/release.yml on.workflow_dispatch)");
        assertThat(open(typed)).contains("--field version=…'; until now, the input was 'version'");
        assertThat(left(typed))
                .containsExactly("input 'dry': the version is the only input, "
                        + ".github/workflows/release.yml on.workflow_dispatch.inputs");
        assertThat(trigger(takeover(release("{ push: { tags: [v*] } }")))).isEmpty();
    }

    @Test
    void otherTypesOfAReleaseAreSaid() {
        assertThat(left(takeover(release("{ release: { types: [released] } }"))))
                .containsExactly("release: released: prereleases start it too, "
                        + ".github/workflows/release.yml on.release.types");
    }

    @Test
    void whatStartsItBesideTagsIsSaid() {
        Takeover takeover =
                takeover(release("{ push: { tags: [v*] }, workflow_dispatch: , schedule: [{ cron: '0 6 * * 1' }] }"));

        assertThat(trigger(takeover)).isEmpty();
        assertThat(open(takeover)).contains("with 'trigger: [tag, dispatch]', people enter a version");
        assertThat(left(takeover))
                .containsExactly("schedule: does not start the new release, .github/workflows/release.yml on.schedule");
    }

    @Test
    void aScheduleThatReleasesNothingIsNotLost() {
        String on = "on: { push: { tags: ['v*'] }, schedule: [{ cron: '7 2 * * 1' }] }\n";
        for (String condition : List.of(
                "startsWith(github.ref, 'refs/tags/')",
                "github.event_name != 'schedule'",
                "${{ !cancelled() && github.event_name != 'schedule' }}",
                "github.event_name == 'push' && (contains(github.ref, 'v1') || github.ref == 'v2')",
                "github.event_name != 'pull_request' || startsWith(github.ref, 'refs/tags/v')",
                "github.event_name == 'schedule' || startsWith(github.ref, 'refs/tags/v')")) {
            Takeover takeover = takeover(crate().file(
                            ".github/workflows/release.yml",
                            on + BUILD.replace("  build:\n", "  build:\n    if: " + condition + "\n")));
            assertThat(left(takeover)).as(condition).hasSize(condition.contains("|| starts") ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{ push: { branches: [main] }, workflow_dispatch: { inputs: { real: {} } } }', inputs.real && github.ref, false",
        "'{ push: { branches: [main] }, workflow_dispatch: }', github.event_name == 'workflow_dispatch', false",
        "'{ push: { branches: [main] }, workflow_dispatch: }', github.ref == 'refs/heads/main', true",
        "'{ release: { types: [published] }, workflow_dispatch: }', github.event.action == 'published', false",
        "'{ release: { types: [published] }, workflow_dispatch: }', success(), true",
    })
    void anEventForWhichTheReleaseIsSkippedIsNotLost(String on, String condition, boolean lost) {
        String release =
                "      - uses: softprops/action-gh-release@v2\n        if: %s\n        with: { files: kelp.zip }\n";
        Takeover takeover = takeover(crate().file(
                        ".github/workflows/release.yml",
                        "on: " + on + "\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n"
                                + release.formatted(condition)));
        assertThat(left(takeover).stream().anyMatch(text -> text.contains("does not start the new release")))
                .isEqualTo(lost);
    }

    @Test
    void anEventFromNowhereIsAQuestion() {
        Takeover takeover = takeover(release("{ repository_dispatch: { types: [cut-release] } }"));

        assertThat(trigger(takeover)).isEmpty();
        assertThat(open(takeover))
                .contains(
                        "'.github/workflows/release.yml on.repository_dispatch' starts it today by 'cut-release', but no step was found that sends it");
    }

    @Test
    void anEventThatAWorkflowHereSendsBecomesACall() {
        Takeover takeover = takeover(release("{ repository_dispatch: { types: [cut-release] } }")
                .file(
                        ".github/workflows/cut.yml",
                        "on: { push: { branches: [main] } }\njobs:\n  cut:\n    runs-on: ubuntu-latest\n    steps:\n"
                                + "      - uses: peter-evans/repository-dispatch@v3\n        with: { "
                                + "event-type: cut-release }\n"));

        assertThat(trigger(takeover))
                .contains("call (from .github/workflows/release.yml on.repository_dispatch, which "
                        + ".github/workflows/cut.yml:6 sends)");
        assertThat(open(takeover)).startsWith("let '.github/workflows/cut.yml:6' call the release instead of sending");
    }

    @Test
    void aWorkflowThatFollowsAnotherIsCalledByIt() {
        Takeover takeover = takeover(release("{ workflow_run: { workflows: [Cut], types: [completed] } }")
                .file(
                        ".github/workflows/cut.yml",
                        "name: Cut\non: { push: { branches: [main] } }\njobs:\n  cut: { runs-on: "
                                + "ubuntu-latest, steps: [{ run: 'true' }] }\n"));

        assertThat(trigger(takeover))
                .contains("call (from .github/workflows/release.yml on.workflow_run, which follows "
                        + ".github/workflows/cut.yml)");
        assertThat(open(takeover(release("{ workflow_run: { workflows: [Elsewhere] } }"))))
                .contains("after 'Elsewhere', which is not a workflow here");
    }

    @Test
    void aClockAndAPushToABranchAreSaid() {
        assertThat(open(takeover(release("{ schedule: [{ cron: '0 6 * * 1' }] }"))))
                .contains("on.schedule' releases on a schedule, which Slipway does not support");
        Takeover pushed = takeover(release("{ push: { branches: [main] } }"));
        assertThat(trigger(pushed)).isPresent().get().asString().startsWith("dispatch (from ");
        assertThat(open(pushed)).contains("releases at pushes to a branch, which the new release does not");
    }

    @Test
    void whoeverTypesAVersionNeedsNoOtherToMakeTheTag() {
        Takeover takeover = takeover(crate().file(
                        ".github/workflows/release.yml",
                        "on: { workflow_dispatch: { inputs: { version: { type: string } } } }\n"
                                + BUILD.replace(
                                        "    steps:\n",
                                        "    steps:\n      - run: git tag v$V && git push origin v$V\n")));

        assertThat(trigger(takeover)).contains("dispatch (from .github/workflows/release.yml on.workflow_dispatch)");
    }

    @Test
    void aWorkflowThatIgnoresAllTagsReleasesWhenAReleaseIsPublished() {
        for (String ignored : List.of("['**']", "'*'")) {
            Takeover takeover = takeover(crate().file(
                            ".github/workflows/linux.yml",
                            "on:\n  push: { branches: ['**'], tags-ignore: " + ignored
                                    + " }\n  pull_request:\n  release: { types: [published] }\n"
                                    + BUILD.replace(
                                            "- run: gh", "- if: github.event.action == 'published'\n        run: gh")));
            assertThat(trigger(takeover))
                    .as(ignored)
                    .contains("published (from .github/workflows/linux.yml on.release)");
        }
    }

    @Test
    void aWorkflowThatIgnoresSomeTagsReleasesByTheOthers() {
        assertThat(trigger(takeover(release("{ push: { branches: ['**'], tags-ignore: ['x*'] }, release: {} }"))))
                .isEmpty();
    }

    @Test
    void aPushOfATagHasNoActivity() {
        Takeover takeover = takeover(crate().file(
                        ".github/workflows/linux.yml",
                        "on:\n  push:\n  release: { types: [published] }\n"
                                + BUILD.replace(
                                        "- run: gh", "- if: github.event.action == 'published'\n        run: gh")));
        assertThat(trigger(takeover)).contains("published (from .github/workflows/linux.yml on.release)");
    }
}
