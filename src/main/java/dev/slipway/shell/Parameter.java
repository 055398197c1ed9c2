package dev.slipway.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between the braces of a variable, such as <code>${TAG#v}</code>.
 *
 * @param sign {@code #} for how many there are, {@code !} for the keys of items, or nothing
 * @param name of the variable
 * @param index which of its items are asked for: all with {@code @} and {@code *}; empty if it has one value
 * @param rest what is done with its value
 */
record Parameter(String sign, String name, String index, String rest) {
    private static final Pattern FORM =
            Pattern.compile("(?s)([#!]?)([A-Za-z_][A-Za-z0-9_]*|[0-9@*#?$])(?:\\[([^]]*)])?(.*)");

    private static final Pattern OFFSET = Pattern.compile(": ?([0-9]{1,4})(:([0-9]{1,4}))?");

    static Optional<Parameter> of(String inner) {
        Matcher matcher = FORM.matcher(inner);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(2);
        String index = matcher.group(3) == null ? "" : matcher.group(3);
        return Optional.of(
                new Parameter(matcher.group(1), name, name.matches("[@*]") ? name : index, matcher.group(4)));
    }

    /** Whether its value is the name of the variable that is asked for. */
    boolean isIndirect() {
        return sign.equals("!") && !isList();
    }

    /** The same for the variable that a value names. */
    Optional<Parameter> meant(String variable) {
        return of(variable + rest);
    }

    /** Whether all items are asked for. */
    boolean isList() {
        return index.equals("@") || index.equals("*");
    }

    /**
     * The items as they are asked for; one of a variable that has one value.
     *
     * @param value empty if the variable is not set
     * @param expand fills in what follows an operator
     * @param effort for patterns in it
     */
    List<String> items(Optional<String> value, UnaryOperator<String> expand, Effort effort) {
        Items items = Items.in(value.orElse(""));
        if (isList() && value.isPresent() && !rest.matches("(?s):?[-=+].*")) {
            return sign.equals("!")
                    ? items.keys()
                    : sign.equals("#") ? List.of(counted(items)) : some(items.texts(), expand, effort);
        }
        Optional<String> one =
                value.map(text -> text.isEmpty() ? text : items.texts().get(0));
        if (!index.isEmpty() && !isList()) {
            one = value.map(text -> items.text(expand.apply(index)));
        }
        boolean measured = sign.equals("#") && rest.isEmpty();
        return List.of(
                measured
                        ? one.filter(text -> !Symbols.open(text))
                                .map(text -> String.valueOf(text.length()))
                                .orElse(Symbols.UNKNOWN)
                        : apply(one, expand, effort));
    }

    private static String counted(Items items) {
        return items.all().contains(Symbols.UNKNOWN)
                ? Symbols.UNKNOWN
                : String.valueOf(items.all().size());
    }

    private String apply(Optional<String> value, UnaryOperator<String> expand, Effort effort) {
        if (rest.matches("(?s):?[-=].*")) {
            String other = expand.apply(rest.replaceFirst(":?[-=]", ""));
            return value.filter(text -> !text.isEmpty() && !text.equals(Symbols.UNKNOWN))
                    .orElse(other);
        }
        if (rest.matches("(?s):?\\+.*")) {
            boolean there = value.filter(text -> !text.isEmpty()).isPresent();
            return there ? expand.apply(rest.replaceFirst(":?\\+", "")) : "";
        }
        String known = value.orElseGet(() -> Symbols.byName(name));
        if (Symbols.guessed(known)) {
            String result = apply(Optional.of(Symbols.settled(known)), expand, effort);
            boolean proves = rest.matches("(?s)##?v|:1|//?v/?|#.*v"); // what has no 'v' any more is no tag
            return proves ? result : Symbols.doubted(result);
        }
        Optional<String> numbers = VersionParts.cut(known, rest);
        if (numbers.isPresent()) {
            return numbers.get();
        }
        if (rest.startsWith("#")) {
            String pattern = expand.apply(rest.replaceFirst("##?", ""));
            return unprefixed(known, rest.startsWith("##"), new ShellPattern(pattern, effort));
        }
        if (rest.startsWith("%")) {
            String pattern = expand.apply(rest.replaceFirst("%%?", ""));
            return new ShellPattern(pattern, effort).unsuffixed(known, rest.startsWith("%%"));
        }
        if (rest.startsWith("/")) {
            return replaced(known, expand, effort);
        }
        if (rest.startsWith(",") || rest.startsWith("^")) {
            boolean lower = rest.startsWith(",");
            return Symbols.open(known)
                    ? known
                    : lower ? known.toLowerCase(Locale.ROOT) : known.toUpperCase(Locale.ROOT);
        }
        return cut(known);
    }

    /** Some of the items of a list, such as <code>${@:2}</code>; arguments are counted from 1, items of an array from 0. */
    private List<String> some(List<String> all, UnaryOperator<String> expand, Effort effort) {
        Matcher offset = OFFSET.matcher(rest);
        if (!offset.lookingAt()) {
            return all.stream()
                    .map(item -> apply(Optional.of(item), expand, effort))
                    .toList();
        }
        int first = name.matches("[@*]") ? 1 : 0;
        int from = Math.min(Math.max(0, Integer.parseInt(offset.group(1)) - first), all.size());
        int most = offset.group(3) == null ? all.size() : Integer.parseInt(offset.group(3));
        return all.subList(from, Math.min(from + most, all.size()));
    }

    /** The value without its first characters; what is cut off a tag is what stands before the version. */
    private String cut(String value) {
        Matcher offset = OFFSET.matcher(rest);
        if (!offset.lookingAt()) {
            return value;
        }
        int from = Integer.parseInt(offset.group(1));
        int tag = value.indexOf(Symbols.TAG);
        if (tag >= 0 && from > tag) {
            return Symbols.VERSION + value.substring(tag + Symbols.TAG.length());
        }
        if (Symbols.open(value)) {
            return tag < 0 ? value : value.substring(from);
        }
        String left = value.substring(Math.min(from, value.length()));
        return offset.group(3) == null
                ? left
                : left.substring(0, Math.min(Integer.parseInt(offset.group(3)), left.length()));
    }

    private static String unprefixed(String value, boolean longest, ShellPattern pattern) {
        Optional<Integer> end = pattern.prefix(value, longest);
        if (end.isEmpty() || end.get() >= 0) {
            return end.map(value::substring).orElse(Symbols.UNKNOWN);
        }
        return versioned(value, pattern.text()).orElse(value);
    }

    /** What is left of a value without its beginning, if that goes into the tag. */
    private static Optional<String> versioned(String value, String beginning) {
        int tag = value.indexOf(Symbols.TAG);
        boolean folder =
                beginning.endsWith("/"); // the folder of a tag, if it has one, goes before the version's letter
        boolean intoTag =
                tag >= 0 && !folder && beginning.startsWith(value.substring(0, tag)) && beginning.length() > tag;
        return intoTag ? Optional.of(Symbols.VERSION + value.substring(tag + Symbols.TAG.length())) : Optional.empty();
    }

    private String replaced(String value, UnaryOperator<String> expand, Effort effort) {
        boolean all = rest.startsWith("//");
        String both = rest.substring(all ? 2 : 1);
        int slash = both.indexOf('/');
        while (slash > 0 && both.charAt(slash - 1) == '\\') {
            slash = both.indexOf('/', slash + 1);
        }
        String given = expand.apply(slash < 0 ? both : both.substring(0, slash));
        String pattern = (given.startsWith("#") ? given.substring(1) : given).replace("\\/", "/");
        String text = expand.apply(slash < 0 ? "" : both.substring(slash + 1));
        if (!text.isEmpty() && text.isBlank() && Symbols.open(value)) {
            return Symbols.UNKNOWN; // it splits at characters that are unknown
        }
        ShellPattern known = new ShellPattern(pattern, effort);
        if (value.equals(Symbols.TAG)) {
            return known.matches("refs/tags/") == Truth.TRUE || pattern.matches("[/_+-]") ? value : Symbols.VERSION;
        }
        String result = known.replaced(value, text, all);
        boolean begins = result.equals(value) && value.startsWith("refs/tags/");
        return versioned(value, pattern)
                .filter(left -> begins)
                .map(left -> text + left)
                .orElse(result);
    }
}
