package dev.slipway.read;

import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.Schedule;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Trigger;
import dev.slipway.model.workflow.WorkflowCall;
import dev.slipway.model.workflow.WorkflowDispatch;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what starts a workflow. */
final class TriggerReader {
    private final List<Problem> problems;

    TriggerReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** One word, a list of words, or a mapping. */
    List<Trigger> read(Node node, Pointer place) {
        return node.fold(
                mapping -> {
                    List<Trigger> triggers = new ArrayList<>();
                    mapping.entries().forEach((name, entry) -> triggers.add(trigger(name, entry.value(), place)));
                    return triggers;
                },
                sequence -> Keys.items(sequence, place, this::bare),
                scalar -> List.of(bare(scalar, place)));
    }

    private Trigger bare(Node node, Pointer place) {
        String name = new ScalarReader(problems)
                .scalar(node, place)
                .map(Node.Scalar::text)
                .orElse("push");
        return switch (name) {
            case "workflow_dispatch" -> new WorkflowDispatch(Map.of());
            case "workflow_call" -> new WorkflowCall(Map.of(), Map.of(), Map.of());
            default -> Event.named(name);
        };
    }

    private Trigger trigger(String name, Node node, Pointer on) {
        Pointer place = on.child(name);
        return switch (name) {
            case "schedule" ->
                new Schedule(Keys.items(node, place, (item, at) -> Keys.read(item, at, problems, TriggerReader::cron)));
            case "workflow_dispatch" ->
                Keys.read(
                        node,
                        place,
                        problems,
                        keys -> new WorkflowDispatch(keys.named("inputs", TriggerReader::input)));
            case "workflow_call" -> Keys.read(node, place, problems, TriggerReader::call);
            default -> event(name, node, place);
        };
    }

    private static Schedule.Cron cron(Keys keys) {
        return new Schedule.Cron(keys.word("cron").orElse(""), keys.word("timezone"));
    }

    private static Input input(Keys keys) {
        return new Input(
                keys.word("description"),
                keys.word("type").orElse("string"),
                keys.flag("required"),
                keys.value("default"),
                keys.plainTexts("options"));
    }

    private static WorkflowCall call(Keys keys) {
        return new WorkflowCall(
                keys.named("inputs", TriggerReader::input),
                keys.named("secrets", it -> new WorkflowCall.Secret(it.word("description"), it.flag("required"))),
                keys.named(
                        "outputs",
                        it -> new WorkflowCall.Output(
                                it.word("description"), it.text("value").orElse(Text.of("")))));
    }

    private Event event(String name, Node node, Pointer place) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        Keys.read(
                node,
                place,
                problems,
                keys -> keys.each((value, at) -> filters.put(at.last(), keys.plainTexts(at.last()))));
        try {
            return new Event(name, filters);
        } catch (IllegalArgumentException refused) {
            problems.add(Problem.at(place, String.valueOf(refused.getMessage())));
            return Event.named(name);
        }
    }
}
