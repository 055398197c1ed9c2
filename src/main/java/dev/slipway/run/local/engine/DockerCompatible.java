package dev.slipway.run.local.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is the same for Docker and Podman: a container lives until it is removed, and commands are started in it. */
interface DockerCompatible extends Dialect {
    @Override
    default List<String> leftOut(List<String> options) {
        return List.of();
    }

    @Override
    default List<String> inside(
            String name, JobContainer job, List<String> words, Map<String, String> env, String folder) {
        List<String> exec = new ArrayList<>(List.of("exec", "--interactive", "--workdir", folder));
        exec.addAll(DockerWords.named("--env", env));
        exec.add(name);
        exec.addAll(words);
        return exec;
    }

    @Override
    default Consumer<String> said(Consumer<String> line) {
        return line;
    }

    @Override
    default List<String> variables(String name) {
        return List.of("container", "inspect", "--format", "{{range .Config.Env}}{{println .}}{{end}}", name);
    }

    @Override
    default Run run(String name, Platform platform, ImageConfig config, List<String> arguments, String container) {
        List<String> run = new ArrayList<>(List.of("run", "--rm", "--pull", "never", "--name", container));
        run.addAll(List.of("--network", "host", "--platform", platform.toString(), name));
        run.addAll(arguments);
        return new Run(List.of(), run);
    }
}
