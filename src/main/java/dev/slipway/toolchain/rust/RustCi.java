package dev.slipway.toolchain.rust;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.toolchain.CiSetting;
import java.util.List;

/** The jobs that test every change of a Rust project. */
final class RustCi {
    private static final Permissions READ = Permissions.of(Scope.CONTENTS.read("check out the sources"));

    private RustCi() {}

    static List<Job> jobs(Rust rust, CiSetting setting) {
        return List.of(lint(rust, setting), test(rust, setting));
    }

    private static Job lint(Rust rust, CiSetting setting) {
        JobBuilder job =
                Job.named("lint").name("Format and lint").permissions(READ).timeoutMinutes(15);
        job.add(setting.checkout());
        job.add(Run.script(
                "Install Rust",
                "rustup toolchain install \"$RUSTUP_TOOLCHAIN\" --profile minimal --component clippy,rustfmt"));
        job.add(cache(setting));
        job.add(Run.script("Check the format", "cargo fmt --all --check"));
        job.add(Run.script("Run Clippy", "cargo clippy" + rust.lock() + rust.featureFlags() + " -- --deny warnings"));
        return job.build();
    }

    private static Job test(Rust rust, CiSetting setting) {
        Expr<String> os = Expr.of("matrix", "os");
        JobBuilder job = Job.named("test")
                .name(Text.format("Build and test on %s", os))
                .runsOn(RunsOn.label(os))
                .permissions(READ)
                .timeoutMinutes(60)
                .matrix(Matrix.axis(
                        "os", setting.runners().stream().map(Value::of).toList()));
        job.add(setting.checkout());
        job.add(Run.script("Install Rust", "rustup toolchain install \"$RUSTUP_TOOLCHAIN\" --profile minimal"));
        job.add(cache(setting));
        job.add(Run.script("Build", "cargo build --release" + rust.lock() + rust.featureFlags()));
        job.add(Run.script("Test", "cargo test" + rust.lock() + rust.featureFlags()));
        return job.build();
    }

    private static Uses cache(CiSetting setting) {
        return Uses.action("Cache dependencies", setting.actions().of("Swatinem/rust-cache"));
    }
}
