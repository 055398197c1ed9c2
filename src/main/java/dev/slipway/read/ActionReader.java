package dev.slipway.read;

import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
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
    private static final String STEPS = "steps";

    /** What a step of a workflow may have, but one of an action may not. */
    private static final List<String> NOT_HERE = List.of("timeout-minutes", "background");

    private ActionReader() {}

    /**
     * Reads an action.
     *
     * @return empty for one that is a program, or an image
     * @throws Rejected with everything in its steps that is no part of an action
     */
    public static Optional<CompositeAction> read(Node document) {
        return readLeniently(document).map(read -> {
            if (!read.problems().isEmpty()) {
                throw new Rejected(read.problems());
            }
            return read.value();
        });
    }

    /**
     * Reads an action as far as it is one.
     *
     * @return empty for one that is a program, or an image
     */
    public static Optional<Lenient<CompositeAction>> readLeniently(Node document) {
        List<Problem> problems = new ArrayList<>();
        boolean composite = document.child("runs")
                .flatMap(runs -> runs.child("using"))
                .map(using -> using.fold(mapping -> "", sequence -> "", Node.Scalar::text))
                .filter("composite"::equalsIgnoreCase)
                .isPresent();
        if (!composite) {
            return Optional.empty();
        }
        CompositeAction action = Keys.read(document, Pointer.ROOT, problems, keys -> action(keys, problems));
        return Optional.of(new Lenient<>(action, problems));
    }

    private static CompositeAction action(Keys keys, List<Problem> problems) {
        keys.each((other, place) -> other);
        Map<String, Input> inputs = keys.named("inputs", ActionReader::input);
        Map<String, Text> outputs = keys.named("outputs", it -> {
            it.has("description");
            return it.text("value").orElse(Text.of(""));
        });
        StepReader reader = new StepReader(problems);
        List<Step> steps = keys.nested("runs", runs -> {
                    runs.has("using");
                    if (!runs.has(STEPS)) {
                        runs.report(runs.here(), "the key 'steps' is missing", "");
                    }
                    return runs.items(STEPS, (node, place) -> {
                        Step step = reader.read(node, place);
                        check(step, node, place, problems);
                        return step;
                    });
                })
                .orElse(List.of());
        return new CompositeAction(inputs, outputs, steps);
    }

    private static void check(Step step, Node node, Pointer place, List<Problem> problems) {
        if (!(step instanceof Run) && !(step instanceof Uses)) {
            problems.add(Problem.at(place, "a step of an action runs a script or uses an action"));
        }
        if (step instanceof Run run && run.shell().isEmpty()) {
            problems.add(Problem.at(
                    place, "a script of an action needs a shell", "write 'shell: bash': an action has no default"));
        }
        NOT_HERE.stream()
                .filter(key -> node.child(key).isPresent())
                .forEach(key ->
                        problems.add(Problem.at(place.child(key).key(), "a step of an action has no '" + key + "'")));
    }

    /** An input may say more, which GitHub does not look at. */
    private static Input input(Keys keys) {
        keys.each((other, place) -> other);
        return new Input(keys.word("description"), "string", keys.flag("required"), keys.value("default"), List.of());
    }
}
