package dev.slipway.toolchain.rust;

import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps that install Rust and build with it, one for each method of building that a job's variants need. */
final class RustSteps {
    private static final String UNIVERSAL = "universal";
    private static final String ZIG = ZigTool.WAY;

    private final Rust rust;
    private final Variant variant;

    RustSteps(Rust rust, Variant variant) {
        this.rust = rust;
        this.variant = variant;
    }

    List<Step> install() {
        Predicate<String> here = method -> !CrossTool.builds(method);
        List<Step> steps = new ArrayList<>();
        Run direct =
                Run.script("Install Rust", variant.container() ? Scripts.read("install-rustup") : rustup(targets()));
        variant.methods()
                .only(here, variant.methods().any(UNIVERSAL::equals) ? direct : direct.env("TARGET", variant.target()))
                .forEach(steps::add);
        variant.methods()
                .only(CrossTool::builds, Run.script("Install Rust for cross", rustup("")))
                .forEach(steps::add);
        variant.methods().words().stream()
                .filter(CrossTool::builds)
                .forEach(method -> variant.methods()
                        .only(method::equals, CrossTool.install(method))
                        .forEach(steps::add));
        variant.methods().only(ZIG::equals, ZigTool.install()).forEach(steps::add);
        return steps;
    }

    private String targets() {
        return variant.methods().any(UNIVERSAL::equals)
                ? " --target x86_64-apple-darwin,aarch64-apple-darwin"
                : " --target \"$TARGET\"";
    }

    private static String rustup(String targets) {
        return "rustup toolchain install \"$RUSTUP_TOOLCHAIN\" --profile minimal" + targets;
    }

    List<Step> build() {
        return Stream.of(
                        variant.methods().only(String::isEmpty, step("Build", cargo("cargo build", "\"$TARGET\""))),
                        variant.methods().only(CrossTool::builds, cross()),
                        variant.methods().only(ZIG::equals, zig()),
                        variant.methods().only(UNIVERSAL::equals, step(name("for both processors"), universal())))
                .flatMap(steps -> steps)
                .map(Step.class::cast)
                .toList();
    }

    private Run step(String name, String script) {
        Run step = Run.script(name, script).env("TARGET", variant.target());
        Optional<Run> withFeatures = variant.features()
                .filter(features -> !features.expressions().isEmpty())
                .map(features -> step.env("FEATURES", features));
        return withFeatures.orElse(step);
    }

    private String name(String how) {
        return variant.methods().words().size() == 1 ? "Build" : "Build " + how;
    }

    private Run cross() {
        Run step = step(name("with cross"), cargo("cross build", "\"$TARGET\""));
        List<String> variables = new ArrayList<>(variant.variables());
        if (rust.history()) {
            variables.add("GIT_DESCRIBE");
        }
        return variables.isEmpty()
                ? step
                : step.env(
                        "CROSS_BUILD_ENV_PASSTHROUGH",
                        variables.stream().distinct().collect(Collectors.joining(" ")));
    }

    private Run zig() {
        if (variant.glibc().isEmpty()) {
            return step(name("with Zig"), cargo("cargo zigbuild", "\"$TARGET\""));
        }
        return step(name("with Zig"), cargo("cargo zigbuild", "\"$TARGET${GLIBC:+.$GLIBC}\""))
                .env("GLIBC", variant.glibc().get());
    }

    private String universal() {
        List<String> lines = new ArrayList<>();
        lines.add("for triple in x86_64-apple-darwin aarch64-apple-darwin; do");
        lines.add("  " + cargo("cargo build", "\"$triple\""));
        lines.add("done");
        String folder = rust.folder();
        lines.add("mkdir -p \"target/$TARGET/" + folder + "\"");
        for (String program : rust.programs(variant.name())) {
            lines.add("lipo -create -output \"target/$TARGET/" + folder + "/" + program
                    + "\" target/{x86_64,aarch64}-apple-darwin/" + folder + "/" + program);
        }
        lines.add("cp -R target/aarch64-apple-darwin/" + folder + "/build \"target/$TARGET/" + folder + "/\"");
        return String.join("\n", lines);
    }

    private String cargo(String command, String target) {
        StringBuilder line = new StringBuilder(command + rust.profileFlag()).append(rust.lock());
        line.append(" --target ").append(target);
        rust.packageName().ifPresent(name -> line.append(" --package ").append(name));
        rust.programs(variant.name()).forEach(program -> line.append(" --bin ").append(program));
        return line.append(rust.defaultFeatures() ? "" : " --no-default-features")
                .append(features())
                .toString();
    }

    private String features() {
        return variant.features()
                .map(features -> features.expressions().isEmpty()
                        ? features.source().isEmpty() ? "" : " --features " + features.source()
                        : " ${FEATURES:+--features \"$FEATURES\"}")
                .orElseGet(() -> rust.features().isEmpty() ? "" : " --features " + String.join(",", rust.features()));
    }
}
