package dev.slipway.shell;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of a makefile, in its order.
 *
 * @param needs what targets need, as it is written
 * @param recipes the lines that make a target
 * @param own settings for some targets only, and for what those need
 */
record MakeRules(Map<String, List<String>> needs, Map<String, List<String>> recipes, List<Own> own) {
    MakeRules {
        needs = Collections.unmodifiableMap(new LinkedHashMap<>(needs));
        recipes = Collections.unmodifiableMap(new LinkedHashMap<>(recipes));
        own = List.copyOf(own);
    }

    /** A setting for one target, or for all that a pattern fits. */
    record Own(String targets, MakeSetting setting) {}

    /** The target that make builds if the file does not say which. */
    Optional<String> first() {
        return needs.keySet().stream()
                .filter(name -> !name.startsWith(".") && name.indexOf('%') < 0)
                .findFirst();
    }

    /** The settings that a target has itself. */
    Stream<MakeSetting> settings(String target) {
        return own.stream()
                .filter(one -> one.targets().equals(target) || fits(one.targets(), target))
                .map(Own::setting);
    }

    /** The rule with the recipe of a target: its own, or the pattern that fits most of it. */
    String rule(String target) {
        if (recipes.containsKey(target)) {
            return target;
        }
        return recipes.keySet().stream()
                .filter(name -> fits(name, target))
                .max(Comparator.comparingInt(String::length))
                .orElse(!needs.containsKey(target) && recipes.containsKey(".DEFAULT") ? ".DEFAULT" : target);
    }

    /** What the pattern of a rule leaves open in the name of a target. */
    static String stem(String rule, String target) {
        int at = rule.indexOf('%');
        return at >= 0 && fits(rule, target)
                ? target.substring(at, target.length() - (rule.length() - at - 1))
                : Symbols.UNKNOWN;
    }

    private static boolean fits(String pattern, String target) {
        int stem = pattern.indexOf('%');
        return stem >= 0
                && target.length() >= pattern.length()
                && target.startsWith(pattern.substring(0, stem))
                && target.endsWith(pattern.substring(stem + 1));
    }
}
