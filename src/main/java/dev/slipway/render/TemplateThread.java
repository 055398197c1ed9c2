package dev.slipway.render;

/**
 * Prints a project's own template. FreeMarker asks the current thread at each turn of a loop and at each call of a macro
 * whether it is interrupted; here the answer counts these steps, and ends the printing if there are too many.
 */
final class TemplateThread extends Thread {
    /** Parsing needs much more of it than printing does; the main thread has 8 MiB on most systems. */
    private static final long STACK = 16L << 20;

    private static final int STEPS_BETWEEN_LOOKS = 16;

    private final String template;
    private final TemplateBounds bounds;
    private final BoundedVisitor visitor;
    private int steps;
    private volatile TemplatePlace last = TemplatePlace.START;

    TemplateThread(String template, TemplateBounds bounds, BoundedVisitor visitor, Runnable work) {
        super(null, work, "template", STACK);
        this.template = template;
        this.bounds = bounds;
        this.visitor = visitor;
        setDaemon(true);
    }

    /** Where a loop or a call was seen last. */
    TemplatePlace last() {
        return last;
    }

    @Override
    public boolean isInterrupted() {
        steps++;
        if (steps > bounds.steps()) {
            throw visitor.exceeds(
                    TemplatePlace.here(template),
                    "takes more than " + bounds.steps() + " turns of loops and calls of macros",
                    "end the loop or the recursion");
        }
        if (steps % STEPS_BETWEEN_LOOKS == 0) {
            last = TemplatePlace.here(template);
            if (TemplatePlace.depth() > bounds.depth()) {
                throw visitor.exceeds(
                        last,
                        "calls macros inside of one another more than " + bounds.depth() + " deep",
                        "end the recursion");
            }
        }
        return super.isInterrupted();
    }
}
