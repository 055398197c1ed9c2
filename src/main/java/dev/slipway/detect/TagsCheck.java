package dev.slipway.detect;

import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;

/** Sees whether tags like those of the last releases would start a release. */
record TagsCheck() implements Check {
    private static final String URL =
            "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.clear("'tag' and the newest release tag")
                .unless(repository.tagStyle().isEmpty(), "git has no release tag here");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        return repository.tagStyle().map(Fact::value).stream()
                .filter(style -> !setup.tags().starts().test(style.example()))
                .map(style -> new Advice(
                        Severity.WARNING,
                        "tags",
                        "the newest release tag is '" + style.example()
                                + "', and pushing such a tag starts no release: '"
                                + String.join("', '", setup.tags().patterns()) + "' does not match it",
                        "write 'tag: " + quoted(style.pattern()) + "' in " + setup.config() + ", or push tags such as '"
                                + setup.tags().example() + "' from now on",
                        URL))
                .toList();
    }

    private static String quoted(String pattern) {
        return pattern.startsWith("[") ? "\"" + pattern + "\"" : pattern;
    }
}
