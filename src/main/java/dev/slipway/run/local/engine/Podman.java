package dev.slipway.run.local.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Podman on Linux, or a client of one that {@code CONTAINER_HOST} names.
 *
 * @see <a href="https://docs.podman.io/en/latest/Commands.html">podman</a>
 */
record Podman() implements DockerCompatible {
    @Override
    public String program() {
        return "podman";
    }

    @Override
    public String address() {
        return "CONTAINER_HOST";
    }

    @Override
    public List<String> about() {
        return List.of(
                "info",
                "--format",
                "{{.Version.Version}}\n{{.Host.OS}}/{{.Host.Arch}}\n{{.Host.ServiceIsRemote}}\n"
                        + "{{.Store.GraphDriverName}}\n{{.Store.GraphRoot}}");
    }

    @Override
    public Optional<Facts> facts(List<String> lines, Path own, Path state) {
        if (lines.size() < 5 || !lines.get(1).matches("\\w+/\\w+")) {
            return Optional.empty();
        }
        Platform here = Platform.of(lines.get(1));
        if (lines.get(2).equals("true")) {
            return Optional.of(new Facts(lines.get(0), here, List.of(), List.of()));
        }
        List<String> options = new ArrayList<>(OwnStore.options(lines.get(3), lines.get(4), own, state));
        options.addAll(List.of("--tmpdir", state.resolve("tmp").toString()));
        List<List<String>> clear = List.of(List.of("rm", "--all", "--force"), List.of("rmi", "--all", "--force"));
        return Optional.of(new Facts(lines.get(0), here, options, clear));
    }

    @Override
    public List<List<String>> attempt(String name, Path empty) {
        return List.of(List.of("run", "--rm", "--name", name, "--network", "host", "--rootfs", empty + "", "/none"));
    }

    @Override
    public List<String> present(String image) {
        return List.of("image", "exists", ImageName.full(image));
    }

    @Override
    public List<String> pull(String image) {
        return List.of("pull", "--quiet", ImageName.full(image));
    }

    @Override
    public List<List<String>> start(String name, JobContainer job) {
        return DockerWords.start(name, ImageName.full(job.image()), job);
    }

    @Override
    public List<String> removeContainer(String name) {
        return List.of("rm", "--force", "--volumes", "--time", "0", name);
    }

    @Override
    public boolean rewrites() {
        return true;
    }

    @Override
    public List<String> build(ImageBuild build, Platform platform, Files files, String name) {
        return Buildah.words(build, platform, files, name);
    }

    @Override
    public List<String> save(String name, Path to) {
        return List.of("save", "--quiet", "--format", "oci-dir", "--output", to.toString(), name);
    }

    @Override
    public boolean savesTar() {
        return false;
    }

    @Override
    public List<String> removeImage(String name) {
        return List.of("rmi", "--force", name);
    }
}
