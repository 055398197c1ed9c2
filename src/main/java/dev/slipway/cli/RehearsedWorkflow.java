package dev.slipway.cli;

import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.WorkflowReader;
import dev.slipway.run.local.Origin;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The workflow that is rehearsed, as a commit has it.
 *
 * @param path where it is in the repository
 */
record RehearsedWorkflow(String path) {
    private static final String FOLDER = ".github/workflows/";

    /** One that a person names. */
    static RehearsedWorkflow named(String text) {
        return new RehearsedWorkflow(text.replace('\\', '/').replaceFirst("^(\\./)+", ""));
    }

    /**
     * Reads it.
     *
     * @param missing the message if the commit does not have it
     */
    Workflow read(Origin origin, String sha, String missing) throws IOException {
        Optional<String> text = origin.file(sha, path);
        if (text.isEmpty()) {
            throw new IOException("the commit has no '" + path + "': " + missing);
        }
        return WorkflowReader.read(new SourceText(path, text.get()));
    }

    /** The workflows that can be selected instead. */
    static String others(Origin origin, String sha) throws IOException {
        List<String> all = origin.files(sha).stream()
                .filter(file -> file.startsWith(FOLDER) && file.matches("[^/]+/[^/]+/[^/]+\\.ya?ml"))
                .toList();
        return all.isEmpty() ? "it has no workflow" : "its workflows are " + String.join(", ", all);
    }
}
