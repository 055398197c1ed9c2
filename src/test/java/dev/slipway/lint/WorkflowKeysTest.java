package dev.slipway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.Problem;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of the workflow syntax is accepted where it belongs, and a misspelt one is found and mended. */
class WorkflowKeysTest {
    private static final String PULL_REQUEST = "assigned unassigned labeled unlabeled opened edited closed reopened"
            + " synchronize converted_to_draft locked unlocked enqueued dequeued milestoned demilestoned"
            + " ready_for_review review_requested review_request_removed auto_merge_enabled auto_merge_disabled stacked";

    private static final List<String> EVENTS = words("branch_protection_rule check_run check_suite create delete"
            + " deployment deployment_status discussion discussion_comment fork gollum image_version issue_comment"
            + " issues label merge_group milestone page_build project project_card project_column public pull_request"
            + " pull_request_comment pull_request_review pull_request_review_comment pull_request_target push"
            + " registry_package release repository_dispatch schedule status watch workflow_call workflow_dispatch"
            + " workflow_run");

    private static final List<String> ACTIVITIES = List.of(
            "branch_protection_rule: created edited deleted",
            "check_run: created rerequested completed requested_action",
            "check_suite: completed",
            "discussion: created edited deleted transferred pinned unpinned labeled unlabeled locked unlocked"
                    + " category_changed answered unanswered",
            "discussion_comment: created edited deleted",
            "image_version: created ready deleted",
            "issue_comment: created edited deleted",
            "issues: opened edited deleted transferred pinned unpinned closed reopened assigned unassigned labeled"
                    + " unlabeled locked unlocked milestoned demilestoned typed untyped field_added field_removed",
            "label: created edited deleted",
            "merge_group: checks_requested",
            "milestone: created closed opened edited deleted",
            "project: created closed reopened edited deleted",
            "project_card: created moved converted edited deleted",
            "project_column: created updated moved deleted",
            "pull_request: " + PULL_REQUEST,
            "pull_request_comment: created edited deleted",
            "pull_request_review: submitted edited dismissed",
            "pull_request_review_comment: created edited deleted",
            "pull_request_target: " + PULL_REQUEST,
            "registry_package: published updated",
            "release: published unpublished created edited deleted prereleased released",
            "watch: started",
            "workflow_run: requested completed in_progress");

    private static final List<String> FILTERS = List.of(
            "push: branches branches-ignore tags tags-ignore paths paths-ignore",
            "pull_request: branches branches-ignore paths paths-ignore",
            "pull_request_target: branches branches-ignore paths paths-ignore",
            "merge_group: branches branches-ignore",
            "workflow_run: workflows branches branches-ignore",
            "image_version: names versions",
            "repository_dispatch: types");

    private static final String ROOT = "on: push\njobs: { a: { runs-on: b, steps: [{ run: c }] } }\n";
    private static final String JOB = "on: push\njobs: { a: { runs-on: b, steps: [{ run: c }], %s } }";
    private static final String CALL = "on: push\njobs: { a: { uses: ./.github/workflows/b.yml, %s } }";
    private static final String RUN = "on: push\njobs: { a: { runs-on: b, steps: [{ run: c, %s }] } }";
    private static final String USES = "on: push\njobs: { a: { runs-on: b, steps: [{ uses: c/d@v1, %s }] } }";
    private static final String WAIT = "on: push\njobs: { a: { runs-on: b, steps: [{ %s }] } }";
    private static final String CONTAINER = "on: push\njobs: { a: { runs-on: b, container: { image: c, %s } } }";
    private static final String SERVICE = "on: push\njobs: { a: { runs-on: b, services: { c: { image: d, %s } } } }";

    private final WorkflowSchema schema = WorkflowSchema.standard();

    /** A sample of each key: the key, then a place in which its name stands once. */
    static Stream<Sample> samples() {
        return Stream.of(
                        events(),
                        keys(
                                ROOT + "%s",
                                "name: x",
                                "description: x",
                                "run-name: x",
                                "permissions: read-all",
                                "cache-mode: write-only",
                                "env: {}"),
                        keys(ROOT + "%s", "defaults: { run: { shell: bash } }", "concurrency: x"),
                        keys(JOB, "name: x", "needs: [x]", "if: true", "permissions: {}", "strategy: {}", "env: {}"),
                        keys(JOB, "defaults: {}", "environment: x", "concurrency: x", "outputs: {}", "container: x"),
                        keys(JOB, "services: {}", "timeout-minutes: 1", "cancel-timeout-minutes: 1", "snapshot: x"),
                        keys(JOB, "continue-on-error: true", "cache-mode: none"),
                        keys(CALL, "name: x", "with: {}", "secrets: inherit", "needs: x", "if: x", "permissions: {}"),
                        keys(CALL, "concurrency: x", "strategy: {}", "cache-mode: read"),
                        keys(RUN, "id: x", "name: x", "if: x", "env: {}", "shell: sh", "working-directory: x"),
                        keys(RUN, "continue-on-error: true", "timeout-minutes: 1", "background: true"),
                        keys(USES, "id: x", "name: x", "if: x", "env: {}", "with: {}", "background: true"),
                        keys(WAIT, "run: x", "uses: x/y@z"),
                        keys(CONTAINER, "credentials: { username: x, password: y }", "env: {}", "ports: [1]"),
                        keys(CONTAINER, "volumes: ['/x:/x']", "options: x"),
                        keys(SERVICE, "credentials: { username: x, password: y }", "env: {}", "ports: ['1:1']"),
                        keys(SERVICE, "volumes: ['/x:/x']", "options: x", "entrypoint: x", "command: x"),
                        permissions())
                .flatMap(samples -> samples);
    }

    private static Stream<Sample> events() {
        Stream<Sample> names = EVENTS.stream().map(event -> new Sample("on: [%s]\n" + jobs(), event));
        Stream<Sample> types = lines(ACTIVITIES, "on: { %s: { types: [%%s] } }\n");
        Stream<Sample> filters = lines(FILTERS, "on: { %s: { %%s: [x] } }\n");
        return Stream.of(names, types, filters).flatMap(samples -> samples);
    }

    private static Stream<Sample> lines(List<String> table, String pattern) {
        return table.stream()
                .map(line -> line.split(": "))
                .flatMap(line ->
                        words(line[1]).stream().map(word -> new Sample(pattern.formatted(line[0]) + jobs(), word)));
    }

    private static Stream<Sample> permissions() {
        Stream<Sample> scopes = words("actions artifact-metadata attestations checks code-quality contents"
                        + " copilot-requests deployments discussions drives id-token issues packages pages"
                        + " pull-requests repository-projects security-events statuses")
                .stream()
                .map(scope -> new Sample("permissions: { %s: write }\n" + ROOT, scope));
        Stream<Sample> readable = Stream.of("models", "vulnerability-alerts")
                .map(scope -> new Sample("permissions: { %s: read }\n" + ROOT, scope));
        Stream<Sample> overall =
                Stream.of("read-all", "write-all").map(level -> new Sample("permissions: %s\n" + ROOT, level));
        return Stream.of(scopes, readable, overall).flatMap(samples -> samples);
    }

    private static Stream<Sample> keys(String pattern, String... entries) {
        return Arrays.stream(entries).map(entry -> {
            String key = entry.substring(0, entry.indexOf(':'));
            return new Sample(pattern.formatted("%s" + entry.substring(key.length())), key);
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void acceptsTheWord(Sample sample) {
        assertThat(check(sample.with(sample.word()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void mendsTheMisspeltWord(Sample sample) {
        assertThat(check(sample.with(sample.word() + "x")))
                .singleElement()
                .extracting(Problem::help)
                .isEqualTo("did you mean '" + sample.word() + "'?");
    }

    @Test
    void knowsEveryEventAndActivity() {
        assertThat(EVENTS).hasSize(37);
        assertThat(ACTIVITIES.stream()
                        .mapToInt(line -> words(line.split(": ")[1]).size())
                        .sum())
                .isEqualTo(136 + 3); // the last three, of pull_request_comment, GitHub borrows from issue_comment
    }

    private List<Problem> check(String text) {
        return schema.check(YamlReader.read(new SourceText("workflow.yml", text)));
    }

    private static String jobs() {
        return "jobs: { a: { runs-on: b } }\n";
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /** A workflow with a gap, and the word that belongs there. */
    record Sample(String pattern, String word) {
        String with(String spelling) {
            return pattern.formatted(spelling);
        }
    }
}
