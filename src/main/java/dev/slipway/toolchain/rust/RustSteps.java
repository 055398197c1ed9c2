package dev.slipway.toolchain.rust;

import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.toolchain.Cell;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps that install Rust and build with it, one for each way of building that a job's variants need. */
final class RustSteps {
    private static final String UNIVERSAL = "universal";
    private static final String ZIG = ZigTool.WAY;

    private final Rust rust;
    private final Cell cell;

    RustSteps(Rust rust, Cell cell) {
        this.rust = rust;
        this.cell = cell;
    }

    List<Step> install() {
        Predicate<String> here = way -> !CrossTool.builds(way);
        List<Step> steps = new ArrayList<>();
        Run direct = Run.script("Install Rust", cell.container() ? Scripts.read("install-rustup") : rustup(targets()));
        cell.ways()
                .only(here, cell.ways().any(UNIVERSAL::equals) ? direct : direct.env("TARGET", cell.target()))
                .forEach(steps::add);
        cell.ways()
                .only(CrossTool::builds, Run.script("Install Rust for cross", rustup("")))
                .forEach(steps::add);
        cell.ways().words().stream()
                .filter(CrossTool::builds)
                .forEach(way ->
                        cell.ways().only(way::equals, CrossTool.install(way)).forEach(steps::add));
        cell.ways().only(ZIG::equals, ZigTool.install()).forEach(steps::add);
        return steps;
    }

    private String targets() {
        return cell.ways().any(UNIVERSAL::equals)
                ? " --target x86_64-apple-darwin,aarch64-apple-darwin"
                : " --target \"$TARGET\"";
    }

    private static String rustup(String targets) {
        return "rustup toolchain install \"$RUSTUP_TOOLCHAIN\" --profile minimal" + targets;
    }

    List<Step> build() {
        return Stream.of(
                        cell.ways().only(String::isEmpty, step("Build", cargo("cargo build", "\"$TARGET\""))),
                        cell.ways().only(CrossTool::builds, cross()),
                        cell.ways().only(ZIG::equals, zig()),
                        cell.ways().only(UNIVERSAL::equals, step(name("for both processors"), universal())))
                .flatMap(steps -> steps)
                .map(Step.class::cast)
                .toList();
    }

    private Run step(String name, String script) {
        Run step = Run.script(name, script).env("TARGET", cell.target());
        Optional<Run> withFeatures = cell.features()
                .filter(features -> !features.expressions().isEmpty())
                .map(features -> step.env("FEATURES", features));
        return withFeatures.orElse(step);
    }

    private String name(String how) {
        return cell.ways().words().size() == 1 ? "Build" : "Build " + how;
    }

    private Run cross() {
        Run step = step(name("with cross"), cargo("cross build", "\"$TARGET\""));
        List<String> variables = new ArrayList<>(cell.variables());
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
        if (cell.glibc().isEmpty()) {
            return step(name("with Zig"), cargo("cargo zigbuild", "\"$TARGET\""));
        }
        return step(name("with Zig"), cargo("cargo zigbuild", "\"$TARGET${GLIBC:+.$GLIBC}\""))
                .env("GLIBC", cell.glibc().get());
    }

    private String universal() {
        List<String> lines = new ArrayList<>();
        lines.add("for triple in x86_64-apple-darwin aarch64-apple-darwin; do");
        lines.add("  " + cargo("cargo build", "\"$triple\""));
        lines.add("done");
        String folder = rust.folder();
        lines.add("mkdir -p \"target/$TARGET/" + folder + "\"");
        for (String program : rust.programs(cell.name())) {
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
        rust.programs(cell.name()).forEach(program -> line.append(" --bin ").append(program));
        return line.append(rust.defaultFeatures() ? "" : " --no-default-features")
                .append(features())
                .toString();
    }

    private String features() {
        return cell.features()
                .map(features -> features.expressions().isEmpty()
                        ? features.source().isEmpty() ? "" : " --features " + features.source()
                        : " ${FEATURES:+--features \"$FEATURES\"}")
                .orElseGet(() -> rust.features().isEmpty() ? "" : " --features " + String.join(",", rust.features()));
    }
}
