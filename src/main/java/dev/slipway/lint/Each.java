package dev.slipway.lint;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Does the same to each of many things, on all processors. */
public final class Each {
    /** Fewer are done before a second thread has started. */
    private static final int MANY = 8;

    private Each() {}

    /**
     * What becomes of each thing, in the same order.
     *
     * @param work never gives null
     */
    public static <T, R> List<R> of(List<T> things, Function<T, R> work) {
        if (things.size() < MANY) {
            return things.stream().map(work).toList();
        }
        AtomicReferenceArray<R> done = new AtomicReferenceArray<>(things.size());
        AtomicInteger next = new AtomicInteger();
        // a parallel stream of the things would give each thread some at once, and the last one works alone
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(thread -> {
                    for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
                        done.set(i, work.apply(things.get(i)));
                    }
                });
        return IntStream.range(0, things.size()).mapToObj(done::get).toList();
    }
}
