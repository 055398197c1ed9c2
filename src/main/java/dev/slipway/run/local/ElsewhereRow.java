package dev.slipway.run.local;

import dev.slipway.run.Executor;
import dev.slipway.run.Result;
import dev.slipway.run.RowSetup;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.StepSetup;
import dev.slipway.run.local.artifact.ActionFailed;
import dev.slipway.run.local.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A row that was run elsewhere: of its steps only the uploads do something, and take what was built there. */
record ElsewhereRow(Site site, BuiltElsewhere built, RowSetup setup) implements Executor.Row {
    @Override
    public StepOutcome run(StepSetup step) {
        if (!BuiltElsewhere.uploads(step.step())) {
            return new StepOutcome(Result.SKIPPED, "", Map.of(), Map.of());
        }
        String name = step.inputs().getOrDefault("name", "artifact");
        Optional<Path> folder = Optional.ofNullable(built.folders().get(name));
        if (folder.isEmpty()) {
            return missing(name, step.inputs().getOrDefault("if-no-files-found", "warn"));
        }
        try {
            site.artifacts().take(name, setup.job().id(), folder.get());
        } catch (ActionFailed failure) {
            return StepOutcome.failure(String.valueOf(failure.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        site.notes().standIn(setup.name() + ": built elsewhere, in the artifact " + name);
        return StepOutcome.success();
    }

    private StepOutcome missing(String name, String otherwise) {
        if (otherwise.equals("error")) {
            return StepOutcome.failure("the row was built elsewhere, but its artifact '" + name + "' is not among "
                    + String.join(", ", built.folders().keySet()));
        }
        return StepOutcome.success();
    }
}
