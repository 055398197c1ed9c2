package dev.slipway.toolchain.gradle;

import dev.slipway.config.Fields;
import dev.slipway.config.Grammar;
import dev.slipway.toolchain.gradle.Gradle.Kind;
import dev.slipway.toolchain.gradle.Gradle.Made;
import dev.slipway.toolchain.jvm.JavaBundle;
import dev.slipway.toolchain.jvm.JavaRuntime;
import dev.slipway.toolchain.jvm.NativeImage;
import java.util.List;
import java.util.Optional;

/** Reads the key {@code gradle}. */
public final class GradleReader {
    private static final Grammar TASK = new Grammar(
            "task",
            "tasks",
            200,
            "(:?[A-Za-z_][A-Za-z0-9_.-]*)+",
            "the path of a task, such as 'installDist' or ':cli:shadowJar'",
            ":cli:installDist");
    private static final Grammar FOLDER = new Grammar(
            "folder",
            "folders",
            200,
            "(?!.*(^|/)\\.\\.?(/|$))[A-Za-z0-9_.][A-Za-z0-9_./-]*",
            "the path of the folder below the repository that 'installDist' creates",
            "build/install/otto");

    private GradleReader() {}

    public static Gradle read(Fields fields) {
        Optional<String> task = fields.text("task", TASK);
        Optional<String> installed = fields.text("installed", FOLDER);
        Optional<String> jar = fields.text("jar", JavaRuntime.JAR);
        Optional<String> compiled = fields.text("native", NativeImage.EXECUTABLE);
        List<String> several = new java.util.ArrayList<>();
        installed.ifPresent(any -> several.add("installed"));
        jar.ifPresent(any -> several.add("jar"));
        compiled.ifPresent(any -> several.add("native"));
        several.stream()
                .skip(1)
                .forEach(key -> fields.report(
                        fields.at(key).key(),
                        "'" + several.get(0) + "' and '" + key
                                + "' cannot be combined: a task creates only one of them",
                        "keep the one to ship"));
        Made made = compiled.isPresent()
                ? new Made(Kind.NATIVE, compiled)
                : jar.isPresent() ? new Made(Kind.JAR, jar) : new Made(Kind.INSTALLED, installed);
        return new Gradle(
                JavaBundle.read(fields, compiled.isPresent()),
                task.orElse(usual(made.kind())),
                made,
                fields.flag("history").orElse(false));
    }

    private static String usual(Kind kind) {
        return switch (kind) {
            case INSTALLED -> "installDist";
            case JAR -> "shadowJar";
            case NATIVE -> "nativeCompile";
        };
    }
}
