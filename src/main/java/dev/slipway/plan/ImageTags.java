package dev.slipway.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The tags of an image. The order matters: the first that gives a version is what the version label says.
 *
 * @param latest whether it has {@code latest}, which never moves with a prerelease
 * @param all every other tag
 */
public record ImageTags(boolean latest, List<ImageTag> all) {
    /** The tag that people get without naming one; docker/metadata-action adds it on its own. */
    public static final String LATEST = "latest";

    /** The tag that is a version. */
    public static final String VERSION = "{version}";

    /** The tags of an image whose config lists none. */
    public static final List<String> USUAL = List.of(LATEST, VERSION, "{tag}", "{major}.{minor}", "sha-{sha}");

    public ImageTags {
        all = List.copyOf(all);
    }

    /** The usual ones; the minor version only if versions have one. */
    static ImageTags usual(TagRule rule) {
        return of(USUAL.stream()
                .filter(template -> rule.semantic() || !template.contains("{minor}"))
                .toList());
    }

    static ImageTags of(List<String> templates) {
        List<ImageTag> all = new ArrayList<>();
        templates.stream()
                .filter(template -> !template.isEmpty() && !template.equals(LATEST))
                .map(ImageTag::new)
                .forEach(tag -> all.add(tag.template().equals(VERSION) ? 0 : all.size(), tag));
        return new ImageTags(templates.contains(LATEST), all);
    }

    /** Every tag that pushing a git tag sets if nothing newer is released; a variant adds its suffix to each. */
    public List<String> at(Tag tag, String commit, String suffix) {
        return at(tag, commit, suffix, line -> true);
    }

    /**
     * Every tag that pushing a git tag sets.
     *
     * @param leads whether the version takes over the tags of a line
     */
    public List<String> at(Tag tag, String commit, String suffix, Predicate<Line> leads) {
        Set<String> names = new LinkedHashSet<>();
        if (latest && !tag.prerelease() && leads.test(Line.ALL)) {
            names.add(LATEST + suffix);
        }
        all.stream()
                .filter(kind -> kind.line().filter(leads.negate()).isEmpty())
                .forEach(kind -> kind.of(tag, commit).ifPresent(name -> names.add(name + suffix)));
        return List.copyOf(names);
    }

    /** The tags that a later release moves, and that a prerelease does not move. */
    public List<String> moving(Tag tag, String suffix) {
        Tag release = tag.prerelease() || tag.version().contains("+")
                ? new Tag(tag.name(), tag.version().replaceFirst("[-+].*", ""))
                : tag;
        ImageTags moving = new ImageTags(
                latest, all.stream().filter(kind -> kind.line().isPresent()).toList());
        return moving.at(release, "", suffix);
    }

    /** The lines whose newest version has one of these tags, {@code latest} first. */
    public List<Line> lines() {
        Set<Line> lines = EnumSet.noneOf(Line.class);
        if (latest) {
            lines.add(Line.ALL);
        }
        all.forEach(tag -> tag.line().ifPresent(lines::add));
        return List.copyOf(lines);
    }
}
