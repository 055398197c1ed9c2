package dev.slipway.run.local.action;

import dev.slipway.model.expression.Data;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.local.artifact.ActionFailed;
import dev.slipway.run.local.engine.BuiltImage;
import dev.slipway.run.local.engine.CopiedFiles;
import dev.slipway.run.local.engine.ImageBuild;
import dev.slipway.run.local.engine.LastStage;
import dev.slipway.run.local.engine.Platform;
import dev.slipway.run.local.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds an image with the container engine of this machine, and keeps it.
 *
 * @see <a href="https://github.com/docker/build-push-action">docker/build-push-action</a>
 */
final class BuildPush implements LocalAction {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Override
    public StepOutcome run(ActionCall call) throws IOException {
        ImageBuild build = build(call);
        String outputs = call.input("outputs");
        boolean push = call.flag("push", false) || outputs.contains("push=true");
        List<String> tags = call.lines("tags").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        if (push && tags.isEmpty()) {
            throw new ActionFailed("no image to push: 'tags' is empty");
        }
        if (push && tags.stream().anyMatch(tag -> tag.startsWith("ghcr.io/"))) {
            call.needs("packages", "write", "pushing an image");
        }
        call.standIn("docker/build-push-action: built here, not pushed");
        CopiedFiles.foreign(build, call.site().notes()::hasPlaceholder)
                .forEach(call.site().notes()::fault);
        CopiedFiles.unused(build)
                .forEach(name ->
                        call.site().notes().fault("the Dockerfile does not use the build context '" + name + "'"));
        boolean kept = push || call.flag("load", false) || outputs.contains("type=docker");
        String digest = built(call, build, kept);
        if (push && !outputs.contains("push-by-digest=true")) {
            tags.forEach(tag -> call.site().images().tag(tag, digest));
        }
        return StepOutcome.success(
                Map.of("digest", Data.of(digest), "imageid", Data.of(digest), "metadata", Data.of("{}")));
    }

    private static ImageBuild build(ActionCall call) throws IOException {
        String context = call.input("context");
        Path folder = call.place().host(context.isEmpty() ? "." : context).normalize();
        String file = call.input("file");
        Path recipe =
                file.isEmpty() ? folder.resolve("Dockerfile") : call.place().host(file);
        if (!Files.isRegularFile(recipe)) {
            throw new ActionFailed("there is no " + call.place().workspace().relativize(recipe));
        }
        Map<String, String> contexts = new LinkedHashMap<>();
        for (Map.Entry<String, String> named :
                pairs(call.lines("build-contexts")).entrySet()) {
            boolean address = named.getValue().contains("://");
            Path path = call.place().host(named.getValue());
            if (!address && !Files.isDirectory(path)) {
                throw new ActionFailed(
                        "the build context '" + named.getKey() + "' is not a folder: " + named.getValue());
            }
            contexts.put(named.getKey(), address ? named.getValue() : path.toString());
        }
        List<Platform> platforms = new ArrayList<>();
        for (String name : call.input("platforms").split("[,\\s]+")) {
            if (!name.isEmpty()) {
                platforms.add(Platform.of(name));
            }
        }
        if (platforms.isEmpty()) {
            platforms.add(Platform.of(
                    "linux/" + (call.site().host().processor().name().equals("ARM64") ? "arm64" : "amd64")));
        }
        String target = call.input("target");
        return new ImageBuild(
                Optional.of(folder),
                contexts,
                recipe,
                pairs(call.lines("build-args")),
                pairs(call.lines("labels")),
                platforms,
                target.isEmpty() ? Optional.empty() : Optional.of(target));
    }

    private static Map<String, String> pairs(List<String> lines) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                pairs.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return pairs;
    }

    /**
     * The digest of what was built, or of its placeholder if no engine could build it.
     *
     * @param kept whether anybody finds it afterward: it is pushed, or loaded
     */
    private static String built(ActionCall call, ImageBuild build, boolean kept) throws IOException {
        Site site = call.site();
        if (site.engine().isEmpty()) {
            return placeholder(call, build, kept, site.noEngine());
        }
        Path layout = site.root()
                .resolve("images")
                .resolve(call.row().job().id() + "-" + call.row().number() + "-"
                        + site.images().next());
        Files.createDirectories(layout.getParent());
        BuiltImage image = site.engine().get().build(build, layout, call.log(), LONGEST);
        image.differences().forEach(call::standIn);
        for (BuiltImage.NotBuilt not : image.notBuilt()) {
            call.standIn("the image for " + not.platform() + " was not built: " + not.why());
        }
        if (image.platforms().isEmpty()) {
            return placeholder(
                    call,
                    build,
                    kept,
                    image.notBuilt().stream()
                            .map(BuiltImage.NotBuilt::why)
                            .distinct()
                            .findFirst()
                            .orElse(""));
        }
        if (kept) {
            site.images().push(image, build, recipe(build));
        }
        return image.digest();
    }

    private static LastStage recipe(ImageBuild build) throws IOException {
        return LastStage.of(build.recipe());
    }

    /** What an image copies must be there, even if no image can be made. */
    private static String placeholder(ActionCall call, ImageBuild build, boolean kept, String why) throws IOException {
        List<String> missing = CopiedFiles.missing(build);
        if (!missing.isEmpty()) {
            throw new ActionFailed("the image copies files that do not exist: " + String.join(", ", missing));
        }
        call.standIn("no image was built: " + why);
        String digest = "sha256:" + sha256(build.toString());
        if (kept) {
            call.site().images().push(digest, build, recipe(build));
        }
        return digest;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
