package dev.slipway.detect.workflow;

import dev.slipway.run.dry.DryRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a job installs with apt beyond what every build needs. */
public final class AptPackages {
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
    private static final String CROSS_COMPILER =
            "(gcc|g\\+\\+|binutils|crossbuild-essential|libc6(-dev)?|qemu)-.*|qemu|binfmt-support";

    private AptPackages() {}

    public static Optional<List<String>> of(DryRow job) {
        List<String> packages = job.commands()
                .filter(command -> command.program().matches("sudo|apt(-get)?"))
                .flatMap(command -> command.words().stream()
                        .dropWhile(word -> !word.matches("(.*/)?apt(-get)?"))
                        .dropWhile(word -> !word.equals("install"))
                        .skip(1))
                .filter(word -> word.matches("[a-z0-9][a-z0-9.+-]+"))
                .filter(word -> !GIVEN.contains(word) && !word.matches(CROSS_COMPILER))
                .distinct()
                .toList();
        return packages.isEmpty() ? Optional.empty() : Optional.of(packages);
    }
}
