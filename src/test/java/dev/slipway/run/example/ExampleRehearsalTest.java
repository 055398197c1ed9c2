package dev.slipway.run.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Releases of all examples, run on this machine and held against their plans: for a new version, a prerelease and a fix of an
 * old version. The long ones run with {@code -Prehearse-all}. With {@code -Dslipway.rehearse.containers=true}, jobs run in the
 * containers that they ask for, whose images must be there; otherwise this machine stands in for them.
 */
@Tag("bash")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ExampleRehearsalTest {
    private static final boolean CONTAINERS = Boolean.getBoolean("slipway.rehearse.containers");
    private static final Machine HERE = Machine.here();

    /** Examples whose releases take few seconds. */
    private static final Set<String> QUICK = Set.of("full-ci", "no-macos");

    /** Examples of which a new version is enough for every build. */
    private static final Set<String> QUICK_WHEN_STABLE = Set.of(
            "attested",
            "command-make",
            "extra-jobs",
            "image-distroless",
            "image-variants",
            "published-release",
            "two-projects");

    @TempDir
    Path root;

    /** A tag of an example. */
    record Release(String example, String tag) {
        boolean quick() {
            return QUICK.contains(example)
                    || QUICK_WHEN_STABLE.contains(example) && tag.endsWith(Version.STABLE.text());
        }

        @Override
        public String toString() {
            return example + " " + tag;
        }
    }

    private static Stream<Release> releases() {
        return ExampleProject.names().stream()
                .flatMap(example -> ExampleProject.of(example).releases().stream()
                        .flatMap(tags -> tags.tried().stream().map(tag -> new Release(example, tag))));
    }

    static List<Release> quick() {
        return releases().filter(Release::quick).toList();
    }

    static List<Release> others() {
        return releases().filter(release -> !release.quick()).toList();
    }

    @ParameterizedTest
    @MethodSource("quick")
    void aReleaseDoesWhatItsPlanSays(Release release) throws IOException {
        rehearse(release);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("others")
    void aLongReleaseDoesWhatItsPlanSays(Release release) throws IOException {
        rehearse(release);
    }

    private void rehearse(Release release) throws IOException {
        Stream.concat(Stream.of("bash", "git", "cc"), builders(release.example()))
                .forEach(program -> assumeTrue(HERE.has(program), "no " + program + " on this machine"));
        RehearsedExample ran = RehearsedExample.of(
                release.example(), release.tag(), root, CONTAINERS ? List.of() : List.of("--without-containers"));
        assertThat(ran.results().values())
                .as(ran.said())
                .isSubsetOf("success", "skipped its condition is false")
                .contains("success");
        assertThat(ran.differences()).isEmpty();
        assertThat(ran.useless()).isEmpty();
        assertThat(ran.verdict()).isEqualTo("compared true, succeeded true");
        assertThat(ran.exit()).isZero();
        assertThat(ran.files()).isEqualTo(ran.plannedFiles()).isNotEmpty();
        assertThat(ran.images()).isEqualTo(ran.plannedImages());
        assertThat(ran.release()).isEqualTo(ran.plannedRelease()).containsEntry("tag", release.tag());
        assertThat(ran.jobs()).isEqualTo(ran.plannedJobs()).isNotEmpty();
        assertThat(ran.permissions()).isEqualTo(ran.plannedPermissions());
        assertThat(ran.skipped()).isEqualTo(ran.plannedToBeSkipped());
        for (Map.Entry<String, SortedSet<String>> job : ran.plannedJobs().entrySet()) {
            assertThat(ran.order().subList(0, ran.order().indexOf(job.getKey())))
                    .as("before " + job.getKey())
                    .containsAll(job.getValue());
        }
        assertThat(RehearsedExample.left(root)).isEqualTo("report true, status ''");
    }

    /** What makes the programs of an example. A compiler for another processor has no stand-in. */
    private static Stream<String> builders(String example) {
        return switch (example) {
            case "age", "go-tool" -> Stream.of("go");
            case "maven-tool", "native-tool" -> Stream.of("mvn");
            case "gradle-tool" -> Stream.of("jlink");
            case "calendar", "jq" -> Stream.of("make");
            case "command-make" -> Stream.of("make", "aarch64-linux-gnu-gcc");
            default -> Stream.of("cargo");
        };
    }
}
