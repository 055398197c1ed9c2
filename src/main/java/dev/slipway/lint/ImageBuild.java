package dev.slipway.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A step that builds an image with docker/build-push-action, and where its files are. */
record ImageBuild(JobView job, StepView step) {
    private static final Pattern LINE_OR_COMMA = Pattern.compile("[\\n,]");

    static List<ImageBuild> in(WorkflowFile file) {
        List<ImageBuild> builds = new ArrayList<>();
        for (JobView job : file.jobs()) {
            for (StepView step : job.steps()) {
                if (step.usesAction("docker/build-push-action")) {
                    builds.add(new ImageBuild(job, step));
                }
            }
        }
        return builds;
    }

    /** The folder that is sent as main context, seen from the root of the repository; the root itself is empty. */
    Optional<String> context() {
        String context = step.with("context").strip();
        if (context.contains("${{") || context.contains("://") || context.contains("{{")) {
            return Optional.empty();
        }
        return Optional.of(folder(context));
    }

    /** The path of the Dockerfile, if the step has it. */
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
        for (String line : LINE_OR_COMMA.split(step.with("build-contexts"))) {
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
        return LINE_OR_COMMA
                .splitAsStream(platforms)
                .map(String::strip)
                .filter(platform -> !platform.isEmpty())
                .toList();
    }

    /** A path seen from the root of the repository, without a slash at its end; the root itself is empty. */
    static String folder(String path) {
        int start = 0;
        while (path.startsWith("./", start)) {
            start += 2;
        }
        int end = path.length();
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        String folder = path.substring(start, end);
        return folder.equals(".") ? "" : folder;
    }

    private static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
