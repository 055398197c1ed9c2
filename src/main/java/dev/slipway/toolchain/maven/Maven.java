package dev.slipway.toolchain.maven;

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
import java.util.stream.Stream;

/**
 * Builds a jar with Maven and ships it with its own Java runtime; or ships the native executable that the project's
 * profile {@code native} makes of it.
 *
 * @param bundle what users get along with the jar
 * @param jar the jar with a main class that the build makes; named after the project in {@code target} if absent; {@code *} in its name stands for the version
 * @param executable the native executable that the profile makes, without {@code .exe}; none if the jar is shipped
 * @param runs the arguments of runs in which the executable has to print what the jar prints; empty for the usual one
 * @param profiles what the build of a release switches on
 * @param history whether the build describes the commit it is made from
 */
public record Maven(
        JavaBundle bundle,
        Optional<String> jar,
        Optional<String> executable,
        List<String> runs,
        List<String> profiles,
        boolean history)
        implements Toolchain {
    /** The key of the config. */
    public static final String KEY = "maven";

    public Maven {
        runs = List.copyOf(runs);
        profiles = List.copyOf(profiles);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Java " + bundle.java() + " with Maven" + (executable.isPresent() ? ", as a native executable" : "");
    }

    @Override
    public List<Shipped> shipped(String project) {
        return List.of(executable.isPresent() ? Shipped.file(project) : JavaRuntime.shipped(project));
    }

    @Override
    public Optional<Recipe> recipe(Target target) {
        return executable.isPresent() ? NativeImage.recipe(target) : JavaRuntime.recipe(bundle.java(), target);
    }

    /** The runtime that is shipped was linked by its makers, with an old C library; an executable is linked here. */
    @Override
    public boolean linksLibc() {
        return executable.isPresent();
    }

    @Override
    public Optional<dev.slipway.facts.Libc> brings(Recipe recipe) {
        return executable.isPresent() ? Optional.empty() : JavaRuntime.libc();
    }

    @Override
    public boolean startsByShell() {
        return executable.isEmpty();
    }

    @Override
    public List<String> containerPackages() {
        return executable.isPresent()
                ? List.of("build-essential", "ca-certificates", "git", "maven", "zlib1g-dev")
                : List.of("ca-certificates", "git", "maven", "unzip");
    }

    @Override
    public List<Step> setup(Variant variant) {
        return List.of(
                executable.isPresent()
                        ? NativeImage.setup(bundle.java(), variant.actions())
                        : JavaRuntime.setup(bundle.java(), variant.actions()));
    }

    @Override
    public List<Step> build(Variant variant) {
        String packed = jar.orElse("target/" + variant.name() + ".jar");
        if (executable.isPresent()) {
            return List.of(
                    NativeImage.build(command("native"), variant),
                    NativeImage.compare(executable.get(), packed, runs, variant));
        }
        String place = JavaRuntime.find(packed) + Scripts.read("package-java");
        return bundle.steps(command(), place, "JAR", packed, variant);
    }

    private String command(String... first) {
        List<String> all =
                Stream.concat(Stream.of(first), profiles.stream()).distinct().toList();
        return "mvn --batch-mode --no-transfer-progress " + (all.isEmpty() ? "" : "-P" + String.join(",", all) + " ")
                + "-DskipTests package";
    }

    @Override
    public List<Text> outputs(Variant variant) {
        return List.of(Text.of("build/" + variant.name()
                + (executable.isPresent() ? variant.os().executable() : "")));
    }

    @Override
    public Optional<ManifestVersion> manifestVersion(String project, ActionTable actions) {
        return Optional.of(new ManifestVersion(
                "pom.xml",
                List.of(JavaRuntime.setup(bundle.java(), actions)),
                Scripts.read("maven-version"),
                Map.of()));
    }

    @Override
    public Optional<List<Step>> components(String project, TagName tag, ActionTable actions) {
        return Optional.of(List.of(
                JavaRuntime.setup(bundle.java(), actions),
                Run.script("List the components", Scripts.read("maven-components"))));
    }

    @Override
    public List<CiOffer> ci() {
        return List.of(CiOffer.of("test", true, this::test));
    }

    @Override
    public List<Step> ciSetup(CiSetting setting) {
        return List.of(JavaRuntime.setup(bundle.java(), setting.actions()).with("cache", "maven"));
    }

    @Override
    public List<String> buildFiles() {
        return List.of("**/pom.xml", ".mvn/**");
    }

    private JobBuilder test(CiSetting setting) {
        return setting.onEach("test", "Build and test on %s")
                .addAll(ciSetup(setting))
                .add(Run.script("Build and test", "mvn --batch-mode --no-transfer-progress verify"));
    }
}
