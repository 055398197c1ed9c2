package dev.slipway.files;

import static dev.slipway.files.Repository.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several runs that write to one tree at once. */
class ConcurrentRunsTest {
    private static final int RUNS = 4;
    private static final int ROUNDS = 6;

    @TempDir
    Path root;

    @Test
    void oneOfThemWritesAndTheOthersSayWhyTheyDidNot() throws Exception {
        Repository repository = new Repository(root);
        ExecutorService threads = Executors.newFixedThreadPool(RUNS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                FileSet wanted = files(round);
                List<String> failures = new ArrayList<>();
                CyclicBarrier start = new CyclicBarrier(RUNS);
                Callable<String> run = () -> {
                    start.await();
                    return failure(repository, wanted);
                };
                for (Future<String> end : threads.invokeAll(
                        IntStream.range(0, RUNS).mapToObj(i -> run).toList())) {
                    if (!end.get().isEmpty()) {
                        failures.add(end.get());
                    }
                }
                assertThat(failures)
                        .hasSizeLessThan(RUNS)
                        .allMatch(message -> message.matches(
                                "another run of slipway is writing to '.*'; nothing was written. Run slipway "
                                        + "again when it has finished"
                                        + "|'folder\\d/file\\d+' has changed since it was compared; run "
                                        + "slipway again"));
                assertThat(repository.compare(wanted).clean()).isTrue();
                assertThat(repository.paths()).noneMatch(path -> path.endsWith(".tmp"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String failure(Repository repository, FileSet wanted) {
        try {
            repository.apply(wanted);
            return "";
        } catch (IOException | RuntimeException failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    private static FileSet files(int round) {
        return new FileSet(IntStream.range(0, 20)
                .mapToObj(i -> new GeneratedFile("folder" + i % 3 + "/file" + i, HEADER + "round " + round + "\n"))
                .toList());
    }

    @Test
    void aTreeIsLockedForOthersAndNoOtherTreeIs(@TempDir Path other) throws IOException {
        Repository repository = new Repository(root);
        repository.write("folder0/.slipway-7.tmp", "of the run that goes on");
        try (WriteLock first = WriteLock.take(root)) {
            assertThat(first.held()).isTrue();
            assertThatThrownBy(() -> repository.apply(files(1)))
                    .hasMessageStartingWith("another run of slipway is writing");
            assertThat(repository.paths()).containsExactly("folder0/.slipway-7.tmp");
            assertThat(Files.createSymbolicLink(other.resolve("same"), root)).isNotNull();
            assertThatThrownBy(() -> WriteLock.take(other.resolve("same"))).hasMessageContaining("another run");
            WriteLock.take(other).close();
            assertThatThrownBy(() -> WriteLock.take(root)).hasMessageContaining("another run");
        }
        repository.apply(files(1));
        assertThat(repository.compare(files(1)).clean()).isTrue();
        assertThat(repository.has("folder0/.slipway-7.tmp")).isFalse();
    }
}
