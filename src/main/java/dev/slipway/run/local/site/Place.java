package dev.slipway.run.local.site;

import dev.slipway.run.local.engine.JobContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders of a job, as this machine and as its steps see them: in a container they have the paths that GitHub gives
 * them there.
 *
 * @param root of all folders of the job
 * @param workspace where the sources are checked out
 * @param inside whether steps run in a container
 */
public record Place(Path root, Path workspace, Path temporary, Path home, Path tools, boolean inside) {
    private static final String CONTAINER_HOME = "/github/home";

    public static Place make(Path root, String repository, boolean inside) throws IOException {
        Path workspace =
                Files.createDirectories(root.resolve("work").resolve(repository).resolve(repository));
        Path temporary = Files.createDirectories(root.resolve("work/_temp"));
        Path tools = Files.createDirectories(root.resolve("work/_tool"));
        return new Place(root, workspace, temporary, Files.createDirectories(root.resolve("home")), tools, inside);
    }

    private String work() {
        return inside ? "/__w" : root.resolve("work").toString();
    }

    /** A folder or file below {@code work}, as steps see it. */
    public String seen(Path path) {
        if (!inside) {
            return path.toString();
        }
        Path work = root.resolve("work");
        if (path.startsWith(work)) {
            return work() + "/" + work.relativize(path).toString().replace('\\', '/');
        }
        return path.startsWith(home) ? CONTAINER_HOME + "/" + home.relativize(path) : path.toString();
    }

    /** Where a path that a step names is on this machine; relative ones are in the workspace. */
    public Path host(String path) {
        if (inside && (path.equals("/__w") || path.startsWith("/__w/"))) {
            return root.resolve("work" + path.substring("/__w".length()));
        }
        if (inside && (path.equals(CONTAINER_HOME) || path.startsWith(CONTAINER_HOME + "/"))) {
            return root.resolve("home" + path.substring(CONTAINER_HOME.length()));
        }
        return workspace.resolve(path);
    }

    public List<JobContainer.Mount> mounts() {
        return List.of(
                new JobContainer.Mount(root.resolve("work"), "/__w"), new JobContainer.Mount(home, CONTAINER_HOME));
    }

    /** The value of {@code HOME}. */
    public String seenHome() {
        return inside ? CONTAINER_HOME : home.toString();
    }
}
