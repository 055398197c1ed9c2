package dev.slipway.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggeringEventTest {
    private static boolean starts(String event, String activity, String ref, String on) {
        String workflow = "on: " + on + "\njobs: {a: {runs-on: x, steps: [run: x]}}";
        return new TriggeringEvent(event, activity, ref, Map.of()).starts(Recorder.read(workflow));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "push|refs/tags/v1.0.0|push|true",
                "push|refs/heads/main|push|true",
                "push|refs/heads/main|[pull_request, push]|true",
                "push|refs/heads/main|[pull_request, release]|false",
                "push|refs/tags/v1.0.0|{push: {tags: ['v*']}}|true",
                "push|refs/tags/1.0.0|{push: {tags: ['v*']}}|false",
                "push|refs/heads/v1|{push: {tags: ['v*']}}|false",
                "push|refs/tags/v1|{push: {branches: ['v*']}}|false",
                "push|refs/heads/main|{push: {branches: [main], tags: ['v*']}}|true",
                "push|refs/tags/v1|{push: {branches: [main], tags: ['v*']}}|true",
                "push|refs/heads/dev|{push: {branches: [main], tags: ['v*']}}|false",
                "push|refs/tags/v1-rc|{push: {tags: ['v*', '!*-rc']}}|false",
                "push|refs/tags/v1-rc|{push: {tags: ['!*-rc', 'v*']}}|true",
                "push|refs/tags/v1|{push: {tags-ignore: ['*-rc']}}|true",
                "push|refs/tags/v1-rc|{push: {tags-ignore: ['*-rc']}}|false",
                "push|refs/heads/main|{push: {tags-ignore: ['*-rc']}}|false",
                "push|refs/heads/dev/a|{push: {branches-ignore: ['dev/*']}}|false",
                "push|refs/heads/feature/a/b|{push: {branches: ['feature/*']}}|false",
                "push|refs/heads/feature/a/b|{push: {branches: ['feature/**']}}|true",
                "push|refs/tags/v1|{push: {tags: ['v*'], paths: [src/**]}}|true",
                "schedule|refs/heads/main|{schedule: [{cron: '0 0 * * *'}]}|true",
                "workflow_dispatch|refs/heads/main|{push: {tags: ['v*']}, workflow_dispatch: {}}|true",
                "push|refs/heads/main|{push: {tags: ['v*']}, workflow_dispatch: {}}|false",
                "workflow_dispatch|refs/heads/main|push|false",
                "workflow_call|refs/heads/main|{workflow_call: {}}|true",
                "push|refs/heads/main|{workflow_call: {}}|false"
            })
    void filtersDecideWhichPushStartsAWorkflow(String event, String ref, String on, boolean starts) {
        assertThat(starts(event, "", ref, on)).isEqualTo(starts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pull_request|opened|pull_request|true",
                "pull_request|synchronize|pull_request|true",
                "pull_request|reopened|{pull_request: {branches: [main]}}|true",
                "pull_request|closed|pull_request|false",
                "pull_request|labeled|pull_request|false",
                "pull_request|''|pull_request|true",
                "pull_request_target|closed|pull_request_target|false",
                "pull_request|closed|{pull_request: {types: [closed]}}|true",
                "pull_request|opened|{pull_request: {types: [closed]}}|false",
                "release|published|release|true",
                "release|edited|release|true",
                "release|published|{release: {types: [published]}}|true",
                "release|edited|{release: {types: [published]}}|false",
                "release|''|{release: {types: [published]}}|false"
            })
    void onlyAPullRequestHasActivitiesThatStartNothingByThemselves(
            String event, String activity, String on, boolean starts) {
        assertThat(starts(event, activity, "refs/pull/7/merge", on)).isEqualTo(starts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pull_request|pull_request|opened",
                "pull_request|{pull_request: {types: [labeled, synchronize]}}|synchronize",
                "pull_request|{pull_request: {types: [closed, labeled]}}|closed",
                "release|release|published",
                "release|{release: {types: [created]}}|created",
                "issues|{issues: {types: [opened]}}|opened",
                "push|push|''"
            })
    void theActivityIsOneThatStartsTheWorkflow(String event, String on, String activity) {
        String workflow = "on: " + on + "\njobs: {a: {runs-on: x, steps: [run: x]}}";
        assertThat(TriggeringEvent.activity(event, Recorder.read(workflow))).isEqualTo(activity);
        assertThat(starts(event, activity, "refs/heads/main", on)).isTrue();
    }

    @Test
    void theBranchThatAPullRequestGoesToIsFiltered() {
        PullRequest pull = new PullRequest(3, "Mend it", "release", "1", "main", "2");
        TriggeringEvent event =
                new TriggeringEvent("pull_request", "opened", "refs/pull/3/merge", Map.of(), Optional.of(pull));
        String jobs = "\njobs: {a: {runs-on: x, steps: [run: x]}}";
        assertThat(event.starts(Recorder.read("on: {pull_request: {branches: [release]}}" + jobs)))
                .isTrue();
        assertThat(event.starts(Recorder.read("on: {pull_request: {branches: [main]}}" + jobs)))
                .isFalse();
    }

    @Test
    void aTagIsKnownByItsName() {
        TriggeringEvent tag = TriggeringEvent.tag("v1.2.3");
        assertThat(tag.name()).isEqualTo("push");
        assertThat(tag.ofTag()).isTrue();
        assertThat(tag.refName()).isEqualTo("v1.2.3");
        assertThat(new TriggeringEvent("push", "", "refs/heads/a/b", Map.of()).refName())
                .isEqualTo("a/b");
        assertThat(new TriggeringEvent("pull_request", "", "refs/pull/7/merge", Map.of()).refName())
                .isEqualTo("7/merge");
    }
}
