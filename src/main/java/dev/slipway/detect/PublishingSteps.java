package dev.slipway.detect;

import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the steps of a release workflow by which people get something that no file of the release is. */
final class PublishingSteps {
    private static final String JOBS = "move it to 'jobs'";
    private static final String SIGNED =
            "a signature; use 'attest' to prove the origin of files, and 'sign' to sign " + "the image";
    private static final String HOMEBREW = "a Homebrew formula; use 'packages.homebrew'";
    private static final String WINGET = "a winget package; use 'packages.winget'";
    private static final String PACKED = "programs are larger without it; " + JOBS;
    private static final String NPM = "an npm package; " + JOBS;
    private static final String PYTHON = "a Python package; " + JOBS;

    /** The crate registry, which a config knows. */
    static final String CRATES = "crates.io; use 'packages.crates'";

    private static final Map<String, String> ACTIONS = actions();
    private static final Map<String, String> COMMANDS = commands();

    private PublishingSteps() {}

    private static Map<String, String> actions() {
        Map<String, String> actions = new LinkedHashMap<>();
        Stream.of("vedantmgoyal9/winget-releaser", "vedantmgoyal2009/winget-releaser", "michidk/run-komac")
                .forEach(action -> actions.put(action, WINGET));
        Stream.of(
                        "mislav/bump-homebrew-formula-action",
                        "dawidd6/action-homebrew-bump-formula",
                        "Justintime50/homebrew-releaser",
                        "macauley/action-homebrew-bump-cask")
                .forEach(action -> actions.put(action, HOMEBREW));
        Stream.of("svenstaro/upx-action", "crazy-max/ghaction-upx").forEach(action -> actions.put(action, PACKED));
        Stream.of("pypa/gh-action-pypi-publish", "PyO3/maturin-action").forEach(action -> actions.put(action, PYTHON));
        actions.put("JS-DevTools/npm-publish", NPM);
        actions.put("katyo/publish-crates", CRATES);
        actions.put("KSXGitHub/github-actions-deploy-aur", "an Arch Linux package; " + JOBS);
        Stream.of("snapcore/action-publish", "canonical/action-publish")
                .forEach(action -> actions.put(action, "a snap; " + JOBS));
        actions.put("HaaLeo/publish-vscode-extension", "an editor extension; " + JOBS);
        Stream.of(
                        "apple-actions/import-codesign-certs",
                        "Azure/trusted-signing-action",
                        "azure/trusted-signing-action",
                        "azure/artifact-signing-action",
                        "SignPath/github-action-submit-signing-request",
                        "sigstore/gh-action-sigstore-python")
                .forEach(action -> actions.put(action, SIGNED));
        return actions;
    }

    /** By what begins the command. */
    private static Map<String, String> commands() {
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("(\\S*-)?strip", "write 'strip = true' in [profile.release] of Cargo.toml");
        commands.put("upx", PACKED);
        commands.put("cargo (\\+\\S+ )?(publish|workspaces publish)", CRATES);
        commands.put("gpg2? .*(--detach-sign|--detach-sig|--clear-?sign|--sign|-[a-z]*b)", SIGNED);
        commands.put("minisign .*-[A-Za-z]*S[A-Za-z]*|rsign sign|cosign sign(-blob)?|codesign .*-(s|-sign)", SIGNED);
        commands.put("signtool sign|xcrun (notarytool|stapler|altool)|osslsigncode sign", SIGNED);
        commands.put("(npm|pnpm|yarn|bun) (.* )?publish", NPM);
        commands.put("(maturin|uv|poetry|hatch|flit) (publish|upload)|twine upload", PYTHON);
        commands.put("brew bump-(formula|cask)-pr", HOMEBREW);
        commands.put("(wingetcreate|komac) (update|new|submit)", WINGET);
        commands.put("snapcraft (upload|push|release)", "a snap; " + JOBS);
        commands.put("(npx )?(vsce|ovsx) publish", "an editor extension; " + JOBS);
        commands.put("gem push|choco push|flatpak-builder", "a package for another registry; " + JOBS);
        return commands;
    }

    /** Each step once for all rows of a matrix, with what takes its place. */
    static List<Fact<String>> of(ExistingWorkflow workflow) {
        Map<String, Fact<String>> found = new LinkedHashMap<>();
        for (DryRow job : workflow.jobs()) {
            for (DryStep step : job.steps()) {
                reason(step)
                        .ifPresent(reason -> found.putIfAbsent(
                                step.place(),
                                new Fact<>(step.name() + "\n" + reason, step.place() + " jobs." + job.id())));
            }
        }
        return List.copyOf(found.values());
    }

    private static Optional<String> reason(DryStep step) {
        return Optional.ofNullable(ACTIONS.get(step.action()))
                .or(() -> step.commands().stream()
                        .flatMap(command -> reason(command).stream())
                        .findFirst());
    }

    private static Optional<String> reason(Command command) {
        String text = command.program() + " " + String.join(" ", command.arguments());
        boolean tries = command.arguments().stream().anyMatch(word -> word.matches("--dry-run|-n"));
        return tries
                ? Optional.empty()
                : COMMANDS.entrySet().stream()
                        .filter(known -> text.strip().matches("(?s)(" + known.getKey() + ")( .*)?"))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }
}
