package dev.slipway.shell;

import dev.slipway.source.Wildcard;
import java.util.Optional;

/** A pattern of a script. It is compared with values as long as the effort lasts; after that, only a run knows. */
record ShellPattern(String text, Wildcard wildcard, Effort effort) {
    ShellPattern(String text, Effort effort) {
        this(text, Wildcard.of(text, Wildcard.Dialect.SHELL), effort);
    }

    Truth matches(String value) {
        return effort.compares(text, value, 1) ? Truth.of(wildcard.matches(value)) : Truth.UNKNOWN;
    }

    /** Where the beginning of a value ends that matches; -1 if none does, and nothing if only a run knows. */
    Optional<Integer> prefix(String value, boolean longest) {
        return effort.compares(text, value, 1) ? Optional.of(wildcard.prefix(value, 0, longest)) : Optional.empty();
    }

    /** A value without the end of it that matches. */
    String unsuffixed(String value, boolean longest) {
        if (!effort.compares(text, value, value.length())) {
            return Symbols.UNKNOWN;
        }
        for (int i = 0; i <= value.length(); i++) {
            int from = longest ? i : value.length() - i;
            if (wildcard.matches(value, from)) {
                return value.substring(0, from);
            }
        }
        return value;
    }

    /**
     * A value with another text in place of what matches.
     *
     * @param all whether every place is replaced, not only the first
     */
    String replaced(String value, String other, boolean all) {
        if (!effort.compares(text, value, value.length())) {
            return Symbols.UNKNOWN;
        }
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < value.length() && result.length() <= Symbols.LONGEST) {
            int end = wildcard.prefix(value, at, true);
            if (end > at) {
                result.append(other);
                at = end;
                if (!all) {
                    break;
                }
            } else {
                result.append(value.charAt(at++));
            }
        }
        return result.length() > Symbols.LONGEST
                ? Symbols.UNKNOWN
                : result.append(value, at, value.length()).toString();
    }
}
