package dev.slipway.model.expression;

/** Says that a text is no expression, and at which character it stops being one. */
public final class InvalidExpression extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String reason;

    InvalidExpression(int offset, String message) {
        super(message);
        this.offset = offset;
        this.reason = message;
    }

    /** What is wrong: lower case, no full stop. */
    public String reason() {
        return reason;
    }

    /** How many characters of the text stand before the fault. */
    public int offset() {
        return offset;
    }
}
