package dev.slipway.run.local.github;

import dev.slipway.run.Effect;
import dev.slipway.run.local.process.Call;
import dev.slipway.run.local.process.CommandResult;
import dev.slipway.run.local.process.StandIn;
import java.util.Set;

/** Stands in for the Slipway that generated workflows of CI install: it is this one, and would rehearse within a rehearsal. */
public final class SlipwayStandIn implements StandIn {
    private static final Set<String> RECORDED = Set.of("check", "rehearse");

    private final Records records;

    public SlipwayStandIn(Records records) {
        this.records = records;
    }

    @Override
    public CommandResult answer(Call call) {
        String said = String.join(" ", call.words());
        if (call.arguments().stream().noneMatch(RECORDED::contains)) {
            return Failure.noStandIn(said).answer();
        }
        records.add(GitHub.job(call.env()), new Effect.Other("would run '" + said + "'"));
        return CommandResult.of("");
    }
}
