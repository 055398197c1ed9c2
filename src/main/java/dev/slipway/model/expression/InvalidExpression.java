package dev.slipway.model.expression;

/** Says that a text is no expression, and at which character it stops being one. */
public final class InvalidExpression extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    InvalidExpression(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** How many characters of the text stand before the fault. */
    public int offset() {
        return offset;
    }
}
