package dev.slipway.online;

/** Says why the latest release is not known: lower case, no full stop. */
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswer(String message) {
        super(message);
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
