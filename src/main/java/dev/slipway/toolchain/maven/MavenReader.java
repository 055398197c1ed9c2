package dev.slipway.toolchain.maven;

import dev.slipway.config.Fields;
import dev.slipway.config.Grammar;

/** Reads what stands under {@code maven}. */
public final class MavenReader {
    /** The newest release with long-term support. */
    private static final String LTS = "25";

    private static final Grammar JAVA =
            new Grammar("Java release", "Java releases", 8, "[1-9][0-9]?", "the number of a release", "17");
    private static final Grammar JAR = new Grammar(
            "jar",
            "jars",
            200,
            "(?!.*(^|/)\\.\\.?(/|$))[A-Za-z0-9_.][A-Za-z0-9_./-]*\\.jar",
            "the path of a jar below the repository",
            "target/otto.jar");

    private static final Grammar EXECUTABLE = new Grammar(
            "executable",
            "executables",
            200,
            "(?!.*(^|/)\\.\\.?(/|$))(?!.*\\.exe$)[A-Za-z0-9_.][A-Za-z0-9_./-]*",
            "the path, without '.exe', of the executable that 'mvn -Pnative package' makes",
            "target/otto");

    private MavenReader() {}

    public static Maven read(Fields fields) {
        return new Maven(
                fields.text("java", JAVA).orElse(LTS),
                fields.text("jar", JAR),
                fields.text("native", EXECUTABLE),
                fields.flag("history").orElse(false));
    }
}
