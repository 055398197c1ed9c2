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
import java.util.List;
import java.util.stream.Stream;

/** The program that bench/bulk runs. Arguments: the folder of the configs, threads, seconds to warm up, seconds to measure. */
public final class Bulk {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final List<SourceText> configs;
    private final Generator generator = new Generator(Renderer.standard());

    private Bulk(List<SourceText> configs) {
        this.configs = configs;
    }

    /** What one thread did. */
    private record Work(long repositories, long cpu, long allocated) {}

    public static void main(String[] arguments) throws Exception {
        Bulk bulk = new Bulk(read(Path.of(arguments[0])));
        int threads = Integer.parseInt(arguments[1]);
        bulk.run(threads, Integer.parseInt(arguments[2]), true);
        long start = System.nanoTime();
        List<Work> validated = bulk.run(threads, Integer.parseInt(arguments[3]), true);
        double wall = (System.nanoTime() - start) / 1e9;
        List<Work> generated = bulk.run(threads, Math.max(1, Integer.parseInt(arguments[3]) / 2), false);
        long repositories = validated.stream().mapToLong(Work::repositories).sum();
        System.out.printf(
                "%d %.1f %.1f %.2f %.1f %.2f%n",
                threads,
                repositories / (validated.stream().mapToLong(Work::cpu).sum() / 1e9),
                repositories / wall,
                validated.stream().mapToLong(Work::allocated).sum() / 1e6 / repositories,
                generated.stream().mapToLong(Work::repositories).sum()
                        / (generated.stream().mapToLong(Work::cpu).sum() / 1e9),
                generated.stream().mapToLong(Work::allocated).sum()
                        / 1e6
                        / generated.stream().mapToLong(Work::repositories).sum());
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

    private List<Work> run(int threads, int seconds, boolean validates) throws InterruptedException {
        List<Work> done = new ArrayList<>();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                Work work = work(seconds, validates);
                synchronized (done) {
                    done.add(work);
                }
            });
            running.add(thread);
            thread.start();
        }
        for (Thread thread : running) {
            thread.join();
        }
        return done;
    }

    private Work work(int seconds, boolean validates) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long repositories = 0;
        while (System.nanoTime() < end) {
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
                THREADS.getCurrentThreadCpuTime() - cpu,
                THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }
}
