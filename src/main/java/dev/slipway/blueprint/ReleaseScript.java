package dev.slipway.blueprint;

import dev.slipway.plan.Release;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.List;

/** The script that creates a release: a draft with all files, which it then makes visible. */
final class ReleaseScript {
    private ReleaseScript() {}

    /**
     * Puts the script together.
     *
     * @param hidden whether the draft is all that it makes
     */
    static String of(ReleasePlan plan, boolean hidden) {
        List<String> lines = new ArrayList<>();
        lines.add(Scripts.read("discard-draft"));
        lines.add("");
        lines.add("options=(" + options(plan.release()) + ")");
        if (plan.release().generatedNotes() && plan.tags().named()) {
            lines.add(Scripts.read("notes-start"));
        }
        lines.add(Scripts.read("mark-prerelease"));
        lines.add("gh release create \"$TAG\" --draft \"${options[@]}\" dist/*");
        if (!hidden) {
            lines.add(PublishReleaseJob.script(plan));
        }
        return String.join("\n", lines);
    }

    private static String options(Release release) {
        String commit = release.onDispatch() ? "--target \"$COMMIT\"" : "--verify-tag";
        String title = release.title().replace("{tag}", "$TAG").replace("{version}", "${TAG#\"$TAG_PREFIX\"}");
        return commit + " --title \"" + title + "\" " + notes(release);
    }

    private static String notes(Release release) {
        if (release.ownNotes()) {
            return "--notes-file notes/notes.md";
        }
        return release.generatedNotes() ? "--generate-notes" : "--notes ''";
    }
}
