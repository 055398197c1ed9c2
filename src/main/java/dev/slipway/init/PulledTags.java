package dev.slipway.init;

import dev.slipway.config.ImageGrammars;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.image.FoundImages;
import dev.slipway.detect.image.PushedTag;
import dev.slipway.plan.ImageTag;
import dev.slipway.plan.ImageTags;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tags under which people pull the image today: the config lists exactly these.
 *
 * @param prefix what a Git tag has before the version
 */
record PulledTags(FoundImages images, String prefix, Draft draft) {
    /** A tag that moves with prereleases: a script that pushes it also has the one for other releases in another branch. */
    private static final String EARLY = "(?i)(?:.*[-_.])?(?:pre-?release|preview|alpha|beta|rc)";

    private static final String EDITION = "(?:latest|v?\\{[a-z]++}(?:\\.\\{[a-z]++})*+)-[A-Za-z].*";

    /** Those that the config has to list; none if they are the usual ones, or unknown. */
    List<String> read() {
        String name = images.names().stream().findFirst().map(Fact::value).orElse("");
        List<PushedTag> pushed =
                images.tags().stream().filter(tag -> tag.name().equals(name)).toList();
        List<Fact<String>> all = pushed.stream().map(PushedTag::tag).toList();
        List<Fact<String>> kept = pushed.stream()
                .filter(tag -> isOurs(tag, all))
                .map(PushedTag::tag)
                .toList();
        all.stream()
                .filter(tag -> !kept.contains(tag) && !tag.value().contains(Symbols.UNKNOWN))
                .sorted(Comparator.comparing(tag -> why(tag.value(), all)))
                .forEach(tag -> draft.left("docker.tags", tag.value(), why(tag.value(), all) + "; from " + tag.from()));
        all.stream()
                .filter(tag -> !kept.contains(tag) && tag.value().contains(Symbols.UNKNOWN))
                .map(tag -> tag(tag.value())
                        + " is known only during a run; compare 'docker.tags' with the registry; from " + tag.from())
                .distinct()
                .forEach(why -> draft.open("docker.tags", why));
        List<String> tags = new ArrayList<>(kept.stream().map(Fact::value).toList());
        if (tags.isEmpty() || areUsual(tags)) {
            return List.of();
        }
        pushed.stream().filter(tag -> kept.contains(tag.tag())).forEach(tag -> tell(tag.tag(), tag.guessed()));
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

    private void tell(Fact<String> tag, boolean guessed) {
        int start = prefix.lastIndexOf('/') + 1;
        if (start > 0 && tag.value().contains("{tag}")) {
            draft.guess(
                    "docker.tags",
                    tag.value(),
                    "no tag of an image has a '/', so it begins with '" + prefix.replace('/', '-') + "'; with '"
                            + prefix.substring(start) + "{version}', it does not; from " + tag.from(),
                    "compare it with the tags in the registry");
        } else if (guessed) {
            draft.guess(
                    "docker.tags",
                    tag.value(),
                    "whether it contains the tag or the version is guessed from a variable's name; from " + tag.from(),
                    "compare it with the tags in the registry");
        } else {
            draft.taken("docker.tags", tag);
        }
    }

    /** A tag of which a part is known, or just a tag. */
    private static String tag(String text) {
        String rest = text.replace(Symbols.UNKNOWN, "");
        return rest.matches("[\\w.{}-]*+") && rest.matches(".*\\w.*")
                ? "a tag such as '" + text.replace(Symbols.UNKNOWN, "…") + "'"
                : "a tag";
    }

    private static boolean isOurs(PushedTag tag, List<Fact<String>> all) {
        String text = tag.tag().value();
        return PushedTag.isPlain(text)
                || text.matches("(?:sha-)?\\{sha}")
                || tag.plain()
                        && ImageGrammars.IMAGE_TAG.matches(text)
                        && !text.contains("{")
                        && !text.matches(EARLY)
                        && !isEdition(text, all)
                        && !PushedTag.isSingle(text);
    }

    /** Whether a tag is for another edition of the image: it also follows the version, as in {@code {version}-slim}. */
    private static boolean isEdition(String tag, List<Fact<String>> all) {
        String newest = tag.startsWith("latest-") ? tag.substring("latest".length()) : "";
        return tag.matches(EDITION)
                || !newest.isEmpty()
                        && all.stream()
                                .map(Fact::value)
                                .anyMatch(other -> other.startsWith("{") && other.endsWith("}" + newest))
                || all.stream().anyMatch(other -> other.value().endsWith("-" + tag));
    }

    private static String why(String tag, List<Fact<String>> all) {
        if (PushedTag.isSingle(tag)) {
            return "not pushed by the new release; one tag covers all platforms";
        }
        if (tag.matches(EARLY)) {
            return "not pushed by the new release; a prerelease moves no tag";
        }
        if (isEdition(tag, all)) {
            return "not pushed by the new release; 'docker.variants' describes images on other bases";
        }
        return ImageGrammars.IMAGE_TAG.matches(tag)
                ? "not pushed by the new release; if it is the same image, add it to 'docker.tags'"
                : "not pushed by the new release; no config can say it";
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
