package dev.slipway.run.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rehearsal that notices nothing is worth nothing: each fault in what was generated has to turn it red. */
@Tag("bash")
class MutationTest {
    /** An example that is built in a moment. */
    private static final String QUICK = "command-make";

    private static Path kept = Path.of("");

    private Path folder = Path.of("");

    @BeforeAll
    static void makeCache() throws IOException {
        kept = Files.createTempDirectory("builds-").toRealPath();
    }

    @AfterAll
    static void deleteCache() throws IOException {
        delete(kept);
    }

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("mutant-").toRealPath();
    }

    /** JUnit would warn of each link to a program of this machine. */
    @AfterEach
    void deleteFolder() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static List<Mutant> mutants() {
        String only = System.getProperty("mutants", "");
        return Mutant.all().stream()
                .filter(mutant -> mutant.toString().contains(only))
                .toList();
    }

    /** Each example with the versions by which faults of it show. */
    static List<Arguments> examples() {
        return mutants().stream()
                .map(mutant -> List.of(mutant.example(), mutant.version()))
                .distinct()
                .map(one -> Arguments.of(one.toArray()))
                .toList();
    }

    static List<Mutant> quick() {
        return Mutant.all().stream()
                .filter(mutant -> mutant.example().equals(QUICK))
                .filter(mutant -> List.of(
                                "an image tag of another kind",
                                "a checksum of another file",
                                "no permission to release")
                        .contains(mutant.kind()))
                .toList();
    }

    private TriedRehearsal.Outcome rehearsed(String example, Version version) throws IOException {
        TriedTags tags = ExampleProject.of(example).tags();
        Path work = Files.createDirectories(folder.resolve("work"));
        return new TriedRehearsal(folder.resolve("project"), work, new BuildCache(kept)).of(tags, tags.tag(version));
    }

    private TriedRehearsal.Outcome rehearsed(Mutant mutant) throws IOException {
        ExampleProject example = ExampleProject.of(mutant.example());
        Path project = example.in(folder.resolve("project"), example.tags().tag(mutant.version()));
        mutant.applyTo(project);
        new Git(project, Version.STABLE.date()).run("commit", "-q", "-a", "-m", "Make a mistake");
        return rehearsed(mutant.example(), mutant.version());
    }

    @Test
    void thereAreManyKinds() {
        assertThat(Mutant.all().stream().map(Mutant::kind).distinct()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(Mutant.all().stream().map(Mutant::toString)).doesNotHaveDuplicates();
        assertThat(quick()).hasSize(3);
    }

    @Test
    void eachCanBeMade() throws IOException {
        for (Mutant mutant : Mutant.all()) {
            for (Mutant.Change change : mutant.changes()) {
                Path file = Path.of("generated", mutant.example(), change.file());
                if (Files.exists(file)) { // what people wrote themselves is no part of the example
                    String text = Files.readString(file);
                    assertThatCode(() -> assertThat(change.applied(text)).isNotEqualTo(text))
                            .as(mutant.toString())
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("quick")
    void someAreNoticedInEveryBuild(Mutant mutant) throws IOException {
        assertThat(rehearsed(mutant).green()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("examples")
    @Tag("slow")
    void withoutAFaultAnExampleIsAsPlanned(String example, Version version) throws IOException {
        ExampleProject project = ExampleProject.of(example);
        project.in(folder.resolve("project"), project.tags().tag(version));
        TriedRehearsal.Outcome outcome = rehearsed(example, version);
        assertThat(outcome.reason()).isEmpty();
        assertThat(outcome.green()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    @Tag("slow")
    void eachIsNoticed(Mutant mutant, TestReporter reporter) throws IOException {
        TriedRehearsal.Outcome outcome = rehearsed(mutant);
        reporter.publishEntry(mutant.toString(), outcome.green() ? "SURVIVED" : outcome.reason());
        assertThat(outcome.green()).as("it went unnoticed").isFalse();
    }
}
