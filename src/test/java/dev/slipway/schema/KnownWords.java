package dev.slipway.schema;

import static dev.slipway.schema.JsonSchema.ordered;
import static dev.slipway.schema.JsonSchema.words;

import dev.slipway.config.BuildGrammars;
import dev.slipway.config.CiGrammars;
import dev.slipway.config.ProjectGrammars;
import dev.slipway.config.Shape;
import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Scope;
import dev.slipway.source.CronFields;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.rust.Rust;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What only later stages than the reader know, and keep in lists: the words of targets, jobs, permissions and actions. */
record KnownWords(Definitions definitions) {
    /** The schema of a value of which they know more than the reader. */
    Optional<Map<String, Object>> of(Shape shape, String path, Function<Shape, Map<String, Object>> names) {
        if (shape instanceof Shape.Foreign) {
            return Optional.of(ordered(
                    "type",
                    "object",
                    "minProperties",
                    1,
                    "propertyNames",
                    TextSchema.names(CiGrammars.JOB),
                    "additionalProperties",
                    ordered(
                            "$ref",
                            "#/$defs/job",
                            "anyOf",
                            List.of(Map.of("required", List.of("steps")), Map.of("required", List.of("uses"))))));
        }
        if (shape instanceof Shape.Text text && text.grammar() == CiGrammars.CRON) {
            Map<String, Object> cron = TextSchema.of(text.grammar(), false);
            cron.put("pattern", "^(" + CronFields.pattern() + ")$");
            return Optional.of(definitions.called("schedule", cron));
        }
        if (shape instanceof Shape.Text text && text.grammar() == ProjectGrammars.LICENSE) {
            Map<String, Object> license = TextSchema.of(text.grammar(), false);
            String name = "\\(*[A-Za-z0-9.+-]+\\)*";
            license.put("type", "string");
            license.put("pattern", "^" + name + "( (AND|OR|WITH) " + name + ")*$");
            return Optional.of(license);
        }
        if (path.equals("hashes") && shape instanceof Shape.Items items && items.item() instanceof Shape.Words words) {
            Map<String, Object> list = ordered(
                    "type",
                    "array",
                    "items",
                    words(words.words()),
                    "contains",
                    ordered("const", "sha256"),
                    "uniqueItems",
                    true,
                    "errorMessage",
                    "add sha256: installers and package managers verify it");
            return Optional.of(ordered("anyOf", List.of(words(List.of("sha256")), list)));
        }
        if (shape instanceof Shape.Text text
                && text.grammar() == BuildGrammars.TARGET
                && path.startsWith("targets")
                && !path.endsWith("as")) {
            return Optional.of(ordered(
                    "anyOf",
                    List.of(
                            target(),
                            definitions.referred(definitions.called("triple", TextSchema.of(Rust.TRIPLE, false))))));
        }
        if (shape instanceof Shape.Named named && named.names() == BuildGrammars.TARGET) {
            return Optional.of(named(
                    Target.allWords(),
                    word -> about("What the command calls " + word + ".", names.apply(named.value()))));
        }
        if (shape instanceof Shape.Named named && named.names() == CiGrammars.SCOPE) {
            return Optional.of(named(
                    Scope.KNOWN.stream().map(Scope::name).toList(),
                    word -> about("The permission '" + word + "' of the token.", words(levels(word)))));
        }
        if (shape instanceof Shape.Named named && named.names() == ProjectGrammars.ACTION) {
            return Optional.of(named(
                    ActionTable.standard().refs().keySet().stream().sorted().toList(),
                    action -> about("The version of " + action + ": a commit or a tag.", names.apply(named.value()))));
        }
        return Optional.empty();
    }

    private static Map<String, Object> named(List<String> names, Function<String, Map<String, Object>> value) {
        Map<String, Object> properties = new LinkedHashMap<>();
        names.forEach(name -> properties.put(name, value.apply(name)));
        return ordered("type", "object", "additionalProperties", false, "properties", properties);
    }

    private static List<String> levels(String scope) {
        return new Scope(scope)
                .levels().stream().filter(level -> !level.equals("none")).toList();
    }

    static Map<String, Object> target() {
        Map<String, Object> target = words(Target.allWords());
        target.put("errorMessage", "unknown target: write a system and an architecture, such as 'linux-amd64'");
        return target;
    }

    private static Map<String, Object> about(String description, Map<String, Object> shape) {
        Map<String, Object> result = ordered("description", description);
        result.putAll(shape);
        return result;
    }
}
