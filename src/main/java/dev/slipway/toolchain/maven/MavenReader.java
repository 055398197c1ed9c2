package dev.slipway.toolchain.maven;

import dev.slipway.config.Fields;
import dev.slipway.config.Grammar;
import dev.slipway.toolchain.jvm.JavaRuntime;
import dev.slipway.toolchain.jvm.NativeImage;

/** Reads what stands under {@code maven}. */
public final class MavenReader {
    private static final Grammar PROFILE = new Grammar(
            "profile", "profiles", 64, "[A-Za-z0-9_][A-Za-z0-9_.-]*", "the id of a profile of the POM", "assembly");

    private MavenReader() {}

    public static Maven read(Fields fields) {
        return new Maven(
                fields.text("java", JavaRuntime.JAVA).orElse(JavaRuntime.LTS),
                fields.text("jar", JavaRuntime.JAR),
                fields.text("native", NativeImage.EXECUTABLE),
                fields.texts("profiles", PROFILE),
                fields.flag("history").orElse(false));
    }
}
