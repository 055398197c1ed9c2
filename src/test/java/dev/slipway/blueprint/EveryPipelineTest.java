package dev.slipway.blueprint;

import static dev.slipway.blueprint.Drawn.inputs;
import static dev.slipway.blueprint.Drawn.permissions;
import static dev.slipway.blueprint.Drawn.plain;
import static dev.slipway.blueprint.Drawn.rows;
import static dev.slipway.blueprint.Drawn.uses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.model.workflow.WorkflowCall;
import dev.slipway.toolchain.Os;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How every generated pipeline behaves, whatever its config. */
@Tag("once")
class EveryPipelineTest {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    static Stream<Generation> generations() {
        return Examples.configs().stream().map(Examples::read).map(Examples::generate);
    }

    static Stream<Workflow> workflows() {
        return generations().flatMap(generation -> Drawn.workflows(generation).stream());
    }

    private static List<StepsJob> jobs(Generation generation) {
        return Drawn.jobs(generation.blueprint().release());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void itGrantsNothingToAllAndSomethingToEach(Workflow workflow) {
        assertThat(workflow.permissions()).contains(Permissions.NONE);
        assertThat(Drawn.jobs(workflow))
                .allSatisfy(job -> assertThat(job.permissions())
                        .hasValueSatisfying(
                                granted -> assertThat(granted.shorthand()).isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void itSaysWhyOfEveryPermission(Workflow workflow) {
        assertThat(Drawn.jobs(workflow))
                .flatExtracting(job -> job.permissions().orElseThrow().grants())
                .allSatisfy(grant -> assertThat(grant.reason()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void itLeavesNoCredentialsInAWorkTree(Workflow workflow) {
        assertThat(Drawn.jobs(workflow))
                .flatExtracting(Drawn::uses)
                .filteredOn(step -> step.action().name().equals("actions/checkout"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(inputs(step)).containsEntry("persist-credentials", "false"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void itEndsEveryJobInTime(Workflow workflow) {
        assertThat(Drawn.jobs(workflow))
                .allSatisfy(job -> assertThat(
                                Integer.parseInt(plain(job.timeoutMinutes().orElseThrow())))
                        .isBetween(5, 60));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void itPinsEveryActionToACommitAndSaysItsVersion(Workflow workflow) {
        assertThat(Drawn.jobs(workflow))
                .flatExtracting(Drawn::uses)
                .isNotEmpty()
                .extracting(Uses::action)
                .allSatisfy(action -> {
                    assertThat(action.ref()).matches(COMMIT);
                    assertThat(action.version()).matches("v\\d+\\.\\d+\\.\\d+");
                });
    }

    /** In a container, scripts run in dash where no shell is asked for. */
    @ParameterizedTest
    @MethodSource("workflows")
    void itRunsEveryScriptInBash(Workflow workflow) {
        assertThat(workflow.defaults().flatMap(defaults -> defaults.shell()).map(Text::source))
                .contains("bash");
        assertThat(Drawn.jobs(workflow))
                .allSatisfy(job -> assertThat(job.defaults()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void itExpandsNothingInAScript(Workflow workflow) {
        List<Run> scripts = Drawn.jobs(workflow).stream()
                .flatMap(job -> job.steps().stream())
                .filter(Run.class::isInstance)
                .map(Run.class::cast)
                .toList();
        assertThat(scripts).isNotEmpty().allSatisfy(run -> {
            assertThat(run.script().expressions()).isEmpty();
            assertThat(run.script().source()).doesNotContain("${{");
        });
    }

    @ParameterizedTest
    @MethodSource("generations")
    void itHasAGroupOfItsOwnForEachRef(Generation generation) {
        assertThat(Drawn.workflows(generation)).allSatisfy(workflow -> {
            boolean called = workflow.on().stream().anyMatch(WorkflowCall.class::isInstance);
            assertThat(workflow.concurrency().orElseThrow().group().source())
                    .isEqualTo(workflow.name().toLowerCase(Locale.ROOT)
                            + (called ? "-${{ inputs.tag || github.ref_name }}" : "-${{ github.ref }}"));
        });
    }

    /** Whoever calls a workflow is on a branch. */
    @ParameterizedTest
    @MethodSource("generations")
    void aReleaseThatIsCalledChecksOutItsTagEverywhere(Generation generation) {
        boolean called = generation.plan().release().onCall();
        assertThat(jobs(generation))
                .flatExtracting(job -> named(job, "actions/checkout"))
                .allSatisfy(step -> assertThat(inputs(step).containsKey("ref")).isEqualTo(called));
    }

    @ParameterizedTest
    @MethodSource("generations")
    void aReleaseIsNeverCancelled(Generation generation) {
        assertThat(plain(generation
                        .blueprint()
                        .release()
                        .concurrency()
                        .orElseThrow()
                        .cancelInProgress()
                        .orElseThrow()))
                .isEqualTo("false");
    }

    @ParameterizedTest
    @MethodSource("generations")
    void aReleaseReadsNoCache(Generation generation) {
        assertThat(jobs(generation)).flatExtracting(Drawn::uses).allSatisfy(step -> {
            assertThat(step.action().name()).doesNotContain("cache");
            assertThat(inputs(step)).allSatisfy((input, value) -> {
                if (input.contains("cache")) {
                    assertThat(value).isEqualTo("false");
                }
            });
        });
    }

    @ParameterizedTest
    @MethodSource("generations")
    void onlyOneJobMayPublishFilesAndItNeedsEveryBuild(Generation generation) {
        assertThat(jobs(generation))
                .filteredOn(job -> permissions(job).contains("contents: write"))
                .filteredOn(job -> !job.id().equals("publish-release"))
                .singleElement()
                .satisfies(job -> {
                    assertThat(job.id()).isIn("create-release", "upload-release");
                    assertThat(job.neededIds().stream()
                                    .filter(id -> !List.of("version", "sbom").contains(id))
                                    .toList())
                            .isEqualTo(
                                    generation.plan().packages().prepared() ? List.of("package") : builds(generation));
                });
    }

    @ParameterizedTest
    @MethodSource("generations")
    void onlyTheImageMayWritePackagesAndItNeedsOnlyLinux(Generation generation) {
        assertThat(jobs(generation))
                .filteredOn(job -> permissions(job).contains("packages: write"))
                .extracting(
                        StepsJob::id,
                        job -> job.neededIds().stream()
                                .filter(id -> !id.equals("version"))
                                .toList())
                .isEqualTo(generation.plan().image().stream()
                        .map(image -> tuple(
                                "docker",
                                generation.plan().groups().stream()
                                        .filter(group -> group.os() == Os.LINUX)
                                        .map(group -> group.job())
                                        .toList()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("generations")
    void everyArtifactHasANameOfItsOwnAndEveryDownloadAnUpload(Generation generation) {
        List<String> uploads = new ArrayList<>();
        for (StepsJob job : jobs(generation)) {
            for (Uses step : named(job, "actions/upload-artifact")) {
                String name = inputs(step).get("name");
                if (step.common().condition().isPresent()) {
                    uploads.add(name); // one row alone
                    continue;
                }
                cells(job)
                        .forEach(row ->
                                uploads.add(name.replace("${{ matrix.platform }}", row.getOrDefault("platform", ""))));
            }
        }
        assertThat(uploads)
                .doesNotHaveDuplicates()
                .filteredOn(name -> !name.matches("notes|manifests|components|release-files"))
                .hasSize((int) generation.plan().builds().count()
                        + (generation.plan().generator().isPresent() ? 1 : 0));
        for (StepsJob job : jobs(generation)) {
            for (Uses step : named(job, "actions/download-artifact")) {
                String wanted = inputs(step).getOrDefault("name", inputs(step).getOrDefault("pattern", ""));
                assertThat(uploads).anyMatch(name -> name.matches(wanted.replace("*", ".*")));
            }
        }
    }

    /** The rows of a matrix; one without columns where there is none. */
    private static List<Map<String, String>> cells(StepsJob job) {
        return rows(job).isEmpty() ? List.of(Map.of()) : rows(job);
    }

    private static List<Uses> named(StepsJob job, String action) {
        return uses(job).stream()
                .filter(step -> step.action().name().equals(action))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("generations")
    void everyArchiveIsPackedOfAnArtifactThatIsUploaded(Generation generation) {
        String packing = generation.plan().packages().prepared()
                ? "package"
                : generation.plan().release().job();
        String tag = generation.plan().tags().example("1.2.3");
        List<String> archives = new ArrayList<>();
        List<String> artifacts = new ArrayList<>();
        Pattern.compile("(?m)^(?:LAYOUT=\\w+ )?(?:try )?(?:pack|take) (\\S+) \"?([^\" ]+)\"?( \\S+)+$")
                .matcher(Drawn.script(generation, packing, "Pack"))
                .results()
                .forEach(call -> {
                    artifacts.add(call.group(1));
                    archives.add(call.group(2)
                            .replaceFirst("\\$\\{TAG(#[^}]*)?}", call.group(2).contains("#") ? "1.2.3" : tag));
                });
        assertThat(archives)
                .containsExactlyInAnyOrderElementsOf(generation
                        .plan()
                        .builds()
                        .map(build -> build.archive().with(tag))
                        .toList());
        assertThat(artifacts)
                .containsExactlyInAnyOrderElementsOf(jobs(generation).stream()
                        .filter(job -> generation.plan().groups().stream()
                                .anyMatch(group -> group.job().equals(job.id())))
                        .flatMap(job -> cells(job).stream())
                        .map(row -> generation.plan().project().name() + "-" + row.get("platform"))
                        .toList());
    }

    private static List<String> builds(Generation generation) {
        List<String> ids = new ArrayList<>();
        generation.plan().generatorJob().ifPresent(group -> ids.add(group.job()));
        generation.plan().groups().forEach(group -> ids.add(group.job()));
        return ids;
    }
}
