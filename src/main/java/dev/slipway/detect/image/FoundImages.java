package dev.slipway.detect.image;

import dev.slipway.detect.fact.Fact;
import dev.slipway.shell.Symbols;
import dev.slipway.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The images of a release, as they are built today.
 *
 * @param names under which they are pushed
 * @param tags of all images, as {@code ghcr.io/otto-rs/otto:{version}}; those that only a run knows are left out
 * @param base the image that they are based on, if it is one to run programs in
 * @param builder the image that they are based on, if it only has what compiles them
 * @param platforms such as {@code linux/amd64}
 * @param settings what their Dockerfile says of the image, after its base
 * @param labels what the steps that build them add to that
 * @param proofs what is attached to them, such as {@code sbom: true}
 * @param built Dockerfiles of further images of a release, with what builds them
 * @param others Dockerfiles that no image of a release was seen to be built from
 */
public record FoundImages(
        List<Fact<String>> names,
        List<PushedTag> tags,
        Optional<Fact<String>> base,
        Optional<Fact<String>> builder,
        Optional<Fact<List<String>>> platforms,
        List<DockerInstruction> settings,
        List<DockerInstruction> labels,
        List<Fact<String>> proofs,
        List<Fact<String>> built,
        List<String> others) {
    public static final FoundImages NONE = new FoundImages(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    public FoundImages {
        names = List.copyOf(names);
        tags = List.copyOf(tags);
        settings = List.copyOf(settings);
        labels = List.copyOf(labels);
        proofs = List.copyOf(proofs);
        built = List.copyOf(built);
        others = List.copyOf(others);
    }

    /** The same with what a Dockerfile says, and what it is based on, if that is known; unchanged if there is none. */
    public FoundImages basedOn(Optional<SourceText> dockerfile) {
        return basedOn(dockerfile, Map.of());
    }

    /**
     * The same.
     *
     * @param arguments what the Dockerfile gets for its arguments
     */
    public FoundImages basedOn(Optional<SourceText> dockerfile, Map<String, String> arguments) {
        Optional<Fact<String>> from = dockerfile.flatMap(text -> DockerBase.of(text, arguments));
        boolean builds = from.filter(image -> DockerBase.onlyBuilds(dockerfile.orElseThrow(), image.value()))
                .isPresent();
        return dockerfile.isEmpty()
                ? this
                : new FoundImages(
                        names,
                        tags,
                        builds ? Optional.empty() : from,
                        builds ? from : Optional.empty(),
                        platforms,
                        Stream.of(
                                        DockerInstruction.of(dockerfile.orElseThrow(), arguments).stream(),
                                        DockerFeatures.of(dockerfile.orElseThrow()).stream(),
                                        DockerGoFlags.of(dockerfile.orElseThrow()).stream())
                                .flatMap(some -> some)
                                .toList(),
                        labels,
                        proofs,
                        built,
                        others.stream()
                                .filter(path ->
                                        !path.equals(dockerfile.orElseThrow().name()))
                                .toList());
    }

    /** Whether there is a Dockerfile whose base image is known only during a run. */
    public boolean isOnUnknown() {
        return base.isEmpty() && builder.isEmpty() && !settings.isEmpty();
    }

    /** The same with a base that needs no Dockerfile. */
    public FoundImages on(Fact<String> some) {
        return new FoundImages(
                names, tags, Optional.of(some), Optional.empty(), platforms, settings, labels, proofs, built, others);
    }

    /** The same with how they run, as something else than a Dockerfile says it; what is known of their platforms stays. */
    public FoundImages running(Optional<Fact<List<String>>> on, List<DockerInstruction> container) {
        return new FoundImages(
                names, tags, base, builder, platforms.or(() -> on), container, labels, proofs, built, others);
    }

    /** The same with images that something else pushes, each with its tag; unchanged if some are known. */
    public FoundImages pushed(List<Fact<String>> tagged) {
        if (!names.isEmpty() || tagged.isEmpty()) {
            return this;
        }
        Map<String, Fact<String>> named = new LinkedHashMap<>();
        tagged.stream()
                .map(image -> image.map(FoundImages::untagged))
                .forEach(image -> named.putIfAbsent(image.value(), image));
        List<PushedTag> pushed = PushedTag.together(tagged.stream()
                .filter(image -> !image.value().contains(Symbols.UNKNOWN))
                .toList());
        return new FoundImages(
                List.copyOf(named.values()), pushed, base, builder, platforms, settings, labels, proofs, built, others);
    }

    private static String untagged(String image) {
        int colon = image.lastIndexOf(':');
        return colon > image.lastIndexOf('/') ? image.substring(0, colon) : image;
    }

    /** The same with images whose names nothing tells; unchanged if some are known. */
    public FoundImages unnamed(List<Fact<String>> dockerfiles) {
        List<Fact<String>> more =
                Stream.concat(built.stream(), dockerfiles.stream()).distinct().toList();
        return names.isEmpty()
                ? new FoundImages(names, tags, base, builder, platforms, settings, labels, proofs, more, others)
                : this;
    }

    /** The same, with Dockerfiles that something else builds images from, which is no news. */
    public FoundImages building(List<String> dockerfiles) {
        List<String> left =
                others.stream().filter(path -> !dockerfiles.contains(path)).toList();
        return new FoundImages(names, tags, base, builder, platforms, settings, labels, proofs, built, left);
    }

    /** The same under other names; unchanged if there are none. The Dockerfile at the top may be that of these images. */
    public FoundImages named(List<Fact<String>> some) {
        List<Fact<String>> more = built.stream()
                .filter(file -> !names.isEmpty() || !file.value().matches("Dockerfile|Containerfile"))
                .toList();
        return some.isEmpty()
                ? this
                : new FoundImages(some, tags, base, builder, platforms, settings, labels, proofs, more, others);
    }
}
