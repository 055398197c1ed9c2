package dev.slipway.run.local.artifact;

/** Explains why an action would fail its step on GitHub: what is wrong and what to write instead. */
public final class ActionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ActionFailed(String message) {
        super(message);
    }
}
