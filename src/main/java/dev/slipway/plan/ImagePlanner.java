package dev.slipway.plan;

import dev.slipway.config.DockerConfig;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.Toolchain;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the image: from which builds it takes its programs, its names and its contents. */
final class ImagePlanner {
    static final Pointer PLACE = Pointer.of("/docker");

    private final DockerConfig docker;
    private final Project project;
    private final TagRule tagRule;
    private final Toolchain toolchain;
    private final List<Problem> problems;

    ImagePlanner(DockerConfig docker, Project project, TagRule tagRule, Toolchain toolchain, List<Problem> problems) {
        this.docker = docker;
        this.project = project;
        this.tagRule = tagRule;
        this.toolchain = toolchain;
        this.problems = problems;
    }

    Optional<Image> image(List<BuildGroup> groups) {
        List<ImageVariant> variants = new VariantPlanner(docker, project, toolchain, groups, problems).variants();
        RegistryPlanner registries = new RegistryPlanner(docker, problems);
        List<String> names = registries.names(project);
        Image.Contents contents = contents();
        checkFiles(contents);
        Image image = new Image(
                names,
                registries.registries(names),
                variants,
                tags(variants),
                labels(),
                contents,
                docker.smoke()
                        .map(smoke ->
                                new Image.Smoke(smoke.args(), smoke.beforeTags().orElse(true))));
        return image.builds().isEmpty() ? Optional.empty() : Optional.of(image);
    }

    private ImageTags tags(List<ImageVariant> variants) {
        if (docker.tags().isEmpty()) {
            return ImageTags.usual(tagRule);
        }
        ImageTags tags = ImageTags.of(docker.tags());
        for (int i = 0; i < docker.tags().size(); i++) {
            if (docker.tags().get(i).matches("(?s)[^{]*+\\{[^{]*+\\{.*")
                    && docker.tags().get(i).matches(".*\\{(sha|tag)\\}.*")) {
                problems.add(Problem.at(
                        PLACE.child("tags").child(i),
                        "{sha} and {tag} cannot be combined with others, as in "
                                + Quote.of(docker.tags().get(i)),
                        "write two tags"));
            }
        }
        boolean readable = docker.tags().stream().noneMatch(String::isEmpty);
        if (readable && tags.all().stream().noneMatch(ImageTag::ofOneVersion)) {
            problems.add(Problem.at(PLACE.child("tags"), "no image tag is unique to a version", "add '{version}'"));
        }
        checkCollisions(tags, variants);
        return tags;
    }

    /** Two variants cannot share a tag: the last one pushed would replace the other. */
    private void checkCollisions(ImageTags tags, List<ImageVariant> variants) {
        Map<String, String> seen = new HashMap<>();
        Tag example = new Tag(tagRule.example("1.2.3"), "1.2.3", tagRule.scheme());
        for (ImageVariant variant : variants) {
            for (String tag : tags.at(example, "abcdef0", variant.suffix())) {
                String twin = seen.putIfAbsent(tag, variant.name());
                if (twin != null) {
                    problems.add(Problem.at(
                            PLACE.child("tags"),
                            "the variants " + Quote.of(twin) + " and " + Quote.of(variant.name()) + " would both be "
                                    + Quote.of(tag),
                            "write tags without '" + variant.suffix() + "': the variant adds it"));
                }
            }
        }
    }

    /** What the action does not read from the repository. */
    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        project.description().ifPresent(text -> labels.put("org.opencontainers.image.description", text));
        project.license().ifPresent(text -> labels.put("org.opencontainers.image.licenses", text));
        labels.putAll(docker.contents().labels());
        return labels;
    }

    private Image.Contents contents() {
        return new Image.Contents(
                docker.contents().path().orElse(Image.PATH),
                docker.contents().env(),
                docker.contents().files(),
                docker.contents().expose(),
                docker.contents().entrypoint(),
                docker.contents().cmd());
    }

    private void checkFiles(Image.Contents contents) {
        Map<String, String> places = new HashMap<>();
        for (Shipped shipped : toolchain.shipped(project.name())) {
            places.put(contents.place(shipped), "the program");
        }
        docker.contents().files().forEach((source, place) -> {
            String twin = places.putIfAbsent(place, Quote.of(source));
            if (twin != null) {
                problems.add(Problem.at(
                        PLACE.child("files").child(source),
                        Quote.of(place) + " is already the place of " + twin,
                        "give each file its own place"));
            }
        });
    }
}
