import com.sun.management.ThreadMXBean;
import dev.slipway.Generation;
import dev.slipway.Generator;
import dev.slipway.Validator;
import dev.slipway.render.Renderer;
import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The program that bench/bulk runs. Arguments: the folder of the configs, seconds to warm up, seconds of one turn, how
 * many turns, and the numbers of threads. It prints a line for each turn of each number of threads.
 */
public final class Bulk {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final List<SourceText> configs;
    private final Generator generator = new Generator(Renderer.standard());

    private Bulk(List<SourceText> configs) {
        this.configs = configs;
    }

    /** What some threads did: seconds of cpu and of wall time, and bytes. */
    private record Work(long repositories, double cpu, double wall, long allocated) {}

    public static void main(String[] arguments) throws Exception {
        Bulk bulk = new Bulk(read(Path.of(arguments[0])));
        int[] threads = Arrays.stream(arguments)
                .skip(4)
                .mapToInt(Integer::parseInt)
                .toArray();
        double seconds = Integer.parseInt(arguments[2]);
        bulk.run(Arrays.stream(threads).max().orElseThrow(), Integer.parseInt(arguments[1]), true);
        for (int turn = 0; turn < Integer.parseInt(arguments[3]); turn++) {
            for (int number : threads) {
                Work validated = bulk.run(number, seconds, true);
                Work generated = bulk.run(number, seconds / 2, false);
                System.out.printf("%d %s %s%n", number, figures(validated), figures(generated));
            }
        }
    }

    private static String figures(Work work) {
        long repositories = work.repositories();
        return "%.1f %.1f %.2f"
                .formatted(
                        repositories / work.cpu(),
                        repositories / work.wall(),
                        work.allocated() / 1e6 / repositories);
    }

    private static List<SourceText> read(Path folder) throws IOException {
        try (Stream<Path> below = Files.list(folder)) {
            List<SourceText> configs = new ArrayList<>();
            for (Path child : below.sorted().toList()) {
                Path config = child.resolve("slipway.yml");
                if (Files.exists(config)) {
                    configs.add(new SourceText("slipway.yml", Files.readString(config)));
                }
            }
            return configs;
        }
    }

    private Work run(int threads, double seconds, boolean validates) throws InterruptedException {
        Work[] done = new Work[threads];
        List<Thread> running = IntStream.range(0, threads)
                .mapToObj(i -> new Thread(() -> done[i] = work(seconds, validates)))
                .toList();
        running.forEach(Thread::start);
        for (Thread thread : running) {
            thread.join();
        }
        return new Work(
                Arrays.stream(done).mapToLong(Work::repositories).sum(),
                Arrays.stream(done).mapToDouble(Work::cpu).sum(),
                Arrays.stream(done).mapToDouble(Work::wall).max().orElseThrow(),
                Arrays.stream(done).mapToLong(Work::allocated).sum());
    }

    private Work work(double seconds, boolean validates) {
        long start = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long repositories = 0;
        while (System.nanoTime() - start < seconds * 1e9) {
            for (SourceText config : configs) {
                Generation generation = generator.generate(config);
                if (validates) {
                    List<Finding> findings = new Validator(DAY).check(generation);
                    if (findings.stream().anyMatch(finding -> finding.severity().name().equals("ERROR"))) {
                        throw new IllegalStateException(findings.toString());
                    }
                }
                repositories++;
            }
        }
        return new Work(
                repositories,
                (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9,
                (System.nanoTime() - start) / 1e9,
                THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }
}
