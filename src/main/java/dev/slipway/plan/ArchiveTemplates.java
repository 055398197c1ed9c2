package dev.slipway.plan;

import dev.slipway.config.Config;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import java.util.List;

/** Reads how archives are to be named. */
final class ArchiveTemplates {
    private static final String DEFAULT = "{name}-{tag}-{platform}";
    private static final Pointer PLACE = Pointer.of("/archive/name");

    private ArchiveTemplates() {}

    static ArchiveTemplate read(Config config, Project project, TagRule tags, List<Problem> problems) {
        String text = config.archive().name().orElse(usual(tags));
        checkTag(text, PLACE, tags, problems);
        boolean sameAsTag = tags.prefix().isEmpty();
        String named = text.replace("{name}", project.name());
        return new ArchiveTemplate(sameAsTag ? named.replace("{version}", "{tag}") : named, tags.prefix());
    }

    /** A tag with a folder in it is no part of a file's name. */
    static void checkTag(String text, Pointer place, TagRule tags, List<Problem> problems) {
        if (tags.inFolder() && text.contains("{tag}")) {
            problems.add(Problem.at(
                    place,
                    "a tag such as " + Quote.of(tags.example().name()) + " has a '/', which no file name can have",
                    "write '" + tags.mark() + "{version}' instead of '{tag}'"));
        }
    }

    private static String usual(TagRule tags) {
        return tags.inFolder() ? DEFAULT.replace("{tag}", tags.mark() + "{version}") : DEFAULT;
    }

    /** The files of a release lie side by side, so no two may have one name. */
    static void checkNames(ArchiveTemplate names, List<BuildGroup> groups, List<Problem> problems) {
        List<Build> builds =
                groups.stream().flatMap(group -> group.builds().stream()).toList();
        boolean apart = names.has("platform") || names.has("target") || names.has("os") || names.has("arch");
        if (!apart && builds.size() > 1) {
            problems.add(Problem.at(
                    PLACE, "every archive would have the same name", "add '{platform}', as in '" + DEFAULT + "'"));
            return;
        }
        for (int i = 0; i < builds.size(); i++) {
            Build build = builds.get(i);
            builds.subList(0, i).stream()
                    .filter(other ->
                            other.archive().text().equals(build.archive().text()))
                    .findFirst()
                    .ifPresent(other -> problems.add(Problem.at(
                            build.platform().equals(other.platform()) ? Pointer.of("/targets") : PLACE,
                            "the archives of " + Quote.of(other.platform()) + " and " + Quote.of(build.platform())
                                    + " would have the same name",
                            build.platform().equals(other.platform())
                                    ? "give one of them another word, as in { target: "
                                            + build.recipe().target() + ", as: other }"
                                    : "add '{platform}', as in '" + DEFAULT + "'")));
        }
    }
}
