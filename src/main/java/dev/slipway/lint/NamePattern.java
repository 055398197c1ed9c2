package dev.slipway.lint;

import dev.slipway.source.Wildcard;
import java.util.List;
import java.util.function.Predicate;

/**
 * Patterns of artifact names, as minimatch reads them. One with groups such as {@code @(a|b)} or with ranges such as
 * <code>{1..3}</code> is not read: it may match any name.
 */
final class NamePattern {
    private static final List<String> UNREAD = List.of("@(", "?(", "*(", "+(", "!(", "..");

    private NamePattern() {}

    static Predicate<String> of(String pattern) {
        if (UNREAD.stream().anyMatch(pattern::contains)) {
            return name -> true;
        }
        if (pattern.startsWith("#")) {
            return name -> false;
        }
        int marks = 0;
        while (pattern.startsWith("!", marks)) {
            marks++;
        }
        boolean others = marks % 2 == 1;
        String bare = pattern.substring(marks);
        // a dot in front is matched by a dot alone
        boolean dots = bare.isEmpty() || "*?[".indexOf(bare.charAt(0)) < 0;
        Wildcard wildcard = Wildcard.of(bare, Wildcard.Dialect.ARTIFACT);
        return name -> ((dots || !name.startsWith(".")) && wildcard.matches(name)) != others;
    }
}
