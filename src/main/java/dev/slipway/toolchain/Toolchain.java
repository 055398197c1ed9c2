package dev.slipway.toolchain;

import dev.slipway.config.BuildMethod;
import dev.slipway.config.ToolchainSettings;
import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the programs of one language are built and tested: everything that the rest of Slipway does not know of it. */
public interface Toolchain extends ToolchainSettings {
    /** The key of the config that chooses it, such as {@code rust}. */
    String key();

    /** The toolchain with its version, for people: {@code Rust 1.94.0}. */
    String title();

    /** What a build gives to users, for a project of this name. */
    List<Shipped> shipped(String project);

    /** Reads the word of a target; toolchains that have words of their own read those, too. */
    default Optional<Target> target(String word) {
        return Target.of(word);
    }

    /** How to build for a target about which nothing else is said; nothing if the toolchain cannot. */
    Optional<Recipe> recipe(Target target);

    /** How to build for a target as a config wants it. A toolchain without a choice of methods knows the native one. */
    default TargetSupport recipe(Request request) {
        Optional<BuildMethod> other = request.method().filter(method -> method.kind() != BuildMethod.Kind.NATIVE);
        if (other.isPresent()) {
            return new Refusal(
                    "build",
                    title() + " has no build method '" + other.get().word() + "'",
                    "remove 'build': there is only one build method");
        }
        if (request.glibc().isPresent()) {
            return new Refusal("glibc", title() + " cannot link with an older C library", "remove 'glibc'");
        }
        return recipe(request.target()).<TargetSupport>map(recipe -> recipe).orElseGet(() -> unbuilt(request));
    }

    /** Why there is no recipe for a target. */
    default Refusal unbuilt(Request request) {
        return new Refusal("", title() + " cannot build for '" + request.word() + "'", "remove the target");
    }

    /** The variable that chooses the version of the toolchain, if targets may have different ones. */
    default Optional<String> versionVariable() {
        return Optional.empty();
    }

    /** The features that targets have if they name none; nothing if there is no such thing. */
    default Optional<List<String>> featureSet() {
        return Optional.empty();
    }

    /** Where build scripts leave files for users, as a file pattern; nothing if there is no such place. */
    default Optional<Text> outDir(Variant variant) {
        return Optional.empty();
    }

    /** Whether programs are linked with the C library of the system that builds them. */
    boolean linksLibc();

    /** The C library that a build links with on any machine, if its method provides one. */
    default Optional<dev.slipway.facts.Libc> brings(Recipe recipe) {
        return Optional.empty();
    }

    /** Whether everything that a build needs is known, so that it also runs in a bare container. */
    default boolean runsInBareContainer() {
        return true;
    }

    /** Whether programs are whole in themselves, and run even if there is no C library. */
    default boolean standsAlone() {
        return false;
    }

    /** Whether what people start is a shell script, which some images cannot run. */
    default boolean startsByShell() {
        return false;
    }

    /** Whether builds look at the history of the repository, such as its newest tag. */
    boolean history();

    /** Variables for every job. */
    default Map<String, Value> env() {
        return Map.of();
    }

    /** The Debian packages that a bare container lacks for a build. */
    List<String> containerPackages();

    /** The steps that install the toolchain for a variant. */
    List<Step> setup(Variant variant);

    /** The steps that build a variant. */
    List<Step> build(Variant variant);

    /** Where the build leaves what users get, in the order of {@link #shipped}. */
    List<Text> outputs(Variant variant);

    /** How to read the version out of the sources, for a project of this name; nothing if only the tag has one. */
    default Optional<ManifestVersion> manifestVersion(String project, ActionTable actions) {
        return Optional.empty();
    }

    /** What to do about it if the sources have no version. */
    default String versionAdvice() {
        return "remove the key: the tag is the version";
    }

    /**
     * The steps that list what a release of a project of this name is made of, in a file {@code components.json} with a {@code root}
     * and {@code components}, each with {@code id}, {@code name}, {@code version}, {@code license}, {@code purl} and
     * {@code needs}. Nothing if nobody can tell.
     */
    default Optional<List<Step>> components(String project, TagName tag, ActionTable actions) {
        return Optional.empty();
    }

    /** The jobs that it has for testing changes, in the order in which they are listed. */
    List<CiOffer> ci();

    /** The steps that make a machine ready to build and test in CI, caches included. */
    List<Step> ciSetup(CiSetting setting);

    /** The registry of the language, and how something is published there; nothing if there is none. */
    default Optional<PackageRegistry> registry(PackageRegistry.Publication publication) {
        return Optional.empty();
    }

    /** What the sources must keep to so that these builds link; nothing if nothing special is needed. */
    default Optional<SourceRule> sourceRule(List<Recipe> recipes) {
        return Optional.empty();
    }

    /** The files whose change may break a build: patterns as Git's {@code :(glob)} reads them. */
    List<String> buildFiles();
}
