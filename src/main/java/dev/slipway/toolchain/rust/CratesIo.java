package dev.slipway.toolchain.rust;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Outputs;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Secrets;
import dev.slipway.model.workflow.Uses;
import dev.slipway.toolchain.PackageRegistry;
import dev.slipway.toolchain.PackageRegistry.Publication;
import dev.slipway.toolchain.Scripts;
import java.util.stream.Collectors;

/**
 * Publishes crates.
 *
 * @see <a href="https://crates.io/docs/trusted-publishing">Trusted publishing</a>
 */
record CratesIo(Rust rust, Publication publication) {
    private static final String SITE = "https://crates.io/";
    private static final String SECRET = "CARGO_REGISTRY_TOKEN";

    /** The token for a few minutes that the registry gives to a workflow that it trusts. */
    private record Login(Outputs of) {
        Expr<String> token() {
            return of.named("token");
        }
    }

    PackageRegistry registry() {
        return new PackageRegistry("crates.io", page(), SECRET, publication.packages(), this::publish);
    }

    private String page() {
        if (!publication.trusted()) {
            return SITE + "settings/tokens";
        }
        return publication.packages().stream()
                .findFirst()
                .or(rust::packageName)
                .map(name -> SITE + "crates/" + name + "/settings")
                .orElse(SITE + "dashboard");
    }

    private JobBuilder publish(JobBuilder job) {
        job.add(RustCi.install());
        Expr<String> token = publication.trusted() ? login(job) : Secrets.named(SECRET);
        Run run = Run.script("Publish", Scripts.read("cargo-publish") + "\n\n" + calls())
                .comment("Nothing is compiled: code that runs in this step could use the token to publish anything.")
                .env(SECRET, token);
        return job.add(publication.packages().isEmpty() ? released(run) : run);
    }

    private Run released(Run run) {
        return rust.packageName()
                .map(name -> run.env("PACKAGE", name))
                .orElseGet(() -> run.env("PROGRAMS", String.join("\n", rust.programs(publication.project()))));
    }

    private Expr<String> login(JobBuilder job) {
        Uses login = Uses.action("Log in to crates.io", publication.actions().of("rust-lang/crates-io-auth-action"));
        return job.add("login", login, Login::new).token();
    }

    /** In the order of the config, or in one that the job works out: no config has to follow each new dependency. */
    private String calls() {
        String publish = "publish" + rust.lock() + " --package ";
        return publication.packages().isEmpty()
                ? Scripts.read("cargo-order") + "\nfor package in $packages; do\n  " + publish + "\"$package\"\ndone"
                : publication.packages().stream().map(publish::concat).collect(Collectors.joining("\n"));
    }
}
