package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.git.OtherTags;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Sees whether tags like those of the last releases would start a release. */
record TagsCheck() implements Check {
    private static final String URL =
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.clear("'tag' and the newest release tag")
                .unless(repository.git().tags().isEmpty(), "git has no release tags");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        List<String> tags = repository.git().tags();
        Optional<OtherTags> other = OtherTags.of(tags)
                .filter(some -> !setup.tags().releases().test(some.example()))
                .filter(some -> some.only() || setup.tags().starts().test(some.example()));
        if (other.isPresent()) {
            return List.of(refused(other.get(), setup).at(setup.key("/tag")));
        }
        Optional<String> moving = OtherTags.onlyMoving(tags);
        if (moving.isPresent()) {
            return List.of(onlyMoving(moving.get(), setup).at(setup.key("/tag")));
        }
        boolean newer = OtherTags.of(tags).isPresent(); // and it starts a release, whatever older tags look like
        return repository.tagStyle().map(Fact::value).stream()
                .filter(style -> !newer)
                .filter(style -> !setup.tags().starts().test(style.example()))
                .map(style -> new Advice(
                                Severity.WARNING,
                                "tags",
                                "the newest release tag is '" + style.example()
                                        + "', but pushing such a tag starts no release: '"
                                        + String.join("', '", setup.tags().patterns()) + "' does not match it",
                                help(style.pattern(), "", setup),
                                URL)
                        .at(setup.key("/tag")))
                .toList();
    }

    /** Tags that are not versions, as the release reads them. */
    private static Advice refused(OtherTags tags, Setup setup) {
        String message = "the newest git tag is '" + tags.example() + "', but "
                + (setup.tags().starts().test(tags.example())
                        ? "a release with such a tag stops at 'Check the tag': it is not "
                                + setup.tags().expected()
                        : "no such tag starts a release: '"
                                + String.join("', '", setup.tags().patterns()) + "' does not match it");
        return new Advice(
                Severity.ERROR,
                "tags",
                message,
                help(tags.pattern(), " and 'tag-scheme: " + tags.scheme() + "'", setup),
                URL);
    }

    private static Advice onlyMoving(String tag, Setup setup) {
        boolean starts = setup.tags().starts().test(tag);
        return new Advice(
                starts ? Severity.ERROR : Severity.WARNING,
                "tags",
                "no git tag is a version, only tags such as '" + tag + "'"
                        + (starts ? ", and pushing it starts a release that stops at 'Check the tag'" : ""),
                "push tags such as '" + setup.tags().example() + "' to release"
                        + (starts
                                ? ", and exclude the other one: add \"!" + tag + "\" after the patterns of 'tag'"
                                : ""),
                URL);
    }

    /** What to write for a pattern, if a config takes it. */
    private static String help(String pattern, String more, Setup setup) {
        String others = "push tags such as '" + setup.tags().example() + "' from now on";
        return setup.tags().valid().test(pattern)
                ? "write 'tag: " + quoted(pattern) + "'" + more + " in " + setup.config() + ", or " + others
                : "no config releases such tags: " + others;
    }

    private static String quoted(String pattern) {
        return pattern.matches("[A-Za-z0-9].*") ? pattern : "\"" + pattern + "\"";
    }
}
