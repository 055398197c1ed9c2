package dev.slipway.model.expression;

/** Says why an expression has no value, such as {@code fromJSON('{')}. */
public final class EvaluationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public EvaluationFailure(String message) {
        super(message);
        this.reason = message;
    }

    /** What is wrong: lower case, no full stop. */
    public String reason() {
        return reason;
    }
}
