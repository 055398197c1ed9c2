package dev.slipway.lint;

import dev.slipway.lint.WorkflowShape.Answer;
import dev.slipway.lint.WorkflowShape.MappingTest;
import dev.slipway.lint.WorkflowShape.Test;
import dev.slipway.model.expression.Data;
import dev.slipway.source.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the keywords of a JSON schema ask of a document. */
final class ShapeTests {
    /** How many texts are remembered for a pattern, and how long they may be. */
    private static final int MOST_KNOWN = 256;

    private static final int LONGEST_KNOWN = 128;

    private ShapeTests() {}

    static Test all(List<WorkflowShape> shapes) {
        return node -> {
            Answer answer = Answer.FITS;
            for (int i = 0; i < shapes.size() && answer == Answer.FITS; i++) {
                answer = shapes.get(i).of(node);
            }
            return answer;
        };
    }

    static Test choice(WorkflowShape condition, WorkflowShape then, WorkflowShape otherwise) {
        return node -> switch (condition.of(node)) {
            case FITS -> then.of(node);
            case DIFFERS -> otherwise.of(node);
            case UNSURE -> Answer.UNSURE;
        };
    }

    static Test type(List<String> names) {
        boolean whole = names.contains("integer");
        return node -> {
            String type = typeOf(node);
            boolean unsure = type.isEmpty() || whole && type.equals("number");
            return unsure ? Answer.UNSURE : Answer.of(names.contains(type));
        };
    }

    /** The name of its type; empty for a number that is not written in a few digits. */
    private static String typeOf(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return switch (scalar.type()) {
                case TEXT -> "string";
                case BOOLEAN -> "boolean";
                case NULL -> "null";
                case INTEGER, FLOAT -> isPlain(scalar.text()) ? "number" : "";
            };
        }
        return node instanceof Node.Mapping ? "object" : "array";
    }

    /** Neither a base nor an exponent, and not infinite. */
    private static boolean isPlain(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-') {
                return false;
            }
        }
        return number.length() < 20;
    }

    static Test equal(List<Data> values) {
        Set<List<String>> known = new HashSet<>();
        boolean numbers = false;
        for (Data value : values) {
            numbers |= value instanceof Data.Num;
            String type = value instanceof Data.Str ? "string" : value instanceof Data.Bool ? "boolean" : "null";
            known.add(List.of(type, value.text()));
        }
        Answer otherwise = numbers ? Answer.UNSURE : Answer.DIFFERS;
        return node -> {
            String type = typeOf(node);
            String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
            boolean same = known.contains(
                    switch (type) {
                        case "string" -> List.of(type, text);
                        case "boolean" -> List.of(type, Boolean.toString(Boolean.parseBoolean(text)));
                        default -> List.of(type, "");
                    });
            return same ? Answer.FITS : type.isEmpty() ? Answer.UNSURE : otherwise;
        };
    }

    static Test pattern(String regex) {
        return new Search(regex);
    }

    /**
     * Whether a text has a pattern. Readers of patterns differ in whether {@code $} stands before a line end at the end. Most
     * texts are keys and actions that other workflows have too: those that fit are remembered.
     */
    private static final class Search implements Test {
        private final String regex;
        private final Set<String> fitting = ConcurrentHashMap.newKeySet(0);
        private final Test test = ofText(this::find);
        private volatile @Nullable Pattern pattern;

        Search(String regex) {
            this.regex = regex;
        }

        @Override
        public Answer of(Node node) {
            return test.of(node);
        }

        private Answer find(String text) {
            if (fitting.contains(text)) {
                return Answer.FITS;
            }
            Pattern known = pattern;
            if (known == null) {
                known = Pattern.compile(regex);
                pattern = known;
            }
            Matcher matcher = known.matcher(text);
            boolean found = matcher.find();
            boolean ended = !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
            if (ended && !(found && matcher.end() == text.length())) {
                return Answer.UNSURE;
            }
            if (found && text.length() <= LONGEST_KNOWN && fitting.size() < MOST_KNOWN) {
                fitting.add(text);
            }
            return Answer.of(found);
        }
    }

    static Test minLength(int length) {
        return ofText(text -> Answer.of(text.codePointCount(0, text.length()) >= length));
    }

    private static Test ofText(Function<String, Answer> test) {
        return node -> {
            String type = typeOf(node);
            if (type.isEmpty()) {
                return Answer.UNSURE;
            }
            return type.equals("string") && node instanceof Node.Scalar scalar
                    ? test.apply(scalar.text())
                    : Answer.FITS;
        };
    }

    static Test above(double minimum) {
        return node -> {
            String type = typeOf(node);
            if (type.isEmpty()) {
                return Answer.UNSURE;
            }
            return Answer.of(!type.equals("number")
                    || !(node instanceof Node.Scalar scalar)
                    || Double.parseDouble(scalar.text()) > minimum);
        };
    }

    static Test minItems(int size) {
        return node ->
                Answer.of(!(node instanceof Node.Sequence list) || list.items().size() >= size);
    }

    static Test items(WorkflowShape item) {
        return node -> {
            if (node instanceof Node.Sequence list) {
                for (Node each : list.items()) {
                    Answer answer = item.of(each);
                    if (answer != Answer.FITS) {
                        return answer;
                    }
                }
            }
            return Answer.FITS;
        };
    }

    /** What is asked of the values of keys that are known, and of those that are not. */
    static MappingTest values(Map<String, WorkflowShape> known, WorkflowShape others) {
        return mapping -> {
            for (Node.Entry entry : mapping.entries().values()) {
                Answer answer = known.getOrDefault(entry.key(), others).of(entry.value());
                if (answer != Answer.FITS) {
                    return answer;
                }
            }
            return Answer.FITS;
        };
    }

    static MappingTest keys(WorkflowShape shape) {
        return mapping -> {
            for (Node.Entry entry : mapping.entries().values()) {
                Answer answer = shape.of(new Node.Scalar(Node.Scalar.Type.TEXT, entry.key(), false, entry.keySpan()));
                if (answer != Answer.FITS) {
                    return answer;
                }
            }
            return Answer.FITS;
        };
    }

    static MappingTest dependent(Map<String, WorkflowShape> shapes) {
        return mapping -> {
            for (Map.Entry<String, WorkflowShape> shape : shapes.entrySet()) {
                Answer answer = mapping.entries().containsKey(shape.getKey())
                        ? shape.getValue().of(mapping)
                        : Answer.FITS;
                if (answer != Answer.FITS) {
                    return answer;
                }
            }
            return Answer.FITS;
        };
    }
}
