package dev.slipway.plan;

import dev.slipway.config.DocsConfig;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import java.util.List;
import java.util.Optional;

/**
 * Where the page about the release is written.
 *
 * @param intro the file with the text that it begins with
 */
public record Page(String path, Optional<String> intro) {
    /** Where {@link #intro()} is in the config. */
    public static final Pointer INTRO = Pointer.of("/docs/intro");

    static Optional<Page> of(DocsConfig docs, List<Problem> problems) {
        docs.intro().ifPresent(intro -> {
            if (docs.release().isEmpty()) {
                problems.add(Problem.at(
                        INTRO.key(),
                        "no generated page begins with " + Quote.of(intro),
                        "add the page: 'release: docs/releasing.md'"));
            } else if (docs.release().get().equalsIgnoreCase(intro)) {
                problems.add(Problem.at(
                        INTRO, Quote.of(intro) + " is the generated page", "use another file for the introduction"));
            }
        });
        return docs.release().map(release -> new Page(release, docs.intro()));
    }
}
