package dev.slipway.api;

import dev.slipway.model.workflow.Workflow;
import dev.slipway.render.Renderer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * Writes workflows made in Java to a repository, and checks that the committed files still match the Java code. These
 * methods do what {@code slipway generate} and {@code slipway check} do for a {@code slipway.yml}: they validate every
 * workflow, keep pins that a bot has raised, and overwrite no file that Slipway did not write or that was edited.
 *
 * <pre>{@code
 * Slipway.write(Path.of("."), test, nightly);
 * }</pre>
 *
 * <p>One call must have all workflows that Java writes to a repository: it deletes the files of earlier calls that are no
 * longer among them, unless they were edited.
 */
public final class Slipway {
    private Slipway() {}

    /** The text of a workflow, without a header and without any validation. */
    public static String text(Workflow workflow) {
        return Renderer.standard().workflow(workflow);
    }

    /**
     * Writes all workflows or, if there is an error, none. Also writes {@code .slipway/manifest.json}, the record of what was
     * written.
     *
     * @param root the root of the repository
     * @param workflows each is written to a file in {@code .github/workflows} that is named after it: {@code Test Linux} to
     *     {@code test-linux.yml}
     * @return the files that were written and deleted
     * @throws Refused if GitHub would refuse a workflow, or if a file exists that Slipway did not write or that was edited;
     *     with all reasons
     * @throws IOException if the repository cannot be read or written
     */
    public static Written write(Path root, Workflow... workflows) throws IOException {
        return draft(root, Draft.named(workflows)).write();
    }

    /**
     * The same with explicit file names.
     *
     * @param root the root of the repository
     * @param workflows by the names of their files in {@code .github/workflows}, such as {@code test.yml}
     * @return the files that were written and deleted
     * @throws Refused as {@link #write(Path, Workflow...)}
     * @throws IOException if the repository cannot be read or written
     */
    public static Written write(Path root, Map<String, Workflow> workflows) throws IOException {
        return draft(root, workflows).write();
    }

    /**
     * Compares the files of a repository with what {@link #write(Path, Workflow...)} would write, and changes nothing.
     *
     * @param root the root of the repository
     * @param workflows all workflows that Java writes there
     * @return the verdict of each file, and the errors and warnings in the workflows as of today
     * @throws Refused if two workflows would have the same file, or a file would have an invalid name
     * @throws IOException if the repository cannot be read
     */
    public static Checked check(Path root, Workflow... workflows) throws IOException {
        return draft(root, Draft.named(workflows)).check();
    }

    /**
     * The same with explicit file names.
     *
     * @param root the root of the repository
     * @param workflows by the names of their files in {@code .github/workflows}, such as {@code test.yml}
     * @return the verdict of each file, and the errors and warnings in the workflows as of today
     * @throws Refused if a file name is not valid for a workflow
     * @throws IOException if the repository cannot be read
     */
    public static Checked check(Path root, Map<String, Workflow> workflows) throws IOException {
        return draft(root, workflows).check();
    }

    private static Draft draft(Path root, Map<String, Workflow> workflows) {
        return new Draft(root, workflows, LocalDate.now());
    }
}
