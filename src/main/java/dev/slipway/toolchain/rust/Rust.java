package dev.slipway.toolchain.rust;

import dev.slipway.config.Grammar;
import dev.slipway.facts.ActionTable;
import dev.slipway.facts.Libc;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import dev.slipway.toolchain.CiOffer;
import dev.slipway.toolchain.CiSetting;
import dev.slipway.toolchain.ManifestVersion;
import dev.slipway.toolchain.PackageRegistry;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Request;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.SourceRule;
import dev.slipway.toolchain.TagName;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.TargetSupport;
import dev.slipway.toolchain.Toolchain;
import dev.slipway.toolchain.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Builds with Cargo.
 *
 * @param toolchain what rustup installs: a version, {@code stable}, {@code beta} or {@code nightly}
 * @param packageName the package to build; what Cargo takes by default if absent
 * @param bins the programs to ship; the project's name if empty
 * @param features features to switch on
 * @param defaultFeatures whether default features stay on
 * @param locked whether {@code Cargo.lock} is committed and has to be up to date
 * @param history whether the build describes the commit it is made from
 * @param rustVersion the oldest Rust that the project promises to build with
 * @param profile the profile of Cargo to build releases with; {@code release} if absent
 * @param testFlags what the tests of CI look at beyond what Cargo takes by default
 * @param clippyFlags the same of Clippy
 */
public record Rust(
        String toolchain,
        Optional<String> packageName,
        List<String> bins,
        List<String> features,
        boolean defaultFeatures,
        boolean locked,
        boolean history,
        Optional<String> rustVersion,
        Optional<String> profile,
        List<String> testFlags,
        List<String> clippyFlags)
        implements Toolchain {

    /** The key of the config. */
    public static final String KEY = "rust";

    /** The targets that Rust knows by its own names, in addition to the words that every toolchain knows. */
    public static final Grammar TRIPLE = RustTriple.GRAMMAR;

    private static final String FEATURES = "--(all-features|no-default-features|features=.*)";

    public Rust {
        bins = List.copyOf(bins);
        features = List.copyOf(features);
        testFlags = List.copyOf(testFlags);
        clippyFlags = List.copyOf(clippyFlags);
    }

    /** Reads the word of a target or a triple, as configs may write them. */
    public static Optional<Target> reads(String word) {
        return Target.of(word).or(() -> RustTriple.read(word));
    }

    /** What Rust calls a target. */
    public static String triple(Target target) {
        return RustTriple.of(target);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Rust " + toolchain;
    }

    @Override
    public List<Shipped> shipped(String project) {
        return programs(project).stream().map(Shipped::file).toList();
    }

    List<String> programs(String project) {
        return bins.isEmpty() ? List.of(project) : bins;
    }

    @Override
    public Optional<Recipe> recipe(Target target) {
        return recipe(Request.plain("", target)).fold(Optional::of, refusal -> Optional.empty());
    }

    @Override
    public TargetSupport recipe(Request request) {
        return RustTarget.recipe(request);
    }

    @Override
    public Optional<Target> target(String word) {
        return reads(word);
    }

    @Override
    public Optional<String> versionVariable() {
        return Optional.of("RUSTUP_TOOLCHAIN");
    }

    @Override
    public Optional<List<String>> featureSet() {
        return Optional.of(features);
    }

    @Override
    public boolean linksLibc() {
        return true;
    }

    @Override
    public Optional<Libc> brings(Recipe recipe) {
        return ZigTool.links(recipe);
    }

    @Override
    public Map<String, Value> env() {
        Map<String, Value> env = new LinkedHashMap<>();
        env.put("CARGO_TERM_COLOR", Value.of("always"));
        env.put("RUSTUP_TOOLCHAIN", Value.of(toolchain));
        return env;
    }

    @Override
    public List<String> containerPackages() {
        return List.of("build-essential", "ca-certificates", "curl", "git", "pkg-config");
    }

    @Override
    public List<Step> setup(Variant variant) {
        List<Step> steps = new ArrayList<>();
        if (history) {
            steps.add(Run.script("Describe the commit", Scripts.read("describe-commit"))
                    .comment("Build scripts can read the version from it, even if they have no Git."));
        }
        steps.addAll(new RustSteps(this, variant).install());
        return steps;
    }

    @Override
    public List<Step> build(Variant variant) {
        return new RustSteps(this, variant).build();
    }

    @Override
    public List<Text> outputs(Variant variant) {
        return programs(variant.name()).stream()
                .map(program -> Text.of("target/")
                        .plus(variant.target())
                        .plus(Text.of(
                                "/" + folder() + "/" + program + variant.os().executable())))
                .toList();
    }

    @Override
    public Optional<ManifestVersion> manifestVersion(String project, ActionTable actions) {
        return Optional.of(
                new ManifestVersion("Cargo.toml", List.of(install()), Scripts.read("cargo-version"), crate(project)));
    }

    @Override
    public Optional<List<Step>> components(String project, TagName tag, ActionTable actions) {
        String metadata = "cargo metadata --format-version 1" + lock() + featureFlags() + " > metadata.json\n";
        Run list = Run.script("List the components", metadata + Scripts.read("cargo-components"));
        Run named = packageName
                .map(name -> list.env("PACKAGE", name))
                .orElseGet(() -> list.env("PROGRAMS", String.join("\n", programs(project))));
        return Optional.of(List.of(install(), named));
    }

    /** Enough of Rust to read manifests with. */
    private static Step install() {
        return Run.script("Install Rust", "rustup toolchain install \"$RUSTUP_TOOLCHAIN\" --profile minimal");
    }

    /** The package by its name, or by the program that it makes. */
    private Map<String, String> crate(String project) {
        return packageName
                .map(name -> Map.of("PACKAGE", name))
                .orElseGet(() -> Map.of("PROGRAM", programs(project).get(0)));
    }

    /** Whether {@code cross} builds a target. */
    public static boolean byCross(Recipe recipe) {
        return CrossTool.builds(recipe.way());
    }

    @Override
    public List<CiOffer> ci() {
        return new RustCi(this).offers();
    }

    @Override
    public List<Step> ciSetup(CiSetting setting) {
        return List.of(RustCi.install(), RustCi.cache(setting));
    }

    @Override
    public Optional<SourceRule> sourceRule(List<Recipe> recipes) {
        return recipes.stream().anyMatch(RustTarget::crossLinked)
                ? Optional.of(new SourceRule(
                        "Cargo.toml",
                        "selects rustls-tls, not native-tls, for crates that use TLS",
                        "Use rustls-tls instead of native-tls in crates such as reqwest. native-tls links OpenSSL, "
                                + "and OpenSSL does not cross-compile without its headers and libraries for the target. "
                                + "The command slipway doctor checks for this."))
                : Optional.empty();
    }

    @Override
    public List<String> buildFiles() {
        return List.of(
                "**/Cargo.toml",
                "**/Cargo.lock",
                "**/build.rs",
                "rust-toolchain",
                "rust-toolchain.toml",
                ".cargo/**",
                "Cross.toml");
    }

    @Override
    public Optional<Text> outDir(Variant variant) {
        return Optional.of(Text.of("target/").plus(variant.target()).plus(Text.of("/" + folder() + "/build/*/out")));
    }

    /** The folder below that of the target in which Cargo leaves what it builds. */
    public String folder() {
        return profile.orElse("release");
    }

    String profileFlag() {
        return profile.map(name -> " --profile " + name).orElse(" --release");
    }

    @Override
    public Optional<PackageRegistry> registry(PackageRegistry.Publication publication) {
        return Optional.of(new CratesIo(this, publication).registry());
    }

    String lock() {
        return locked ? " --locked" : "";
    }

    /** The flags of a check; without features in them, it uses those of the release. */
    String checkFlags(List<String> flags) {
        boolean own = flags.stream().anyMatch(flag -> flag.matches(FEATURES));
        return (own ? "" : featureFlags())
                + flags.stream().map(flag -> " " + flag).collect(Collectors.joining());
    }

    String featureFlags() {
        String chosen = features.isEmpty() ? "" : " --features " + String.join(",", features);
        return (defaultFeatures ? "" : " --no-default-features") + chosen;
    }
}
