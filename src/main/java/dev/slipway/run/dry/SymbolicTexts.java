package dev.slipway.run.dry;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.expression.ExpressionReader;
import dev.slipway.model.expression.InvalidExpression;
import dev.slipway.model.expression.Template;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what is open in values of expressions into the symbols that scripts are followed with, and back: the one place
 * that knows both.
 *
 * @param names what stands for {@link Symbols#NAME} and the like
 * @param repository {@code owner/name}, which stands for {@link Symbols#OWNER} and {@link Symbols#REPOSITORY} where people read
 *     it: to conditions it is open, for those of a fork compare it with the repository that it is from
 */
record SymbolicTexts(ProjectNames names, Optional<String> repository) {
    /** Holds the symbols; GitHub has no context of this name. */
    private static final Expression HOLDER = new Expression.Context("symbol");

    private static final Map<String, String> SYMBOLS = Map.of(
            "tag", Symbols.TAG,
            "version", Symbols.VERSION,
            "probable_tag", Symbols.PROBABLE_TAG,
            "probable_version", Symbols.PROBABLE_VERSION,
            "name", Symbols.NAME,
            "deb", Symbols.DEB,
            "rpm", Symbols.RPM,
            "owner", Symbols.OWNER,
            "repository", Symbols.REPOSITORY,
            "unknown", Symbols.UNKNOWN);

    private static final Pattern SYMBOL =
            Pattern.compile("\\{(?:tag\\??|version\\??|name|deb|rpm|owner|repository|\\?)}");

    /** The tag that is released. */
    static final Data TAG = new Data.Open(new Expression.Property(HOLDER, "tag"));

    /** The same where it is known to be the tag of a version, and not perhaps a branch. */
    static final Data VERSION_TAG = new Data.Open(new Expression.Property(HOLDER, "tag"), true);

    /** Who the repository belongs to. */
    static final Data OWNER = new Data.Open(new Expression.Property(HOLDER, "owner"));

    /** What the repository is called, without its owner. */
    static final Data REPOSITORY = new Data.Open(new Expression.Property(HOLDER, "repository"));

    /** A text in which symbols stand for its expressions; one that cannot be read stays as it is. */
    String text(String template) {
        if (!template.contains("${{")) {
            return template;
        }
        try {
            StringBuilder filled = new StringBuilder();
            int at = 0;
            for (Template.Code code : Template.of(template).codes()) {
                filled.append(template, at, code.start()).append(read(code.source()));
                at = code.end();
            }
            return resolved(whole(filled.append(template.substring(at)).toString()));
        } catch (InvalidExpression unclosed) {
            return template;
        }
    }

    /** A text in which the three numbers of a version are one; a number alone is open. */
    private static String whole(String text) {
        return text.indexOf('{') < 0
                ? text
                : text.replace("{#major}.{#minor}.{#patch}", Symbols.PROBABLE_VERSION)
                        .replaceAll("\\{#(?:major|minor|patch)}", Matcher.quoteReplacement(Symbols.UNKNOWN));
    }

    String text(Data value) {
        return text(value.text());
    }

    Map<String, String> texts(Map<String, String> templates) {
        Map<String, String> texts = new LinkedHashMap<>();
        templates.forEach((name, template) -> texts.put(name, text(template)));
        return texts;
    }

    /** The values of a context as the runner gives them to scripts. */
    Map<String, String> variables(String prefix, Data context) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (context instanceof Data.Dict dictionary) {
            dictionary.values().forEach((name, value) -> {
                if (!(value instanceof Data.Dict)) {
                    variables.put(prefix + name.toUpperCase(Locale.ROOT), text(value));
                }
            });
        }
        return variables;
    }

    /** A text in which names of the project are no symbols any more, if they are known. */
    String resolved(String text) {
        return text.indexOf('{') < 0 ? text : names.resolved(text);
    }

    /** A text as people read it: with the name of the repository, if that is known. */
    String shown(String text) {
        return text.indexOf('{') < 0
                ? text
                : repository
                        .map(name -> resolved(text)
                                .replace(Symbols.OWNER, name.replaceFirst("/.*", ""))
                                .replace(Symbols.REPOSITORY, name.replaceFirst("^.*/", "")))
                        .orElseGet(() -> resolved(text));
    }

    /** A text with symbols, as a value of which these parts are open. */
    Data value(String text) {
        String known = resolved(text);
        List<Data> pieces = new ArrayList<>();
        Matcher symbol = SYMBOL.matcher(known);
        int at = 0;
        while (symbol.find()) {
            pieces.add(Data.of(known.substring(at, symbol.start())));
            pieces.add(open(symbol.group()));
            at = symbol.end();
        }
        pieces.add(Data.of(known.substring(at)));
        return Data.joined(
                pieces.stream().filter(piece -> !piece.equals(Data.EMPTY)).toList());
    }

    Map<String, Data> values(Map<String, String> texts) {
        Map<String, Data> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, value(text)));
        return values;
    }

    private static Data open(String symbol) {
        String name = SYMBOLS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(symbol))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("unknown");
        return new Data.Open(new Expression.Property(HOLDER, name));
    }

    private static String read(String source) {
        try {
            return symbol(ExpressionReader.read(source));
        } catch (InvalidExpression none) {
            return Symbols.UNKNOWN;
        }
    }

    /**
     * Of alternatives, the first that says something counts, but no literal for a step that gives nothing; a condition before a
     * value counts as true. So does what a tag begins with, hence its contrary does not.
     */
    private static String symbol(Expression open) {
        if (open instanceof Expression.Literal literal) {
            return literal.value().equals("null") ? "" : literal.value();
        }
        if (open instanceof Expression.Binary binary && binary.operator() == Expression.Operator.OR) {
            String first = symbol(binary.left());
            boolean lacks = isOutput(binary.left()) && binary.right() instanceof Expression.Literal;
            return first.equals(Symbols.UNKNOWN) && !lacks ? symbol(binary.right()) : first;
        }
        if (open instanceof Expression.Binary binary && binary.operator() == Expression.Operator.AND) {
            return isNotATag(binary.left()) ? Symbols.UNKNOWN : symbol(binary.right());
        }
        if (open instanceof Expression.Call call && call.function().equalsIgnoreCase("format")) {
            return formatted(call);
        }
        boolean named = open instanceof Expression.Property || open instanceof Expression.Index;
        return named || open instanceof Expression.Context ? named(open) : Symbols.UNKNOWN;
    }

    private static boolean isOutput(Expression value) {
        return value instanceof Expression.Property && value.source().matches("(?:steps|needs)\\..*\\.outputs\\..*");
    }

    private static boolean isNotATag(Expression condition) {
        return condition instanceof Expression.Not not
                && not.operand() instanceof Expression.Call call
                && call.function().equalsIgnoreCase("startsWith");
    }

    private static String named(Expression open) {
        if (open instanceof Expression.Property property && property.of().equals(HOLDER)) {
            return SYMBOLS.getOrDefault(property.name(), Symbols.UNKNOWN);
        }
        if (open instanceof Expression.Property part && part.name().matches("major|minor|patch")) {
            return "{#" + part.name() + "}";
        }
        String meant = Symbols.byName(open.source().replaceAll("\\['([^']*)']", ".$1"));
        boolean variable = open.source().startsWith("vars."); // has one value for all releases
        return variable && Symbols.guessed(meant) ? Symbols.UNKNOWN : meant;
    }

    private static String formatted(Expression.Call call) {
        List<String> arguments =
                call.arguments().stream().map(SymbolicTexts::symbol).toList();
        String text = arguments.isEmpty() ? Symbols.UNKNOWN : arguments.get(0);
        for (int i = 1; i < arguments.size(); i++) {
            text = text.replace("{" + (i - 1) + "}", arguments.get(i));
        }
        return text;
    }
}
