package dev.slipway.toolchain.maven;

import dev.slipway.facts.ActionTable;
import dev.slipway.facts.Libcs;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.CiOffer;
import dev.slipway.toolchain.CiSetting;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.ManifestVersion;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.TagName;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.Toolchain;
import dev.slipway.toolchain.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a jar with Maven and ships it with the Java runtime that built it, as {@code jpackage} puts them together; or
 * ships the native executable that the project's profile {@code native} makes of it.
 *
 * @param java the release of the JDK, such as {@code 17}
 * @param jar the jar with a main class that the build makes; named after the project in {@code target} where absent
 * @param executable the native executable that the profile makes, without {@code .exe}; none where the jar is shipped
 * @param history whether the build describes the commit it is made from
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/jpackage.html">jpackage</a>
 */
public record Maven(String java, Optional<String> jar, Optional<String> executable, boolean history)
        implements Toolchain {
    /** The key of the config. */
    public static final String KEY = "maven";

    private static final String DISTRIBUTION = "temurin";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Java " + java + " with Maven" + (executable.isPresent() ? ", as a native executable" : "");
    }

    @Override
    public List<Shipped> shipped(String project) {
        return List.of(
                executable.isPresent() ? Shipped.file(project) : new Shipped(project, project + "/bin/" + project));
    }

    /** The runtime is the one of the machine that builds, so each architecture has its runner. */
    @Override
    public Optional<Recipe> recipe(Target target) {
        if (executable.isPresent()) {
            return NativeImage.recipe(target);
        }
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

    /** The runtime that is shipped was linked by its makers, with an old C library; an executable is linked here. */
    @Override
    public boolean linksLibc() {
        return executable.isPresent();
    }

    /** That of the runtime and of the launcher which jpackage copies out of the JDK. */
    @Override
    public Optional<dev.slipway.facts.Libc> brings(Recipe recipe) {
        return executable.isPresent()
                ? Optional.empty()
                : Optional.of(Libcs.standard().ofTool(DISTRIBUTION));
    }

    @Override
    public Map<String, Value> env() {
        return Map.of();
    }

    @Override
    public List<String> containerPackages() {
        return executable.isPresent()
                ? List.of("build-essential", "ca-certificates", "git", "maven", "zlib1g-dev")
                : List.of("binutils", "ca-certificates", "git", "maven");
    }

    @Override
    public List<Step> setup(Variant variant) {
        return List.of(
                executable.isPresent() ? NativeImage.setup(java, variant.actions()) : setupJava(variant.actions()));
    }

    @Override
    public List<Step> build(Variant variant) {
        String packed = jar.orElse("target/" + variant.name() + ".jar");
        if (executable.isPresent()) {
            return NativeImage.build(executable.get(), packed, variant);
        }
        return List.of(Run.script(
                        "Build",
                        "mvn --batch-mode --no-transfer-progress -DskipTests package\n\n"
                                + Scripts.read("package-java"))
                .env("JAR", packed)
                .env("NAME", variant.name()));
    }

    @Override
    public List<Text> outputs(Variant variant) {
        return List.of(Text.of("build/" + variant.name()
                + (executable.isPresent() ? variant.os().executable() : "")));
    }

    @Override
    public Optional<ManifestVersion> manifestVersion(String project, ActionTable actions) {
        return Optional.of(
                new ManifestVersion("pom.xml", List.of(setupJava(actions)), Scripts.read("maven-version"), Map.of()));
    }

    @Override
    public Optional<List<Step>> components(String project, TagName tag, ActionTable actions) {
        return Optional.of(
                List.of(setupJava(actions), Run.script("List the components", Scripts.read("maven-components"))));
    }

    @Override
    public List<CiOffer> ci() {
        return List.of(CiOffer.of("test", true, this::test));
    }

    @Override
    public List<Step> ciSetup(CiSetting setting) {
        return List.of(setupJava(setting.actions()).with("cache", "maven"));
    }

    @Override
    public List<String> buildFiles() {
        return List.of("**/pom.xml", ".mvn/**");
    }

    private JobBuilder test(CiSetting setting) {
        Expr<String> os = Expr.of("matrix", "os");
        JobBuilder job = Job.named("test")
                .name(Text.format("Build and test on %s", os))
                .runsOn(RunsOn.label(os))
                .permissions(CiSetting.READ)
                .timeoutMinutes(60)
                .matrix(setting.everyRunner());
        job.addAll(setting.startOnEach());
        job.addAll(ciSetup(setting));
        job.add(Run.script("Build and test", "mvn --batch-mode --no-transfer-progress verify"));
        return job;
    }

    private Uses setupJava(ActionTable actions) {
        return Uses.action("Install Java", actions.of("actions/setup-java"))
                .with("distribution", DISTRIBUTION)
                .with("java-version", java);
    }
}
