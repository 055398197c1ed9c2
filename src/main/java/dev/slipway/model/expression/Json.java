package dev.slipway.model.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes JSON, as {@code fromJSON} and {@code toJSON} do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class Json {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Reads a text.
     *
     * @throws EvaluationFailure if it is no JSON
     */
    public static Data read(String text) {
        Json json = new Json(text);
        Data value = json.value();
        json.space();
        if (json.at < text.length()) {
            throw json.unexpected();
        }
        return value;
    }

    private EvaluationFailure unexpected() {
        return new EvaluationFailure(
                at < text.length()
                        ? "fromJSON: unexpected '" + text.charAt(at) + "' at character " + (at + 1)
                        : "fromJSON: unexpected end of the text");
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(char sign) {
        space();
        boolean there = at < text.length() && text.charAt(at) == sign;
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(char sign) {
        if (!skip(sign)) {
            throw unexpected();
        }
    }

    private Data value() {
        space();
        if (at >= text.length()) {
            throw unexpected();
        }
        return switch (text.charAt(at)) {
            case '{' -> nested(this::dictionary);
            case '[' -> nested(this::list);
            case '"' -> Data.of(string());
            default -> word();
        };
    }

    private Data nested(java.util.function.Supplier<Data> reader) {
        depth++;
        if (depth > DEEPEST) {
            throw new EvaluationFailure("fromJSON: nested deeper than " + DEEPEST + " levels");
        }
        at++;
        Data value = reader.get();
        depth--;
        return value;
    }

    private Data dictionary() {
        Map<String, Data> values = new LinkedHashMap<>();
        if (skip('}')) {
            return Data.of(values);
        }
        do {
            space();
            if (at >= text.length() || text.charAt(at) != '"') {
                throw unexpected();
            }
            String name = string();
            expect(':');
            values.put(name, value());
        } while (skip(','));
        expect('}');
        return Data.of(values);
    }

    private Data list() {
        List<Data> items = new ArrayList<>();
        if (skip(']')) {
            return Data.of(items);
        }
        do {
            items.add(value());
        } while (skip(','));
        expect(']');
        return Data.of(items);
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        int from = ++at;
        while (at < text.length() && text.charAt(at) != '"') {
            char next = text.charAt(at);
            if (next < ' ') {
                throw unexpected();
            }
            at++;
            if (next == '\\') {
                value.append(text, from, at - 1).append(escaped());
                from = at;
            }
        }
        if (at >= text.length()) {
            throw unexpected();
        }
        return value.append(text, from, at++).toString();
    }

    private char escaped() {
        if (at >= text.length()) {
            throw unexpected();
        }
        int known = "\"\\/bfnrt".indexOf(text.charAt(at));
        if (known >= 0) {
            at++;
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        if (text.charAt(at) != 'u'
                || at + 5 > text.length()
                || !text.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}")) {
            throw unexpected();
        }
        char code = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
        at += 5;
        return code;
    }

    private Data word() {
        int end = at;
        while (end < text.length() && ",]} \t\r\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String word = text.substring(at, end);
        Data value = switch (word) {
            case "null" -> Data.NULL;
            case "true" -> Data.TRUE;
            case "false" -> Data.FALSE;
            default -> {
                if (!word.matches("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][-+]?[0-9]++)?")) {
                    throw unexpected();
                }
                yield Data.of(Double.parseDouble(word));
            }
        };
        at = end;
        return value;
    }

    /** A value on several lines, indented by two spaces. */
    public static String write(Data value) {
        StringBuilder out = new StringBuilder();
        write(value, "\n", "  ", out);
        return out.toString();
    }

    /** A value on one line, without blanks. */
    public static String compact(Data value) {
        StringBuilder out = new StringBuilder();
        write(value, "", "", out);
        return out.toString();
    }

    private static void write(Data value, String line, String step, StringBuilder out) {
        if (value instanceof Data.Arr list) {
            String separator = "[";
            for (Data item : list.items()) {
                out.append(separator).append(line).append(step);
                write(item, line + step, step, out);
                separator = ",";
            }
            out.append(list.items().isEmpty() ? "[" : line).append(']');
        } else if (value instanceof Data.Dict dictionary) {
            String separator = "{";
            for (Map.Entry<String, Data> entry : dictionary.values().entrySet()) {
                out.append(separator).append(line).append(step);
                quote(entry.getKey(), out);
                out.append(step.isEmpty() ? ":" : ": ");
                write(entry.getValue(), line + step, step, out);
                separator = ",";
            }
            out.append(dictionary.values().isEmpty() ? "{" : line).append('}');
        } else if (value instanceof Data.Str text) {
            quote(text.value(), out);
        } else {
            out.append(value instanceof Data.Null ? "null" : value.text());
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            int named = "\"\\\b\f\n\r\t".indexOf(next);
            if (named >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(named));
            } else if (next < ' ') {
                out.append("\\u%04x".formatted((int) next));
            } else {
                out.append(next);
            }
        }
        out.append('"');
    }

    /** A list or dictionary as an expression; what is open in it makes all of it open text. */
    static Expression code(Data value) {
        return new Expression.Call("fromJSON", List.of(Expression.Literal.text(write(value))));
    }
}
