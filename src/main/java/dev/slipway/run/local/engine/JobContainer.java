package dev.slipway.run.local.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The container of a job, as a workflow asks for it.
 *
 * @param image its name as Docker reads it: {@code debian:bookworm} is {@code docker.io/library/debian:bookworm}
 * @param mounts folders of this machine and where they are inside
 * @param env variables that every command in it sees
 * @param options the words of {@code options:}, which Docker's {@code create} understands
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idcontainer">jobs.&lt;job_id&gt;.container</a>
 */
public record JobContainer(String image, List<Mount> mounts, Map<String, String> env, List<String> options) {
    public JobContainer {
        mounts = List.copyOf(mounts);
        env = Map.copyOf(env);
        options = List.copyOf(options);
    }

    /**
     * A folder of this machine, and the absolute path by which the container sees it.
     *
     * @param mode {@code ro} if the container may only read it; else empty
     */
    public record Mount(Path host, String inside, String mode) {
        /** The container may write into it. */
        public Mount(Path host, String inside) {
            this(host, inside, "");
        }

        String text() {
            return host.toAbsolutePath() + ":" + inside + (mode.isEmpty() ? "" : ":" + mode);
        }
    }
}
