package dev.slipway.run.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds every example's project with the commands of its own release. */
@Tag("slow")
class NativeBuildTest {
    private static final Machine HERE = Machine.here();

    @TempDir
    Path root;

    /** A runtime of its own takes ten seconds to make. */
    static List<String> quick() {
        return ExampleProject.names().stream()
                .filter(name -> !name.equals("maven-tool"))
                .toList();
    }

    static List<String> examples() {
        return ExampleProject.names();
    }

    @ParameterizedTest
    @MethodSource("quick")
    void theReleaseBuildsWhatItUploadsAndLeavesTheWorkTreeClean(String example) throws IOException {
        List<BuildRow> rows = ExampleProject.of(example).releases().stream()
                .flatMap(tags -> BuildRow.of(example, tags).stream())
                .flatMap(row -> here(row).stream())
                .toList();
        assumeTrue(!rows.isEmpty(), "nothing of " + example + " can be built on this machine");
        buildAll(example, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maven-tool", "gradle-tool"})
    void aProgramWithAJavaRuntimeOfItsOwnIsBuiltToo(String example) throws IOException {
        assumeTrue(
                BuildRow.of(example, ExampleProject.of(example).tags()).stream()
                        .anyMatch(row -> row.missing(HERE).isEmpty()),
                "no Maven or jpackage on this machine");
        buildAll(example, true);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsSaidToBeBuildableForOtherMachinesIs(String example) throws IOException {
        buildAll(example, false);
    }

    /** The lint job of most examples would turn down anything else. */
    @ParameterizedTest
    @MethodSource("examples")
    void theSourcesOfCratesAreFormatted(String example) throws IOException {
        assumeTrue(HERE.has("cargo") && HERE.has("cargo-fmt"), "no cargo fmt on this machine");
        Path repository = ExampleProject.of(example).in(root.resolve("repository"));
        assumeTrue(Files.exists(repository.resolve("Cargo.toml")), example + " is not Rust");
        BuildRow row = BuildRow.of(example, ExampleProject.of(example).tags()).get(0);
        NativeBuild build = new NativeBuild(row, "", repository, root);
        assertThat(build.script("cargo fmt --all --check", Map.of())).isEqualTo(new NativeBuild.Ran(0, ""));
    }

    private void buildAll(String example, boolean own) throws IOException {
        ExampleProject project = ExampleProject.of(example).withTags();
        Path repository = project.in(root.resolve("repository"));
        for (TriedTags tags : project.releases()) {
            Map<String, NativeBuild> builds = new LinkedHashMap<>();
            for (BuildRow row : BuildRow.of(example, tags)) {
                Stream<BuildRow> chosen = own
                        ? here(row).stream()
                        : Stream.of(row)
                                .filter(it -> it.missing(HERE).isEmpty()
                                        && here(it).filter(it::equals).isEmpty());
                chosen.map(it -> new NativeBuild(it, tags.stable(), repository, root))
                        .forEach(build -> builds.putIfAbsent(build.key(), build));
            }
            for (NativeBuild build : builds.values()) {
                check(build, own, repository);
            }
        }
    }

    /** The row as this machine builds it for itself; empty if it builds something that has no counterpart here. */
    private static Optional<BuildRow> here(BuildRow row) {
        if (row.isRust()) {
            boolean same = row.target().contains("linux") || row.target().contains("darwin");
            return Optional.of(row.on(HERE))
                    .filter(it -> same
                            && !it.script().contains("lipo")
                            && it.missingTool(HERE).isEmpty());
        }
        String processor = HERE.processor().equals("x86_64") ? "amd64" : "arm64";
        return Optional.of(row)
                .filter(it -> it.platform().equals("linux-" + processor)
                        && it.missing(HERE).isEmpty());
    }

    private void check(NativeBuild build, boolean own, Path repository) throws IOException {
        Git git = new Git(repository, Version.FIRST.date());
        git.run("clean", "-q", "-d", "-x", "-f");
        Files.deleteIfExists(root.resolve("env"));
        NativeBuild.Ran built = build.build();
        assertThat(built.exit())
                .as(build.row().platform() + ": " + built.said())
                .isZero();
        assertThat(git.run("status", "--porcelain")).as(built.said()).isEmpty();
        NativeBuild.Ran finished = build.finish();
        assertThat(finished.exit()).as(finished.said()).isZero();
        assertThat(build.uploads()).isNotEmpty();
        for (String pattern : build.uploads()) {
            NativeBuild.Ran found =
                    build.script("find $(compgen -G \"$PATTERN\") -type f -size +0", Map.of("PATTERN", pattern));
            assertThat(found.exit())
                    .as("no file is " + pattern + "\n" + built.said())
                    .isZero();
            assertThat(found.said()).isNotEmpty();
            if (own && !pattern.contains("*") && !pattern.equals("extras")) {
                says(build, repository.resolve(pattern));
            }
        }
        assertThat(build.script("find extras -empty 2> /dev/null || true", Map.of())
                        .said())
                .isEmpty();
    }

    /** Every program says its name and the version that the tag names. */
    private static void says(NativeBuild build, Path program) {
        String name = program.getFileName().toString().replaceFirst("\\.tar$", "");
        String command = program.toString().endsWith(".tar")
                ? program.toString().replaceFirst("\\.tar$", "/bin/" + name)
                : program.toString();
        NativeBuild.Ran said = build.script("\"$PROGRAM\" --version", Map.of("PROGRAM", command));
        assertThat(said).isEqualTo(new NativeBuild.Ran(0, name + " " + Version.STABLE.text() + "\n"));
    }
}
