package dev.slipway.typed;

import dev.slipway.source.Document;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Locator;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an {@code action.yml}: the description, the inputs and the outputs of an action.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax">Metadata syntax</a>
 */
public final class ActionFile {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_. -]*+");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]++");

    private final Node document;
    private final List<Problem> problems = new ArrayList<>();

    private ActionFile(Node document) {
        this.document = document;
    }

    /**
     * The class for an action.
     *
     * @param packageName may be empty
     * @param action {@code owner/repository}, with an optional path
     * @param ref a commit, tag or branch
     * @param version the version of the commit, such as {@code v7.0.1}; may be empty
     * @throws InvalidSource if the file is not that of an action
     */
    public static ActionClass classFor(
            SourceText source, String packageName, String action, String ref, String version) {
        Node document = YamlReader.read(source);
        ActionFile file = new ActionFile(document);
        List<ActionClass.Input> inputs = file.inputs();
        List<ActionClass.Output> outputs = file.outputs();
        if (document.child("runs").isEmpty()) {
            file.problems.add(Problem.at(
                    Pointer.ROOT,
                    "the key 'runs' is missing, so this is not an action",
                    "take the file 'action.yml' of its repository"));
        }
        if (!file.problems.isEmpty()) {
            throw new InvalidSource(
                    source, new Locator(Document.of(source, document)).locate("action", Severity.ERROR, file.problems));
        }
        return new ActionClass(packageName, action, ref, version, text(document, "description"), inputs, outputs);
    }

    private List<ActionClass.Input> inputs() {
        List<ActionClass.Input> inputs = new ArrayList<>();
        for (Node.Entry entry : entries("inputs")) {
            String fallback = text(entry.value(), "default");
            boolean required = text(entry.value(), "required").equalsIgnoreCase("true") && fallback.isEmpty();
            inputs.add(
                    new ActionClass.Input(entry.key(), kind(fallback), required, text(entry.value(), "description")));
        }
        return inputs;
    }

    /** The type of the default: true or false, a number, or any text. */
    private static ActionClass.Kind kind(String fallback) {
        String word = fallback.toLowerCase(Locale.ROOT);
        if (word.equals("true") || word.equals("false")) {
            return ActionClass.Kind.FLAG;
        }
        return NUMBER.matcher(word).matches() ? ActionClass.Kind.NUMBER : ActionClass.Kind.TEXT;
    }

    private List<ActionClass.Output> outputs() {
        return entries("outputs").stream()
                .map(entry -> new ActionClass.Output(entry.key(), text(entry.value(), "description")))
                .toList();
    }

    private List<Node.Entry> entries(String key) {
        Optional<Node> value = document.child(key);
        if (value.isEmpty()) {
            return List.of();
        }
        Pointer at = Pointer.ROOT.child(key);
        List<Node.Entry> entries = List.copyOf(value.get()
                .fold(mapping -> mapping.entries(), sequence -> wrong(at, sequence), scalar -> wrong(at, scalar))
                .values());
        for (Node.Entry entry : entries) {
            if (!NAME.matcher(entry.key()).matches()) {
                problems.add(Problem.at(
                        at.child(entry.key()).key(), Quote.of(entry.key()) + " is not the name of an input or output"));
            }
        }
        return entries;
    }

    private Map<String, Node.Entry> wrong(Pointer at, Node node) {
        if (!node.kind().equals("nothing")) {
            problems.add(Problem.at(at, "expected a mapping, not " + node.kind()));
        }
        return Map.of();
    }

    private static String text(Node node, String key) {
        return node.child(key)
                .map(child -> child.<String>fold(mapping -> "", sequence -> "", scalar -> scalar.text()))
                .orElse("");
    }
}
