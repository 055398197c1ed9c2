package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.fail;

import dev.slipway.files.FileDrift;
import dev.slipway.files.Pins;
import dev.slipway.files.Verdict;
import dev.slipway.files.Worktree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares what is generated with the files of this repository. {@code mvn test -Dtest=GoldenTest -Dgolden=write} writes
 * them anew, and fails: somebody has to look at them.
 */
public class GoldenTest {
    static List<Path> folders() {
        return Examples.folders();
    }

    /** Whether files are to be written instead of compared. */
    public static boolean writes(String golden, Map<String, String> environment) {
        boolean write = golden.equals("write");
        if (write && environment.containsKey("CI")) {
            throw new IllegalStateException("-Dgolden=write is for people: CI compares");
        }
        return write;
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyExampleHoldsWhatIsGeneratedAndNothingElse(Path folder, @TempDir Path empty) throws IOException {
        GoldenFolder golden = new GoldenFolder(folder);
        SortedMap<String, String> wanted = golden.wanted(empty);
        if (writes(System.getProperty("golden", ""), System.getenv())) {
            fail("wrote %d files of %s, review them", golden.write(wanted), folder);
        }
        assertThat(golden.there().keySet()).as("the files of " + folder).isEqualTo(wanted.keySet());
        wanted.forEach(
                (path, text) -> assertThat(golden.there().get(path)).as(path).isEqualTo(text));
    }

    @Test
    void ourOwnFilesAreWhatIsGeneratedButForPinsThatWereRaised() throws IOException {
        if (writes(System.getProperty("golden", ""), System.getenv())) {
            fail("%s; review it", GoldenFolder.generate(Path.of("")).strip());
        }
        Generation own = Examples.generate(Examples.read(Path.of("slipway.yml")));
        assertThat(new Worktree(Path.of(""), Version.current())
                        .compare(own.files(), Pins.fromTree())
                        .files())
                .hasSizeGreaterThan(4)
                .allSatisfy(file ->
                        assertThat(file.verdict()).as(file.path() + file.diff()).isEqualTo(Verdict.CURRENT));
    }

    @Test
    void thereAreExamples() {
        assertThat(folders())
                .extracting(Path::toString)
                .contains("generated/otto")
                .hasSizeGreaterThan(4);
    }

    @Test
    void writingReplacesAddsAndDeletes(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("old"), "old");
        Files.writeString(folder.resolve("stray"), "stray");
        Files.writeString(folder.resolve("same"), "same");
        SortedMap<String, String> wanted =
                new TreeMap<>(Map.of("old", "new", "same", "same", ".github/workflows/ci.yml", "x"));
        assertThat(new GoldenFolder(folder).write(wanted)).isEqualTo(3);
        assertThat(GoldenFolder.files(folder)).isEqualTo(wanted);
    }

    @Test
    void writingIsRefusedWhereCiIsSet() {
        assertThat(writes("", Map.of("CI", "true"))).isFalse();
        assertThat(writes("write", Map.of())).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> writes("write", Map.of("CI", "true")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aSecondRunChangesNothingWhateverEndsTheLines(String end, @TempDir Path repository) throws IOException {
        SortedMap<String, String> wanted = new GoldenFolder(Path.of("generated/otto")).wanted(repository);
        for (String path : wanted.keySet()) {
            Files.writeString(repository.resolve(path), wanted.get(path).replace("\n", end));
        }
        SortedMap<String, String> before = GoldenFolder.files(repository);
        Generation again = Examples.generate(Examples.read(repository.resolve("slipway.yml")));
        assertThat(new Worktree(repository, Version.current())
                        .compare(again.files(), Pins.fromTree())
                        .changed())
                .extracting(FileDrift::path)
                .isEmpty();
        assertThat(GoldenFolder.generate(repository)).contains("are current").doesNotContain("wrote");
        assertThat(GoldenFolder.files(repository)).isEqualTo(before);
    }

    /** A Turkish i has no dot; a time zone shifts dates; an old encoding loses dashes; a path may be relative. */
    @Test
    void theSameBytesComeWhateverTheMachineIsSetTo(@TempDir Path repository, @TempDir Path elsewhere) throws Exception {
        Files.copy(Path.of("generated/otto/slipway.yml"), repository.resolve("slipway.yml"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Chatham",
                        "-Dfile.encoding=ISO-8859-1",
                        "-Dline.separator=\r\n",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "dev.slipway.cli.Main",
                        "-C",
                        elsewhere
                                .toRealPath()
                                .relativize(repository.toRealPath())
                                .toString(),
                        "generate")
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(words).isZero();
        assertThat(GoldenFolder.files(repository)).isEqualTo(GoldenFolder.files(Path.of("generated/otto")));
    }
}
