package dev.slipway.run;

/** The calls of workflows that are left for a run. Without a limit, ten workflows that each call the next one eight times would take days. */
final class Calls {
    /** Far more than releases of real projects have. */
    static final int MOST = 256;

    private int left = MOST;

    /** Whether there may be one more; takes it. */
    boolean take() {
        return --left >= 0;
    }
}
