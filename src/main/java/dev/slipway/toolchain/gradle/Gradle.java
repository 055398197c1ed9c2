package dev.slipway.toolchain.gradle;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.toolchain.CiOffer;
import dev.slipway.toolchain.CiSetting;
import dev.slipway.toolchain.ManifestVersion;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.TagName;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.Toolchain;
import dev.slipway.toolchain.Variant;
import dev.slipway.toolchain.jvm.JavaBundle;
import dev.slipway.toolchain.jvm.JavaRuntime;
import dev.slipway.toolchain.jvm.NativeImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a program with the Gradle wrapper and ships it with its own Java runtime; or ships the native executable
 * that GraalVM's plugin makes of it.
 *
 * @param bundle what users get along with the jars
 * @param task the task that makes the program, such as {@code :cli:installDist}
 * @param made what it makes, and where
 * @param history whether the build describes the commit it is made from
 * @see <a href="https://docs.gradle.org/current/userguide/application_plugin.html">The Application Plugin</a>
 */
public record Gradle(JavaBundle bundle, String task, Made made, boolean history) implements Toolchain {
    /** The key of the config. */
    public static final String KEY = "gradle";

    private static final String WRAPPER = "./gradlew --no-daemon --console=plain ";

    /** What a task makes. */
    public enum Kind {
        /** The folder of the application plugin: start scripts and jars. */
        INSTALLED,
        /** One jar with everything in it and a main class in its manifest. */
        JAR,
        /** An executable that GraalVM compiles. */
        NATIVE
    }

    /**
     * What a task makes.
     *
     * @param path where, below the repository; a name of the plugin's own choice if absent
     */
    public record Made(Kind kind, Optional<String> path) {
        boolean compiled() {
            return kind == Kind.NATIVE;
        }

        String at(String project) {
            return path.orElse("build/install/" + project);
        }
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Java " + bundle.java() + " with Gradle" + (made.compiled() ? ", as a native executable" : "");
    }

    @Override
    public List<Shipped> shipped(String project) {
        return List.of(made.compiled() ? Shipped.file(project) : JavaRuntime.shipped(project));
    }

    @Override
    public Optional<Recipe> recipe(Target target) {
        return made.compiled() ? NativeImage.recipe(target) : JavaRuntime.recipe(bundle.java(), target);
    }

    /** The runtime that is shipped was linked by its makers, with an old C library; an executable is linked here. */
    @Override
    public boolean linksLibc() {
        return made.compiled();
    }

    @Override
    public Optional<dev.slipway.facts.Libc> brings(Recipe recipe) {
        return made.compiled() ? Optional.empty() : JavaRuntime.libc();
    }

    @Override
    public boolean startsByShell() {
        return !made.compiled();
    }

    @Override
    public List<String> containerPackages() {
        return made.compiled()
                ? List.of("build-essential", "ca-certificates", "git", "zlib1g-dev")
                : List.of("ca-certificates", "git", "unzip");
    }

    @Override
    public List<Step> setup(Variant variant) {
        return List.of(
                made.compiled()
                        ? NativeImage.setup(bundle.java(), variant.actions())
                        : JavaRuntime.setup(bundle.java(), variant.actions()));
    }

    @Override
    public List<Step> build(Variant variant) {
        String build = WRAPPER + task;
        String place = made.at(variant.name());
        return switch (made.kind()) {
            case INSTALLED -> bundle.steps(build, Scripts.read("package-installed"), "INSTALLED", place, variant);
            case JAR ->
                bundle.steps(build, JavaRuntime.find(place) + Scripts.read("package-java"), "JAR", place, variant);
            case NATIVE -> {
                String ending = variant.os().executable();
                yield List.of(NativeImage.build(build + "\n\n" + Scripts.read("take-native"), variant)
                        .env("EXECUTABLE", place + ending)
                        .env("PROGRAM", "build/" + variant.name() + ending));
            }
        };
    }

    @Override
    public List<Text> outputs(Variant variant) {
        return List.of(Text.of(
                "build/" + variant.name() + (made.compiled() ? variant.os().executable() : "")));
    }

    @Override
    public Optional<ManifestVersion> manifestVersion(String project, ActionTable actions) {
        return Optional.of(new ManifestVersion(
                "the Gradle build",
                List.of(JavaRuntime.setup(bundle.java(), actions)),
                Scripts.read("gradle-version"),
                Map.of("PROJECT", project())));
    }

    /** The path of the project whose task it is; empty for the root. */
    private String project() {
        return task.contains(":") ? task.substring(0, task.lastIndexOf(':')) : "";
    }

    /** By a task of ours that an init script adds: Gradle itself prints dependencies for people only. */
    @Override
    public Optional<List<Step>> components(String name, TagName tag, ActionTable actions) {
        return Optional.of(List.of(
                JavaRuntime.setup(bundle.java(), actions),
                Run.script("List the components", Scripts.read("gradle-components"))
                        .env("PROJECT", project())));
    }

    @Override
    public List<CiOffer> ci() {
        return List.of(
                CiOffer.of(
                        "test",
                        true,
                        setting -> job("test", "Build and test on %s", "Build and test", "build", setting)),
                CiOffer.of("build", false, setting -> job("build", "Build on %s", "Build", "assemble", setting)));
    }

    @Override
    public List<Step> ciSetup(CiSetting setting) {
        return List.of(JavaRuntime.setup(bundle.java(), setting.actions()).with("cache", "gradle"));
    }

    @Override
    public List<String> buildFiles() {
        return List.of("**/*.gradle", "**/*.gradle.kts", "**/gradle.properties", "gradle/**", "gradlew");
    }

    private JobBuilder job(String id, String name, String step, String lifecycle, CiSetting setting) {
        return setting.onEach(id, name).addAll(ciSetup(setting)).add(Run.script(step, WRAPPER + lifecycle));
    }
}
