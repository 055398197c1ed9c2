package dev.slipway.run.local.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How an engine is spoken to: the words that follow its program's name. Nothing is started here. */
interface Dialect {
    /** All that are known, the first that works is taken. */
    List<Dialect> ALL = List.of(new Docker(), new Podman(), new Buildah());

    String program();

    /** The variable that says where its server listens; empty if it has none. */
    default String address() {
        return "";
    }

    /** Asks for the lines that {@link #facts} reads; fails if there is a client and nothing after it. */
    List<String> about();

    /**
     * What an engine reports about itself.
     *
     * @param here the platform of its own programs
     * @param options what every later command needs, such as its own store that reads the store of the person
     * @param clear commands that empty that store; none if it is not its own
     */
    record Facts(String version, Platform here, List<String> options, List<List<String>> clear) {}

    /**
     * Reads what {@link #about} gave; empty if that cannot be used.
     *
     * @param own where its own store may be
     * @param state where its state may be: a short path, for Podman takes no longer ones than 50 characters
     */
    Optional<Facts> facts(List<String> lines, Path own, Path state);

    /**
     * Commands that run a program that does not exist, {@code /none}, in an empty container. An engine that works says
     * that the file does not exist; no command if the engine's own answer is sufficient proof.
     *
     * @param name of the container
     * @param empty a folder without files
     */
    List<List<String>> attempt(String name, Path empty);

    /** Succeeds if the image is on this machine. */
    List<String> present(String image);

    List<String> pull(String image);

    /** Makes a container that lives until it is removed. */
    List<List<String>> start(String name, JobContainer job);

    /** What of the options of a job's container is left out. */
    List<String> leftOut(List<String> options);

    /** Runs words inside; the caller starts them. */
    List<String> inside(String name, JobContainer job, List<String> words, Map<String, String> env, String folder);

    /** The output of a command, without what the engine adds to it. */
    Consumer<String> said(Consumer<String> line);

    /** Prints the variables of a container, a line each. */
    List<String> variables(String name);

    List<String> removeContainer(String name);

    /** Whether Dockerfiles are to be written in older words. */
    boolean rewrites();

    /** Builds for one platform; the image is called {@code name}. */
    List<String> build(ImageBuild build, Platform platform, Files files, String name);

    /** What a build reads: the recipe, the main context, the ignore file if it is not found by its name. */
    record Files(Path dockerfile, Path context, Optional<Path> ignored, Map<String, String> contexts) {}

    /** Writes an image to a new file (a tar) or folder, in OCI's layout. */
    List<String> save(String name, Path to);

    /** Whether {@link #save} writes a tar. */
    boolean savesTar();

    List<String> removeImage(String name);

    /** Commands that run an image once, in a container of this name. */
    Run run(String name, Platform platform, ImageConfig config, List<String> arguments, String container);

    /** What is to be done before a run, and the run. */
    record Run(List<List<String>> before, List<String> command) {}
}
