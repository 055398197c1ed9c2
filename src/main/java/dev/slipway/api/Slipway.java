package dev.slipway.api;

import dev.slipway.model.workflow.Workflow;
import dev.slipway.render.Renderer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * Writes workflows that are made in Java into a repository, and checks whether what is committed is still what the Java
 * code says. Both do what {@code slipway generate} and {@code slipway check} do for a {@code slipway.yml}: everything is
 * validated, pins that a bot has raised stay, and no file is overwritten that Slipway did not write as it is.
 *
 * <pre>{@code
 * Slipway.write(Path.of("."), test, nightly);
 * }</pre>
 *
 * <p>One call takes all workflows that Java writes into a repository: a file of an earlier call that is not among them
 * is deleted, unless somebody has edited it.
 */
public final class Slipway {
    private Slipway() {}

    /** The text of a workflow, with nothing above it but its own comment; nothing is validated. */
    public static String text(Workflow workflow) {
        return Renderer.standard().workflow(workflow);
    }

    /**
     * Writes workflows, all of them or none, and the record of what was written.
     *
     * @param root the root of the repository
     * @param workflows each goes into {@code .github/workflows}, into a file that is named after it: {@code Test Linux}
     *     is {@code test-linux.yml}
     * @return what was written
     * @throws Refused where GitHub would refuse a workflow, or a file would be lost that Slipway did not write as it is:
     *     with all that is wrong
     * @throws IOException where the repository cannot be read or written
     */
    public static Written write(Path root, Workflow... workflows) throws IOException {
        return draft(root, Draft.named(workflows)).write();
    }

    /**
     * The same for files with names of their own.
     *
     * @param root the root of the repository
     * @param workflows by the names of their files in {@code .github/workflows}, such as {@code test.yml}
     * @return what was written
     * @throws Refused as {@link #write(Path, Workflow...)}
     * @throws IOException where the repository cannot be read or written
     */
    public static Written write(Path root, Map<String, Workflow> workflows) throws IOException {
        return draft(root, workflows).write();
    }

    /**
     * Compares the files of a repository with what {@link #write(Path, Workflow...)} would write, and changes nothing.
     *
     * @param root the root of the repository
     * @param workflows all that Java writes there
     * @return what each file is, and what is wrong with the workflows as of today
     * @throws Refused where the workflows have no names that files can have
     * @throws IOException where the repository cannot be read
     */
    public static Checked check(Path root, Workflow... workflows) throws IOException {
        return draft(root, Draft.named(workflows)).check();
    }

    /**
     * The same for files with names of their own.
     *
     * @param root the root of the repository
     * @param workflows by the names of their files in {@code .github/workflows}, such as {@code test.yml}
     * @return what each file is, and what is wrong with the workflows as of today
     * @throws Refused where a name is none that a workflow's file can have
     * @throws IOException where the repository cannot be read
     */
    public static Checked check(Path root, Map<String, Workflow> workflows) throws IOException {
        return draft(root, workflows).check();
    }

    private static Draft draft(Path root, Map<String, Workflow> workflows) {
        return new Draft(root, workflows, LocalDate.now());
    }
}
