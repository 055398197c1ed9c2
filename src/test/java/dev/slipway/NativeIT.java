package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.files.Configs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The native executable says, writes and answers what the jar does, byte for byte. It is the one that the profile
 * {@code native} builds, or {@code -Dslipway.native} names; where there is none, the output of the build says so.
 */
class NativeIT {
    private static final Path JAR = Path.of(System.getProperty("slipway.jar"));
    private static final String NAMED = System.getProperty("slipway.native", "");

    /** What a run leaves to a person or a program. */
    private record Answer(int exitCode, String out, String err) {}

    @BeforeAll
    static void thereIsAnExecutable() {
        if (NAMED.isEmpty()) {
            System.out.println("[WARNING] no native executable was tested: 'mvn -Pnative verify' with a GraalVM does");
        }
        assumeTrue(!NAMED.isEmpty(), "no native executable");
    }

    private static List<String> executable() {
        Path plain = Path.of(NAMED).toAbsolutePath();
        Path program = Files.exists(plain) ? plain : plain.resolveSibling(plain.getFileName() + ".exe");
        assertThat(program).as("the native executable").isExecutable();
        return List.of(program.toString());
    }

    private static List<String> jar() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-jar", JAR.toString());
    }

    static Stream<Path> examples() {
        return Stream.concat(Stream.of(Path.of("")), Examples.folders().stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aGoldenIsCurrent(Path folder) throws Exception {
        for (List<String> words : List.of(List.of("check"), List.of("check", "--format", "json"), List.of("graph"))) {
            assertThat(run(executable(), folder, words))
                    .as(String.join(" ", words) + " in " + folder)
                    .isEqualTo(run(jar(), folder, words));
        }
        assertThat(run(executable(), folder, List.of("check")).exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.slipway.Examples#folders")
    void aGoldenIsWrittenFromNothing(Path folder, @TempDir Path empty) throws Exception {
        GoldenFolder golden = new GoldenFolder(folder);
        for (String config : new Configs(folder).named()) {
            Files.copy(folder.resolve(config), empty.resolve(config));
        }
        Answer answer = run(executable(), empty, List.of("generate"));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        SortedMap<String, String> written = GoldenFolder.files(empty);
        assertThat(written).isEqualTo(golden.there());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "--help",
                "check --help",
                "no-such-command",
                "schema",
                "completion bash",
                "doctor --today 2026-11-28",
                "lint",
                "lint --format sarif",
                "lint --format github src/test/resources/dev/slipway/lint/frequent-schedule/bad.yml",
                "plan --tag v1.2.3",
                "plan --tag v1.2.3 --format json",
                "-C src check"
            })
    void aCommandAnswersTheSame(String words) throws Exception {
        List<String> command = List.of(words.split(" "));
        assertThat(run(executable(), Path.of(""), command)).isEqualTo(run(jar(), Path.of(""), command));
    }

    /** A locale without non-ASCII letters must not reach a path, a message or a file. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8", "tr_TR.UTF-8"})
    void theLocaleDoesNotMatter(String locale, @TempDir Path project) throws Exception {
        Files.copy(Path.of("generated/otto/slipway.yml"), project.resolve("slipway.yml"));
        List<String> command = new ArrayList<>(List.of("env", "LC_ALL=" + locale));
        command.addAll(executable());
        Answer answer = run(command, project, List.of("generate"));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(GoldenFolder.files(project)).isEqualTo(new GoldenFolder(Path.of("generated/otto")).there());
    }

    private static Answer run(List<String> program, Path folder, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(words);
        Path out = Files.createTempFile("slipway", ".out");
        Path err = Files.createTempFile("slipway", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("ends in two minutes")
                    .isTrue();
            return new Answer(
                    process.exitValue(),
                    new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1),
                    new String(Files.readAllBytes(err), StandardCharsets.ISO_8859_1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
