package dev.slipway.toolchain.jvm;

import dev.slipway.config.Grammar;
import dev.slipway.facts.ActionTable;
import dev.slipway.facts.Libcs;
import dev.slipway.model.workflow.Uses;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that is shipped with the Java runtime that built it, as {@code jpackage} puts them together.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/jpackage.html">jpackage</a>
 */
public final class JavaRuntime {
    /** The newest release with long-term support. */
    public static final String LTS = "25";

    /** The release of a JDK; older ones have no {@code jpackage}. */
    public static final Grammar JAVA = new Grammar(
            "Java release",
            "Java releases",
            8,
            "1[7-9]|[2-9][0-9]",
            "the number of a release, at least 17: 'jpackage' and GraalVM need one, and it also compiles for older Java",
            "17");

    /** A jar, in whose name {@code *} may stand for the version. */
    public static final Grammar JAR = new Grammar(
            "jar",
            "jars",
            200,
            "(?!.*(^|/)\\.\\.?(/|$))[A-Za-z0-9_.][A-Za-z0-9_./-]*(\\*[A-Za-z0-9_.-]*){0,3}\\.jar",
            "the path of a jar below the repository, in whose name '*' may stand for the version",
            "target/otto.jar");

    private static final String DISTRIBUTION = "temurin";

    private JavaRuntime() {}

    /** What users get: a folder with a launcher in it. */
    public static Shipped shipped(String project) {
        return new Shipped(project, project + "/bin/" + project);
    }

    /** The runtime is the one of the machine that builds, so each architecture has its runner. */
    public static Optional<Recipe> recipe(Target target) {
        if (target.libc() != Libc.GNU || !List.of(Arch.AMD64, Arch.ARM64).contains(target.arch())) {
            return Optional.empty(); // on macOS jpackage makes a bundle for the desktop
        }
        String runner = target.arch() == Arch.ARM64 ? "ubuntu-24.04-arm" : "ubuntu-latest";
        return Optional.of(new Recipe(
                target.os().word() + "-" + target.arch().docker(),
                "native, on " + runner,
                List.of(),
                Map.of(),
                Optional.of(runner)));
    }

    /** That of the runtime and of the launcher which jpackage copies out of the JDK. */
    public static Optional<dev.slipway.facts.Libc> libc() {
        return Optional.of(Libcs.standard().ofTool(DISTRIBUTION));
    }

    public static Uses setup(String java, ActionTable actions) {
        return Uses.action("Install Java", actions.of("actions/setup-java"))
                .with("distribution", DISTRIBUTION)
                .with("java-version", java);
    }

    /** Shell that leaves the path of the one jar in {@code JAR}; nothing where the name is known without looking. */
    public static String find(String jar) {
        return jar.contains("*") ? Scripts.read("find-jar") + "\n\n" : "";
    }
}
