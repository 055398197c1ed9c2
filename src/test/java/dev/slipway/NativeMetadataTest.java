package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.PackageFile;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a native image has to be told, held without one: the records that templates may read, the resources, and that
 * nothing else of ours is found by its name at run time. {@code -Dgolden=write} writes the file.
 */
@Tag("once")
class NativeMetadataTest {
    private static final Path FILE =
            Path.of("src/main/resources/META-INF/native-image/dev.slipway/slipway/reachability-metadata.json");

    /** Everything of ours that is found by a name at run time, with why a native image knows it. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("dev.slipway.render.RecordNode java.lang.Class.getMethod", "records of the metadata"),
            Map.entry("dev.slipway.render.RecordNode java.lang.reflect.Method.invoke", "records of the metadata"),
            Map.entry("dev.slipway.render.RecordNode java.lang.reflect.Method.setAccessible", "the same"),
            Map.entry("dev.slipway.render.RecordNode java.lang.reflect.Method.getReturnType", "the same"),
            Map.entry("dev.slipway.render.RecordNode java.lang.reflect.Method.getDeclaringClass", "the same"),
            Map.entry("dev.slipway.cli.Choice java.lang.Class.getEnumConstants", "an image has the constants of enums"),
            Map.entry("dev.slipway.cli.completion.Values java.lang.Class.getEnumConstants", "the same"),
            Map.entry(
                    "dev.slipway.run.local.consumer.FileServer com.sun.net.httpserver.HttpServer.create",
                    "the builder knows the JDK's own services"),
            Map.entry(
                    "dev.slipway.run.local.github.Api com.sun.net.httpserver.HttpServer.create",
                    "the builder knows the JDK's own services"),
            Map.entry(
                    "dev.slipway.run.local.github.Json tools.jackson.databind.json.JsonMapper.writeValueAsString",
                    "its parameter is a JsonNode, which writes itself"),
            Map.entry(
                    "dev.slipway.shipped.ShippedFile java.lang.Class.getResourceAsStream", "resources of the metadata"),
            Map.entry("dev.slipway.lint.WorkflowSchema java.lang.Class.getResourceAsStream", "the same"),
            Map.entry("dev.slipway.cli.SchemaCommand java.lang.Class.getResourceAsStream", "the same"),
            Map.entry("dev.slipway.run.local.process.CommandServer java.lang.Class.getResourceAsStream", "the same"),
            Map.entry("dev.slipway.run.local.consumer.FormulaTrial java.lang.Class.getResourceAsStream", "the same"),
            Map.entry("dev.slipway.run.local.machine.ToolboxScript java.lang.Class.getResourceAsStream", "the same"));

    /** Packages and classes whose every method finds something by a name, or may. */
    private static final Pattern REFLECTIVE = Pattern.compile("java\\.lang\\.reflect\\..*"
            + "|java\\.lang\\.invoke\\.(MethodHandles(\\$Lookup)?|SerializedLambda|VarHandle)"
            + "|java\\.lang\\.(ClassLoader|Module|ModuleLayer)"
            + "|java\\.util\\.(ServiceLoader(\\$Provider)?|ResourceBundle)"
            + "|java\\.io\\.Object(In|Out)putStream"
            + "|java\\.beans\\..*|com\\.sun\\.net\\.httpserver\\.HttpServer|javax\\.xml\\..*Factory");

    private static final Pattern BY_NAME = Pattern.compile("forName|newInstance|get(Declared)?(Methods?|Fields?|"
            + "Constructors?|Classes)|getRecordComponents|getEnumConstants|getPermittedSubclasses|getNestMembers"
            + "|getResource(AsStream)?|getClassLoader|getModule");

    /** Binding of JSON to classes, which reads them by reflection; trees of nodes do not. */
    private static final Pattern BINDING =
            Pattern.compile("(read|write|convert|update|tree|value)(Value|Values|ToValue|ToTree|For|ForUpdating)"
                    + "|writeValueAs(String|Bytes)|putPOJO|addPOJO|(reader|writer)For");

    /** What a template sees as one text, and never as a record. */
    private static final Set<String> TEXTS = Set.of(
            "dev.slipway.model.workflow.Text",
            "dev.slipway.model.workflow.Expr",
            "dev.slipway.model.workflow.Value$Flag",
            "dev.slipway.model.workflow.Value$Fraction",
            "dev.slipway.model.workflow.Value$Count",
            "dev.slipway.model.workflow.Value$Many",
            "dev.slipway.model.workflow.Value$Named");

    @Test
    void theFileListsTheRecordsThatTemplatesMayReadAndNoOthers() throws IOException {
        String wanted = metadata(new TemplateRecords(TEXTS).names());
        if (GoldenTest.writes(System.getProperty("golden", ""), System.getenv())) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, wanted);
            fail("wrote %s, review it", FILE);
        }
        assertThat(Files.readString(FILE)).isEqualTo(wanted);
    }

    private static String metadata(SortedSet<String> records) {
        return records.stream()
                        .map(name -> "    { \"type\": \"" + name + "\", \"allPublicMethods\": true }")
                        .collect(Collectors.joining(",\n", "{\n  \"reflection\": [\n", "\n  ],\n"))
                + RESOURCES.stream()
                        .map(glob -> "    { \"glob\": \"" + glob + "\" }")
                        .collect(Collectors.joining(",\n", "  \"resources\": [\n", "\n  ]\n}\n"));
    }

    private static final List<String> RESOURCES = List.of(
            "dev/slipway/facts/*.yml",
            "dev/slipway/page/*.*",
            "dev/slipway/run/local/consumer/formula.rb",
            "dev/slipway/run/local/machine/*.sh",
            "dev/slipway/run/local/process/ask.sh",
            "dev/slipway/schemas/*.json",
            "dev/slipway/templates/*.ftl",
            "dev/slipway/templates/scripts/*.sh",
            "dev/slipway/version.txt");

    @Test
    void everyResourceIsInTheFile() throws IOException {
        Path classes = Path.of("target/classes");
        List<Path> resources;
        try (Stream<Path> walk = Files.walk(classes.resolve("dev/slipway"))) {
            resources = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".class"))
                    .map(classes::relativize)
                    .toList();
        }
        assertThat(resources)
                .hasSizeGreaterThan(80)
                .allSatisfy(
                        file -> assertThat(RESOURCES).as("a glob for " + file).anyMatch(glob -> matches(glob, file)));
        assertThat(RESOURCES)
                .allSatisfy(
                        glob -> assertThat(resources).as("a file for " + glob).anyMatch(file -> matches(glob, file)));
    }

    private static boolean matches(String glob, Path file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(file);
    }

    /** The part of GraalVM's schema that the file uses: an unknown key would be ignored, or end the build. */
    @Test
    void theFileHasOnlyKeysThatTheBuilderKnows() throws IOException {
        JsonNode file = new ObjectMapper().readTree(Files.readString(FILE));
        assertThat(file.propertyNames()).containsExactly("reflection", "resources");
        assertThat(file.get("reflection")).allSatisfy(entry -> {
            assertThat(entry.propertyNames()).containsExactly("type", "allPublicMethods");
            assertThat(entry.get("type").isString()).isTrue();
            assertThat(entry.get("allPublicMethods").isBoolean()).isTrue();
            assertThat(Class.forName(
                            entry.get("type").asString(), false, getClass().getClassLoader()))
                    .matches(Class::isRecord);
        });
        assertThat(file.get("resources"))
                .allSatisfy(entry -> assertThat(entry.propertyNames()).containsExactly("glob"))
                .hasSize(RESOURCES.size());
    }

    /** The values of all examples, read by the names in our templates, have no record that the file does not list. */
    @Test
    void everyRecordOfEveryExampleIsInTheFile() throws IOException {
        Set<String> listed = listed();
        Set<String> names = namesInTemplates();
        Set<Class<?>> seen = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
        for (Path config : Examples.configs()) {
            Blueprint blueprint = Examples.generate(Examples.read(config)).blueprint();
            List<Object> roots = new ArrayList<>(List.of(blueprint.release()));
            blueprint.ci().ifPresent(roots::add);
            blueprint.page().ifPresent(page -> roots.add(page.content()));
            blueprint.image().ifPresent(image -> {
                roots.addAll(image.dockerfiles().values());
                roots.addAll(image.dockerignores().values());
            });
            blueprint.packages().stream().map(PackageFile::data).forEach(roots::add);
            roots.forEach(root -> read(root, names, seen));
        }
        assertThat(seen).hasSizeGreaterThan(40).extracting(Class::getName).isSubsetOf(listed);
    }

    private static Set<String> listed() throws IOException {
        Set<String> listed = new TreeSet<>();
        new ObjectMapper()
                .readTree(Files.readString(FILE))
                .get("reflection")
                .forEach(entry -> listed.add(entry.get("type").asString()));
        return listed;
    }

    private static Set<String> namesInTemplates() throws IOException {
        try (Stream<Path> templates = Files.list(Path.of("templates"))) {
            return templates
                    .filter(Files::isRegularFile)
                    .map(Examples::read)
                    .flatMap(text ->
                            Pattern.compile("\\.([a-z]\\w*)").matcher(text).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static void read(Object value, Set<String> names, Set<Class<?>> seen) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(it -> read(it, names, seen));
        } else if (value instanceof Iterable<?> many) {
            many.forEach(it -> read(it, names, seen));
        } else if (value instanceof Map<?, ?> entries) {
            entries.values().forEach(it -> read(it, names, seen));
        } else if (value instanceof Record && !TEXTS.contains(value.getClass().getName())) {
            seen.add(value.getClass());
            for (Method method : value.getClass().getMethods()) {
                if (names.contains(method.getName())
                        && method.getParameterCount() == 0
                        && method.getDeclaringClass() != Object.class
                        && method.getReturnType() != void.class) {
                    method.setAccessible(true);
                    try {
                        read(method.invoke(value), names, seen);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(method.toString(), e);
                    }
                }
            }
        }
    }

    @Test
    void nothingElseIsFoundByANameAtRunTime() {
        SortedSet<String> found = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.slipway")) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (access.getOrigin() instanceof JavaCodeUnit && isByName(access)) {
                    found.add(outermost(type) + " " + access.getTargetOwner().getName() + "." + access.getName());
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static boolean isByName(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        boolean ofTheJdk = owner.startsWith("com.sun.") || owner.startsWith("javax.");
        return REFLECTIVE.matcher(owner).matches()
                        && (!ofTheJdk || Set.of("create", "newInstance").contains(access.getName()))
                || owner.equals("java.lang.Class")
                        && BY_NAME.matcher(access.getName()).matches()
                || owner.startsWith("tools.jackson.databind.")
                        && BINDING.matcher(access.getName()).matches();
    }
}
