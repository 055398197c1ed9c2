package dev.slipway.run.local.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words that engines share. */
final class DockerWords {
    private DockerWords() {}

    /** As GitHub's runner creates the container of a job, but with the network of this machine. */
    static List<List<String>> start(String name, String image, JobContainer job) {
        List<String> create = new ArrayList<>(List.of("create", "--pull", "never", "--name", name));
        create.addAll(List.of("--network", "host"));
        create.addAll(job.options());
        create.addAll(named("--env", job.env()));
        job.mounts().forEach(mount -> create.addAll(List.of("--volume", mount.text())));
        create.addAll(List.of("--entrypoint", "tail", image, "-f", "/dev/null"));
        return List.of(create, List.of("start", name));
    }

    /** The options of a build that all engines know. */
    static List<String> build(ImageBuild build, Platform platform, Dialect.Files files, String name) {
        List<String> words = new ArrayList<>(List.of("--platform", platform.toString(), "--tag", name));
        words.addAll(List.of("--file", files.dockerfile().toString()));
        words.addAll(named("--build-context", files.contexts()));
        words.addAll(named("--build-arg", build.arguments()));
        words.addAll(named("--label", build.labels()));
        build.target().ifPresent(stage -> words.addAll(List.of("--target", stage)));
        return words;
    }

    static List<String> named(String option, Map<String, String> values) {
        List<String> words = new ArrayList<>();
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> words.addAll(List.of(option, each.getKey() + "=" + each.getValue())));
        return words;
    }
}
