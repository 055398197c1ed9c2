package dev.slipway.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes what make runs for its targets: the recipe of each one after those of what it needs. */
final class MakeScript {
    /** A setting that a recipe makes before its commands. */
    private static final Pattern EVAL = Pattern.compile("\\$\\(eval (.{1,300})\\)");

    /** A command that changes the folder. */
    private static final Pattern MOVES = Pattern.compile("(?:^|[\\s;&|({])(?:cd|pushd)\\s");

    /** More targets than any honest release builds. */
    private static final int MOST_TARGETS = 300;

    private static final int LONGEST_SCRIPT = 300_000;

    private final MakeRules rules;
    private final MakeSettings settings;
    private final MakeExpansion expansion;

    /** Settings of the call, which those of targets do not change. */
    private final Set<String> given;

    private final Set<String> seen = new HashSet<>();
    private final StringBuilder script = new StringBuilder();

    private MakeScript(MakeRules rules, MakeSettings settings, MakeExpansion expansion, Set<String> given) {
        this.rules = rules;
        this.settings = settings;
        this.expansion = expansion;
        this.given = given;
    }

    /**
     * The script for the targets of a call; without any, for the one that make builds by default.
     *
     * @param settings those of the file and of the call; recipes may change them
     * @param expansion of texts with these settings
     */
    static String of(MakeCall call, MakeRules rules, MakeSettings settings, MakeExpansion expansion) {
        MakeScript made =
                new MakeScript(rules, settings, expansion, call.given().keySet());
        if (call.targets().isEmpty()) {
            settings.value(".DEFAULT_GOAL").or(rules::first).ifPresent(made::write);
        }
        call.targets().forEach(made::write);
        return made.script.toString();
    }

    private void write(String name) {
        if (seen.size() >= MOST_TARGETS || script.length() > LONGEST_SCRIPT || !seen.add(name)) {
            return;
        }
        Map<String, Optional<String>> before = set(name);
        String rule = rules.rule(name);
        MakeTarget target = new MakeTarget(name, MakeRules.stem(rule, name), List.of());
        List<String> all = prerequisites(target, rule);
        all.forEach(this::write);
        MakeTarget ready = target.needing(all);
        rules.recipes().getOrDefault(rule, List.of()).forEach(line -> run(silent(line), ready));
        before.forEach(settings::restore);
    }

    /** Makes the settings of a target, and gives what they were before. */
    private Map<String, Optional<String>> set(String target) {
        Map<String, Optional<String>> before = new HashMap<>();
        rules.settings(target)
                .filter(setting -> !given.contains(setting.name()))
                .forEach(setting -> {
                    before.putIfAbsent(setting.name(), settings.value(setting.name()));
                    settings.set(setting, false);
                });
        return before;
    }

    /** What make builds before a target, in its order. */
    private List<String> prerequisites(MakeTarget target, String rule) {
        Stream<String> ofPattern = rule.equals(target.name())
                ? Stream.empty()
                : rules.needs().getOrDefault(rule, List.of()).stream()
                        .flatMap(need -> expansion.words(need, target).stream())
                        .map(need -> need.replace("%", target.stem()));
        Stream<String> ofTarget = rules.needs().getOrDefault(target.name(), List.of()).stream()
                .filter(need -> !need.contains("$<") && !need.contains("$^"))
                .flatMap(need -> expansion.words(need, target).stream());
        return Stream.concat(ofPattern, ofTarget).limit(MOST_TARGETS).toList();
    }

    private void run(String line, MakeTarget target) {
        Matcher set = EVAL.matcher(line);
        Optional<MakeSetting> setting = set.matches()
                ? MakeSetting.of(expansion.text(set.group(1), target).strip())
                : Optional.empty();
        if (setting.isPresent()) {
            settings.set(setting.get(), false);
        } else {
            expansion
                    .text(line, target)
                    .lines()
                    .forEach(part -> script.append(alone(silent(part))).append('\n'));
        }
    }

    /** A line without what tells make whether to print it, and what to do if it fails. */
    private static String silent(String line) {
        return line.strip().replaceFirst("^[@+-]+", "");
    }

    /** Each line of a recipe has its own shell, so that the next one starts where make does. */
    private String alone(String line) {
        return !line.startsWith("#")
                        && MOVES.matcher(line).find()
                        && !rules.needs().containsKey(".ONESHELL")
                ? "( " + line + "\n)"
                : line;
    }
}
