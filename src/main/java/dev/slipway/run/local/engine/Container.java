package dev.slipway.run.local.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A job's container that is there until it is closed. It shares the network of this machine. */
public final class Container implements AutoCloseable {
    private final Engine engine;
    private final String name;
    private final JobContainer job;
    private final Map<String, String> variables;

    Container(Engine engine, String name, JobContainer job, Map<String, String> variables) {
        this.engine = engine;
        this.name = name;
        this.job = job;
        this.variables = variables;
    }

    /**
     * The words that this machine starts to run a command inside, with the variables of {@link #starter}.
     *
     * @param words the command and its arguments, as the container knows them
     * @param env variables of the command, besides those of the image and of the container
     * @param folderInside where it starts, an absolute path inside that is there
     */
    public List<String> command(List<String> words, Map<String, String> env, String folderInside) {
        return engine.program().words(engine.dialect().inside(name, job, words, env, folderInside));
    }

    /** Takes the output of {@link #command}, and passes on the command's own lines; a new one for each command. */
    public Consumer<String> said(Consumer<String> line) {
        return engine.dialect().said(line);
    }

    /** All variables of the engine's own program, which is what {@link #command} starts; the command sees none of them. */
    public Map<String, String> starter() {
        return engine.program().env();
    }

    /** The variables of the image, such as its {@code PATH}; empty if it sets none. */
    public Map<String, String> variables() {
        return variables;
    }

    /** The options that this engine cannot follow, such as {@code --cpus 1}. */
    public List<String> leftOut() {
        return engine.dialect().leftOut(job.options());
    }

    /** Ends what runs in it, and removes it. */
    @Override
    public void close() {
        engine.drop(name);
    }
}
