package dev.slipway.run.dry;

import dev.slipway.shell.Shell;
import dev.slipway.shell.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Follows scripts; one that many rows run with the same variables, once. */
final class Scripts {
    private final Function<String, Optional<String>> files;
    private final Map<Call, StepEffects> followed = new HashMap<>();

    private record Call(String script, Map<String, String> variables, String folder, String checkout) {}

    /** @param files the text of a file of the repository */
    Scripts(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /**
     * What a script does with these variables; the map must not change afterward.
     *
     * @param folder where it runs
     * @param checkout the folder that the repository is checked out into; empty for the workspace
     * @param tree the files that are there; what the script makes is in what it gives
     */
    StepEffects follow(String script, Map<String, String> variables, String folder, String checkout, Tree tree) {
        Call call = new Call(script, variables, folder, checkout);
        boolean empty = tree.files().isEmpty();
        StepEffects before = empty ? followed.get(call) : null;
        if (before != null) {
            return before;
        }
        String root = checkout.isEmpty() ? "" : checkout + "/";
        Function<String, Optional<String>> inRepository =
                path -> path.startsWith(root) ? files.apply(path.substring(root.length())) : Optional.empty();
        Shell shell = new Shell(variables, inRepository, folder, tree);
        shell.run(script);
        StepEffects effects = new StepEffects(
                shell.commands(), shell.outputs(), shell.env(), tree.files(), String.join("; ", shell.unread()));
        if (empty && effects.files().isEmpty()) {
            followed.put(call, effects); // what makes no file is the same in every row
        }
        return effects;
    }
}
