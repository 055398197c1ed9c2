package dev.slipway.cli;

import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.Tag;
import dev.slipway.plan.TagRule;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The most likely tag of the next release. */
final class NextTag {
    private NextTag() {}

    /** The next patch version after the newest; 0.1.0 if there is none; a placeholder if versions have no order. */
    static String of(TagRule rule, List<String> tags) {
        return of(rule, ReleasedVersions.of(tags, rule));
    }

    static String of(TagRule rule, ReleasedVersions released) {
        Optional<Tag> newest = released.newest();
        String first = rule.semantic() ? "0.1.0" : rule.ordered() ? "1" : "rehearsal";
        return newest.map(tag -> rule.prefix() + next(tag.version())).orElse(rule.prefix() + first);
    }

    private static String next(String version) {
        String plain = version.replaceFirst("\\+.*", "");
        int dot = plain.lastIndexOf('.');
        return plain.substring(0, dot + 1) + new BigInteger(plain.substring(dot + 1)).add(BigInteger.ONE);
    }
}
