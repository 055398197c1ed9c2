package dev.slipway.run.local.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Docker, with a server and Buildx.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/">docker</a>
 */
record Docker() implements DockerCompatible {
    @Override
    public String program() {
        return "docker";
    }

    @Override
    public String address() {
        return "DOCKER_HOST";
    }

    @Override
    public List<String> about() {
        return List.of("version", "--format", "{{.Server.Version}}\n{{.Server.Os}}/{{.Server.Arch}}");
    }

    @Override
    public Optional<Facts> facts(List<String> lines, Path own, Path state) {
        return lines.size() < 2 || !lines.get(1).matches("\\w+/\\w+")
                ? Optional.empty()
                : Optional.of(new Facts(lines.get(0), Platform.of(lines.get(1)), List.of(), List.of()));
    }

    @Override
    public List<List<String>> attempt(String name, Path empty) {
        return List.of();
    }

    @Override
    public List<String> present(String image) {
        return List.of("image", "inspect", "--format", "{{.Id}}", image);
    }

    @Override
    public List<String> pull(String image) {
        return List.of("pull", "--quiet", image);
    }

    @Override
    public List<List<String>> start(String name, JobContainer job) {
        return DockerWords.start(name, job.image(), job);
    }

    @Override
    public List<String> removeContainer(String name) {
        return List.of("rm", "--force", "--volumes", name);
    }

    @Override
    public boolean rewrites() {
        return false;
    }

    /** BuildKit's own attestations are left out: with them, an image for one platform is an index of two. */
    @Override
    public List<String> build(ImageBuild build, Platform platform, Files files, String name) {
        List<String> words = new ArrayList<>(List.of("buildx", "build", "--load", "--progress", "plain"));
        words.addAll(List.of("--provenance=false", "--sbom=false"));
        words.addAll(DockerWords.build(build, platform, files, name));
        words.add(files.context().toString());
        return words;
    }

    @Override
    public List<String> save(String name, Path to) {
        return List.of("image", "save", "--output", to.toString(), name);
    }

    @Override
    public boolean savesTar() {
        return true;
    }

    @Override
    public List<String> removeImage(String name) {
        return List.of("image", "rm", "--force", name);
    }
}
