package dev.slipway.typed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The source of a Java class for an action. This file uses nothing else of Slipway, so the build can run it before
 * everything else is compiled.
 *
 * @param packageName the package of the class; may be empty
 * @param action {@code owner/repository}, with an optional path
 * @param ref a commit, tag or branch
 * @param version the version of the commit, such as {@code v7.0.1}; may be empty
 * @param description what the action is for; may be empty
 */
public record ActionClass(
        String packageName,
        String action,
        String ref,
        String version,
        String description,
        List<Input> inputs,
        List<Output> outputs) {
    /** The names of methods that every such class already has. */
    private static final Set<String> TAKEN = Set.of(
            "at",
            "clone",
            "comment",
            "copy",
            "env",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "id",
            "mayFail",
            "named",
            "notify",
            "notifyAll",
            "output",
            "outputs",
            "step",
            "timeoutMinutes",
            "toString",
            "wait",
            "when",
            "with");

    /** Words that cannot be the name of a method. */
    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " false final finally float for goto if implements import instanceof int interface long native"
                            + " new null package private protected public return short static strictfp super switch"
                            + " synchronized this throw throws transient true try void volatile while _")
                    .split(" "));

    /** Types that the class uses. */
    private static final Set<String> TYPES =
            Set.of("ActionRef", "ActionStep", "Expr", "List", "Outputs", "Override", "String", "Text", "Uses");

    /** The type of an input. */
    public enum Kind {
        TEXT,
        FLAG,
        NUMBER
    }

    /** An input; its description may be empty. */
    public record Input(String name, Kind kind, boolean required, String description) {}

    /** An output; its description may be empty. */
    public record Output(String name, String description) {}

    public ActionClass {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** The name of the class: {@code SetupJava} for {@code actions/setup-java}. */
    public String name() {
        String path = action.substring(action.indexOf('/') + 1);
        String name = words(path).stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0))) {
            return "Action" + name;
        }
        return TYPES.contains(name) ? name + "Action" : name;
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        String name = name();
        String known = version.isEmpty() ? "" : " " + version;
        String required = inputs.stream()
                .filter(Input::required)
                .map(input -> quoted(input.name()))
                .collect(Collectors.joining(", ", "List.of(", ")"));
        text.append("""
                import dev.slipway.model.workflow.ActionRef;
                import dev.slipway.model.workflow.ActionStep;
                import dev.slipway.model.workflow.Expr;
                import dev.slipway.model.workflow.Text;
                import dev.slipway.model.workflow.Uses;
                import java.util.List;

                """);
        text.append(comment("", "A step that runs {@code " + action + "}" + sentence(description)));
        text.append("public final class ")
                .append(name)
                .append(" extends ActionStep<")
                .append(name)
                .append("> {\n");
        text.append(comment("    ", "The version that it runs" + (known.isEmpty() ? "" : ":" + known) + "."));
        text.append("    public static final ActionRef ACTION = new ActionRef(%s, %s, %s);\n\n"
                .formatted(quoted(action), quoted(ref), quoted(version)));
        text.append("    private ").append(name).append("(Uses uses) {\n");
        text.append("        super(uses, ").append(required).append(");\n    }\n\n");
        text.append(comment("    ", "A step with this name."));
        text.append(
                "    public static %s named(String name) {\n        return new %s(Uses.action(name, ACTION));\n    }\n\n"
                        .formatted(name, name));
        text.append("    @Override\n    protected %s copy(Uses further) {\n        return new %s(further);\n    }\n"
                .formatted(name, name));
        Set<String> methods = new HashSet<>();
        inputs.stream()
                .filter(input -> methods.add(method(input.name())))
                .forEach(input -> text.append(methods(input)));
        if (!outputs.isEmpty()) {
            text.append(outputs(name));
        }
        return text.append("}\n").toString();
    }

    private String methods(Input input) {
        String about =
                (input.required() ? "Needed: {@code " : "{@code ") + input.name() + "}" + sentence(input.description());
        return switch (input.kind()) {
            case TEXT ->
                setter(input, "String", about) + setter(input, "Expr<?>", about) + setter(input, "Text", about);
            case FLAG -> setter(input, "boolean", about) + setter(input, "Expr<?>", about);
            case NUMBER -> setter(input, "long", about) + setter(input, "Expr<?>", about);
        };
    }

    private String setter(Input input, String type, String about) {
        return "\n" + comment("    ", about)
                + "    public %s %s(%s value) {\n        return with(%s, value);\n    }\n"
                        .formatted(name(), method(input.name()), type, quoted(input.name()));
    }

    private String outputs(String name) {
        StringBuilder text = new StringBuilder("\n");
        text.append(comment("    ", "What the step gives; it needs an id for it."));
        text.append("    public Outputs outputs() {\n        return new Outputs(this);\n    }\n\n");
        text.append(comment("    ", "What a step of {@code " + action + "} gives."));
        text.append("    public static final class Outputs {\n        private final ")
                .append(name)
                .append(" step;\n\n");
        text.append("        private Outputs(")
                .append(name)
                .append(" step) {\n            this.step = step;\n        }\n");
        Set<String> methods = new HashSet<>();
        for (Output output : outputs) {
            if (methods.add(method(output.name()))) {
                text.append("\n")
                        .append(comment("        ", "{@code " + output.name() + "}" + sentence(output.description())));
                text.append("        public Expr<String> %s() {\n            return step.output(%s);\n        }\n"
                        .formatted(method(output.name()), quoted(output.name())));
            }
        }
        return text.append("    }\n").toString();
    }

    /** Whether a part of a package's name is a keyword of Java. */
    public static boolean hasKeyword(String packageName) {
        return List.of(packageName.split("\\.")).stream().anyMatch(KEYWORDS::contains);
    }

    private static String method(String input) {
        StringBuilder method = new StringBuilder();
        for (String word : words(input)) {
            String plain = word.equals(word.toUpperCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT) : word;
            method.append(plain.substring(0, 1).toUpperCase(Locale.ROOT)).append(plain.substring(1));
        }
        if (method.isEmpty()) {
            return "value";
        }
        String name = method.substring(0, 1).toLowerCase(Locale.ROOT) + method.substring(1);
        if (!Character.isJavaIdentifierStart(name.charAt(0))) {
            return "_" + name;
        }
        return TAKEN.contains(name) || KEYWORDS.contains(name) ? name + "Value" : name;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (char c : (name + "-").toCharArray()) {
            if (c < 128 && Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** The end of a sentence: a colon and a description, or a full stop if there is none. */
    private static String sentence(String description) {
        String plain = description.strip();
        return plain.isEmpty() ? "." : ": " + escaped(plain);
    }

    private static String comment(String indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (!line.isEmpty() && indent.length() + line.length() + word.length() > 110) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.size() == 1
                ? indent + "/** " + lines.get(0) + " */\n"
                : lines.stream()
                        .map(it -> indent + " * " + it + "\n")
                        .collect(Collectors.joining("", indent + "/**\n", indent + " */\n"));
    }

    /** Escapes text from elsewhere, so that it cannot end a comment, begin a tag, or be a Unicode escape. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c >= ' ' && c < 127 && "&<>@{}\\*/".indexOf(c) < 0 || Character.isWhitespace(c)) {
                escaped.append(c);
            } else if (c >= ' ' && c != 127) {
                escaped.append("&#").append((int) c).append(';');
            }
        }
        return escaped.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
