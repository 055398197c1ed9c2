package dev.slipway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowSchemaTest {
    private static final String JOBS = "\njobs: { a: { runs-on: b } }";

    private static final String EVERYTHING = """
            name: Release
            on:
              push: { tags: ['v*'], branches-ignore: gh-pages }
              pull_request:
              schedule: [{ cron: '17 4 * * MON-FRI', timezone: Europe/London }]
            permissions: {}
            env: { EMPTY:, NUMBER: 1, FLAG: true, WORD: x }
            concurrency: { group: '${{ github.ref }}', cancel-in-progress: "${{ github.ref != 'x' }}" }
            jobs:
              build-1:
                runs-on: { group: big, labels: [x64] }
                if: ${{ always() }}
                strategy:
                  fail-fast: false
                  matrix:
                    os: [linux, { name: mac }]
                    include: ${{ fromJSON(vars.MORE) }}
                timeout-minutes: ${{ fromJSON(vars.MINUTES) }}
                container: debian
                environment: { name: production, url: 'https://example.org', deployment: false }
                steps:
                  - uses: actions/checkout@v6
                    with: { fetch-depth: 0, persist-credentials: false }
                  - run: make
                    env: ${{ fromJSON(vars.ENV) }}
                    timeout-minutes: 2.5
                  - { id: server, run: ./serve, background: true }
                  - wait: [server]
                  - wait-all:
                  - cancel: server
                  - parallel: [{ run: a }, { uses: ./b }]
              call:
                needs: build-1
                uses: octo/hello/.github/workflows/test.yml@v1
                with: { level: 3 }
                secrets: inherit
            """;

    private static final String DISPATCHED = """
            on:
              workflow_dispatch:
                inputs:
                  level: { type: choice, options: [a, b], default: a, required: true }
                  place: { type: environment }
                  count: { type: number, default: 3 }
                  dry: { type: boolean, default: true }
              workflow_call:
                inputs: { tag: { type: string, default: v1, description: x } }
                secrets: { KEY: { required: true } }
                outputs: { url: { value: a } }
              pull_request: { branches: [main], types: [opened], paths-ignore: [docs] }
            concurrency: { group: a, queue: max }
            jobs:
              a:
                runs-on: ubuntu-24.04
                strategy: { max-parallel: 2, matrix: { os: [a], exclude: [{ os: a }] } }
                services: { db: { image: postgres, ports: [5432], credentials: { username: a, password: b } } }
                defaults: { run: { shell: bash } }
                permissions: { contents: read }
                outputs: { a: b }
                steps:
                  - { run: make, shell: bash, working-directory: x, continue-on-error: true }
            """;

    private final WorkflowSchema schema = WorkflowSchema.standard();

    /**
     * Takes each value of some workflows away, repeats it as a list, or puts others in its place: what is told without
     * the validator is what the validator says.
     */
    @Test
    void findsInEveryVariantWhatTheValidatorFinds() {
        List<Node> others = Stream.of(
                        "",
                        "x",
                        "'${{ x }}'",
                        "\"${{ x }}\\n\"",
                        "1",
                        "0",
                        "-1",
                        "0x1F",
                        ".inf",
                        "True",
                        "[]",
                        "{}",
                        "[a, 1]")
                .map(text -> YamlReader.read(new SourceText("value", text)))
                .toList();
        List<String> unlike = new ArrayList<>();
        int fit = 0;
        for (String workflow : List.of(EVERYTHING, DISPATCHED)) {
            Node document = YamlReader.read(new SourceText("release.yml", workflow));
            for (Node variant : variants(document, others).toList()) {
                List<Problem> found = schema.check(variant);
                fit += found.isEmpty() ? 1 : 0;
                if (!found.equals(schema.validate(variant))) {
                    unlike.add(found + " instead of " + schema.validate(variant));
                }
            }
        }
        assertThat(unlike).isEmpty();
        assertThat(fit).isBetween(300, 900);
    }

    private static Stream<Node> variants(Node node, List<Node> others) {
        Stream<Node> instead =
                Stream.concat(others.stream(), Stream.of(new Node.Sequence(List.of(node, node), node.span())));
        Stream<Node> within = node.fold(
                mapping -> mapping.entries().keySet().stream()
                        .flatMap(key -> Stream.concat(
                                Stream.of(without(mapping, key)),
                                variants(mapping.entries().get(key).value(), others)
                                        .flatMap(value -> Stream.of(with(mapping, key, key, value))))),
                list -> IntStream.range(0, list.items().size())
                        .boxed()
                        .flatMap(i -> variants(list.items().get(i), others).map(item -> with(list, i, item))),
                scalar -> Stream.of());
        Stream<Node> renamed = node instanceof Node.Mapping mapping
                ? mapping.entries().keySet().stream()
                        .map(key -> with(
                                mapping,
                                key,
                                key + " =",
                                mapping.entries().get(key).value()))
                : Stream.of();
        return Stream.of(instead, within, renamed).flatMap(all -> all);
    }

    private static Node without(Node.Mapping mapping, String key) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>(mapping.entries());
        entries.remove(key);
        return new Node.Mapping(entries, mapping.span());
    }

    private static Node with(Node.Mapping mapping, String key, String name, Node value) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        mapping.entries()
                .forEach((it, entry) -> entries.put(
                        it.equals(key) ? name : it,
                        it.equals(key) ? new Node.Entry(name, entry.keySpan(), value) : entry));
        return new Node.Mapping(entries, mapping.span());
    }

    private static Node with(Node.Sequence list, int index, Node item) {
        List<Node> items = new ArrayList<>(list.items());
        items.set(index, item);
        return new Node.Sequence(items, list.span());
    }

    @Test
    void acceptsAWorkflow() {
        assertThat(check(EVERYTHING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "push",
                "[push, pull_request]",
                "{ push: }",
                "{ release: { types: published } }",
                "{ workflow_call: { inputs: { a: { type: boolean, default: '${{ inputs.b }}' } }, secrets: { t: } } }",
                "{ workflow_dispatch: { inputs: { a: { default: false }, b: { type: choice, options: [1, 2] } } } }",
                "{ workflow_dispatch: { inputs: { a: } } }"
            })
    void acceptsEveryFormOfATrigger(String on) {
        assertThat(check("on: " + on + JOBS)).isEmpty();
    }

    @Test
    void tellsEachMissingKey() {
        assertThat(check("{}"))
                .containsExactly("/ missing key 'on' in a workflow", "/ missing key 'jobs' in a workflow");
        assertThat(check("on: push\njobs: { a: {} }")).containsExactly("/jobs/a missing key 'runs-on' in 'a'");
    }

    @Test
    void tellsOneMistakeOnce() {
        assertThat(check("om: push" + JOBS)).containsExactly("/om unknown key 'om' in a workflow");
        assertThat(step("{ rnu: make }")).containsExactly("/jobs/a/steps/0/rnu unknown key 'rnu' in a step");
        assertThat(check("on: { workflow_dispatch: { inputs: { a: { default: [] , type: string } } } }" + JOBS))
                .hasSize(1);
    }

    @Test
    void underlinesTheKeyThatIsNotKnown() {
        Node document = read("on: push\njobs:\n  build:\n    runs_on: x\n");
        Problem problem = schema.check(document).get(0);

        assertThat(problem.help()).isEqualTo("did you mean 'runs-on'?");
        assertThat(document.locate(problem.where()).start()).hasToString("4:5");
        assertThat(document.locate(problem.where()).length()).isEqualTo(7);
    }

    @Test
    void listsTheKnownWordsWhereNoneIsNear() {
        assertThat(schema.check(read("on: { push: { foo: 1 } }" + JOBS)).get(0).help())
                .isEqualTo("known keys: branches, branches-ignore, tags, tags-ignore, paths, paths-ignore");
        assertThat(schema.check(read("permissions: { pages: run }\non: push" + JOBS))
                        .get(0)
                        .help())
                .isEqualTo("one of read, write, none");
    }

    @Test
    void limitsTheLevelsOfSomePermissions() {
        assertThat(check(
                        "permissions: { id-token: read, models: write, vulnerability-alerts: write }\non: push" + JOBS))
                .containsExactlyInAnyOrder(
                        "/permissions/id-token expected 'write' or 'none', found 'read'",
                        "/permissions/models expected 'read' or 'none', found 'write'",
                        "/permissions/vulnerability-alerts expected 'read' or 'none', found 'write'");
        assertThat(check("permissions: admin\non: push" + JOBS))
                .containsExactly("/permissions expected 'read-all', 'write-all' or a mapping of scopes, found 'admin'");
    }

    @Test
    void refusesFiltersThatExcludeEachOther() {
        assertThat(check("on: { push: { tags: [a], tags-ignore: [b], branches: [c] } }" + JOBS))
                .containsExactly("/on/push/tags 'tags' and 'tags-ignore' exclude each other");
        assertThat(check("on: { pull_request: { tags: [a] } }" + JOBS))
                .containsExactly("/on/pull_request/tags unknown key 'tags' in 'pull_request'");
        assertThat(check("on: { create: { tags: [a] } }" + JOBS))
                .containsExactly("/on/create/tags unknown key 'tags' in 'create'");
    }

    @Test
    void aStepDoesOneThing() {
        assertThat(step("{ name: x }")).containsExactly("/jobs/a/steps/0 a step needs 'run' or 'uses'");
        assertThat(step("{ uses: a/b@c, run: x }"))
                .containsExactly("/jobs/a/steps/0/run a step does one of 'uses', 'run', 'wait', 'wait-all', 'cancel'"
                        + " and 'parallel'");
        assertThat(step("{ run: x, with: {} }"))
                .containsExactly("/jobs/a/steps/0/with 'with' belongs to a step with 'uses'");
        assertThat(step("{ uses: a/b@c, shell: bash }"))
                .containsExactly("/jobs/a/steps/0/shell 'shell' and 'working-directory' belong to a step with 'run'");
        assertThat(step("{ wait-all: , if: true }"))
                .containsExactly("/jobs/a/steps/0/if unknown key 'if' in a step with 'wait-all'");
        assertThat(step("{ wait-all: false }"))
                .containsExactly("/jobs/a/steps/0/wait-all expected true or nothing, found 'false'");
    }

    @Test
    void parallelStepsRunScriptsAndActionsOnly() {
        assertThat(step("{ parallel: [{ run: x, background: true }] }"))
                .containsExactly("/jobs/a/steps/0/parallel/0/background 'background' is not allowed inside 'parallel'");
        assertThat(step("{ parallel: [{ wait: x }] }")).isNotEmpty();
        assertThat(step("{ parallel: [{ run: x }], name: y }")).hasSize(1);
    }

    @Test
    void aJobHasStepsOrCallsAWorkflow() {
        assertThat(check("on: push\njobs: { a: { uses: ./.github/workflows/x.yml, runs-on: b } }"))
                .containsExactly("/jobs/a/runs-on unknown key 'runs-on' in 'a'");
        assertThat(check("on: push\njobs: { a: { runs-on: b, secrets: inherit } }"))
                .containsExactly("/jobs/a/secrets 'with' and 'secrets' belong to a job with 'uses'");
        assertThat(check("on: push\njobs: { a: { uses: octo/hello@v1 } }"))
                .containsExactly("/jobs/a/uses expected a reusable workflow, found 'octo/hello@v1'");
        assertThat(check("on: push\njobs: { a: { uses: ./x.yml, secrets: all } }"))
                .containsExactly("/jobs/a/secrets expected 'inherit' or a mapping of secrets, found 'all'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a", "__a", "a b", "a.b", "'${{ x }}'", "''", "\"a\\n\""})
    void refusesIdsThatGitHubRefuses(String id) {
        assertThat(check("on: push\njobs: { " + id + ": { runs-on: b } }")).hasSize(1);
        assertThat(step("{ run: x, id: " + id + " }")).hasSize(1);
    }

    @Test
    void limitsTheLengthOfIds() {
        assertThat(step("{ run: x, id: " + "i".repeat(99) + " }")).isEmpty();
        assertThat(step("{ run: x, id: " + "i".repeat(100) + " }")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"actions/checkout@v6", "a/b/c/d@main", "./here", "./", "$/here", "docker://alpine:3"})
    void acceptsActions(String uses) {
        assertThat(step("{ uses: '" + uses + "' }")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"actions/checkout", "checkout@v6", "/here", "docker://", "a/b@", "${{ matrix.action }}", ""})
    void refusesWhatIsNoAction(String uses) {
        assertThat(step("{ uses: '" + uses + "' }"))
                .containsExactly("/jobs/a/steps/0/uses expected an action, found '" + uses + "'");
    }

    @Test
    void tellsATextFromANumberAndABoolean() {
        assertThat(check("on: push\njobs: { a: { runs-on: b, timeout-minutes: '10', continue-on-error: 'true' } }"))
                .containsExactlyInAnyOrder(
                        "/jobs/a/timeout-minutes expected a number above 0 or an expression, found the string '10'",
                        "/jobs/a/continue-on-error expected true, false or an expression, found the string 'true'");
        assertThat(step("{ run: x, timeout-minutes: 0 }")).hasSize(1);
        assertThat(step("{ run: x, timeout-minutes: .inf }")).hasSize(1);
        assertThat(step("{ run: x, timeout-minutes: 0x1f }")).isEmpty();
        assertThat(step("{ run: x, timeout-minutes: " + "9".repeat(5000) + " }"))
                .hasSize(1);
    }

    @Test
    void defaultsFitTheTypeOfTheirInput() {
        assertThat(input("type: boolean, default: 'true'")).hasSize(1);
        assertThat(input("type: string, default: true")).hasSize(1);
        assertThat(input("type: number, default: many")).hasSize(1);
        assertThat(input("type: number, default: '42'")).isEmpty();
        assertThat(input("type: choice")).hasSize(1);
        assertThat(input("type: choice, option: [a]")).hasSize(1);
        assertThat(input("options: [a]")).hasSize(1);
    }

    @Test
    void aCallTakesThreeTypesOfInputs() {
        assertThat(check("on: { workflow_call: { inputs: { a: { type: choice } } } }" + JOBS))
                .hasSize(1);
        assertThat(check("on: { workflow_call: { inputs: { a: {} } } }" + JOBS)).hasSize(1);
        assertThat(check("on: { workflow_call: { secrets: { github_token: } } }" + JOBS))
                .hasSize(1);
    }

    @Test
    void aFullQueueCannotCancel() {
        assertThat(check("on: push\nconcurrency: { group: x, queue: max, cancel-in-progress: true }" + JOBS))
                .containsExactly("/concurrency/cancel-in-progress 'cancel-in-progress: true' and 'queue: max' exclude"
                        + " each other");
        assertThat(check("on: push\nconcurrency: { group: x, queue: max, cancel-in-progress: false }" + JOBS))
                .isEmpty();
    }

    @Test
    void shortensValuesInMessages() {
        assertThat(check("on: push\nenv: |\n  A=1\n  B=2" + JOBS))
                .containsExactly("/env expected a mapping of variables to values, or an expression, found 'A=1…'");
        assertThat(step("{ uses: " + "😀".repeat(61) + " }").get(0)).endsWith("'" + "😀".repeat(60) + "…'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "text", "1", "{ on: push, jobs: [] }", "{ on: 1, jobs: { a: 1 } }"})
    void neverThrows(String text) {
        assertThat(check(text)).isNotEmpty();
    }

    private List<String> step(String step) {
        return check("on: push\njobs:\n  a:\n    runs-on: b\n    steps: [" + step + "]\n");
    }

    private List<String> input(String input) {
        return check("on: { workflow_dispatch: { inputs: { a: { " + input + " } } } }" + JOBS);
    }

    private List<String> check(String text) {
        return schema.check(read(text)).stream()
                .map(problem ->
                        (problem.where().equals(Pointer.ROOT) ? "/" : problem.where()) + " " + problem.message())
                .toList();
    }

    private static Node read(String text) {
        return YamlReader.read(new SourceText("workflow.yml", text));
    }
}
