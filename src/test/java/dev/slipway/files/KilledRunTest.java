package dev.slipway.files;

import static dev.slipway.files.Repository.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills writing processes at any moment, and looks at what they leave behind. */
class KilledRunTest {
    private static final int KILLS = 4;
    private static final int FILES = 80;

    @Test
    void aKilledRunLeavesEachFileWholeAndTheNextOneHeals(@TempDir Path root) throws Exception {
        Repository repository = new Repository(root);
        Random random = new Random(42);
        for (int kill = 0; kill < KILLS; kill++) {
            int millis = random.nextInt(100);
            boolean midway = kill % 2 == 0;
            kill(root, () -> {
                Thread.sleep(millis);
                if (midway) {
                    awaitChange(repository);
                }
            });
            for (GeneratedFile file : files('a').files()) {
                if (repository.has(file.path())) {
                    assertThat(repository.read(file.path())).isIn(text('a'), text('b'));
                }
            }
            FileSet next = files(random.nextBoolean() ? 'a' : 'b');
            repository.apply(next);
            assertThat(repository.compare(next).clean()).isTrue();
            assertThat(repository.paths())
                    .containsExactlyElementsOf(next.files().stream()
                            .map(GeneratedFile::path)
                            .sorted()
                            .toList());
        }
    }

    /** When to kill. */
    private interface Moment {
        void await() throws IOException, InterruptedException;
    }

    /** Waits until the first file gets other content: the other files are about to follow. */
    private static void awaitChange(Repository repository) throws IOException {
        String before = repository.read("folder0/file0");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (repository.read("folder0/file0").equals(before) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private static void kill(Path root, Moment moment) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledRunTest.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("writing");
            moment.await();
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static String text(char version) {
        return HEADER + (Character.toString(version).repeat(60) + "\n").repeat(500);
    }

    private static FileSet files(char version) {
        List<GeneratedFile> files = IntStream.range(0, FILES)
                .mapToObj(i -> new GeneratedFile("folder" + i % 3 + "/file" + i, text(version)))
                .toList();
        return new FileSet(files);
    }

    /** Writes for ever: one version, then the other. */
    public static void main(String[] arguments) throws IOException {
        Repository repository = new Repository(Path.of(arguments[0]));
        repository.apply(files('a'));
        System.out.println("writing");
        for (int i = 1; true; i++) {
            repository.apply(files(i % 2 == 0 ? 'a' : 'b'));
        }
    }
}
