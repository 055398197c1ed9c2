package dev.slipway.detect.workflow;

import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a job installs with apt beyond what every build needs. */
public final class AptPackages {
    private static final Pattern INSTALL = Pattern.compile("\\bapt(?:-get)?\\s+(?:-\\S+\\s+)*install\\s+([^\\n;&|#]*)");
    private static final Set<String> GIVEN = Set.of(
            "curl",
            "wget",
            "git",
            "build-essential",
            "gcc",
            "g++",
            "libc6-dev",
            "ca-certificates",
            "tar",
            "gzip",
            "xz-utils",
            "zip",
            "unzip",
            "file",
            "jq",
            "sudo",
            "bash",
            "make",
            "musl",
            "musl-dev",
            "musl-tools",
            "rustup",
            "cargo");
    private static final String CROSS_COMPILER = "(gcc|g\\+\\+|binutils|crossbuild-essential|libc6(-dev)?)-.*";

    private AptPackages() {}

    public static Optional<List<String>> of(DryRow job) {
        Set<String> packages = new LinkedHashSet<>();
        for (DryStep step : job.steps()) {
            Matcher matcher = INSTALL.matcher(step.run().replaceAll("\\\\\\r?\\n", " "));
            while (matcher.find()) {
                Arrays.stream(matcher.group(1).strip().split("\\s+"))
                        .filter(word -> word.matches("[a-z0-9][a-z0-9.+-]+"))
                        .filter(word -> !GIVEN.contains(word) && !word.matches(CROSS_COMPILER))
                        .forEach(packages::add);
            }
        }
        return packages.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(packages));
    }
}
