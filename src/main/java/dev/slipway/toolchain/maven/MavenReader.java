package dev.slipway.toolchain.maven;

import dev.slipway.config.Fields;
import dev.slipway.toolchain.jvm.JavaRuntime;
import dev.slipway.toolchain.jvm.NativeImage;

/** Reads what stands under {@code maven}. */
public final class MavenReader {
    private MavenReader() {}

    public static Maven read(Fields fields) {
        return new Maven(
                fields.text("java", JavaRuntime.JAVA).orElse(JavaRuntime.LTS),
                fields.text("jar", JavaRuntime.JAR),
                fields.text("native", NativeImage.EXECUTABLE),
                fields.flag("history").orElse(false));
    }
}
