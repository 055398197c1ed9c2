package dev.slipway.run.local.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Buildah. It isolates by {@code chroot} alone, which works inside of containers and without a runtime, and shares the
 * network of this machine.
 *
 * @see <a href="https://github.com/containers/buildah/tree/main/docs">buildah</a>
 */
record Buildah() implements Dialect {
    private static final List<String> ISOLATION = List.of("--isolation", "chroot");

    @Override
    public String program() {
        return "buildah";
    }

    @Override
    public List<String> about() {
        return List.of(
                "info", "--format", "{{.host.os}}/{{.host.arch}}\n{{.store.GraphDriverName}}\n{{.store.GraphRoot}}\n");
    }

    @Override
    public Optional<Facts> facts(List<String> lines, Path own, Path state) {
        return lines.size() < 3 || !lines.get(0).matches("\\w+/\\w+")
                ? Optional.empty()
                : Optional.of(new Facts(
                        "",
                        Platform.of(lines.get(0)),
                        OwnStore.options(lines.get(1), lines.get(2), own, state),
                        List.of(List.of("rm", "--all"), List.of("rmi", "--all", "--force"))));
    }

    @Override
    public List<List<String>> attempt(String name, Path empty) {
        return List.of(
                List.of("from", "--name", name, "scratch"),
                List.of("run", "--isolation", "chroot", name, "--", "/none"));
    }

    @Override
    public List<String> present(String image) {
        return List.of("inspect", "--type", "image", "--format", "{{.FromImageID}}", ImageName.full(image));
    }

    @Override
    public List<String> pull(String image) {
        return List.of("pull", "--quiet", ImageName.full(image));
    }

    @Override
    public List<List<String>> start(String name, JobContainer job) {
        List<String> from = new ArrayList<>(List.of("from", "--pull-never", "--name", name));
        job.mounts().forEach(mount -> from.addAll(List.of("--volume", mount.text())));
        from.add(ImageName.full(job.image()));
        return List.of(from);
    }

    @Override
    public List<String> leftOut(List<String> options) {
        return BuildahOptions.of(options).leftOut();
    }

    @Override
    public List<String> inside(
            String name, JobContainer job, List<String> words, Map<String, String> env, String folder) {
        List<String> run = new ArrayList<>(List.of("run"));
        run.addAll(ISOLATION);
        run.addAll(BuildahOptions.of(job.options()).known());
        run.addAll(DockerWords.named("--env", job.env()));
        run.addAll(DockerWords.named("--env", env));
        run.addAll(List.of("--workingdir", folder, name, "--"));
        run.addAll(words);
        return run;
    }

    @Override
    public Consumer<String> said(Consumer<String> line) {
        return new WithoutStatus(line);
    }

    @Override
    public List<String> variables(String name) {
        return List.of(
                "inspect", "--type", "container", "--format", "{{range .OCIv1.Config.Env}}{{println .}}{{end}}", name);
    }

    @Override
    public List<String> removeContainer(String name) {
        return List.of("rm", name);
    }

    @Override
    public boolean rewrites() {
        return true;
    }

    @Override
    public List<String> build(ImageBuild build, Platform platform, Files files, String name) {
        return words(build, platform, files, name);
    }

    /** Podman builds with Buildah. Images are taken from this machine if it has them. */
    static List<String> words(ImageBuild build, Platform platform, Files files, String name) {
        List<String> words = new ArrayList<>(List.of("build", "--pull=false", "--identity-label=false"));
        words.addAll(ISOLATION);
        files.ignored().ifPresent(file -> words.addAll(List.of("--ignorefile", file.toString())));
        words.addAll(DockerWords.build(build, platform, files, name));
        words.add(files.context().toString());
        return words;
    }

    @Override
    public List<String> save(String name, Path to) {
        return List.of("push", "--quiet", name, "oci:" + to);
    }

    @Override
    public boolean savesTar() {
        return false;
    }

    @Override
    public List<String> removeImage(String name) {
        return List.of("rmi", "--force", name);
    }

    /** Buildah starts the given command, and leaves the entry point of the image to others. */
    @Override
    public Run run(String name, Platform platform, ImageConfig config, List<String> arguments, String container) {
        List<String> from =
                List.of("from", "--pull-never", "--platform", platform.toString(), "--name", container, name);
        List<String> run = new ArrayList<>(List.of("run"));
        run.addAll(ISOLATION);
        run.addAll(List.of(container, "--"));
        run.addAll(config.command(arguments));
        return new Run(List.of(from), run);
    }
}
