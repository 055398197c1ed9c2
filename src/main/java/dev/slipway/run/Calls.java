package dev.slipway.run;

/** How many called workflows a run may still go through. Each call may be one of several in a workflow that is called as often. */
final class Calls {
    /** GitHub starts no run with as many. */
    static final int MOST = 256;

    private int left = MOST;

    /** Whether there may be one more; takes it. */
    boolean take() {
        return --left >= 0;
    }
}
