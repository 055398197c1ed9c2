package dev.slipway.render;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Prints a project's own templates, which anybody may have written who opens a pull request: each on its own thread,
 * which is abandoned if it takes too much time or memory. {@link TemplateThread} counts steps, {@link BoundedVisitor}
 * counts characters; what a single expression does between two steps is bounded by time and memory here.
 */
final class TemplateGuard {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final TemplateBounds bounds;
    private Duration waited = Duration.ZERO;

    TemplateGuard(TemplateBounds bounds) {
        this.bounds = bounds;
    }

    /** @param work parses the template and prints it */
    String print(String template, Page.Visitor visitor, Function<Page.Visitor, String> work) {
        BoundedVisitor bounded = new BoundedVisitor(template, bounds, visitor);
        FutureTask<String> printing = new FutureTask<>(() -> printed(template, bounded, work));
        TemplateThread thread = new TemplateThread(template, bounds, bounded, printing);
        thread.start();
        try {
            return wait(template, bounded, printing, thread);
        } finally {
            thread.interrupt();
        }
    }

    private String wait(String template, BoundedVisitor bounded, FutureTask<String> printing, TemplateThread thread) {
        while (true) {
            try {
                return printing.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillPrinting) {
                waited = waited.plus(LOOK);
                check(template, bounded, thread);
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RuntimeException problem) {
                    throw problem;
                }
                throw new IllegalStateException("the template " + template + " cannot be printed", failed.getCause());
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
    }

    private void check(String template, BoundedVisitor bounded, TemplateThread thread) {
        if (waited.compareTo(bounds.time()) > 0) {
            throw new TemplateFault(
                    template,
                    bounded.place(),
                    "the template is not printed after " + bounds.time().toSeconds() + " seconds",
                    "shorten lists and strings");
        }
        if (allocated(thread) > bounds.memory()) {
            throw tooLarge(template, bounded.place());
        }
    }

    /** Bytes, or none if this Java does not count them. */
    private static long allocated(Thread thread) {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                        && threads.isThreadAllocatedMemorySupported()
                ? threads.getThreadAllocatedBytes(thread.getId())
                : 0;
    }

    private TemplateFault tooLarge(String template, TemplatePlace place) {
        return new TemplateFault(
                template,
                place,
                "the template needs more than " + (bounds.memory() >> 20) + " MiB of memory",
                "shorten lists and strings");
    }

    private String printed(String template, BoundedVisitor bounded, Function<Page.Visitor, String> work) {
        try {
            String text = work.apply(bounded);
            if (bounded.exceeded().isPresent()) {
                throw bounded.exceeded().get();
            }
            if (text.isEmpty() || text.startsWith("\uFEFF")) {
                throw new TemplateFault(
                        template,
                        TemplatePlace.START,
                        text.isEmpty() ? "the template prints nothing" : "the template prints a byte order mark",
                        "print what the file should hold");
            }
            return text;
        } catch (StackOverflowError deep) {
            throw new TemplateFault(
                    template,
                    ended(bounded),
                    "the template nests too deeply, or calls itself without end",
                    "use fewer parentheses and directives inside of one another");
        } catch (OutOfMemoryError large) {
            throw tooLarge(template, ended(bounded));
        } catch (TemplateFault fault) {
            throw fault;
        } catch (RuntimeException problem) {
            throw TemplateFault.of(template, ended(bounded), problem);
        }
    }

    /** Where printing was before something ended it. */
    private static TemplatePlace ended(BoundedVisitor bounded) {
        return Thread.currentThread() instanceof TemplateThread thread ? thread.last() : bounded.place();
    }
}
