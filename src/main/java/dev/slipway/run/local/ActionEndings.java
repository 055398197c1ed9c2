package dev.slipway.run.local;

import dev.slipway.run.Result;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.local.action.NodeAction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the repository's own actions do at the end of a job: the last that ran comes first. */
final class ActionEndings {
    private final StepPrograms programs;
    private final Consumer<String> log;
    private final Consumer<String> fault;
    private final Deque<Ending> all = new ArrayDeque<>();

    private record Ending(NodeAction action, CommandFiles files) {}

    /**
     * @param log takes each line
     * @param fault takes what went wrong, in words
     */
    ActionEndings(StepPrograms programs, Consumer<String> log, Consumer<String> fault) {
        this.programs = programs;
        this.log = log;
        this.fault = fault;
    }

    /** An action ran; the files say what state it saved. */
    void add(NodeAction action, CommandFiles files) {
        all.push(new Ending(action, files));
    }

    /** @param failed whether the job did */
    void run(boolean failed) {
        for (Ending ending : all) {
            if (ending.action().ends(failed)) {
                run(ending);
            }
        }
    }

    private void run(Ending ending) {
        NodeAction action = ending.action();
        Map<String, String> env = new LinkedHashMap<>(action.env());
        log.accept("== at the end of " + action.name());
        try {
            ending.files().state().forEach((name, value) -> env.put("STATE_" + name, value));
            StepOutcome outcome = programs.run(
                    NodeAction.words(action.post().orElseThrow()),
                    env,
                    ".",
                    new StepLog(log),
                    Optional.empty(),
                    programs.commandFiles());
            if (outcome.result() == Result.FAILURE) {
                fault.accept("at its end, " + action.name() + " failed: " + outcome.message());
            }
        } catch (CommandFiles.Malformed malformed) {
            fault.accept(String.valueOf(malformed.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
