package dev.slipway.init;

import dev.slipway.config.ImageGrammars;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.image.FoundImages;
import dev.slipway.plan.ImageTag;
import dev.slipway.plan.ImageTags;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tags under which people pull the image today: the config lists exactly these.
 *
 * @param prefix what a Git tag has before the version
 */
record PulledTags(FoundImages images, String prefix, Draft draft) {
    private static final String VERSIONED =
            "(?:sha-)?\\{sha}|\\{tag}|v?\\{(?:version|major)}|v?\\{major}\\.\\{minor}(?:\\.\\{patch})?";

    /** Words of tags that people know as other editions of an image, alone or after the version. */
    private static final String EDITION = "(?:.*-)?(?:alpine|busybox|debian|debug|distroless|fedora|full|minimal|musl"
            + "|nonroot|rootless|scratch|slim|static|ubi|ubuntu|wolfi|bookworm|bullseye|trixie|jammy|noble)[0-9.]*(?:-.*)?";

    private static final String SINGLE =
            ".*-(?:386|amd64|x86_64|arm64|aarch64|arm(?:32|64)?v?[5-8]?|armhf|ppc64le|riscv64|s390x)";

    /** Those that the config has to list; none if they are the usual ones, or unknown. */
    List<String> read() {
        String name = images.names().stream().findFirst().map(Fact::value).orElse("");
        List<Fact<String>> all = images.tags().stream()
                .filter(tag -> tag.value().startsWith(name + ":"))
                .map(tag -> tag.map(text -> text.substring(name.length() + 1)))
                .toList();
        Set<String> places = all.stream()
                .filter(tag ->
                        tag.value().equals(ImageTags.LATEST) || tag.value().contains("{"))
                .map(Fact::from)
                .collect(Collectors.toSet());
        List<Fact<String>> kept =
                all.stream().filter(tag -> isOurs(tag, places)).toList();
        all.stream()
                .filter(tag -> !kept.contains(tag) && !tag.value().contains(Symbols.UNKNOWN))
                .forEach(tag -> draft.left("docker.tags", tag.value(), why(tag.value()) + "; from " + tag.from()));
        all.stream()
                .filter(tag -> !kept.contains(tag) && tag.value().contains(Symbols.UNKNOWN))
                .map(tag -> "a tag such as '" + tag.value().replace(Symbols.UNKNOWN, "…")
                        + "' is known only during a run; compare 'docker.tags' with the registry; from " + tag.from())
                .distinct()
                .forEach(why -> draft.open("docker.tags", why));
        List<String> tags = new ArrayList<>(kept.stream().map(Fact::value).toList());
        if (tags.isEmpty() || areUsual(tags)) {
            return List.of();
        }
        kept.forEach(tag -> draft.taken("docker.tags", tag));
        if (tags.stream().noneMatch(tag -> new ImageTag(tag).ofOneVersion())) {
            tags.add(0, ImageTags.VERSION);
            draft.guess(
                    "docker.tags",
                    ImageTags.VERSION,
                    "each version needs a tag that no other has, and none was found",
                    "compare it with the tags in the registry");
        }
        return List.copyOf(tags);
    }

    /** @param places the steps that push the image of a version */
    private static boolean isOurs(Fact<String> tag, Set<String> places) {
        String text = tag.value();
        return text.matches(VERSIONED)
                || ImageGrammars.IMAGE_TAG.matches(text)
                        && !text.contains("{")
                        && places.contains(tag.from())
                        && !text.matches(EDITION)
                        && !text.matches(SINGLE)
                || text.equals(ImageTags.LATEST);
    }

    private static String why(String tag) {
        if (tag.matches(SINGLE)) {
            return "no longer pushed; one tag covers all platforms";
        }
        if (tag.matches(EDITION)) {
            return "no longer pushed; 'docker.variants' describes images on other bases";
        }
        return ImageGrammars.IMAGE_TAG.matches(tag)
                ? "no longer pushed; if it is the same image, add it to 'docker.tags'"
                : "no longer pushed; no config can say it";
    }

    /** Whether a config without the key pushes these and no others. */
    private boolean areUsual(List<String> tags) {
        Set<String> usual = new HashSet<>(ImageTags.USUAL);
        if (prefix.isEmpty()) {
            usual.remove("{tag}"); // the same as the version
        }
        return usual.equals(Set.copyOf(tags));
    }
}
