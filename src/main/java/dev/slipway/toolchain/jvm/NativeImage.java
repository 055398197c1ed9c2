package dev.slipway.toolchain.jvm;

import dev.slipway.config.Grammar;
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
public final class NativeImage {
    private static final String ARGUMENT = "[A-Za-z0-9_./:=,@%+-]+";

    /** The path of an executable. */
    public static final Grammar EXECUTABLE = new Grammar(
            "executable",
            "executables",
            200,
            "(?!.*(^|/)\\.\\.?(/|$))(?!.*\\.exe$)[A-Za-z0-9_.][A-Za-z0-9_./-]*",
            "the path, without '.exe', of the executable that GraalVM compiles",
            "target/otto");

    /** The arguments of a run. */
    public static final Grammar RUN = new Grammar(
            "command line",
            "command lines",
            200,
            ARGUMENT + "( " + ARGUMENT + ")*",
            "the arguments of a run of the program, without quotes",
            "check --format json");

    /** The run by which a program is compared if the config lists none. */
    private static final List<String> VERSION = List.of("--version");

    private NativeImage() {}

    /** GraalVM comes for these machines; it has ended its support of macOS on Intel. */
    public static Optional<Recipe> recipe(Target target) {
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
                        "compiled by GraalVM",
                        List.of(),
                        Map.of(),
                        Optional.of(runner)))
                : Optional.empty();
    }

    public static Step setup(String java, ActionTable actions) {
        return Uses.action("Install GraalVM", actions.of("graalvm/setup-graalvm"))
                .with("distribution", "graalvm-community")
                .with("java-version", java);
    }

    /**
     * The step that compiles. An executable reads names of files in the character set of the locale that it was compiled
     * in, and a container has the locale of POSIX, which is ASCII.
     */
    public static Run build(String commands, Variant variant) {
        Run run = Run.script("Build", commands);
        return variant.os() == Os.LINUX ? run.env("LC_ALL", "C.UTF-8") : run;
    }

    /**
     * Compares what the executable prints with what a jar prints, and leaves it in the folder from which users get their files.
     *
     * @param runs the arguments of each run; empty for the usual one
     */
    public static Step compare(String executable, String jar, List<String> runs, Variant variant) {
        String ending = variant.os().executable();
        return Run.script("Compare the executable with the jar", JavaRuntime.find(jar) + Scripts.read("compare-native"))
                .env("JAR", jar)
                .env("EXECUTABLE", executable + ending)
                .env("PROGRAM", "build/" + variant.name() + ending)
                .env("RUNS", String.join("\n", runs.isEmpty() ? VERSION : runs));
    }
}
