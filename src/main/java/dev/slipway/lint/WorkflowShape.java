package dev.slipway.lint;

import dev.slipway.model.expression.Data;
import dev.slipway.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a schema, prepared to tell quickly that a document fits. Nearly all do; only of the others does the validator
 * must show the places that do not. A keyword or a value that this supports only roughly leaves it unsure, and the validator
 * decides then too.
 */
final class WorkflowShape {
    /** Keywords that ask nothing of a document, or are read with another one. */
    private static final Set<String> SILENT =
            Set.of("$schema", "$id", "$comment", "$defs", "title", "description", "then", "else");

    /** A schema that asks nothing. */
    private static final Data NOTHING = Data.of(Map.of());

    /** How many texts are remembered for a pattern, and how long they may be. */
    private static final int MOST_KNOWN = 256;

    private static final int LONGEST_KNOWN = 128;

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

    static WorkflowShape of(Data schema) {
        return new Reader(schema, new ConcurrentHashMap<>()).shape(schema);
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
     * Prepares a schema, but each part that others refer to when a document needs it.
     *
     * @param shared the parts that others refer to
     */
    private record Reader(Data root, Map<String, WorkflowShape> shared) {
        WorkflowShape shape(Data schema) {
            WorkflowShape shape = new WorkflowShape();
            if (schema instanceof Data.Bool) {
                Answer always = Answer.of(schema.truthy());
                shape.tests.add(node -> always);
            }
            entries(schema).forEach((keyword, value) -> {
                if (!SILENT.contains(keyword)) {
                    shape.tests.add(test(keyword, value, entries(schema)));
                }
            });
            return shape;
        }

        /** @param path such as {@code #/$defs/step} */
        WorkflowShape reference(String path) {
            return shared.computeIfAbsent(path, it -> {
                Data schema = root;
                for (String name : it.split("/")) {
                    schema = name.equals("#") ? root : entries(schema).getOrDefault(name, NOTHING);
                }
                return shape(schema);
            });
        }

        private Test test(String keyword, Data value, Map<String, Data> schema) {
            return switch (keyword) {
                case "$ref" -> new Reference(this, value.text());
                case "allOf" -> all(listed(value).stream().map(this::shape).toList());
                case "if" ->
                    choice(
                            shape(value),
                            shape(schema.getOrDefault("then", NOTHING)),
                            shape(schema.getOrDefault("else", NOTHING)));
                case "type" -> type(texts(value));
                case "const" -> equal(List.of(value));
                case "enum" -> equal(listed(value));
                case "pattern" -> new Search(value.text());
                case "minLength" -> minLength((int) value.number());
                case "exclusiveMinimum" -> above(value.number());
                case "minItems" -> minItems((int) value.number());
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

        private MappingTest mappingTest(String keyword, Data value, Map<String, Data> schema) {
            return switch (keyword) {
                case "minProperties" -> {
                    int least = (int) value.number();
                    yield mapping -> Answer.of(mapping.entries().size() >= least);
                }
                case "maxProperties" -> {
                    int most = (int) value.number();
                    yield mapping -> Answer.of(mapping.entries().size() <= most);
                }
                case "required" -> {
                    List<String> keys = texts(value);
                    yield mapping -> Answer.of(mapping.entries().keySet().containsAll(keys));
                }
                case "properties" -> values(shapes(value), new WorkflowShape());
                case "additionalProperties" -> {
                    Map<String, WorkflowShape> known = new HashMap<>();
                    entries(schema.getOrDefault("properties", NOTHING))
                            .keySet()
                            .forEach(it -> known.put(it, new WorkflowShape()));
                    yield values(known, shape(value));
                }
                case "propertyNames" -> keys(shape(value));
                default -> dependent(shapes(value));
            };
        }

        private Map<String, WorkflowShape> shapes(Data schemas) {
            Map<String, WorkflowShape> shapes = new HashMap<>();
            entries(schemas).forEach((name, schema) -> shapes.put(name, shape(schema)));
            return shapes;
        }

        private static Map<String, Data> entries(Data value) {
            return value instanceof Data.Dict dictionary ? dictionary.values() : Map.of();
        }

        private static List<Data> listed(Data value) {
            return value instanceof Data.Arr array ? array.items() : List.of(value);
        }

        private static List<String> texts(Data value) {
            return listed(value).stream().map(Data::text).toList();
        }
    }

    /** What another part of the schema asks. */
    private static final class Reference implements Test {
        private final Reader reader;
        private final String path;
        private volatile @Nullable WorkflowShape shape;

        Reference(Reader reader, String path) {
            this.reader = reader;
            this.path = path;
        }

        @Override
        public Answer of(Node node) {
            WorkflowShape known = shape;
            if (known == null) {
                known = reader.reference(path);
                shape = known;
            }
            return known.of(node);
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

    private static Test equal(List<Data> values) {
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
