package dev.slipway.lint;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Says in plain words which mistake of a document broke a keyword of the schema.
 *
 * <p>The words are in the schema: a {@code title} is what a value should have been, a {@code description} up to its
 * link is the help, and next to an empty {@code not} the title is the whole message.
 */
final class SchemaWords {
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_LIST = 120;

    private final JsonNode schema;
    private final Node document;

    SchemaWords(JsonNode schema, Node document) {
        this.schema = schema;
        this.document = document;
    }

    /** The mistake, unless another error of the same schema describes it better. */
    Optional<Problem> explain(Error error) {
        Pointer where = pointer(error.getInstanceLocation());
        JsonNode rule = rule(error.getSchemaLocation().getFragment());
        return switch (error.getKeyword()) {
            case "additionalProperties" -> Optional.of(unknown(where, error.getProperty(), rule));
            case "required" -> missing(where, error.getProperty(), rule);
            case "not" -> forbidden(where, rule);
            case "propertyNames" -> Optional.of(badKey(where, error.getProperty(), rule));
            default -> Optional.of(unexpected(where, rule));
        };
    }

    private Problem unknown(Pointer where, String key, JsonNode rule) {
        List<String> known = keys(rule);
        String list = String.join(", ", known);
        String help = Suggestion.nearest(key, known)
                .map(meant -> "did you mean '" + meant + "'?")
                .orElse(list.length() > LONGEST_LIST || known.isEmpty() ? "" : "known keys: " + list);
        return Problem.at(where.child(key).key(), "unknown key " + quoted(key) + " in " + name(where, rule), help);
    }

    private Optional<Problem> missing(Pointer where, String key, JsonNode rule) {
        if (misspelled(where, rule).contains(key)) {
            return Optional.empty();
        }
        String message = "missing key '" + key + "' in " + name(where, rule);
        return Optional.of(
                Problem.at(where, message, help(rule.path("properties").path(key))));
    }

    private Optional<Problem> forbidden(Pointer where, JsonNode rule) {
        String message = title(rule);
        boolean toldBetter = misspelled(where, rule).stream().anyMatch(meant -> message.contains("'" + meant + "'"));
        return toldBetter ? Optional.empty() : Optional.of(Problem.at(where.key(), message, help(rule)));
    }

    private Problem badKey(Pointer where, String key, JsonNode rule) {
        JsonNode names = resolve(rule.path("propertyNames"));
        return Problem.at(where.child(key).key(), "expected " + title(names) + ", found " + quoted(key), help(names));
    }

    private Problem unexpected(Pointer where, JsonNode rule) {
        List<String> choices = strings(rule.path("enum"));
        String list = String.join(", ", choices);
        String value = document.at(where).map(SchemaWords::words).orElse("nothing");
        String help = Suggestion.nearest(value.replace("'", ""), choices)
                .map(meant -> "did you mean '" + meant + "'?")
                .orElse(choices.size() < 2 || list.length() > LONGEST_LIST ? help(rule) : "one of " + list);
        return Problem.at(where, "expected " + title(rule) + ", found " + value, help);
    }

    /** The known keys that unknown keys of a mapping were meant to be. */
    private List<String> misspelled(Pointer where, JsonNode rule) {
        List<String> known = keys(rule);
        List<String> written = document.at(where)
                .map(node ->
                        node.fold(mapping -> List.copyOf(mapping.entries().keySet()), list -> none(), one -> none()))
                .orElse(none());
        return written.stream()
                .filter(key -> !known.contains(key))
                .flatMap(key -> Suggestion.nearest(key, known).stream())
                .toList();
    }

    private static List<String> none() {
        return List.of();
    }

    /** The keys that a schema knows and does not forbid. */
    private List<String> keys(JsonNode rule) {
        return rule.path("properties")
                .propertyStream()
                .filter(property -> !resolve(property.getValue()).has("not"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    private JsonNode rule(NodePath keyword) {
        JsonNode here = schema;
        for (int i = 0; i < keyword.getNameCount() - 1; i++) {
            String name = keyword.getName(i);
            here = here.isArray() ? here.path(Integer.parseInt(name)) : here.path(name);
        }
        return here;
    }

    private JsonNode resolve(JsonNode rule) {
        return rule.has("$ref") ? schema.at(rule.path("$ref").stringValue().substring(1)) : rule;
    }

    private static Pointer pointer(NodePath path) {
        Pointer pointer = Pointer.ROOT;
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer = pointer.child(path.getName(i));
        }
        return pointer;
    }

    private static String title(JsonNode rule) {
        return rule.path("title").asString("something else");
    }

    private static String help(JsonNode rule) {
        String text = rule.path("description").asString("");
        int link = text.indexOf(" https://");
        String sentence = (link < 0 ? text : text.substring(0, link)).replaceFirst("\\.$", "");
        boolean word = sentence.matches("[A-Z]([a-z ].*)");
        return word ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1) : sentence;
    }

    /** What to call a mapping: its key, or in a list what kind of entry it is. */
    private static String name(Pointer where, JsonNode rule) {
        boolean entry = where.last().chars().allMatch(Character::isDigit);
        return entry ? title(rule) : quoted(where.last());
    }

    private static String words(Node value) {
        return value.fold(
                mapping -> mapping.entries().isEmpty() ? "an empty mapping" : "a mapping",
                sequence -> sequence.items().isEmpty() ? "an empty list" : "a list",
                SchemaWords::words);
    }

    private static String words(Node.Scalar scalar) {
        if (scalar.type() == Node.Scalar.Type.NULL) {
            return "nothing";
        }
        boolean looksTyped =
                scalar.type() == Node.Scalar.Type.TEXT && scalar.text().matches("true|false|-?[0-9.]+");
        return (looksTyped ? "the string " : "") + quoted(scalar.text());
    }

    private static String quoted(String text) {
        String line = text.lines().findFirst().orElse("");
        int end = line.offsetByCodePoints(0, Math.min(line.codePointCount(0, line.length()), LONGEST_VALUE));
        return "'" + line.substring(0, end) + (end < text.length() ? "…" : "") + "'";
    }
}
