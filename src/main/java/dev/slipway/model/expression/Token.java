package dev.slipway.model.expression;

/**
 * A word or sign of an expression.
 *
 * @param offset how many characters stand before it
 */
record Token(Kind kind, String text, int offset) {
    /** What a token can be to the parser. */
    enum Kind {
        LITERAL,
        NAME,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    InvalidExpression unexpected() {
        return new InvalidExpression(offset, kind == Kind.END ? "unexpected end" : "unexpected '" + text + "'");
    }
}
