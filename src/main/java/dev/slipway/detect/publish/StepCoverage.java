package dev.slipway.detect.publish;

import dev.slipway.detect.image.ImageNames;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows what a generated workflow does in its own way, and what takes the place of the rest. */
final class StepCoverage {
    /** What a generated workflow does in its own way. */
    private static final Set<String> COVERED = Set.of(
            "actions/checkout",
            "actions/upload-artifact",
            "actions/download-artifact",
            "actions/attest",
            "actions/attest-build-provenance",
            "actions/setup-go",
            "actions/setup-java",
            "docker/setup-buildx-action",
            "docker/setup-qemu-action",
            "docker/login-action",
            "docker/metadata-action",
            "dtolnay/rust-toolchain",
            "actions-rs/toolchain",
            "actions-rust-lang/setup-rust-toolchain",
            "moonrepo/setup-rust",
            "taiki-e/setup-cross-toolchain-action",
            "goto-bus-stop/setup-zig",
            "mlugg/setup-zig",
            "korandoru/setup-zig");

    /** What takes the place of other actions. */
    private static final Map<String, Reason> ADVICE = advice();

    /** Commands that only prepare, or that a generated workflow has others for. */
    private static final Set<String> PLUMBING = Set.of(
            "cd",
            "pushd",
            "popd",
            "mkdir",
            "cp",
            "mv",
            "ls",
            "rm",
            "set",
            "chmod",
            "exit",
            "install",
            "rustup",
            "rustc",
            "apt",
            "apt-get",
            "sudo",
            "sha256sum",
            "shasum",
            "certutil",
            "tar",
            "gtar",
            "bsdtar",
            "7z",
            "zip",
            "Compress-Archive",
            "gh",
            "find",
            "file",
            "test",
            "cross",
            "ln",
            "xargs",
            "unzip",
            "git",
            "which",
            "command",
            "sleep",
            "New-Item",
            "Copy-Item",
            "Move-Item",
            "Rename-Item",
            "Remove-Item",
            "Expand-Archive",
            "Get-FileHash",
            "source",
            ".",
            "bash",
            "sh",
            "make",
            "openssl",
            "read",
            "wait",
            "env",
            "type",
            "du",
            "brew",
            "choco");

    private static final Map<String, Reason> COMMANDS = commands();

    private StepCoverage() {}

    private static Map<String, Reason> advice() {
        Map<String, Reason> advice = new LinkedHashMap<>();
        advice.put("Swatinem/rust-cache", Reason.of("releases use no cache", ""));
        advice.put("actions/cache", Reason.of("releases use no cache", ""));
        advice.put("mozilla-actions/sccache-action", Reason.of("releases use no cache", ""));
        advice.put("mislav/bump-homebrew-formula-action", Reason.HOMEBREW);
        advice.put("dawidd6/action-homebrew-bump-formula", Reason.HOMEBREW);
        advice.put("taiki-e/install-action", Reason.of("a tool", "install it in 'setup' of a system"));
        advice.put("sigstore/cosign-installer", Reason.of("a signature", "use 'sign' to sign the image"));
        advice.put("actions/setup-node", Reason.of("a tool", "move what needs it to 'jobs'"));
        advice.put("actions/setup-python", Reason.of("a tool", "move what needs it to 'jobs'"));
        return advice;
    }

    private static Map<String, Reason> commands() {
        Map<String, Reason> commands = new LinkedHashMap<>();
        commands.put(
                "cargo (\\+\\S+ )?(test|nextest|fmt|clippy|check|doc|audit|deny|run|bench|hack)|go (test|vet)|golangci-lint",
                Reason.of("a check", "'ci' runs checks"));
        commands.put("cargo publish", Reason.CRATES);
        commands.put("cargo deb|dpkg-deb|fakeroot|dpkg", Reason.of("a Debian package", "use 'packages.deb'"));
        commands.put("cargo (generate-)?rpm|rpmbuild", Reason.of("an RPM package", "use 'packages.rpm'"));
        commands.put("cargo wix|candle|light", Reason.of("an installer for Windows", ""));
        commands.put("(\\S*-)?strip", Reason.STRIPPING);
        commands.put(
                "gpg|minisign|rsign|cosign|codesign|signtool|notarytool|xcrun",
                Reason.of("a signature", "use 'attest' to prove the origin of files, and 'sign' to sign the image"));
        commands.put("curl|wget|Invoke-WebRequest", Reason.of("a download", "move it to 'setup' of a system"));
        commands.put("docker|podman|buildah", Reason.of("a container", ""));
        commands.put("npm|yarn|pnpm|node", Reason.of("an npm package", ""));
        commands.put("pip3?|maturin|twine|uv|python3? -m", Reason.of("a Python package", ""));
        commands.put("upx", Reason.of("a packer for executables", Reason.JOBS));
        commands.put("cargo install", Reason.of("a tool", "install it in 'setup' of a system"));
        return commands;
    }

    /** Why no config stands for a step; nothing for one that a generated workflow does as well. */
    static Optional<Reason> reason(DryStep step) {
        if (!step.uses().isEmpty()) {
            String action = step.action();
            boolean known = COVERED.contains(action)
                    || ImageNames.builds(step)
                    || ReleaseStep.of(step).isPresent()
                    || !step.commands().isEmpty();
            boolean tool = action.equals("taiki-e/install-action")
                    && step.with().getOrDefault("tool", "").matches("(cross|cargo-zigbuild|cargo-cross)(@.*)?");
            return known || tool
                    ? Optional.empty()
                    : WingetPackages.reason(step)
                            .or(() -> Optional.of(ADVICE.getOrDefault(action, Reason.of("an action", Reason.JOBS))));
        }
        for (Command command : step.commands()) {
            String text = command.program() + " "
                    + command.arguments().stream().findFirst().orElse("");
            for (Map.Entry<String, Reason> known : COMMANDS.entrySet()) {
                if (text.matches("(" + known.getKey() + ")( .*)?") && !own(command)) {
                    return Optional.of(known.getValue());
                }
            }
        }
        return step.commands().stream()
                .filter(command -> !PLUMBING.contains(command.program()) && !own(command))
                .findFirst()
                .map(command -> Reason.of("'" + command.program() + "'", "'setup' or " + Reason.JOBS));
    }

    /** What a generated workflow does as well, and scripts that were followed. */
    private static boolean own(Command command) {
        String text = command.toString();
        return text.matches(
                        "(?s)(cargo|cross) (\\+\\S+ )?(build|zigbuild|rustc|auditable|generate-lockfile|metadata|fetch).*")
                || text.matches("(?s)cargo install .*\\b(cross|cargo-zigbuild)\\b.*")
                || text.matches(
                        "(?s)(curl|wget) .*(sh\\.rustup\\.rs|cross-rs/cross|ziglang\\.org|uploads\\.github\\.com|api\\.github\\.com).*")
                || command.program().matches(".*\\.(sh|bash)")
                || command.words().get(0).matches("(\\./)?(ci|scripts?|bin|etc|tools|\\.github)/.*")
                || command.words().get(0).contains("target/")
                || command.words().get(0).startsWith("{");
    }
}
