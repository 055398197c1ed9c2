package dev.slipway.toolchain.maven;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Uses;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that GraalVM compiles ahead of time. It makes programs for the machine that it runs on and no others.
 *
 * @see <a href="https://www.graalvm.org/latest/reference-manual/native-image/">Native Image</a>
 */
final class NativeImage {
    private NativeImage() {}

    /** GraalVM comes for these machines; it has ended its support of macOS on Intel. */
    static Optional<Recipe> recipe(Target target) {
        boolean arm = target.arch() == Arch.ARM64;
        boolean known = target.libc() != Libc.MUSL
                && switch (target.os()) {
                    case LINUX -> arm || target.arch() == Arch.AMD64;
                    case MACOS -> arm;
                    case WINDOWS -> target.arch() == Arch.AMD64;
                    case FREEBSD, OTHER -> false;
                };
        String runner = target.os() == Os.LINUX && arm
                ? "ubuntu-24.04-arm"
                : target.os().runner();
        return known
                ? Optional.of(new Recipe(
                        target.os().word() + "-" + target.arch().docker(),
                        "compiled by GraalVM on " + runner,
                        List.of(),
                        Map.of(),
                        Optional.of(runner)))
                : Optional.empty();
    }

    static Step setup(String java, ActionTable actions) {
        return Uses.action("Install GraalVM", actions.of("graalvm/setup-graalvm"))
                .with("distribution", "graalvm-community")
                .with("java-version", java);
    }

    /** Builds the jar and the executable, and compares what they say. */
    static List<Step> build(String executable, String jar, Variant variant) {
        String ending = variant.os().executable();
        return List.of(
                Run.script("Build", "mvn --batch-mode --no-transfer-progress -Pnative -DskipTests package"),
                Run.script("Compare the executable with the jar", Scripts.read("compare-native"))
                        .env("JAR", jar)
                        .env("EXECUTABLE", executable + ending)
                        .env("PROGRAM", "build/" + variant.name() + ending));
    }
}
