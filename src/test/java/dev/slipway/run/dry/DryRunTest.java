package dev.slipway.run.dry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.run.JobRun;
import dev.slipway.source.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workflows of other people, for a tag that nobody knows. */
class DryRunTest {
    private final Map<String, String> files = new HashMap<>();

    private DryRun walk(String workflow) {
        return each(workflow).get(0);
    }

    private List<DryRun> each(String workflow) {
        return DryRun.each(
                        new SourceText("release.yml", workflow),
                        path -> Optional.ofNullable(files.get(path)).map(text -> new SourceText(path, text)),
                        Optional.of("acme/tool"),
                        new ProjectNames(Optional.of("tool")))
                .toList();
    }

    private DryRun steps(String steps) {
        return walk(
                "on: {push: {tags: ['v*']}}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n" + steps.indent(6));
    }

    private static List<String> commands(DryRun run) {
        return run.rows().stream()
                .flatMap(DryRow::commands)
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "github.ref_name;{tag}",
                "github.ref;refs/tags/{tag}",
                "github.repository_owner;acme",
                "github.event.repository.name;tool",
                "github.event.release.tag_name;{tag}",
                "steps.meta.outputs.version;{version}",
                "steps.version.outputs.value;{version}",
                "steps.a.outputs['tag-name'];{tag}",
                "inputs.dir || github.ref_name;{tag}",
                "inputs.version || github.ref_name;{tag}",
                "github.event.inputs.version || github.ref_name;{tag}",
                "inputs.dir;''",
                "inputs.full && 'all' || 'some';some",
                "vars.dir || github.ref_name;{tag}",
                "vars.full && 'all' || 'some';all",
                "startsWith(github.ref, 'refs/tags/v') && 'full' || 'try';full",
                "!startsWith(github.ref, 'refs/tags/v') && 'try' || 'full';full",
                "!inputs.full && 'some' || 'all';some",
                "!vars.full && 'some' || 'all';some",
                "format('x-{0}', github.ref_name);x-{tag}",
                "github.sha == vars.sha;{?}",
                "startsWith(github.ref, 'refs/tags/');true",
                "contains(github.ref, 'heads/main');{?}",
                "github.ref == 'refs/heads/main';false",
                "github.event_name;push",
                "github.event.pull_request.base.ref == 'main';false",
                "github.head_ref || github.ref_name;{tag}",
                "github.base_ref == '' && 'own' || 'theirs';own",
                "runner.os;Linux",
                "matrix.os;''",
                "needs.b.outputs.x;''"
            })
    void whatAnExpressionStandsForIsASymbolWhereItIsOpen(String expression, String text) {
        String others = "- {id: meta, uses: a/b@v1}\n- {id: version, run: x}\n- {id: a, uses: ./none}\n";
        assertThat(commands(steps(others + "- run: echo-it '${{ " + expression + " }}'")))
                .contains("echo-it " + text);
    }

    @ParameterizedTest
    @CsvSource({"workflow_dispatch:, {?}", "'push: {tags: [v*]}, workflow_dispatch:', ''"})
    void onlyWhoStartsARunByHandHasEnteredSomething(String on, String text) {
        assertThat(commands(walk(
                        "on: {" + on + " }\njobs:\n  a: {runs-on: x, steps: [run: \"echo-it ${{ inputs.dir }}\"]}")))
                .containsExactly(("echo-it " + text).strip());
    }

    @Test
    void whatScriptsLeaveForOthersStaysOpen() {
        assertThat(commands(steps("""
                - run: echo "VERSION=${GITHUB_REF#refs/tags/v}" >> $GITHUB_ENV
                - id: name
                  run: echo "file={name}-$VERSION" >> $GITHUB_OUTPUT
                - if: env.VERSION == '1.0'
                  run: pack ${{ env.VERSION }} "$RUNNER_OS"
                - run: upload ${{ steps.name.outputs.file }}.zip {name}
                """))).containsExactly("pack {version} Linux", "upload tool-{version}.zip tool");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ubuntu-24.04-arm;aarch64-unknown-linux-gnu",
                "ubuntu-latest;x86_64-unknown-linux-gnu",
                "ubuntu-latest, defaults: {run: {shell: 'freebsd {0}'}};{?}",
                "ubuntu-latest, defaults: {run: {shell: 'alpine.sh {0}'}};{?}",
                "macos-14;aarch64-apple-darwin",
                "windows-latest;x86_64-pc-windows-msvc",
                "otter;{?}",
                "ubuntu-22.04, container: alpine;{?}",
            })
    void aRunnerSaysWhatRustBuildsForIfNoContainerDoes(String machine, String triple) {
        assertThat(commands(walk("on: {push: {tags: ['v*']}}\njobs:\n  a: {runs-on: " + machine
                        + ", steps: [{run: 'echo-it $(rustc --print host-tuple)'}]}")))
                .contains("echo-it " + triple);
    }

    @Test
    void everyJobThatATagMayComeToIsWalked() {
        DryRun run = walk("""
                on: {push: {tags: ['v*']}, pull_request: , workflow_dispatch: }
                jobs:
                  checks: {if: "github.event_name == 'pull_request'", runs-on: x, steps: [run: check]}
                  plan: {runs-on: x, outputs: {rows: "${{ steps.a.outputs.rows }}"}, steps: [{id: a, run: plan}]}
                  build:
                    needs: plan
                    if: needs.plan.outputs.rows != '[]'
                    strategy: {matrix: {target: [a, b], rust: "${{ fromJSON(needs.plan.outputs.rows) }}"}}
                    runs-on: ${{ matrix.target }}
                    steps: [run: "build ${{ matrix.target }} ${{ matrix.rust }}"]
                  far: {uses: acme/shared/.github/workflows/release.yml@v1}
                  last: {needs: [build, far], runs-on: x, steps: [run: "publish ${{ needs.far.outputs.tag }}"]}
                """);
        assertThat(commands(run)).containsExactly("plan", "build a {?}", "build b {?}", "publish {tag}");
        assertThat(run.jobs()).extracting(JobRun::id).containsExactly("checks", "plan", "build", "far", "last");
        assertThat(run.rows().get(1).runner()).contains("a");
        assertThat(run.rows().get(1).row()).isEqualTo(Map.of("target", "a", "rust", "{?}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{push: {tags: [v1]}}|push|refs/tags/{tag} false",
                "{push: {branches: [main]}}|push|refs/tags/{tag} {?}",
                "{release: {types: [published]}, push: {branches: [main]}}|release|refs/tags/{tag} false",
                "workflow_dispatch|workflow_dispatch|refs/tags/{tag} {?}",
                "[pull_request, schedule]|schedule|refs/tags/{tag} {?}",
                "[pull_request, schedule, workflow_dispatch]|{?}|refs/tags/{tag} {?}",
                "{pull_request: {types: [closed]}, workflow_dispatch: {}}|{?}|refs/tags/{tag} {?}"
            })
    void whatStartsAWorkflowDecidesWhatIsKnown(String on, String event, String ref) {
        DryRun run = walk("on: " + on + "\njobs: {a: {runs-on: x, steps: [run: 'is ${{ github.event_name }}"
                + " ${{ github.ref }} ${{ github.ref == ''refs/heads/main'' }}']}}");
        assertThat(commands(run)).containsExactly("is " + event + " " + ref);
    }

    @Test
    void scriptsActionsAndWorkflowsOfTheRepositoryAreFollowed() {
        files.put("ci/pack.sh", "#!/bin/sh\ntar czf $1.tar.gz dist");
        files.put("pack/action.yml", """
                inputs: {name: {default: other}}
                outputs: {file: {value: "${{ steps.p.outputs.file }}"}}
                runs:
                  using: composite
                  steps:
                    - run: ci/pack.sh ${{ inputs.name }}
                      shell: bash
                    - {id: p, run: "echo file=${{ inputs.name }}.tar.gz >> $GITHUB_OUTPUT"}
                """);
        files.put(".github/workflows/build.yml", """
                on: {workflow_call: {inputs: {tag: {type: string}}}}
                jobs:
                  inner:
                    runs-on: x
                    steps:
                      - {id: pack, uses: ./pack, with: {name: "tool-${{ inputs.tag }}"}}
                      - run: upload ${{ steps.pack.outputs.file }}
                """);
        DryRun run = walk(
                "on: {push: {tags: v*}}\njobs: {a: {uses: ./.github/workflows/build.yml, with: {tag: '${{ github.ref_name }}'}}}");
        assertThat(commands(run))
                .containsExactly("ci/pack.sh tool-{tag}", "tar czf tool-{tag}.tar.gz dist", "upload tool-{tag}.tar.gz")
                .hasSize(3);
        assertThat(run.rows().get(0).place()).isEqualTo(".github/workflows/build.yml:3");
        assertThat(run.rows().get(0).steps())
                .extracting(DryStep::place)
                .containsExactly("pack/action.yml:6", "pack/action.yml:8", ".github/workflows/build.yml:7");
    }

    @Test
    void wellKnownActionsSayWhatTheyStart() {
        assertThat(commands(steps("""
                - uses: actions-rs/cargo@v1
                  with: {use-cross: true, command: build, args: --release, target: a-b}
                - uses: taiki-e/upload-rust-binary-action@v1
                  with: {bin: tool, target: x86_64-unknown-linux-gnu, archive: $bin-$tag-$target}
                - {id: v, uses: battila7/get-version-action@v2}
                - {run: "a ${{ steps.v.outputs.version-without-v }}", name: "Say ${{ github.ref_name }}"}
                - {run: "import x", shell: python}
                """)))
                .containsExactly(
                        "cross build --release --target a-b",
                        "cargo build --release --target x86_64-unknown-linux-gnu",
                        "tar czf tool-{tag}-x86_64-unknown-linux-gnu.tar.gz target/x86_64-unknown-linux-gnu/release/tool",
                        "a {version}",
                        "python");
    }

    @Test
    void whatAnActionDoesByItselfDependsOnTheMachineItRunsOn() {
        assertThat(commands(walk("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: taiki-e/upload-rust-binary-action@v1
                        with: { bin: tool, target: x86_64-pc-windows-gnu, tar-xz: unix }
                      - uses: taiki-e/setup-cross-toolchain-action@v1
                        with: { target: aarch64-unknown-linux-gnu }
                      - uses: taiki-e/upload-rust-binary-action@v1
                        with: { bin: tool, target: aarch64-unknown-linux-gnu }
                """)))
                .containsExactly(
                        "cross build --release --target x86_64-pc-windows-gnu",
                        "tar czf tool-x86_64-pc-windows-gnu.tar.gz target/x86_64-pc-windows-gnu/release/tool",
                        "tar cJf tool-x86_64-pc-windows-gnu.tar.xz target/x86_64-pc-windows-gnu/release/tool",
                        "cargo build --release --target aarch64-unknown-linux-gnu",
                        "tar czf tool-aarch64-unknown-linux-gnu.tar.gz target/aarch64-unknown-linux-gnu/release/tool");
    }

    @Test
    void twoStepsOfTheSameWordsStandOnTheirOwnLines() {
        List<DryStep> steps = steps(
                        "- uses: actions/checkout@v4\n- uses: actions/checkout@v4\n- name: Go ${{ github.ref_name }}\n  run: x")
                .rows()
                .get(0)
                .steps();
        assertThat(steps).extracting(DryStep::place).containsExactly("release.yml:6", "release.yml:7", "release.yml:8");
        assertThat(steps)
                .extracting(DryStep::name)
                .containsExactly("actions/checkout@v4", "actions/checkout@v4", "Go {tag}");
        assertThat(steps.get(0).action()).isEqualTo("actions/checkout");
    }

    @Test
    void aRowKnowsItsVariablesButNotThoseOfItsStepsAlone() {
        DryRun run = walk("""
                on: push
                env: {A: 1, B: "${{ github.ref_name }}"}
                jobs:
                  a:
                    runs-on: [self-hosted, linux]
                    container: docker://debian:${{ matrix.debian }}
                    env: {C: "${{ env.B }}-c"}
                    strategy: {matrix: {include: [{debian: bookworm, job: {target: t}, list: [x]}]}}
                    steps: [{env: {D: 4}, run: echo E=5 >> $GITHUB_ENV}]
                """);
        DryRow row = run.rows().get(0);
        assertThat(row.env()).isEqualTo(Map.of("A", "1", "B", "{tag}", "C", "{tag}-c", "E", "5"));
        assertThat(row.runner()).contains("self-hosted");
        assertThat(row.container()).contains("debian:bookworm");
        assertThat(row.row()).isEqualTo(Map.of("debian", "bookworm", "job.target", "t"));
    }

    @Test
    void whatCannotBeReadDoesNotHideTheRestAndIsSaid() {
        files.put("own/action.yml", "runs:\n  using: composite\n  steps: [{run: inner}]\n");
        files.put(".github/workflows/b.yml", "on: workflow_call\njobs:\n  c: [\n");
        DryRun run = walk("""
                on: push
                jobs:
                  a: {runs-on: x, stepz: 1, steps: [run: ok, uses: ./own]}
                  b: {uses: ./.github/workflows/b.yml}
                """);
        assertThat(run.unread())
                .extracting(Object::toString)
                .anySatisfy(note -> assertThat(note)
                        .startsWith("release.yml:3:")
                        .contains("note: this part could not be read: ")
                        .contains("'stepz'"))
                .anySatisfy(
                        note -> assertThat(note).startsWith("own/action.yml:3:").contains("needs a shell"))
                .anySatisfy(note -> assertThat(note)
                        .startsWith(".github/workflows/b.yml:")
                        .contains("the file could not be read: "));
        assertThat(commands(run)).containsExactly("ok", "inner");
    }

    @Test
    void aWorkflowOfTheSameRepositoryIsFollowedUnderItsFullName() {
        files.put(
                ".github/workflows/near.yml",
                "on: workflow_call\njobs: { near: { runs-on: x, steps: [{ run: near }] } }\n");
        DryRun run = walk("""
                on: push
                jobs: { near: { uses: acme/tool/.github/workflows/near.yml@main } }
                """);
        assertThat(commands(run)).containsExactly("near");
        assertThat(run.untold()).isEmpty();
    }

    @Test
    void whatOnlyARunOrGitHubKnowsIsSaidWhereItStands() {
        DryRun run = walk("""
                on: push
                jobs:
                  rows: {runs-on: x, strategy: {matrix: "${{ fromJSON(vars.rows) }}"}, steps: [run: a]}
                  axis: {runs-on: x, strategy: {matrix: {os: [a], rust: "${{ fromJSON(vars.rust) }}"}}, steps: [run: a]}
                  far: {uses: acme/shared/.github/workflows/release.yml@v1}
                  none: {runs-on: x, strategy: {matrix: {os: "${{ fromJSON('[]') }}"}}, steps: [run: a]}
                  plain: {runs-on: x, strategy: {matrix: {os: [a]}}, steps: [run: a]}
                  gone: {uses: ./.github/workflows/gone.yml}
                """);
        assertThat(run.untold())
                .extracting(note -> note.position().line() + " " + note.message())
                .containsExactly(
                        "3 job 'rows' was analyzed only in part: the rows of its matrix are known only when it runs",
                        "4 job 'axis' was analyzed only in part: 'matrix.rust' is known only when it runs",
                        "5 job 'far' was not analyzed: only GitHub has the workflow"
                                + " 'acme/shared/.github/workflows/release.yml@v1'",
                        "6 job 'none' was not analyzed: 'os' of the matrix has no values",
                        "8 job 'gone' was not analyzed: there is no workflow './.github/workflows/gone.yml'");
    }

    @Test
    void aForkIsReadLikeTheRepositoryThatItIsFrom() {
        DryRun run = walk("""
                on: push
                jobs:
                  a:
                    if: github.repository == 'other/tool' && github.repository_owner == 'other'
                    runs-on: x
                    env: {IMAGE: "ghcr.io/${{ github.repository }}"}
                    steps:
                      - if: github.event.repository.full_name == 'other/tool'
                        run: |
                          if [ "$GITHUB_REPOSITORY" != other/tool ]; then no; else yes; fi
                          push $IMAGE ${GITHUB_REPOSITORY#*/} ${GITHUB_REPOSITORY_OWNER}
                """);
        assertThat(commands(run)).containsExactly("no", "yes", "push ghcr.io/acme/tool tool acme");
        assertThat(run.rows().get(0).env()).isEqualTo(Map.of("IMAGE", "ghcr.io/acme/tool"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[push, release, pull_request]|github.event_name == 'release'|release",
                "{push: {tags: v*}, release: {types: [created]}}|github.event.action == 'created'|release",
                "{push: {branches: [main]}, release: {types: [created]}}|github.event.action == 'created'|release",
                "[push, workflow_dispatch]|github.event_name == 'workflow_dispatch'|workflow_dispatch",
                "{push: {tags: v*}, schedule: [{cron: '0 0 * * *'}]}|github.event_name == 'schedule'|schedule",
                "[push, pull_request]|github.ref == 'refs/heads/main'|push",
                "[push, pull_request]|github.event_name == 'pull_request'|none",
            })
    void whatTheLikeliestEventLeavesOutAnotherMayComeTo(String on, String condition, String event) {
        List<DryRun> runs =
                each("on: " + on + "\njobs: {a: {if: \"" + condition + "\", runs-on: x, steps: [run: go]}}");
        assertThat(runs.stream()
                        .filter(run -> commands(run).contains("go"))
                        .map(run -> run.event().orElse("")))
                .isEqualTo(event.equals("none") ? List.of() : List.of(event));
    }

    @Test
    void oneEventIsEnoughWhereItLeavesNothingOut() {
        assertThat(each("on: [push, release, workflow_dispatch]\njobs: {a: {runs-on: x, steps: [run: go]}}"))
                .hasSize(1);
    }

    @Test
    void whatNoRowComesToIsListed() {
        files.put("own/action.yml", """
                runs:
                  using: composite
                  steps:
                    - {run: first, shell: bash, id: f}
                    - {run: again, shell: bash, if: "steps.f.outcome == 'failure'"}
                """);
        DryRun run = walk("""
                on: {push: {tags: v*}}
                jobs:
                  a:
                    runs-on: x
                    strategy: {matrix: {os: [mac, linux]}}
                    steps:
                      - {run: some, if: matrix.os == 'mac'}
                      - {name: "Never ${{ matrix.os }}", run: none, if: matrix.os == 'windows'}
                      - uses: ./own
                  b: {if: github.event_name == 'schedule', runs-on: x, steps: [run: nightly]}
                  c: {needs: b, uses: ./.github/workflows/none.yml}
                """);
        assertThat(run.skipped()).extracting(Skipped::job).containsExactly("a", "b", "c");
        assertThat(run.skipped().get(0).steps())
                .extracting(step -> step.place() + " " + step.name() + ": " + step.commands())
                .containsExactly("release.yml:8 Never {?}: [none]", "own/action.yml:5 again: [again]");
        assertThat(run.skipped().get(1)).isEqualTo(new Skipped("b", "release.yml:10", List.of()));
        assertThat(run.untold()).isEmpty();
    }

    @Test
    @Timeout(20)
    void theStepsOfAnActionThatUsesItselfOftenAreToldOnce() {
        files.put(
                "loop/action.yml",
                "runs:\n  using: composite\n  steps:\n    - {name: turn, shell: sh, run: make}\n"
                        + "    - {uses: ./loop}\n".repeat(12));
        assertThat(steps("- {if: false, uses: ./loop}\n- {if: false, uses: ./loop}")
                        .skipped())
                .flatExtracting(Skipped::steps)
                .extracting(DryStep::name)
                .containsExactly("turn");
    }
}
