package dev.slipway.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Tries inputs, and keeps the smallest that shows each fault. */
final class Run {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Of cpu, not of time that passes: the machine may be busy. */
    private static final Duration SLOW = Duration.ofSeconds(2);

    /** What takes longer is called a hang, and left to itself. */
    private static final Duration HANGS = Duration.ofSeconds(20);

    private static final int MOST_SHRINKS = 300;

    private final Path scratch;
    private final Optional<Path> judged;
    private final Map<Kind, Long> tried = new EnumMap<>(Kind.class);
    private final Map<String, Long> times = new TreeMap<>();
    private final Map<String, Input> smallest = new TreeMap<>();
    private final Map<String, String> details = new TreeMap<>();
    private final Map<String, Long> numbers = new TreeMap<>();
    private final String again;
    private long accepted;

    /**
     * @param judged where the files of accepted configs are written for other programs to judge
     * @param again what makes the same inputs again, but for their number
     */
    Run(Path scratch, Optional<Path> judged, String again) {
        this.scratch = scratch;
        this.judged = judged;
        this.again = again;
    }

    /** Tries so many inputs from a number on, and ends earlier if the time is over. */
    void many(Inputs inputs, long from, long count, int threads, Duration limit) throws InterruptedException {
        AtomicLong next = new AtomicLong(from);
        long end = System.nanoTime() + limit.toNanos();
        List<Thread> workers = new ArrayList<>();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(() -> {
                try {
                    Worker own = new Worker();
                    for (long number = next.getAndIncrement();
                            number < from + count && System.nanoTime() - end < 0;
                            number = next.getAndIncrement()) {
                        own.one(inputs.at(number), number);
                    }
                } catch (IOException | InterruptedException | RuntimeException | Error failure) {
                    failures.add(failure);
                }
            });
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.peek());
        }
    }

    private synchronized void counted(Kind kind, List<Map<String, String>> files) throws IOException {
        tried.merge(kind, 1L, Long::sum);
        for (Map<String, String> each : files) {
            accepted++;
            write(each);
        }
    }

    private synchronized boolean isFirst(String kind) {
        return times.merge(kind, 1L, Long::sum) == 1;
    }

    private synchronized void keep(String kind, Input input, long number, Fault fault) {
        smallest.put(kind, input);
        numbers.put(kind, number);
        details.put(kind, fault.detail());
    }

    /** Tries one input after another. */
    private final class Worker {
        private Trial trial = new Trial(scratch);

        void one(Input input, long number) throws IOException, InterruptedException {
            Optional<Fault> fault = watched(input);
            counted(input.kind(), trial.accepted());
            if (fault.isPresent()) {
                String kind = input.kind() + " " + fault.get().kind();
                if (isFirst(kind)) {
                    boolean whole = fault.get().kind().startsWith("takes") || input.kind() == Kind.LARGE;
                    keep(kind, whole ? input : shrunk(input, fault.get().kind()), number, fault.get());
                }
            }
        }

        /** The same with as many lines, and then characters, left out as the fault survives. */
        private Input shrunk(Input input, String kind) throws InterruptedException {
            int[] left = {MOST_SHRINKS};
            Predicate<String> shows = text -> {
                try {
                    return left[0]-- > 0
                            && watched(input.with(text))
                                    .filter(fault -> fault.kind().equals(kind))
                                    .isPresent();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            };
            String text = without(input.text(), "\n", shows);
            Input small = input.with(text.length() < 400 ? without(text, "", shows) : text);
            trial.accepted();
            return small;
        }

        private String without(String text, String separator, Predicate<String> shows) {
            List<String> parts = List.of(text.split(separator, -1));
            for (int size = parts.size() / 2; size >= 1; size /= 2) {
                for (int from = 0; from + size <= parts.size(); ) {
                    String rest = String.join(separator, parts.subList(0, from))
                            + (from > 0 ? separator : "")
                            + String.join(separator, parts.subList(from + size, parts.size()));
                    if (shows.test(rest)) {
                        parts = List.of(rest.split(separator, -1));
                    } else {
                        from += size;
                    }
                }
            }
            return String.join(separator, parts);
        }

        private Optional<Fault> watched(Input input) throws InterruptedException {
            CompletableFuture<Optional<Fault>> answer = new CompletableFuture<>();
            Trial mine = trial;
            Thread worker = new Thread(() -> {
                long before = THREADS.getCurrentThreadCpuTime();
                Optional<Fault> fault = mine.of(input);
                long took = THREADS.getCurrentThreadCpuTime() - before;
                answer.complete(
                        fault.isEmpty() && took > SLOW.toNanos()
                                ? Optional.of(new Fault("takes over 2 s", took / 1_000_000 + " ms of cpu"))
                                : fault);
            });
            worker.setDaemon(true);
            worker.start();
            while (true) {
                try {
                    return answer.get(1, TimeUnit.SECONDS);
                } catch (ExecutionException impossible) {
                    throw new IllegalStateException(impossible);
                } catch (TimeoutException still) {
                    if (THREADS.getThreadCpuTime(worker.getId()) > HANGS.toNanos()) {
                        String where = String.join(
                                "\n",
                                List.of(worker.getStackTrace()).stream()
                                        .map(StackTraceElement::toString)
                                        .toList());
                        trial = new Trial(scratch);
                        return Optional.of(new Fault("takes over 20 s", where));
                    }
                }
            }
        }
    }

    private void write(Map<String, String> files) throws IOException {
        if (judged.isEmpty()) {
            return;
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().endsWith(".yml") && file.getKey().contains(".github/workflows/")) {
                String name = accepted + "-" + file.getKey().replaceAll(".*/", "");
                Files.writeString(judged.get().resolve(name), file.getValue());
            }
        }
    }

    boolean clean() {
        return times.isEmpty();
    }

    /** What was tried, and each fault with the smallest input that shows it. */
    String report() {
        StringBuilder text = new StringBuilder(
                "inputs: " + tried.values().stream().mapToLong(it -> it).sum() + "\n");
        tried.forEach((kind, count) -> text.append("  " + kind.name().toLowerCase() + ": " + count + "\n"));
        text.append("  configs generated from: " + accepted + "\n");
        text.append(
                "faults: " + times.values().stream().mapToLong(it -> it).sum() + " of " + times.size() + " kinds\n");
        times.forEach((kind, count) -> {
            Input input = smallest.get(kind);
            text.append("\n== " + kind + " (" + count + " times)\n" + first(details.get(kind), 2_000) + "\n");
            text.append("again: " + again + " --from " + numbers.get(kind) + " --count 1\n");
            text.append("-- " + input.file() + (input.seed().length() < 100 ? " in " + input.seed() : "") + "\n");
            text.append(first(visible(input.text()), 4_000) + "\n");
        });
        return text.toString();
    }

    private static String first(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "… (" + text.length() + " characters)";
    }

    private static String visible(String text) {
        StringBuilder all = new StringBuilder();
        for (char c : text.toCharArray()) {
            all.append(c == '\n' || c >= ' ' && c < 0x7F ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return new String(all.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
