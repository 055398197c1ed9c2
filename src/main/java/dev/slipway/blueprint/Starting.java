package dev.slipway.blueprint;

import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.Release;
import dev.slipway.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a release is started, for the page about it. */
final class Starting {
    /** The version of the next release in examples, where {@link ImageFacts#VERSION} is the newest. */
    static final String NEXT = "1.2.4";

    private Starting() {}

    /** What a person or a workflow does to release, as the begin of a sentence. */
    static String sentence(Release release) {
        if (release.onPublished()) {
            return "Publishing a release on GitHub";
        }
        List<String> ways = new ArrayList<>();
        if (release.onTag()) {
            ways.add("pushing a tag");
        }
        if (release.onDispatch()) {
            ways.add("starting the workflow with a version");
        }
        if (release.onCall()) {
            ways.add("calling " + (release.onDispatch() ? "it" : "the workflow") + " with a tag");
        }
        String all = ReleasePage.listed(ways, " or ");
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    /** What a tag of a prerelease does, as the end of a sentence. */
    static String ofPrerelease(ReleasePlan plan) {
        String follows = plan.image().isPresent()
                ? "no moving image tag follows it"
                : "the newest release that is not a prerelease stays the default download";
        return plan.release().onPublished()
                ? "belongs to a prerelease: " + follows + ". Select \"Set as a pre-release\" when you publish it."
                : "creates a prerelease: GitHub marks it as one, and " + follows + ".";
    }

    /** What a person types, if that is how. */
    static Optional<String> commands(ReleasePlan plan, String tag) {
        Release release = plan.release();
        if (release.onPublished()) {
            return Optional.of("gh release create " + tag + " --generate-notes");
        }
        List<String> ways = new ArrayList<>();
        if (release.onTag()) {
            ways.add("# 1. Commit and push the changes\n"
                    + "git add .\ngit commit -m \"Your changes\"\ngit push origin HEAD\n\n"
                    + "# 2. Tag that commit and push the tag\n"
                    + "git tag " + tag + "\ngit push origin " + tag);
        }
        if (release.onDispatch()) {
            ways.add("gh workflow run " + plan.project().paths().releaseFile() + " --field version=" + NEXT);
        }
        return Optional.of(String.join("\n\n# or\n", ways)).filter(lines -> !lines.isEmpty());
    }

    /** A job that calls the release workflow, to be copied into the workflow that makes the tags. */
    static Optional<String> caller(ReleasePlan plan, Workflow release) {
        if (!plan.release().onCall()) {
            return Optional.empty();
        }
        CallerDuties duties = CallerDuties.of(release.jobs());
        List<String> lines = new ArrayList<>(List.of(
                "  release:",
                "    needs: tag # the job that creates the tag, if it created one",
                "    if: needs.tag.outputs.tag != ''",
                "    uses: $/" + plan.project().paths().release() + " # GitHub Enterprise Server: ./ instead of $/",
                "    with:",
                "      tag: ${{ needs.tag.outputs.tag }}"));
        lines.addAll(permissions(duties.permissions()));
        if (!duties.secrets().isEmpty()) {
            lines.add("    secrets:");
            duties.secrets().forEach(name -> lines.add("      " + name + ": ${{ secrets." + name + " }}"));
        }
        return Optional.of(String.join("\n", lines));
    }

    private static List<String> permissions(Permissions permissions) {
        List<String> lines = new ArrayList<>();
        lines.add("    permissions:" + permissions.shorthand().map(" "::concat).orElse(""));
        permissions
                .grants()
                .forEach(grant ->
                        lines.add("      " + grant.scope().name() + ": " + grant.level() + " # " + grant.reason()));
        return lines;
    }
}
