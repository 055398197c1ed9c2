package dev.slipway.lint;

import dev.slipway.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A part of a schema, prepared to tell quickly that a document fits. Nearly all do; only of the others does the validator
 * have to say where they do not. A keyword or a value that this knows only roughly leaves it unsure, and the validator
 * decides then too.
 */
final class WorkflowShape {
    /** Keywords that ask nothing of a document, or are read with another one. */
    private static final Set<String> SILENT =
            Set.of("$schema", "$id", "$comment", "$defs", "title", "description", "then", "else");

    private final List<Test> tests = new ArrayList<>();

    private WorkflowShape() {}

    enum Answer {
        FITS,
        DIFFERS,
        UNSURE;

        static Answer of(boolean fits) {
            return fits ? FITS : DIFFERS;
        }
    }

    /** A single demand, such as that of {@code minItems}. */
    @FunctionalInterface
    private interface Test {
        Answer of(Node node);
    }

    /** A demand that only mappings can fail. */
    @FunctionalInterface
    private interface MappingTest {
        Answer of(Node.Mapping mapping);
    }

    static WorkflowShape of(JsonNode schema) {
        return new Reader(schema, new HashMap<>()).shape(schema);
    }

    Answer of(Node document) {
        for (Test test : tests) {
            Answer answer = test.of(document);
            if (answer != Answer.FITS) {
                return answer;
            }
        }
        return Answer.FITS;
    }

    /**
     * Prepares a schema.
     *
     * @param shared the parts that others refer to
     */
    private record Reader(JsonNode root, Map<String, WorkflowShape> shared) {
        WorkflowShape shape(JsonNode schema) {
            WorkflowShape shape = new WorkflowShape();
            fill(shape, schema);
            return shape;
        }

        private WorkflowShape reference(String path) {
            WorkflowShape known = shared.get(path);
            if (known != null) {
                return known;
            }
            WorkflowShape shape = new WorkflowShape();
            shared.put(path, shape); // before it is filled: it may refer to itself
            fill(shape, root.at(path.substring(1)));
            return shape;
        }

        private void fill(WorkflowShape shape, JsonNode schema) {
            if (schema.isBoolean()) {
                Answer always = Answer.of(schema.booleanValue());
                shape.tests.add(node -> always);
            }
            for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
                if (!SILENT.contains(keyword.getKey())) {
                    shape.tests.add(test(keyword.getKey(), keyword.getValue(), schema));
                }
            }
        }

        private Test test(String keyword, JsonNode value, JsonNode schema) {
            return switch (keyword) {
                case "$ref" -> reference(value.stringValue())::of;
                case "allOf" -> all(listed(value).stream().map(this::shape).toList());
                case "if" -> choice(shape(value), shape(schema.path("then")), shape(schema.path("else")));
                case "type" -> type(texts(value));
                case "const" -> equal(List.of(value));
                case "enum" -> equal(listed(value));
                case "pattern" -> pattern(Pattern.compile(value.stringValue()));
                case "minLength" -> minLength(value.intValue());
                case "exclusiveMinimum" -> above(value.doubleValue());
                case "minItems" -> minItems(value.intValue());
                case "items" -> items(shape(value));
                case "minProperties",
                        "maxProperties",
                        "required",
                        "properties",
                        "additionalProperties",
                        "propertyNames",
                        "dependentSchemas" -> {
                    MappingTest test = mappingTest(keyword, value, schema);
                    yield node -> node instanceof Node.Mapping mapping ? test.of(mapping) : Answer.FITS;
                }
                default -> node -> Answer.UNSURE;
            };
        }

        private MappingTest mappingTest(String keyword, JsonNode value, JsonNode schema) {
            return switch (keyword) {
                case "minProperties" -> {
                    int least = value.intValue();
                    yield mapping -> Answer.of(mapping.entries().size() >= least);
                }
                case "maxProperties" -> {
                    int most = value.intValue();
                    yield mapping -> Answer.of(mapping.entries().size() <= most);
                }
                case "required" -> {
                    List<String> keys = texts(value);
                    yield mapping -> Answer.of(mapping.entries().keySet().containsAll(keys));
                }
                case "properties" -> values(shapes(value), new WorkflowShape());
                case "additionalProperties" -> {
                    Map<String, WorkflowShape> known = new HashMap<>();
                    schema.path("properties").properties().forEach(it -> known.put(it.getKey(), new WorkflowShape()));
                    yield values(known, shape(value));
                }
                case "propertyNames" -> keys(shape(value));
                default -> dependent(shapes(value));
            };
        }

        private Map<String, WorkflowShape> shapes(JsonNode schemas) {
            Map<String, WorkflowShape> shapes = new HashMap<>();
            schemas.properties().forEach(entry -> shapes.put(entry.getKey(), shape(entry.getValue())));
            return shapes;
        }

        private static List<JsonNode> listed(JsonNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(items::add);
            return items;
        }

        private static List<String> texts(JsonNode value) {
            List<JsonNode> all = value.isArray() ? listed(value) : List.of(value);
            return all.stream().map(JsonNode::stringValue).toList();
        }
    }

    private static Test all(List<WorkflowShape> shapes) {
        return node -> {
            Answer answer = Answer.FITS;
            for (int i = 0; i < shapes.size() && answer == Answer.FITS; i++) {
                answer = shapes.get(i).of(node);
            }
            return answer;
        };
    }

    private static Test choice(WorkflowShape condition, WorkflowShape then, WorkflowShape otherwise) {
        return node -> switch (condition.of(node)) {
            case FITS -> then.of(node);
            case DIFFERS -> otherwise.of(node);
            case UNSURE -> Answer.UNSURE;
        };
    }

    private static Test type(List<String> names) {
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

    private static Test equal(List<JsonNode> values) {
        Set<List<String>> known = new HashSet<>();
        boolean numbers = false;
        for (JsonNode value : values) {
            numbers |= value.isNumber();
            String type = value.isString() ? "string" : value.isBoolean() ? "boolean" : "null";
            known.add(List.of(type, value.isNull() ? "" : value.asString()));
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

    /** Readers of patterns differ in whether {@code $} stands before a line end that ends the text. */
    private static Test pattern(Pattern pattern) {
        return ofText(text -> {
            Matcher matcher = pattern.matcher(text);
            boolean found = matcher.find();
            boolean ended = !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
            return ended && !(found && matcher.end() == text.length()) ? Answer.UNSURE : Answer.of(found);
        });
    }

    private static Test minLength(int length) {
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

    private static Test above(double minimum) {
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

    private static Test minItems(int size) {
        return node ->
                Answer.of(!(node instanceof Node.Sequence list) || list.items().size() >= size);
    }

    private static Test items(WorkflowShape item) {
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
    private static MappingTest values(Map<String, WorkflowShape> known, WorkflowShape others) {
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

    private static MappingTest keys(WorkflowShape shape) {
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

    private static MappingTest dependent(Map<String, WorkflowShape> shapes) {
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
