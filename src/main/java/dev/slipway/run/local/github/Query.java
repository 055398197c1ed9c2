package dev.slipway.run.local.github;

import dev.slipway.run.local.process.Call;
import dev.slipway.run.local.process.CommandResult;
import dev.slipway.run.local.process.StandIn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What {@code --jq} prints. Common expressions are evaluated here; others by the {@code jq} of the machine.
 *
 * @param program runs {@code jq} of this machine, if there is one
 */
record Query(Optional<StandIn> program) {
    /** The lines for a value: texts as they are, null as nothing, all else as JSON, like the GitHub CLI prints it. */
    String of(String expression, JsonNode input, Call call) {
        Optional<Filter> filter = FilterReader.read(expression, call.env());
        if (filter.isPresent()) {
            try {
                return filter.get().of(input).stream().map(Query::line).collect(Collectors.joining());
            } catch (Filter.Unfit e) {
                throw new Failure(String.valueOf(e.getMessage()));
            }
        }
        StandIn jq = program.orElseThrow(() -> new Failure("the stand-in for gh cannot evaluate --jq '" + expression
                + "': install jq, or write the expression with paths, select and conditions"));
        String same = "(" + expression + ") | if . == null then \"\" else . end";
        CommandResult answer = jq.answer(new Call(
                List.of("jq", "--raw-output", "--compact-output", same), call.folder(), call.env(), Json.write(input)));
        if (answer.exit() != 0) {
            throw new Failure(answer.err().strip());
        }
        return answer.out();
    }

    private static String line(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue().stripTrailingZeros();
            return (number.scale() > 0 ? number.setScale(2, RoundingMode.HALF_EVEN) : number).toPlainString() + "\n";
        }
        return (value.isNull() ? "" : Builtin.text(value)) + "\n";
    }
}
