package dev.slipway.detect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the step of a job that makes a release or adds to one. */
final class ReleaseStep {
    private static final List<String> ACTIONS = List.of(
            "softprops/action-gh-release",
            "svenstaro/upload-release-action",
            "taiki-e/upload-rust-binary-action",
            "taiki-e/create-gh-release-action",
            "ncipollo/release-action",
            "actions/create-release",
            "actions/upload-release-asset",
            "shogo82148/actions-upload-release-asset",
            "goreleaser/goreleaser-action",
            "jreleaser/release-action",
            "marvinpinto/action-automatic-releases",
            "alexellis/upload-assets",
            "xresloader/upload-to-github-release");
    private static final Pattern COMMAND = Pattern.compile(
            "\\b(gh release (?:create|upload)|dist host|goreleaser release|jreleaser[ :]full-release)\\b");

    private ReleaseStep() {}

    /** The action or the command that does it. */
    static Optional<String> of(Job job) {
        return job.steps().stream().flatMap(step -> of(step).stream()).findFirst();
    }

    private static Optional<String> of(Job.Step step) {
        if (ACTIONS.contains(step.action())) {
            return Optional.of(step.action());
        }
        Matcher command = COMMAND.matcher(step.run());
        return command.find() ? Optional.of(command.group(1)) : Optional.empty();
    }
}
