package dev.slipway.blueprint;

import dev.slipway.plan.Release;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.List;

/** The script that creates a release: a draft with all files, which it then makes visible. */
final class ReleaseScript {
    private static final String REFUSED =
            "::error::GitHub lets a job create a tag only if the workflow files are those of the default branch:"
                    + " start the workflow on its newest commit, or push the tag yourself";

    private ReleaseScript() {}

    /**
     * Puts the script together.
     *
     * @param hidden whether the draft is all that it makes
     */
    static String of(ReleasePlan plan, boolean hidden) {
        Release release = plan.release();
        List<String> lines = new ArrayList<>();
        lines.add("mark=\"<!-- slipway: built from $(git rev-parse HEAD) -->\"");
        lines.add(Scripts.read("find-draft"));
        lines.add("");
        lines.add(plan.tags().semantic() ? Scripts.read("mark-prerelease") : "options=()");
        if (release.ownNotes()) {
            lines.add("printf '\\n%s\\n' \"$mark\" >> notes/notes.md");
        }
        boolean either = release.onDispatch() && (release.onTag() || release.onCall());
        if (either) {
            lines.addAll(List.of(
                    "tag=(--target \"$(git rev-parse HEAD)\")",
                    "if gh api --silent \"repos/$GH_REPO/git/ref/tags/$TAG\" 2> /dev/null; then",
                    "  tag=(--verify-tag)",
                    "fi"));
        }
        String made = either ? "\"${tag[@]}\"" : "--target \"$(git rev-parse HEAD)\"";
        String tag = release.onDispatch() ? made : "--verify-tag";
        String commit = release.onDispatch() ? " " + made : ""; // the draft of a person may name a branch
        boolean starts =
                release.generatedNotes() && plan.tags().named() && plan.tags().ordered();
        if (starts) {
            if (!plan.tags().semantic()) {
                lines.add("version=${TAG#\"$TAG_PREFIX\"}");
            }
            lines.add(Scripts.read("notes-start"));
        }
        lines.add("if [[ -n $draft ]]; then # written by a person: keep its title and notes");
        lines.add("  gh release upload \"$TAG\" --clobber dist/*");
        if (hidden) {
            lines.add("  gh release edit \"$TAG\" --draft" + commit + " \"${options[@]}\"");
        }
        String create = "gh release create \"$TAG\" --draft " + tag + " \"${options[@]}\" \\\n    " + described(release)
                + (starts ? " \"${notes[@]}\"" : "") + " dist/*";
        if (release.onDispatch()) {
            lines.add("elif ! " + create + "; then");
            String refused = "echo '" + REFUSED + "'";
            lines.addAll(
                    either
                            ? List.of("  if [[ ${tag[0]} == --target ]]; then", "    " + refused, "  fi")
                            : List.of("  " + refused));
            lines.add("  exit 1");
        } else {
            lines.add("else");
            lines.add("  " + create);
        }
        lines.add("fi");
        if (!hidden) {
            lines.add(PublishReleaseJob.script(plan) + commit + " \"${options[@]}\"");
        }
        return String.join("\n", lines);
    }

    private static String described(Release release) {
        String title = release.title().replace("{tag}", "$TAG").replace("{version}", "${TAG#\"$TAG_PREFIX\"}");
        return "--title \"" + title + "\" " + notes(release);
    }

    private static String notes(Release release) {
        if (release.ownNotes()) {
            return "--notes-file notes/notes.md";
        }
        return (release.generatedNotes() ? "--generate-notes " : "") + "--notes \"$mark\"";
    }
}
