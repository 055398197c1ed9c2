package dev.slipway.init;

import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import dev.slipway.source.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The flags of compilers in an existing release: what all builds have in common goes into the config, and the rest is listed.
 *
 * @param targets those that are built
 */
record BuildFlags(List<Fact<FoundTarget>> targets, Draft draft) {
    private static final String COMPILER = "env.";
    private static final int SHOWN = 4;

    /** The value of a flag that all builds have; one that only some have is listed as lost under a key of the config. */
    Optional<Fact<String>> shared(String flag, String key) {
        return shared(flag, key, "");
    }

    /**
     * The same.
     *
     * @param usual what a config has anyway, which is nothing to speak of
     */
    Optional<Fact<String>> shared(String flag, String key, String usual) {
        Map<String, List<Fact<FoundTarget>>> values = new LinkedHashMap<>();
        targets.forEach(fact -> {
            String value = fact.value().flags().getOrDefault(flag, "");
            values.computeIfAbsent(value.equals(usual) ? "" : value, any -> new ArrayList<>())
                    .add(fact);
        });
        if (values.size() == 1) {
            return values.entrySet().stream()
                    .filter(entry -> !entry.getKey().isEmpty())
                    .findFirst()
                    .map(entry -> entry.getValue().get(0).map(any -> entry.getKey()));
        }
        values.forEach((value, some) -> {
            if (!value.isEmpty()) {
                draft.left(key, value.equals("true") ? "--" + flag : value, seen(some));
            }
        });
        return Optional.empty();
    }

    private static String seen(List<Fact<FoundTarget>> some) {
        List<String> triples =
                some.stream().map(fact -> fact.value().triple()).distinct().toList();
        int more = triples.size() - SHOWN;
        List<String> shown = new ArrayList<>(triples.subList(0, Math.min(SHOWN, triples.size())));
        if (more > 0) {
            shown.add(more + " more");
        }
        return "seen in the build" + (shown.size() == 1 ? " of " : "s of ") + English.and(shown)
                + ", but not in all; from " + some.get(0).from();
    }

    /** The values that all builds give to a flag, such as build tags. Values of single builds are listed as lost. */
    Optional<Fact<String>> words(String flag, String key) {
        List<List<String>> all = targets.stream()
                .map(fact -> List.of(
                        fact.value().flags().getOrDefault(flag, "").strip().split("[,\\s]+")))
                .toList();
        List<String> common = all.stream().limit(1).flatMap(List::stream).distinct().toList().stream()
                .filter(word -> !word.isEmpty() && all.stream().allMatch(words -> words.contains(word)))
                .toList();
        if (common.isEmpty()) {
            return shared(flag, key);
        }
        Map<String, List<Fact<FoundTarget>>> others = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            String rest = all.get(i).stream()
                    .filter(word -> !common.contains(word))
                    .distinct()
                    .collect(Collectors.joining(" "));
            others.computeIfAbsent(rest, any -> new ArrayList<>()).add(targets.get(i));
        }
        others.remove("");
        others.forEach((rest, some) -> draft.left(key, rest, seen(some)));
        return Optional.of(targets.get(0).map(any -> String.join(" ", common)));
    }

    /** Lists a flag that no config has a key for. */
    void lost(String flag, String key, String why) {
        shared(flag, key).ifPresent(fact -> draft.left(key, fact.value(), why + "; from " + fact.from()));
    }

    /** The variables that compilers get on one system. */
    Setting.Keys variables(List<Fact<FoundTarget>> some, String system) {
        Set<String> names = new TreeSet<>();
        some.forEach(target -> target.value().flags().keySet().stream()
                .filter(flag -> flag.startsWith(COMPILER))
                .filter(flag -> system.equals("macos") || !flag.startsWith(COMPILER + "MACOSX"))
                .forEach(names::add));
        Setting.Group env = new Setting.Group();
        for (String name : names) {
            List<String> values = some.stream()
                    .map(target -> target.value().flags().getOrDefault(name, ""))
                    .distinct()
                    .toList();
            String variable = name.substring(COMPILER.length());
            if (values.stream().anyMatch(text -> text.contains("{"))) {
                draft.left(
                        system + ".env",
                        variable,
                        "its value is known only during a run; from "
                                + some.get(0).from());
            } else if (values.size() == 1) {
                env.word(variable, values.get(0));
                draft.taken(
                        system + ".env",
                        variable + "=" + values.get(0),
                        "from " + some.get(0).from());
            } else {
                draft.left(
                        system + ".env",
                        variable,
                        "differs between targets: "
                                + String.join(
                                        ", ",
                                        values.stream()
                                                .filter(text -> !text.isEmpty())
                                                .toList()) + "; set it with 'env' at the targets that need it");
            }
        }
        return env.keys();
    }
}
