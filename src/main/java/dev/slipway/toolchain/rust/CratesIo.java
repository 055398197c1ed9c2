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
import java.util.List;
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
        return new PackageRegistry("crates.io", page(), SECRET, this::publish);
    }

    private List<String> packages() {
        return publication.packages().isEmpty() ? rust.packageName().stream().toList() : publication.packages();
    }

    private String page() {
        if (!publication.trusted()) {
            return SITE + "settings/tokens";
        }
        return packages().stream()
                .findFirst()
                .map(name -> SITE + "crates/" + name + "/settings")
                .orElse(SITE + "dashboard");
    }

    private JobBuilder publish(JobBuilder job) {
        job.add(RustCi.install());
        Expr<String> token = publication.trusted() ? login(job) : Secrets.named(SECRET);
        return job.add(Run.script("Publish", script())
                .comment("Nothing is compiled: what is run beside the token could publish whatever it likes.")
                .env(SECRET, token));
    }

    private Expr<String> login(JobBuilder job) {
        Uses login = Uses.action("Log in to crates.io", publication.actions().of("rust-lang/crates-io-auth-action"));
        return job.add("login", login, Login::new).token();
    }

    private String script() {
        String publish = "publish" + rust.lock();
        String calls = packages().isEmpty()
                ? publish
                : packages().stream()
                        .map(name -> publish + " --package " + name)
                        .collect(Collectors.joining("\n"));
        return Scripts.read("cargo-publish") + "\n\n" + calls;
    }
}
