package dev.slipway.read;

import dev.slipway.model.workflow.CompositeAction;
import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the file {@code action.yml} of an action that is made of steps. */
public final class ActionReader {
    private static final List<String> OTHERS = List.of("name", "author", "description", "branding");

    private ActionReader() {}

    /**
     * Reads an action.
     *
     * @return empty for one that is a program, or an image
     * @throws Rejected with everything in its steps that is no part of an action
     */
    public static Optional<CompositeAction> read(Node document) {
        List<Problem> problems = new ArrayList<>();
        boolean composite = document.child("runs")
                .flatMap(runs -> runs.child("using"))
                .map(using -> using.fold(mapping -> "", sequence -> "", Node.Scalar::text))
                .filter("composite"::equals)
                .isPresent();
        if (!composite) {
            return Optional.empty();
        }
        CompositeAction action = Keys.read(document, Pointer.ROOT, problems, keys -> action(keys, problems));
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        return Optional.of(action);
    }

    private static CompositeAction action(Keys keys, List<Problem> problems) {
        OTHERS.forEach(keys::has);
        Map<String, Input> inputs = keys.named("inputs", ActionReader::input);
        Map<String, Text> outputs = keys.named("outputs", it -> {
            it.has("description");
            return it.text("value").orElse(Text.of(""));
        });
        List<Step> steps = keys.nested("runs", runs -> {
                    runs.has("using");
                    return runs.items("steps", new StepReader(problems)::read);
                })
                .orElse(List.of());
        return new CompositeAction(inputs, outputs, steps);
    }

    private static Input input(Keys keys) {
        keys.has("deprecationMessage");
        return new Input(
                keys.word("description"),
                keys.word("type").orElse("string"),
                keys.flag("required"),
                keys.value("default"),
                List.of());
    }
}
