package dev.slipway.detect.goreleaser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The functions that templates may call.
 *
 * @see <a href="https://goreleaser.com/customization/templates/#functions">GoReleaser's own</a>
 * @see <a href="https://pkg.go.dev/text/template#hdr-Functions">Go's</a>
 */
final class Functions {
    private final String name;
    private final List<Value> arguments;

    private Functions(String name, List<Value> arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    static Value call(String name, List<Value> arguments, Value.Table fields) {
        return new Functions(name, arguments).value(fields);
    }

    private Value value(Value.Table fields) {
        return switch (name) {
            case "and", "or" -> either(name.equals("or"));
            case "not" ->
                argument(0) instanceof Value.Unknown some
                        ? some
                        : new Value.Flag(!argument(0).truth());
            case "print" -> print();
            case "printf" -> printf();
            case "trimprefix" -> trimPrefix();
            case "trimsuffix" -> trimSuffix();
            case "replace" -> replace();
            case "contains" -> contains();
            case "tolower" -> lower();
            case "envOrDefault", "isEnvSet" -> environment(fields);
            case "index" -> index();
            default -> ofKnown();
        };
    }

    private Value argument(int index) {
        if (index >= arguments.size()) {
            throw new TemplateFault("'" + name + "' with too few arguments");
        }
        return arguments.get(index);
    }

    private String text(int index) {
        return argument(index).printed();
    }

    /** Go gives the operand that decides. */
    private Value either(boolean or) {
        Value last = argument(0);
        for (Value value : arguments) {
            last = value;
            if (value instanceof Value.Unknown || value.truth() == or) {
                return value;
            }
        }
        return last;
    }

    private Value print() {
        StringBuilder text = new StringBuilder();
        boolean open = false;
        for (Value value : arguments) {
            if (value instanceof Value.Unknown) {
                return value;
            }
            text.append(value.printed());
            open |= !value.known();
        }
        return new Value.Text(text.toString(), open);
    }

    private Value printf() {
        StringBuilder text = new StringBuilder();
        String format = text(0);
        boolean open = false;
        int next = 1;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                text.append(c);
                continue;
            }
            char verb = ++i < format.length() ? format.charAt(i) : ' ';
            if ("svd".indexOf(verb) < 0) {
                return new Value.Unknown("the format '%" + verb + "' is not evaluated");
            }
            Value value = argument(next++);
            if (value instanceof Value.Unknown) {
                return value;
            }
            open |= !value.known();
            text.append(value.printed());
            if (text.length() > Evaluation.MAX_TEXT) {
                throw new TemplateFault("the string has more than " + Evaluation.MAX_TEXT + " characters");
            }
        }
        return new Value.Text(text.toString(), open);
    }

    /** A tag without its {@code v} is what GoReleaser calls the version, which begins with a digit. */
    private Value trimPrefix() {
        if (argument(0) instanceof Value.Text text
                && text.open()
                && text.text().startsWith("{version}")
                && argument(1).known()
                && !text(1).matches("(?s)[0-9].*")) {
            return text;
        }
        if (argument(0) instanceof Value.Text text && text.open() && text(1).equals("v")) {
            return text.text().startsWith("{tag}")
                    ? new Value.Text("{version}" + text.text().substring(5), true)
                    : text;
        }
        return ofKnown();
    }

    /** What replaces the gaps of a text is known. */
    private Value trimSuffix() {
        String suffix = text(1);
        if (argument(0) instanceof Value.Text text && text.open() && argument(1).known() && !suffix.contains("}")) {
            int known = text.text().length() - text.text().lastIndexOf('}') - 1;
            return suffix.length() > known
                    ? ofKnown()
                    : text.text().endsWith(suffix)
                            ? new Value.Text(
                                    text.text().substring(0, text.text().length() - suffix.length()), true)
                            : text;
        }
        return ofKnown();
    }

    /** No gap has a character such as {@code ~} in it if there is no build metadata, so only what is known changes. */
    private Value replace() {
        if (argument(0) instanceof Value.Text text
                && text.open()
                && text.text().matches("\\{(?:version|tag)}")
                && text(1).equals("v")
                && text(2).isEmpty()) {
            return new Value.Text("{version}", true);
        }
        if (argument(0) instanceof Value.Text text
                && text.open()
                && text(1).matches("[+~/_ :]")
                && argument(2).known()
                && !text.text().contains("-commit}")) {
            return new Value.Text(text.text().replace(text(1), text(2)), true);
        }
        return ofKnown();
    }

    /** Versions, tags and commits have no upper case in them, so only what is known changes. */
    private Value lower() {
        if (!(argument(0) instanceof Value.Text text)) {
            return argument(0) instanceof Value.Unknown ? argument(0) : refused();
        }
        return text.open()
                        && text.text()
                                .matches("(?s).*\\{(?!version}|tag}|major}|minor}|patch}|commit}|short-commit}).*")
                ? ofKnown()
                : new Value.Text(text.text().toLowerCase(Locale.ROOT), text.open());
    }

    /** A stable version has digits and dots only, and its tag a {@code v} before them; nobody releases 0.0.0. */
    private Value contains() {
        boolean stable = argument(0) instanceof Value.Text text
                && text.open()
                && text.text().matches("\\{(?:version|tag)}")
                && argument(1).known()
                && (text(1).matches(".*[A-Za-z-].*") || text(1).equals("0.0.0"))
                && !(text.text().equals("{tag}") && text(1).equals("v"));
        return stable ? new Value.Flag(false) : ofKnown();
    }

    private Value environment(Value.Table fields) {
        Value value = fields.get("Env") instanceof Value.Table env
                ? env.get(text(0))
                : new Value.Unknown("the environment is unknown");
        return value instanceof Value.Unknown || name.equals("envOrDefault") ? value : new Value.Flag(value.truth());
    }

    private Value index() {
        if (argument(0) instanceof Value.Table table) {
            return table.get(text(1));
        }
        if (argument(0) instanceof Value.Items items
                && argument(1) instanceof Value.Whole number
                && number.number() >= 0
                && number.number() < items.values().size()) {
            return items.values().get((int) number.number());
        }
        return argument(0) instanceof Value.Unknown ? argument(0) : new Value.Unknown("'index' is not evaluated here");
    }

    private Value ofKnown() {
        for (Value value : arguments) {
            if (!value.known()) {
                return value instanceof Value.Unknown
                        ? value
                        : new Value.Unknown("'" + name + "' of a value that is known only during a release");
            }
        }
        return switch (name) {
            case "eq" -> new Value.Flag(arguments.stream().skip(1).anyMatch(argument(0)::equals));
            case "ne" -> new Value.Flag(!argument(0).equals(argument(1)));
            case "lt", "le", "gt", "ge" -> compared();
            case "toupper" -> mapped(text -> text.toUpperCase(Locale.ROOT));
            case "title" -> mapped(Functions::title);
            case "trim" -> mapped(String::strip);
            case "trimprefix" -> mapped(text -> text.startsWith(text(1)) ? text.substring(text(1).length()) : text);
            case "trimsuffix" ->
                mapped(text -> text.endsWith(text(1)) ? text.substring(0, text.length() - text(1).length()) : text);
            case "replace" -> text(1).isEmpty() ? refused() : mapped(text -> text.replace(text(1), text(2)));
            case "contains" -> new Value.Flag(text(0).contains(text(1)));
            case "len" -> new Value.Whole(text(0).codePointCount(0, text(0).length()));
            case "dir" -> mapped(text -> text.contains("/") ? text.replaceFirst("/[^/]*$", "") : ".");
            case "base" -> mapped(text -> text.replaceFirst("^.*/", ""));
            case "split" -> text(1).isEmpty() ? refused() : split();
            case "list" -> new Value.Items(arguments);
            case "map" -> table();
            case "indexOrDefault" -> indexOrDefault();
            default -> refused();
        };
    }

    private Value refused() {
        return new Value.Unknown("the function '" + name + "' is not evaluated");
    }

    private Value mapped(UnaryOperator<String> change) {
        return argument(0) instanceof Value.Text text ? Value.Text.of(change.apply(text.text())) : refused();
    }

    private Value compared() {
        int order = argument(0) instanceof Value.Whole one && argument(1) instanceof Value.Whole other
                ? Long.compare(one.number(), other.number())
                : text(0).compareTo(text(1));
        return new Value.Flag(
                switch (name) {
                    case "lt" -> order < 0;
                    case "le" -> order <= 0;
                    case "gt" -> order > 0;
                    default -> order >= 0;
                });
    }

    private Value split() {
        List<Value> parts = new ArrayList<>();
        String rest = text(0);
        for (int at = rest.indexOf(text(1)); at >= 0; at = rest.indexOf(text(1))) {
            parts.add(Value.Text.of(rest.substring(0, at)));
            rest = rest.substring(at + text(1).length());
        }
        parts.add(Value.Text.of(rest));
        return new Value.Items(parts);
    }

    private Value table() {
        Map<String, Value> values = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            values.put(text(i), argument(i + 1));
        }
        return new Value.Table(values, "a map has no '%'");
    }

    private Value indexOrDefault() {
        return argument(0) instanceof Value.Table table && table.values().containsKey(text(1))
                ? table.get(text(1))
                : argument(2);
    }

    /** The first letter of each word in upper case, the others in lower case. */
    private static String title(String text) {
        StringBuilder title = new StringBuilder();
        boolean inside = false;
        for (int point : text.codePoints().toArray()) {
            boolean letter = Character.isLetter(point);
            title.appendCodePoint(letter && !inside ? Character.toTitleCase(point) : Character.toLowerCase(point));
            inside = letter || inside && (Character.isDigit(point) || "_'.".indexOf(point) >= 0);
        }
        return title.toString();
    }
}
