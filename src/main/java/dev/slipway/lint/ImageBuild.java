package dev.slipway.lint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A step that builds an image with docker/build-push-action, and where its files are. */
record ImageBuild(JobView job, StepView step) {
    static List<ImageBuild> in(WorkflowFile file) {
        return file.jobs().stream()
                .flatMap(job -> job.steps().stream()
                        .filter(step -> step.usesAction("docker/build-push-action"))
                        .map(step -> new ImageBuild(job, step)))
                .toList();
    }

    /** The folder that is sent as main context, seen from the root of the repository; the root itself is empty. */
    Optional<String> context() {
        String context = step.with("context").strip();
        if (context.contains("${{") || context.contains("://") || context.contains("{{")) {
            return Optional.empty();
        }
        return Optional.of(folder(context));
    }

    /** The path of the Dockerfile, if the step says it. */
    Optional<String> dockerfile() {
        String file = step.with("file").strip();
        if (file.contains("${{")) {
            return Optional.empty();
        }
        return file.isEmpty() ? context().map(context -> join(context, "Dockerfile")) : Optional.of(folder(file));
    }

    /** The further contexts: their names in lower case, and what they are. */
    Map<String, String> namedContexts() {
        Map<String, String> contexts = new TreeMap<>();
        for (String line : step.with("build-contexts").split("[\\n,]")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                contexts.put(
                        line.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        folder(line.substring(equals + 1).strip()));
            }
        }
        return contexts;
    }

    /** The platforms it builds for; none if they are computed or not given. */
    List<String> platforms() {
        String platforms = step.with("platforms");
        if (platforms.isBlank() || platforms.contains("${{")) {
            return List.of();
        }
        return Stream.of(platforms.split("[\\n,]"))
                .map(String::strip)
                .filter(platform -> !platform.isEmpty())
                .toList();
    }

    private static String folder(String path) {
        return path.replaceAll("^(?:\\./)+", "").replaceAll("(?<!/)/+$", "").replaceAll("^\\.$", "");
    }

    private static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
