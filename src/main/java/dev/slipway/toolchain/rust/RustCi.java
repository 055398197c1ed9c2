package dev.slipway.toolchain.rust;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.toolchain.CiOffer;
import dev.slipway.toolchain.CiSetting;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Tools;
import java.util.List;

/** The jobs that test every change of a Rust project. */
record RustCi(Rust rust) {
    private static final String INSTALL = "rustup toolchain install \"$RUSTUP_TOOLCHAIN\" --profile minimal";
    private static final int SHORT = 15;
    private static final int MEDIUM = 30;
    private static final int LONG = 60;

    List<CiOffer> offers() {
        return List.of(
                CiOffer.of("lint", true, this::lint),
                CiOffer.of("fmt", false, this::fmt),
                CiOffer.of("clippy", false, this::clippy),
                CiOffer.of("test", true, this::test),
                CiOffer.of("nextest", false, this::nextest),
                CiOffer.of("build", false, this::buildOnly),
                msrv(),
                CiOffer.of("docs", false, this::docs),
                CiOffer.of("deny", false, this::deny),
                CiOffer.of("audit", false, this::audit),
                CiOffer.of("coverage", false, this::coverage));
    }

    static Step install() {
        return Run.script("Install Rust", INSTALL);
    }

    private static Step install(String components) {
        return Run.script("Install Rust", INSTALL + " --component " + components);
    }

    static Uses cache(CiSetting setting) {
        return Uses.action("Cache dependencies", setting.actions().of("Swatinem/rust-cache"));
    }

    private JobBuilder lint(CiSetting setting) {
        JobBuilder job = onLinux("lint", "Format and lint", SHORT);
        return job.addAll(setting.start())
                .add(install("clippy,rustfmt"))
                .add(cache(setting))
                .add(checkFormat())
                .add(runClippy());
    }

    private JobBuilder fmt(CiSetting setting) {
        return onLinux("fmt", "Format", SHORT)
                .add(setting.checkout())
                .add(install("rustfmt"))
                .add(checkFormat());
    }

    private JobBuilder clippy(CiSetting setting) {
        return onLinux("clippy", "Clippy", SHORT)
                .addAll(setting.start())
                .add(install("clippy"))
                .add(cache(setting))
                .add(runClippy());
    }

    private JobBuilder test(CiSetting setting) {
        return onEach("test", "Build and test on %s", setting)
                .add(build())
                .add(Run.script("Test", check("test", rust.testFlags())));
    }

    private JobBuilder nextest(CiSetting setting) {
        return onEach("nextest", "Test with nextest on %s", setting)
                .add(tool("cargo-nextest", setting.actions()))
                .add(Run.script("Test", check("nextest run", rust.testFlags())));
    }

    private JobBuilder buildOnly(CiSetting setting) {
        return onEach("build", "Build on %s", setting).add(build());
    }

    private CiOffer msrv() {
        CiOffer offer = CiOffer.of("msrv", false, this::msrv);
        return rust.rustVersion().isPresent()
                ? offer
                : offer.lacking(
                        "the job 'msrv' needs the oldest supported Rust version",
                        "set it as in Cargo.toml, such as 'rust: { rust-version: 1.85 }'");
    }

    private JobBuilder msrv(CiSetting setting) {
        String version = rust.rustVersion().orElseThrow();
        return onLinux("msrv", "Check with Rust " + version, MEDIUM)
                .env("RUSTUP_TOOLCHAIN", Value.of(version))
                .addAll(setting.start())
                .addAll(rust.ciSetup(setting))
                .add(Run.script("Check", cargo("check")));
    }

    private JobBuilder docs(CiSetting setting) {
        return onLinux("docs", "Documentation", MEDIUM)
                .addAll(setting.start())
                .addAll(rust.ciSetup(setting))
                .add(Run.script("Build the documentation", cargo("doc") + " --no-deps")
                        .env("RUSTDOCFLAGS", "--deny warnings"));
    }

    private JobBuilder deny(CiSetting setting) {
        String locked = rust.locked() ? " --locked" : "";
        return onLinux("deny", "Licenses, sources and advisories", SHORT)
                .add(setting.checkout())
                .add(install())
                .add(tool("cargo-deny", setting.actions()))
                .add(Run.script("Check the dependencies", "cargo deny --all-features" + locked + " check"));
    }

    private JobBuilder audit(CiSetting setting) {
        JobBuilder job = onLinux("audit", "Security advisories", SHORT).add(setting.checkout());
        if (!rust.locked()) {
            job.add(install()).add(Run.script("Resolve the dependencies", "cargo generate-lockfile"));
        }
        return job.add(tool("cargo-audit", setting.actions())).add(Run.script("Check the dependencies", "cargo audit"));
    }

    private JobBuilder coverage(CiSetting setting) {
        return onLinux("coverage", "Coverage", LONG)
                .addAll(setting.start())
                .add(install("llvm-tools-preview"))
                .add(cache(setting))
                .add(tool("cargo-llvm-cov", setting.actions()))
                .add(Run.script("Test", check("llvm-cov", rust.testFlags()) + " --lcov --output-path lcov.info"))
                .add(Run.script("Show the coverage", Scripts.read("coverage-summary")))
                .add(Uses.action("Upload the coverage", setting.actions().of("actions/upload-artifact"))
                        .with("name", "coverage")
                        .with("path", "lcov.info")
                        .with("if-no-files-found", "error"));
    }

    private static Step tool(String name, ActionTable actions) {
        return Tools.install(name, actions);
    }

    private Step build() {
        return Run.script("Build", cargo("build --release"));
    }

    private Step checkFormat() {
        return Run.script("Check the format", "cargo fmt --all --check");
    }

    private Step runClippy() {
        return Run.script("Run Clippy", check("clippy", rust.clippyFlags()) + " -- --deny warnings");
    }

    private String check(String command, List<String> flags) {
        return "cargo " + command + rust.lock() + rust.checkFlags(flags);
    }

    private String cargo(String command) {
        return "cargo " + command + rust.lock() + rust.featureFlags();
    }

    private JobBuilder onLinux(String id, String name, int minutes) {
        return Job.named(id)
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name(name)
                .permissions(CiSetting.READ)
                .timeoutMinutes(minutes);
    }

    private JobBuilder onEach(String id, String name, CiSetting setting) {
        return setting.onEach(id, name).addAll(rust.ciSetup(setting));
    }
}
