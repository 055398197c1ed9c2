package dev.slipway;

import dev.slipway.source.Document;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that could be generated, and the mistakes in the config because of which nobody may have them. Those mistakes show
 * only in what is generated, so a search for more of them needs the files all the same.
 */
public record Attempt(Generation generation, List<Finding> mistakes) {
    public Attempt {
        mistakes = List.copyOf(mistakes);
    }

    /** The same with mistakes that somebody else found, perhaps some of the same. */
    public Attempt and(List<Finding> more) {
        return new Attempt(
                generation,
                Stream.concat(mistakes.stream(), more.stream().filter(this::isNew))
                        .toList());
    }

    private boolean isNew(Finding finding) {
        return mistakes.stream()
                .noneMatch(mistake -> mistake.file().equals(finding.file())
                        && mistake.span().equals(finding.span())
                        && mistake.message().equals(finding.message()));
    }

    /**
     * The files, if there are no mistakes.
     *
     * @throws InvalidSource with all of them
     */
    public Generation orReject() {
        if (!mistakes.isEmpty()) {
            Document config = generation.document();
            throw new InvalidSource(config.sources(), mistakes);
        }
        return generation;
    }
}
