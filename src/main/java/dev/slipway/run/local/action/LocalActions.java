package dev.slipway.run.local.action;

import static java.util.Map.entry;

import dev.slipway.run.StepOutcome;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** The actions that can be rehearsed. */
public final class LocalActions {
    private static final Map<String, LocalAction> KNOWN = Map.ofEntries(
            entry("actions/attest", new Attest()),
            entry("actions/attest-build-provenance", new Attest()),
            entry("actions/cache", new Cache()),
            entry("actions/checkout", new Checkout()),
            entry("actions/create-github-app-token", new AppToken()),
            entry("actions/download-artifact", new Download()),
            entry("actions/setup-go", new Tool("go", "go-version")),
            entry("actions/setup-java", new Tool("java", "java-version")),
            entry("actions/setup-node", new Tool("node", "node-version")),
            entry("actions/setup-python", new Tool("python3", "python-version")),
            entry("actions/upload-artifact", new Upload()),
            entry("docker/build-push-action", new BuildPush()),
            entry("docker/login-action", new Login()),
            entry("docker/metadata-action", new Metadata()),
            entry("docker/setup-buildx-action", new Nothing("this machine's container engine builds the images")),
            entry("docker/setup-qemu-action", new Nothing("images run only if this machine can run them")),
            entry("dtolnay/rust-toolchain", new Tool("cargo", "toolchain")),
            entry("graalvm/setup-graalvm", new GraalVm()),
            entry("rust-lang/crates-io-auth-action", new CratesToken()),
            entry("sigstore/cosign-installer", new Nothing("cosign is recorded, nothing is signed")),
            entry("Swatinem/rust-cache", new Cache()),
            entry("taiki-e/install-action", new InstallTool()));

    private LocalActions() {}

    /** Whether a step is passed over: by the name of its action, or by the other repository that it checks out. */
    public static boolean skips(ActionCall call, Set<String> skipped) {
        return skipped.contains(call.action().name())
                || KNOWN.get(call.action().name()) instanceof Checkout
                        && skipped.stream().anyMatch(call.input("repository")::equalsIgnoreCase);
    }

    /** Runs an action, or says how to go on without it. */
    public static StepOutcome run(ActionCall call, Set<String> skipped) throws IOException {
        String name = call.action().name();
        if (skips(call, skipped)) {
            String other = call.input("repository");
            call.standIn(name + (skipped.contains(name) ? "" : " of " + other) + ": skipped by --skip-action");
            return StepOutcome.success();
        }
        LocalAction action = KNOWN.get(name);
        if (action == null) {
            return StepOutcome.failure(
                    "no stand-in for the action " + name + ": to skip it, add --skip-action " + name);
        }
        return action.run(call);
    }
}
