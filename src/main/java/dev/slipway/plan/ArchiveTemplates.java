package dev.slipway.plan;

import dev.slipway.config.Config;
import dev.slipway.config.TargetConfig;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import java.util.List;
import java.util.Optional;

/**
 * Reads how archives are to be named.
 *
 * @param usual the name of those whose target has none of its own
 */
record ArchiveTemplates(ArchiveTemplate usual, String project, TagRule tags, List<Problem> problems) {
    private static final String DEFAULT = "{name}-{tag}-{platform}";
    private static final Pointer PLACE = Pointer.of("/archive/name");
    private static final Pointer TARGETS = Pointer.of("/targets");

    static ArchiveTemplates read(Config config, Project project, TagRule tags, List<Problem> problems) {
        String text = config.archive().name().orElse(usual(tags));
        return new ArchiveTemplates(read(text, PLACE, project.name(), tags, problems), project.name(), tags, problems);
    }

    /** The name of the archive of a target, whose place in the config this is. */
    ArchiveTemplate of(TargetConfig target, Pointer place) {
        return target.archive()
                .map(text -> read(text, place.child("archive"), project, tags, problems))
                .orElse(usual);
    }

    private static ArchiveTemplate read(
            String text, Pointer place, String project, TagRule tags, List<Problem> problems) {
        checkTag(text, place, tags, problems);
        boolean sameAsTag = tags.prefix().isEmpty();
        String named = text.replace("{name}", project);
        return new ArchiveTemplate(sameAsTag ? named.replace("{version}", "{tag}") : named, tags.prefix());
    }

    /** A tag with a slash cannot be part of a file name. */
    static void checkTag(String text, Pointer place, TagRule tags, List<Problem> problems) {
        if (tags.inFolder() && text.contains("{tag}")) {
            problems.add(Problem.at(
                    place,
                    "a tag such as " + Quote.of(tags.example().name())
                            + " contains '/', which is invalid in a file name",
                    "write '" + tags.mark() + "{version}' instead of '{tag}'"));
        }
    }

    private static String usual(TagRule tags) {
        return tags.inFolder() ? DEFAULT.replace("{tag}", tags.mark() + "{version}") : DEFAULT;
    }

    /** All files of a release are in one folder, so no two may share a name, and no two builds may share a word. */
    void checkNames(List<TargetConfig> targets, List<BuildGroup> groups) {
        List<Build> builds =
                groups.stream().flatMap(group -> group.builds().stream()).toList();
        boolean apart = usual.has("platform") || usual.has("target") || usual.has("os") || usual.has("arch");
        long alike = builds.size()
                - targets.stream()
                        .filter(target -> target.archive().isPresent())
                        .count();
        if (!apart && alike > 1) {
            problems.add(Problem.at(
                    PLACE, "every archive would have the same name", "add '{platform}', as in '" + DEFAULT + "'"));
            return;
        }
        for (int i = 0; i < builds.size(); i++) {
            Build build = builds.get(i);
            twin(build, builds.subList(0, i)).ifPresent(other -> problems.add(twin(targets, other, build)));
        }
    }

    private static Optional<Build> twin(Build build, List<Build> others) {
        for (Build other : others) {
            if (other.archive().text().equals(build.archive().text())
                    || other.platform().equals(build.platform())) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static Problem twin(List<TargetConfig> targets, Build one, Build other) {
        boolean called = one.platform().equals(other.platform());
        String message = called
                ? "two targets are called " + Quote.of(one.platform())
                : "the archives of " + Quote.of(one.platform()) + " and " + Quote.of(other.platform())
                        + " would have the same name";
        int at = targets.size() - 1;
        while (at >= 0 && !targets.get(at).platform().equals(other.platform())) {
            at--;
        }
        Pointer row = at < 0 ? TARGETS : TARGETS.child(at);
        if (called) {
            return Problem.at(
                    row,
                    message,
                    "give one of them another name, as in { target: "
                            + other.recipe().target() + ", as: other }");
        }
        boolean own = at >= 0 && targets.get(at).archive().isPresent();
        return Problem.at(own ? row.child("archive") : PLACE, message, "add '{platform}', as in '" + DEFAULT + "'");
    }
}
