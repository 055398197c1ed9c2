package dev.slipway.lint;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The names of the artifacts that exist when a step begins, as far as the file shows them. */
final class Artifacts {
    private final Set<String> names = new HashSet<>();
    private boolean open;

    void add(Upload upload) {
        if (upload.name().isLiteral()) {
            names.add(upload.name().text());
        } else {
            open = true;
        }
    }

    /** Whether there may be one of this name: one that only a run names may have it. */
    boolean mayHave(ArtifactName name) {
        return open || names.contains(name.text());
    }

    /** Whether there may be one whose name matches. */
    boolean mayHave(Predicate<String> wanted) {
        return open || names.stream().anyMatch(wanted);
    }
}
