package dev.slipway.detect;

import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Finds the names under which a job pushes container images. */
final class ImageNames {
    private static final String NAME = "[a-z0-9.-]+(:\\d+)?(/[a-z0-9._-]+)+";

    private ImageNames() {}

    static Set<String> of(DryRow job) {
        Set<String> names = new LinkedHashSet<>();
        for (DryStep step : job.steps()) {
            String images =
                    step.action().equals("docker/metadata-action") ? step.with().getOrDefault("images", "") : "";
            String tags = step.action().equals("docker/build-push-action")
                    ? step.with().getOrDefault("tags", "")
                    : "";
            (images + "\n" + tags)
                    .lines()
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .map(line -> name(line.strip()))
                    .filter(name -> name.matches(NAME))
                    .forEach(names::add);
        }
        return names;
    }

    private static String name(String line) {
        return line.replaceFirst("^name=", "").replaceFirst(":[^/]*$", "").toLowerCase(Locale.ROOT);
    }
}
