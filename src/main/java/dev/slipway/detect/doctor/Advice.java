package dev.slipway.detect.doctor;

import dev.slipway.detect.fact.FoundAt;
import dev.slipway.shell.Symbols;
import dev.slipway.source.Finding;
import dev.slipway.source.Severity;
import java.util.Optional;

/**
 * Something that can break a release although the generated files are right.
 *
 * @param severity an error breaks the release, a warning may
 * @param rule what it is about, such as {@code runner}, {@code tls} or {@code package}
 * @param where the line to look at; absent if no file has one, as for a tag
 * @param message what is so: lower case, no full stop
 * @param help what to do; may be empty
 * @param url where to read about it or to change it; may be empty
 */
public record Advice(Severity severity, String rule, Optional<FoundAt> where, String message, String help, String url) {
    public Advice {
        message = Symbols.shown(message);
        help = Symbols.shown(help);
    }

    /** Of something that no file of the repository says. */
    Advice(Severity severity, String rule, String message, String help, String url) {
        this(severity, rule, Optional.empty(), message, help, url);
    }

    /** What somebody else has found in a file. */
    public static Advice of(Finding finding, String rule, String url) {
        return new Advice(
                finding.severity(), rule, Optional.of(FoundAt.of(finding)), finding.message(), finding.help(), url);
    }

    /** The same at a place. */
    Advice at(FoundAt place) {
        return new Advice(severity, rule, Optional.of(place), message, help, url);
    }

    /** The same at a place, if there is one. */
    Advice at(Optional<FoundAt> place) {
        return place.map(this::at).orElse(this);
    }
}
