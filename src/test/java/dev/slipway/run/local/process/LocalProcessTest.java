package dev.slipway.run.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final Map<String, String> PATH = Map.of("PATH", "/usr/local/bin:/usr/bin:/bin");

    @TempDir
    Path folder;

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here");
    }

    private End sh(String script, Duration timeout) {
        return LocalProcess.start(List.of("sh", "-c", script), PATH, folder, lines::add, timeout);
    }

    /** The process of which a script wrote the number, once it has. */
    private Optional<ProcessHandle> written(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        for (int i = 0; i < 200 && (!Files.exists(file) || Files.size(file) == 0); i++) {
            Thread.sleep(20);
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
    }

    private static boolean gone(Optional<ProcessHandle> process) throws InterruptedException {
        for (int i = 0; i < 100 && process.map(ProcessHandle::isAlive).orElse(false); i++) {
            Thread.sleep(20);
        }
        return !process.map(ProcessHandle::isAlive).orElse(false);
    }

    @Test
    void linesOfBothStreamsComeInTheirOrder() {
        End end = sh("echo one; echo two >&2; printf 'thr\\303\\251\\ne'; exit 3", LONG);
        assertThat(end).isEqualTo(new End.Exited(3));
        assertThat(end.succeeded()).isFalse();
        assertThat(end.problem()).isEqualTo("exit status 3");
        assertThat(lines).containsExactly("one", "two", "thré", "e");
    }

    @Test
    void theStreamsCanBeToldApart() {
        List<String> errors = new CopyOnWriteArrayList<>();
        End end = new LocalProcess(List.of("sh", "-c", "echo out; echo err >&2"), PATH, folder, LONG)
                .run(lines::add, errors::add);
        assertThat(end.succeeded()).isTrue();
        assertThat(lines).containsExactly("out");
        assertThat(errors).containsExactly("err");
    }

    @Test
    void nothingIsInheritedAndThereIsNoInput() {
        LocalProcess.start(List.of("/usr/bin/env"), Map.of("ONLY", "this"), folder, lines::add, LONG);
        assertThat(lines).containsExactly("ONLY=this");
        assertThat(sh("cat; pwd", LONG).succeeded()).isTrue();
        assertThat(lines).hasSize(2);
    }

    @Test
    void aProgramIsFoundByThePathThatItIsGiven() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path program = Files.writeString(bin.resolve("only-here"), "#!/bin/sh\necho found \"$1\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> env = Map.of("PATH", "/nowhere:" + bin);
        assertThat(LocalProcess.start(List.of("only-here", "a b"), env, folder, lines::add, LONG)
                        .succeeded())
                .isTrue();
        assertThat(lines).containsExactly("found a b");
    }

    @Test
    void aMissingProgramIsSaid() {
        End end = LocalProcess.start(List.of("no-such-program"), PATH, folder, lines::add, LONG);
        assertThat(end).isEqualTo(new End.NotStarted("no-such-program cannot be started: No such file or directory"));
    }

    @Test
    void aTimeoutEndsWhatTheProgramStarted() throws Exception {
        End end = sh("sh -c 'sleep 60 & echo $! > child; wait' & echo before; wait", Duration.ofMillis(700));
        assertThat(end).isEqualTo(new End.TimedOut(Duration.ofMillis(700)));
        assertThat(lines).containsExactly("before");
        assertThat(gone(written("child"))).isTrue();
    }

    @Test
    void whoeverDoesNotListenIsKilled() throws Exception {
        End end = sh("trap '' TERM; echo $$ > self; while :; do sleep 1; done", Duration.ofMillis(500));
        assertThat(end).isInstanceOf(End.TimedOut.class);
        assertThat(gone(written("self"))).isTrue();
    }

    @Test
    void anInterruptEndsWhatTheProgramStartedAndIsKept() throws Exception {
        AtomicReference<End> end = new AtomicReference<>();
        AtomicReference<Boolean> still = new AtomicReference<>(false);
        Thread caller = new Thread(() -> {
            end.set(sh("sleep 60 & echo $! > child; wait", LONG));
            still.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        Optional<ProcessHandle> child = written("child");
        caller.interrupt();
        caller.join(10_000);
        assertThat(end.get()).isEqualTo(new End.Interrupted());
        assertThat(still.get()).isTrue();
        assertThat(gone(child)).isTrue();
    }

    @Test
    void aServerInTheBackgroundOutlivesItsStep() throws Exception {
        long begun = System.nanoTime();
        End end = sh("sleep 60 >/dev/null 2>&1 & echo $! > child; echo done", LONG);
        Optional<ProcessHandle> child = written("child");
        assertThat(end.succeeded()).isTrue();
        assertThat(lines).containsExactly("done");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(child.map(ProcessHandle::isAlive)).hasValue(true);
        child.ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatOutlivesItsStepIsEndedWithTheJob() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc here");
        Orphans job = new Orphans(
                "RUNNER_TRACKING_ID",
                "slipway-" + ProcessHandle.current().pid(),
                folder.toRealPath().resolve("job-1"),
                Map.of());
        Map<String, String> env = Map.of("PATH", "/usr/bin:/bin", job.variable(), job.value());
        String script = "sh -c 'sleep 60 & echo $! > child' > /dev/null 2>&1 &";
        assertThat(LocalProcess.start(List.of("sh", "-c", script), env, folder, lines::add, LONG)
                        .succeeded())
                .isTrue();
        Optional<ProcessHandle> child = written("child");
        assertThat(job.end()).contains(child.orElseThrow().pid());
        assertThat(gone(child)).isTrue();
        assertThat(job.find()).isEmpty();
    }

    @Test
    void whatWorksInTheJobsContainerIsKnownByWhatIsMountedThere() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc here");
        Path real = Files.createDirectories(folder.toRealPath().resolve("seen"));
        Path other = Files.createDirectories(folder.toRealPath().resolve("real"));
        LocalProcess.start(
                List.of("sh", "-c", "sleep 60 > /dev/null 2>&1 & echo $! > ../child"),
                Map.of("PATH", "/usr/bin:/bin"),
                real,
                lines::add,
                LONG);
        Optional<ProcessHandle> child = written("child");
        Path job = Path.of("/nowhere");
        assertThat(new Orphans("MARK", "none has it", job, Map.of(real, other)).find())
                .as("another container's folder of that name")
                .isEmpty();
        assertThat(new Orphans("MARK", "none has it", job, Map.of(real, real)).end())
                .containsExactly(child.orElseThrow().pid());
    }

    @Test
    void whatTookOffItsMarkIsKnownByTheFolderItWorksIn() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc here");
        Path inside = Files.createDirectories(folder.toRealPath().resolve("job-1/work"));
        Orphans job = new Orphans("MARK", "none has it", inside.getParent(), Map.of());
        String script = "env -i sleep 60 > /dev/null 2>&1 & echo $! > child; cd ..; env -i sleep 60 > /dev/null 2>&1 &"
                + " echo $! > sibling";
        LocalProcess.start(
                List.of(
                        "sh",
                        "-c",
                        "cd work; " + script + "; cd ..; mv job-1/work/child child; mv job-1/sibling sibling"),
                Map.of("PATH", "/usr/bin:/bin"),
                inside.getParent(),
                lines::add,
                LONG);
        Path other = Files.createDirectories(folder.toRealPath().resolve("job-10"));
        LocalProcess.start(
                List.of("sh", "-c", "env -i sleep 60 > /dev/null 2>&1 & echo $! > ../other"),
                Map.of("PATH", "/usr/bin:/bin"),
                other,
                lines::add,
                LONG);
        Optional<ProcessHandle> neighbour = written("other");
        assertThat(job.end())
                .containsExactlyInAnyOrder(
                        written("child").orElseThrow().pid(),
                        written("sibling").orElseThrow().pid());
        assertThat(neighbour.map(ProcessHandle::isAlive)).hasValue(true);
        neighbour.ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void aLineWithoutAnEndComesInPartsInsteadOfFillingTheMemory() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/head")), "there is no /usr/bin/head here");
        End end = sh("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo done", LONG);
        assertThat(end.succeeded()).isTrue();
        assertThat(lines.stream().mapToInt(String::length)).allMatch(length -> length <= Lines.LONGEST);
        assertThat(lines.stream().mapToInt(String::length).sum()).isEqualTo(3_000_004);
        assertThat(lines).last().isEqualTo("done");
    }

    @Test
    void lineEndsOfEachKindEndOneLine() {
        sh("printf 'a\\r\\nb\\rc\\n\\nd'", LONG);
        assertThat(lines).containsExactly("a", "b", "c", "", "d");
    }

    @Test
    void variablesThatNoSystemTakesStartNothing() {
        for (Map<String, String> env : List.of(Map.of("A", "x\0y"), Map.of("A=B", "x"))) {
            End end = LocalProcess.start(List.of("/bin/sh", "-c", "echo no"), env, folder, lines::add, LONG);
            assertThat(end).isInstanceOf(End.NotStarted.class);
            assertThat(end.problem()).startsWith("/bin/sh cannot be started: Invalid environment variable");
        }
        assertThat(lines).isEmpty();
    }
}
