package dev.slipway.blueprint;

import static dev.slipway.blueprint.Drawn.input;
import static dev.slipway.blueprint.Drawn.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which tags of an image and which marks of a release move, and what is asked before they do. */
class MovingTagsTest {
    private static final String BASE = "repository: a/otto\nrust: {}\ntargets: linux-amd64\n";

    private static Workflow release(String text) {
        return Examples.generate(BASE + text + "\n").blueprint().release();
    }

    @Test
    void everyMovingTagWaitsForTheAnswerOfItsOwnJob() {
        Workflow release = release("docker: { tags: [latest, '{version}', '{major}.{minor}', '{major}', stable] }");
        assertThat(script(release, "create-release", "Publish"))
                .endsWith("gh release edit \"$TAG\" --draft=false --latest=\"$LATEST\" \"${options[@]}\"\n");
        assertThat(input(release, "docker", "Work out the tags", "flavor"))
                .isEqualTo("latest=${{ steps.newest.outputs.latest }}\n");
        assertThat(input(release, "docker", "Work out the tags", "tags")).isEqualTo("""
                type=semver,pattern={{version}}
                type=semver,pattern={{major}}.{{minor}},enable=${{ steps.newest.outputs.minor }}
                type=semver,pattern={{major}},enable=${{ !startsWith(github.ref_name, 'v0.') \
                && steps.newest.outputs.major == 'true' }}
                type=semver,pattern=stable,enable=${{ steps.newest.outputs.latest }}
                """);
        for (String job : List.of("create-release", "docker")) {
            assertThat(input(release, job, "Check out", "fetch-depth")).isEqualTo("0");
            assertThat(input(release, job, "Check out", "filter")).isEqualTo("tree:0");
        }
    }

    @Test
    void nothingIsAskedThatNobodyUses() {
        String compare = "Compare with other versions";
        assertThat(script(release("docker: { tags: ['{version}', '{major}'] }"), "docker", compare))
                .endsWith("\necho \"major=$(leads \"${this%%.*}.\")\" >> \"$GITHUB_OUTPUT\"\n")
                .doesNotContain("latest=", "minor=");
        Workflow fixed = release("docker: { tags: ['{version}', 'sha-{sha}'] }");
        assertThat(Drawn.names(Drawn.job(fixed, "docker"))).doesNotContain(compare);
        Workflow every = release("release: { latest: every }\ndocker: {}\nlicense: MIT\ndescription: x\n"
                + "packages: { homebrew: a/homebrew-b }");
        assertThat(every.toString()).doesNotContain("git tag", "tree:0", "steps.newest", "--latest");
    }

    @Test
    void whatMovesLaterIsAskedLater() {
        Workflow later = release("release: { draft: until-complete }\ndocker: {}");
        assertThat(script(later, "publish-release", "Publish")).contains("--latest=\"$LATEST\"");
        assertThat(input(later, "publish-release", "Check out", "filter")).isEqualTo("tree:0");
        assertThat(script(later, "create-release", "Create the draft")).doesNotContain("latest");
        Workflow packed = release("packages: { deb: true }");
        assertThat(input(packed, "create-release", "Check out", "filter")).isEqualTo("tree:0");
    }

    @Test
    void anImageGetsItsTagsAfterItRanAndIsProved() {
        List<String> steps = Drawn.names(Drawn.job(release("docker: {}\nattest: true\nsign: true"), "docker"));
        assertThat(steps)
                .containsSubsequence(
                        "Build and push",
                        "Run the image on each platform",
                        "Attest the provenance of the image",
                        "Sign the image",
                        "Set the tags",
                        "Summarize");
        assertThat(input(release("docker: { smoke: false }"), "docker", "Build and push", "push"))
                .isEqualTo("true");
    }

    @Test
    void theImageOfATypedVersionIsToldIt() {
        assertThat(input(release("release: { trigger: dispatch }\ndocker: {}"), "docker", "Work out the tags", "tags"))
                .isEqualTo("""
                        type=semver,pattern={{version}},value=${{ needs.version.outputs.version }}
                        type=raw,value=${{ needs.version.outputs.tag }}
                        type=semver,pattern={{major}}.{{minor}},value=${{ needs.version.outputs.version }},enable=${{ steps.newest.outputs.minor }}
                        type=sha
                        """);
    }
}
