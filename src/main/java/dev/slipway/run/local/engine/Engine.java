package dev.slipway.run.local.engine;

import dev.slipway.run.local.process.CommandResult;
import dev.slipway.run.local.process.End;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A container engine of this machine. It pushes nothing and has no login. What it creates is removed when it is closed,
 * at the latest; the layouts that it wrote stay.
 */
public final class Engine implements AutoCloseable {
    /** For fetching an image. */
    private static final Duration FETCH = Duration.ofMinutes(15);

    /**
     * What {@code docker run} and {@code podman run} exit with if they fail themselves.
     *
     * @see <a href="https://docs.docker.com/reference/cli/docker/container/run/#exit-status">exit status</a>
     */
    private static final int ENGINE_FAILED = 125;

    private final Dialect dialect;
    private final Dialect.Facts facts;
    private final Program program;
    private final Path folder;
    private final Path state;
    private final Set<String> containers = new LinkedHashSet<>();
    private final Set<String> images = new LinkedHashSet<>();

    Engine(Dialect dialect, Dialect.Facts facts, Program program, Path folder, Path state) {
        this.dialect = dialect;
        this.facts = facts;
        this.program = program;
        this.folder = folder;
        this.state = state;
    }

    /**
     * Looks for an engine that works, in the order Docker, Podman, Buildah.
     *
     * @param env the variables of the person: {@code PATH} to find the programs, {@code HOME} to find their images
     * @param own an empty folder on a disk with room for images, which the engine fills and empties
     */
    public static Search find(Map<String, String> env, Path own) throws IOException {
        return Search.among(Dialect.ALL, env, own.toAbsolutePath());
    }

    /** Its name and version, such as {@code podman 5.4.2}. */
    public String name() {
        return (dialect.program() + " " + facts.version()).strip();
    }

    /** The platform whose programs run without an emulator. */
    public Platform here() {
        return facts.here();
    }

    /** Starts a job's container; its image is pulled only if this machine does not have it. */
    public Start start(JobContainer job) {
        if (program.ask(dialect.present(job.image())).exit() != 0) {
            CommandResult pulled = program.ask(dialect.pull(job.image()), FETCH);
            if (pulled.exit() != 0) {
                return new Start.Refused(
                        job.image(), "not on this machine, and cannot be pulled: " + Program.reason(pulled));
            }
        }
        String name = fresh("job");
        containers.add(name);
        for (List<String> words : dialect.start(name, job)) {
            CommandResult answer = program.ask(words);
            if (answer.exit() != 0) {
                drop(name);
                return new Start.Refused(job.image(), Program.reason(answer));
            }
        }
        Map<String, String> variables = ImageConfig.variables(
                program.ask(dialect.variables(name)).out().lines().toList());
        return new Start.Running(new Container(this, name, job, variables));
    }

    /**
     * Builds an image for each of its platforms. The result lists what cannot be built.
     *
     * @param layout a folder that is not there yet
     * @param line gets what the engine says
     * @param timeout for one platform
     */
    public BuiltImage build(ImageBuild build, Path layout, Consumer<String> line, Duration timeout) throws IOException {
        return new Building(this, build, layout, line, timeout).built();
    }

    /**
     * Runs an image once, without input, and waits for its end. What cannot run here is {@link End.NotStarted}.
     *
     * @param arguments what follows the image's name in {@code docker run}
     */
    public End run(
            BuiltImage image, Platform platform, List<String> arguments, Consumer<String> line, Duration timeout) {
        Optional<BuiltImage.Built> built = image.built(platform);
        if (built.isEmpty()) {
            return new End.NotStarted(platform + " was not built");
        }
        String name = fresh("run");
        containers.add(name);
        try {
            Dialect.Run run =
                    dialect.run(built.get().name(), platform, built.get().config(), arguments, name);
            for (List<String> words : run.before()) {
                CommandResult answer = program.ask(words);
                if (answer.exit() != 0) {
                    return new End.NotStarted(Program.reason(answer));
                }
            }
            List<String> last = new ArrayList<>();
            End end = program.run(
                    run.command(),
                    dialect.said(text -> {
                        last.add(text);
                        line.accept(text);
                    }),
                    timeout);
            return refusal(platform, end, last).<End>map(End.NotStarted::new).orElse(end);
        } finally {
            drop(name);
        }
    }

    /** Why the engine did not start a program, by its message; empty if it did. */
    private Optional<String> refusal(Platform platform, End end, List<String> said) {
        String all = String.join("\n", said);
        if (end.succeeded()) {
            return Optional.empty();
        }
        if (all.toLowerCase(Locale.ROOT).contains("exec format error")) {
            return Optional.of("this machine does not run programs for " + platform + ": it is " + here()
                    + " without an emulator");
        }
        boolean engines = end.equals(new End.Exited(ENGINE_FAILED)) && all.matches("(?s)(docker: |Error: ).*");
        return engines ? Optional.of(Program.reason(said)) : Optional.empty();
    }

    Dialect dialect() {
        return dialect;
    }

    Program program() {
        return program;
    }

    /** Where the engine may put what it needs for a while. */
    Path folder() {
        return folder;
    }

    /** A name that nothing has. */
    static String fresh(String what) {
        return "slipway-" + what + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** Remembers an image, to be removed when the engine is closed. */
    void made(String image) {
        images.add(image);
    }

    void drop(String container) {
        if (containers.remove(container)) {
            program.remove(dialect.removeContainer(container));
        }
    }

    @Override
    public void close() {
        List.copyOf(containers).forEach(this::drop);
        images.forEach(image -> program.remove(dialect.removeImage(image)));
        images.clear();
        facts.clear().forEach(program::remove);
        try {
            Folders.settle(state);
            Folders.delete(state);
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the files that " + name() + " left cannot be deleted", e);
        }
    }
}
