package dev.slipway.blueprint;

import dev.slipway.model.workflow.Container;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Outputs;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.RepositoryFile;
import dev.slipway.toolchain.Scripts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Steps and texts that several jobs have. */
final class Steps {
    /** Where archives are collected. */
    static final String DIST = "dist";

    /** The folder of the sources in jobs that publish, so that none of their files is taken for one of the release. */
    static final String REPOSITORY = "repository";

    static final String CHECK_TAG = "Check the tag";

    private Steps() {}

    /** Stops a release before anything is built: of a tag that is not a version, and of one that is public already. */
    static Run checkTag(ReleasePlan plan, BuildGroup group) {
        Run check = group.container().isPresent()
                ? Run.script(CHECK_TAG, tagCheck(plan))
                : Run.script(CHECK_TAG, tagCheck(plan) + "\n" + Scripts.read("check-unreleased"))
                        .env("GH_TOKEN", Github.TOKEN)
                        .env("GH_REPO", Github.REPOSITORY);
        return check.env("TAG", Github.REF_NAME).env("TAG_PREFIX", plan.tags().prefix());
    }

    /** The second half of the same check if {@code gh} is missing, as in a container. */
    static Run checkUnreleased() {
        return Run.script("Check that the release is not public yet", Scripts.read("check-unreleased-curl"))
                .env("GH_TOKEN", Github.TOKEN)
                .env("TAG", Github.REF_NAME);
    }

    /** The check that a tag is a version, and one that an image can be called by if there is one. */
    static String tagCheck(ReleasePlan plan) {
        String check = Scripts.read(plan.tags().script("check-version"));
        if (plan.release().onCall()) {
            check = Scripts.read("check-prefix") + "\n" + check; // no filter of an event has decided
        }
        return plan.image().isPresent() && plan.tags().semantic()
                ? check + "\n" + Scripts.read("no-build-metadata")
                : check;
    }

    /** Checks out the sources without leaving a token; with all history, files of Git LFS and submodules if the build needs them. */
    static Uses checkout(ReleasePlan plan, boolean history) {
        Uses step =
                Uses.action("Check out", plan.actions().of("actions/checkout")).with("persist-credentials", false);
        Uses whole = history ? step.with("fetch-depth", Value.of(0)) : step;
        Uses files = plan.sources().lfs() ? whole.with("lfs", true) : whole;
        return plan.sources()
                .submodules()
                .map(depth -> depth.equals("true") ? files.with("submodules", true) : files.with("submodules", depth))
                .orElse(files);
    }

    /** The sources, in a work tree that git reads. */
    static List<Step> sources(BuildGroup group, Uses checkout) {
        if (group.container().isEmpty()) {
            return List.of(checkout);
        }
        return List.of(
                checkout,
                Run.script("Trust the working tree", "git config --global --add safe.directory \"$GITHUB_WORKSPACE\"")
                        .comment(
                                "In the container, the working tree belongs to another user, so Git refuses to read it."));
    }

    /** Tells tools that want images pinned by digest that this one moves on purpose. */
    static Container container(String image) {
        return image.contains("@sha256:")
                ? Container.image(image)
                : Container.image(image, "zizmor: ignore[unpinned-images] security fixes move the tag");
    }

    /** What the step that reads the version of the tag gives. */
    record Version(Outputs of) {
        Text text() {
            return Text.of(of.named("version"));
        }
    }

    /**
     * What names of archives hold of the tag; adds the step that reads its version, if they hold it and no job has
     * worked it out.
     */
    static Map<String, Text> tagValues(JobBuilder job, ReleasePlan plan, Released released) {
        Text tag = Text.of(released.tag());
        if (released.job().isPresent()) {
            return Map.of("{tag}", tag, "{version}", Text.of(released.version()));
        }
        boolean versioned = Stream.concat(
                        plan.builds().map(Build::archive),
                        plan.release().files().stream()
                                .filter(RepositoryFile::made)
                                .map(RepositoryFile::name))
                .anyMatch(name -> name.text().contains("{version}"));
        if (!versioned) {
            return Map.of("{tag}", tag);
        }
        Run read = Run.script("Read the version", Scripts.read("read-version"))
                .env("TAG", released.tag())
                .env("TAG_PREFIX", plan.tags().prefix());
        return Map.of(
                "{tag}",
                tag,
                "{version}",
                job.add("version", read, Version::new).text());
    }

    /** A name of an archive: literals, and placeholders with their values. */
    static Text name(List<String> tokens, Map<String, Text> values) {
        Text name = Text.of("");
        for (String token : tokens) {
            name = name.plus(values.getOrDefault(token, Text.of(token)));
        }
        return name;
    }

    /** What a job that attests needs to be allowed. */
    static List<Grant> attestGrants() {
        return List.of(
                Scope.ID_TOKEN.write("sign as this workflow"), Scope.ATTESTATIONS.write("store the attestations"));
    }

    /** An upload that is of use to the same run only. */
    static Uses briefly(Uses upload) {
        return upload.with("retention-days", Value.of(3));
    }

    /** What the artifact with the archive of a platform is called. */
    static Text artifact(ReleasePlan plan, Text platform) {
        return Text.of(plan.project().name() + "-").plus(platform);
    }
}
