import dev.slipway.facts.ActionInterface;
import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.ActionRef;
import dev.slipway.typed.ActionClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the classes of {@code dev.slipway.action}: one for each action whose version and interface are known. Run by the
 * build as {@code java ActionClasses FOLDER}, before anything else is compiled.
 */
final class ActionClasses {
    private static final String PACKAGE = "dev.slipway.action";

    public static void main(String[] args) throws IOException {
        Map<String, ActionRef> refs = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        refs.putAll(ActionTable.standard().refs());
        Path folder = Files.createDirectories(Path.of(args[0]).resolve(PACKAGE.replace('.', '/')));
        for (ActionInterface known : ActionInterface.known()) {
            ActionRef ref = refs.get(known.action());
            if (ref != null) {
                ActionClass type = classOf(known, ref);
                Files.writeString(folder.resolve(type.name() + ".java"), type.text());
            }
        }
    }

    private static ActionClass classOf(ActionInterface known, ActionRef ref) {
        List<ActionClass.Input> inputs = known.inputs().stream()
                .filter(input -> !known.former().contains(input))
                .map(input -> new ActionClass.Input(
                        input, kind(known, input), known.required().contains(input), ""))
                .toList();
        List<ActionClass.Output> outputs = known.outputs().stream()
                .map(output -> new ActionClass.Output(output, ""))
                .toList();
        return new ActionClass(PACKAGE, ref.name(), ref.ref(), ref.version(), "", inputs, outputs);
    }

    private static ActionClass.Kind kind(ActionInterface known, String input) {
        if (known.flags().contains(input)) {
            return ActionClass.Kind.FLAG;
        }
        return known.numbers().contains(input) ? ActionClass.Kind.NUMBER : ActionClass.Kind.TEXT;
    }
}
