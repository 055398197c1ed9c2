package dev.slipway.lint;

import dev.slipway.model.expression.Data;
import dev.slipway.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of a schema, prepared to tell quickly that a document fits. Nearly all do; only for the others must the
 * validator show the places that do not. A keyword or a value that this supports only roughly leaves it unsure, and the validator
 * decides then too.
 */
final class WorkflowShape {
    /** Keywords that ask nothing of a document, or are read with another one. */
    private static final Set<String> SILENT =
            Set.of("$schema", "$id", "$comment", "$defs", "title", "description", "then", "else");

    /** A schema that asks nothing. */
    private static final Data NOTHING = Data.of(Map.of());

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
    interface Test {
        Answer of(Node node);
    }

    /** A demand that only mappings can fail. */
    @FunctionalInterface
    interface MappingTest {
        Answer of(Node.Mapping mapping);
    }

    static WorkflowShape of(Data schema) {
        return new Reader(schema, new ConcurrentHashMap<>()).shape(schema);
    }

    Answer of(Node document) {
        Answer answer = Answer.FITS;
        for (int i = 0; i < tests.size() && answer == Answer.FITS; i++) {
            answer = tests.get(i).of(document);
        }
        return answer;
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
                boolean told = keyword.equals("additionalProperties")
                        && entries(schema).containsKey("properties"); // they are looked at together
                if (!told && !SILENT.contains(keyword)) {
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
                case "allOf" ->
                    ShapeTests.all(listed(value).stream().map(this::shape).toList());
                case "if" ->
                    ShapeTests.choice(
                            shape(value),
                            shape(schema.getOrDefault("then", NOTHING)),
                            shape(schema.getOrDefault("else", NOTHING)));
                case "type" -> ShapeTests.type(texts(value));
                case "const" -> ShapeTests.equal(List.of(value));
                case "enum" -> ShapeTests.equal(listed(value));
                case "pattern" -> ShapeTests.pattern(value.text());
                case "minLength" -> ShapeTests.minLength((int) value.number());
                case "exclusiveMinimum" -> ShapeTests.above(value.number());
                case "minItems" -> ShapeTests.minItems((int) value.number());
                case "items" -> ShapeTests.items(shape(value));
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
                case "properties" ->
                    ShapeTests.values(shapes(value), shape(schema.getOrDefault("additionalProperties", NOTHING)));
                case "additionalProperties" -> ShapeTests.values(Map.of(), shape(value));
                case "propertyNames" -> ShapeTests.keys(shape(value));
                default -> ShapeTests.dependent(shapes(value));
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
}
