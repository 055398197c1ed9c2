package dev.slipway.blueprint;

import dev.slipway.graph.JobGraph;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageTag;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.RequiredSetting;
import dev.slipway.plan.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page about the release, as facts: all of them come from the plan, so the page cannot rot.
 *
 * @param tag an example of a tag that starts a release
 * @param prerelease an example of a tag that starts a prerelease
 * @param graph the jobs, drawn by Mermaid
 */
public record ReleasePage(
        String header,
        String project,
        String repository,
        List<String> patterns,
        String tag,
        String prerelease,
        List<String> graph,
        List<JobRow> jobs,
        List<BuildRow> builds,
        List<String> assets,
        Optional<ImageFacts> image,
        List<RequiredSetting> settings,
        List<FileRow> files) {

    private static final String VERSION = "1.2.3";

    /** A job of the release workflow. */
    public record JobRow(String id, String runsOn, String needs, String does) {}

    /** A build and how it is made. */
    public record BuildRow(String platform, String target, String how, String packages, String env) {}

    /** A file that has to do with the release. */
    public record FileRow(String path, String does) {}

    /** The image and how others use it. */
    public record ImageFacts(
            String name,
            String registry,
            List<String> tags,
            List<String> moving,
            List<String> platforms,
            String base,
            String builtIn,
            String user,
            List<String> copies,
            String stage,
            String example,
            List<String> programs) {}

    static ReleasePage of(ReleasePlan plan, Workflow release, Header header) {
        String tag = plan.tags().example(VERSION);
        return new ReleasePage(
                header.text(),
                plan.project().name(),
                plan.project().repository().slug(),
                plan.tags().patterns(),
                tag,
                plan.tags().example("1.3.0-rc.1"),
                JobGraph.of(release).mermaid().lines().toList(),
                jobs(plan),
                plan.groups().stream().flatMap(ReleasePage::builds).toList(),
                plan.assets(tag),
                plan.image().map(image -> image(plan, image, tag)),
                RequiredSetting.of(plan),
                files(plan));
    }

    private static List<JobRow> jobs(ReleasePlan plan) {
        List<JobRow> rows = new ArrayList<>();
        for (BuildGroup group : plan.groups()) {
            String runners =
                    group.builds().stream().map(Build::runner).distinct().collect(Collectors.joining(", "));
            String container = group.container().map(image -> ", in " + image).orElse("");
            String platforms = group.builds().stream().map(Build::platform).collect(Collectors.joining(", "));
            rows.add(new JobRow(group.job(), runners + container, "", "builds and packs " + platforms));
        }
        String builds = plan.groups().stream().map(BuildGroup::job).collect(Collectors.joining(", "));
        rows.add(new JobRow(
                "create-release",
                "ubuntu-latest",
                builds,
                "checks that every archive is there, then publishes them"
                        + (plan.checksums() ? " with checksums" : "")));
        plan.image()
                .ifPresent(image -> rows.add(new JobRow(
                        "docker",
                        "ubuntu-latest",
                        "build-linux",
                        "builds the image of the programs in the archives, pushes it, and runs it on each platform")));
        return rows;
    }

    private static Stream<BuildRow> builds(BuildGroup group) {
        return group.builds().stream().map(build -> {
            Map<String, String> env = new TreeMap<>(build.recipe().env());
            return new BuildRow(
                    build.platform(),
                    build.recipe().target(),
                    build.recipe().how(),
                    String.join(", ", build.recipe().packages()),
                    env.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(", ")));
        });
    }

    private static ImageFacts image(ReleasePlan plan, Image image, String tag) {
        Tag example = new Tag(tag, VERSION);
        List<String> tags = ImageTag.at(example, "<commit>").stream()
                .map(name -> image.name() + ":" + name)
                .toList();
        String stage = plan.project().name().replaceAll("[^a-z0-9]", "-");
        return new ImageFacts(
                image.name(),
                image.registry(),
                tags,
                List.of(ImageTag.LATEST, example.minor()),
                image.platforms(),
                image.base().image(),
                plan.groups().stream()
                        .filter(group -> group.builds().containsAll(image.builds()))
                        .flatMap(group -> group.container().stream())
                        .findFirst()
                        .orElse(""),
                image.user(),
                plan.shipped().stream().map(ImageDockerfile::copyLine).toList(),
                stage,
                VERSION,
                plan.shipped().stream().map(ImageDockerfile::place).toList());
    }

    private static List<FileRow> files(ReleasePlan plan) {
        List<FileRow> files = new ArrayList<>();
        files.add(new FileRow("slipway.yml", "what all of this is generated from"));
        files.add(new FileRow(Paths.RELEASE, "the release workflow"));
        plan.ci().ifPresent(ci -> files.add(new FileRow(Paths.CI, "tests every push and pull request")));
        plan.image().ifPresent(image -> {
            files.add(new FileRow(Paths.DOCKERFILE, "how the image is built"));
            files.add(new FileRow(Paths.DOCKERIGNORE, "keeps everything out of the main build context"));
        });
        return files;
    }
}
