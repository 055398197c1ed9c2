package dev.slipway.files;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file of the tree, and what slipway wants instead of it.
 *
 * @param path relative to the root of the repository
 * @param verdict what the file is
 * @param causes why it is not what is wanted; empty if the verdict says it all
 * @param before what is there, with {@code \n} and without a byte order mark; one character for each byte if it is not UTF-8
 * @param after what is wanted there, with the pins that are kept
 * @param keptPins the refs that are taken from the file
 */
public record FileDrift(
        String path,
        Verdict verdict,
        List<Cause> causes,
        Optional<String> before,
        Optional<String> after,
        List<KeptPin> keptPins) {
    public FileDrift {
        causes = List.copyOf(causes);
        keptPins = List.copyOf(keptPins);
    }

    /** Why it is not what is wanted, in words: {@code edited by hand, and the config or a file it names has changed}. */
    public String why() {
        return causes.stream().map(this::words).collect(Collectors.joining(", and "));
    }

    private String words(Cause cause) {
        return otherConfig()
                .filter(config -> cause == Cause.OTHER_CONFIG)
                .map("made from "::concat)
                .orElseGet(cause::words);
    }

    /** The other config that the file is made from; nothing if it is ours or no config's. */
    public Optional<String> otherConfig() {
        return causes.contains(Cause.OTHER_CONFIG) ? before.flatMap(SourceConfig::of) : Optional.empty();
    }

    /** What writing would change, as a unified diff; empty if nothing. */
    public String diff() {
        return UnifiedDiff.of(path, before, after);
    }

    /** Whether the file contains text that slipway did not write. */
    boolean touched() {
        return verdict.needsDecision() || causes.contains(Cause.HAND);
    }
}
