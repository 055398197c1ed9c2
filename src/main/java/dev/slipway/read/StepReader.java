package dev.slipway.read;

import dev.slipway.model.workflow.ActionRef;
import dev.slipway.model.workflow.Cancel;
import dev.slipway.model.workflow.Parallel;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Wait;
import dev.slipway.model.workflow.WaitAll;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import java.util.List;

/** Reads the steps of a job. */
final class StepReader {
    /** The keys of which a step has one. */
    private static final List<String> KINDS = List.of("uses", "wait", "wait-all", "cancel", "parallel", "run");

    private final List<Problem> problems;

    StepReader(List<Problem> problems) {
        this.problems = problems;
    }

    Step read(Node node, Pointer place) {
        return Keys.read(node, place, problems, this::step);
    }

    private Step step(Keys keys) {
        Step.Common common = new Step.Common(
                "",
                keys.text("name"),
                keys.word("id"),
                keys.condition("if"),
                keys.values("env"),
                keys.value("continue-on-error"),
                keys.value("timeout-minutes"),
                keys.flag("background"));
        KINDS.stream()
                .filter(keys::contains)
                .findFirst()
                .ifPresent(kind -> KINDS.stream()
                        .filter(other -> !other.equals(kind))
                        .forEach(other -> keys.refuse(
                                other,
                                "a step cannot have both '" + kind + "' and '" + other + "'",
                                "write two steps")));
        if (keys.has("uses")) {
            return new Uses(common, action(keys.word("uses").orElse("")), keys.values("with"));
        }
        if (keys.has("wait")) {
            return new Wait(common, keys.plainTexts("wait"));
        }
        if (keys.has("wait-all")) {
            return new WaitAll(common);
        }
        if (keys.has("cancel")) {
            return new Cancel(common, keys.word("cancel").orElse(""));
        }
        if (keys.has("parallel")) {
            return new Parallel(common, keys.items("parallel", this::read));
        }
        if (!keys.has("run")) {
            keys.report(keys.here(), "a step that does nothing", "add 'run' or 'uses'");
        }
        return new Run(
                common, keys.text("run").orElse(Text.of("")), keys.text("shell"), keys.text("working-directory"));
    }

    /** The name and the version of an action or of a reusable workflow. */
    static ActionRef action(String text) {
        int at = text.startsWith("docker://") ? -1 : text.lastIndexOf('@');
        return at < 0 ? new ActionRef(text, "", "") : new ActionRef(text.substring(0, at), text.substring(at + 1), "");
    }
}
