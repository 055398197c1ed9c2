package dev.slipway.toolchain.maven;

import dev.slipway.config.Fields;
import dev.slipway.config.Grammar;
import dev.slipway.toolchain.jvm.JavaBundle;
import dev.slipway.toolchain.jvm.JavaRuntime;
import dev.slipway.toolchain.jvm.NativeImage;
import java.util.List;
import java.util.Optional;

/** Reads the key {@code maven}. */
public final class MavenReader {
    private static final Grammar PROFILE = new Grammar(
            "profile", "profiles", 64, "[A-Za-z0-9_][A-Za-z0-9_.-]*", "the id of a profile of the POM", "assembly");

    private MavenReader() {}

    public static Maven read(Fields fields) {
        Optional<String> executable = fields.text("native", NativeImage.EXECUTABLE);
        List<String> runs = fields.texts("compare", NativeImage.RUN);
        if (executable.isEmpty() && !runs.isEmpty()) {
            fields.report(
                    fields.at("compare").key(),
                    "'compare' needs 'native': without an executable, there is nothing to compare with the jar",
                    "remove 'compare'");
        }
        return new Maven(
                JavaBundle.read(fields, executable.isPresent()),
                fields.text("jar", JavaRuntime.JAR),
                executable,
                runs,
                fields.texts("profiles", PROFILE),
                fields.flag("history").orElse(false));
    }
}
