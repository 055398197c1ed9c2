package dev.slipway.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tags of an image. The order matters: the first that gives a version is what the version label says.
 *
 * @param latest whether {@code latest} moves with every release but a prerelease
 * @param all every other tag
 */
public record ImageTags(boolean latest, List<ImageTag> all) {
    /** The tag that people get who name none; docker/metadata-action adds it on its own. */
    public static final String LATEST = "latest";

    private static final String VERSION = "{version}";
    private static final List<String> USUAL = List.of(LATEST, VERSION, "{tag}", "{major}.{minor}", "sha-{sha}");

    public ImageTags {
        all = List.copyOf(all);
    }

    /** Those that most images have. */
    public static ImageTags usual() {
        return of(USUAL);
    }

    static ImageTags of(List<String> templates) {
        List<ImageTag> all = new ArrayList<>();
        templates.stream()
                .filter(template -> !template.isEmpty() && !template.equals(LATEST))
                .map(ImageTag::new)
                .forEach(tag -> all.add(tag.template().equals(VERSION) ? 0 : all.size(), tag));
        return new ImageTags(templates.contains(LATEST), all);
    }

    /** Every tag that pushing a git tag sets; a variant has its suffix behind each. */
    public List<String> at(Tag tag, String commit, String suffix) {
        Set<String> names = new LinkedHashSet<>();
        if (latest && !tag.prerelease()) {
            names.add(LATEST + suffix);
        }
        all.forEach(kind -> kind.of(tag, commit).ifPresent(name -> names.add(name + suffix)));
        return List.copyOf(names);
    }

    /** Those that a later release takes over, and that a prerelease leaves alone. */
    public List<String> moving(Tag tag, String suffix) {
        Tag release = new Tag(tag.name(), tag.version().replaceFirst("[-+].*", ""));
        ImageTags moving =
                new ImageTags(latest, all.stream().filter(ImageTag::moves).toList());
        return moving.at(release, "", suffix);
    }
}
