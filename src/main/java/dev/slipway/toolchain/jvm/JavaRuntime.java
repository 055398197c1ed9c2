package dev.slipway.toolchain.jvm;

import dev.slipway.config.Grammar;
import dev.slipway.facts.ActionTable;
import dev.slipway.facts.Libcs;
import dev.slipway.model.workflow.Uses;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that is shipped with a Java runtime of the JDK that built it.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/jlink.html">jlink</a>
 */
public final class JavaRuntime {
    /** The newest release with long-term support. */
    public static final String LTS = "25";

    /** The release of a JDK. */
    public static final Grammar JAVA = new Grammar(
            "Java release",
            "Java releases",
            8,
            "1[7-9]|[2-9][0-9]",
            "the number of a release, at least 17: it also compiles for older Java",
            "17");

    /** A jar, in whose name {@code *} may stand for the version. */
    public static final Grammar JAR = new Grammar(
            "jar",
            "jars",
            200,
            "(?!.*(^|/)\\.\\.?(/|$))[A-Za-z0-9_.][A-Za-z0-9_./-]*(\\*[A-Za-z0-9_.-]*){0,3}\\.jar",
            "the path of a jar below the repository, in whose name '*' matches the version",
            "target/otto.jar");

    private static final String DISTRIBUTION = "temurin";

    /** The first that Temurin has for Windows on ARM. */
    private static final int FIRST_ON_WINDOWS_ARM = 21;

    private JavaRuntime() {}

    /** What users get: a folder with a launcher in it. */
    public static Shipped shipped(String project) {
        return new Shipped(project, project + "/bin/" + project);
    }

    /** The runtime is of the machine that builds, so each system and architecture has its runner. */
    public static Optional<Recipe> recipe(String java, Target target) {
        boolean arm = target.arch() == Arch.ARM64;
        if (target.libc() == Libc.MUSL || !arm && target.arch() != Arch.AMD64) {
            return Optional.empty();
        }
        Optional<String> runner = switch (target.os()) {
            case LINUX -> Optional.of(arm ? "ubuntu-24.04-arm" : Os.LINUX.runner());
            case MACOS -> Optional.of(arm ? Os.MACOS.runner() : "macos-15-intel");
            case WINDOWS ->
                arm
                        ? Optional.of("windows-11-arm").filter(any -> Integer.parseInt(java) >= FIRST_ON_WINDOWS_ARM)
                        : Optional.of(Os.WINDOWS.runner());
            case FREEBSD, OTHER -> Optional.empty();
        };
        return runner.map(label ->
                new Recipe(target.os().word() + "-" + target.arch().docker(), "native", List.of(), Map.of(), runner));
    }

    /** That of the runtime. */
    public static Optional<dev.slipway.facts.Libc> libc() {
        return Optional.of(Libcs.standard().ofTool(DISTRIBUTION));
    }

    public static Uses setup(String java, ActionTable actions) {
        return Uses.action("Install Java", actions.of("actions/setup-java"))
                .with("distribution", DISTRIBUTION)
                .with("java-version", java);
    }

    /** Shell that leaves the path of the one jar in {@code JAR}; nothing if the name is known without looking. */
    public static String find(String jar) {
        return jar.contains("*") ? Scripts.read("find-jar") + "\n\n" : "";
    }
}
