package dev.slipway.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what {@code make} would do for a target, as a script. */
final class Makefile {
    private static final Pattern SETTING =
            Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*(?::{1,2}|\\?|\\+)?=\\s*(.*)");
    private static final Pattern RULE = Pattern.compile("([^\\s:#=][^:=]*):(?!=)(.*)");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_]*)\\)|\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern CALL = Pattern.compile("\\$\\([a-z]+ .*\\)");

    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, List<String>> needs = new HashMap<>();
    private final Map<String, List<String>> recipes = new LinkedHashMap<>();

    private Makefile() {}

    /** The script for the targets and settings that make is called with. */
    static Optional<String> recipe(List<String> arguments, Function<String, Optional<String>> files) {
        Makefile make = new Makefile();
        Optional<String> text =
                files.apply("Makefile").or(() -> files.apply("GNUmakefile")).or(() -> files.apply("makefile"));
        text.ifPresent(make::read);
        StringBuilder script = new StringBuilder();
        Set<String> seen = new HashSet<>();
        for (String word : arguments) {
            Matcher setting = SETTING.matcher(word);
            if (setting.matches()) {
                make.settings.put(setting.group(1), setting.group(2));
            }
        }
        arguments.stream()
                .filter(word -> !word.startsWith("-") && !word.contains("="))
                .forEach(word -> make.write(word, script, seen));
        return text.map(found -> script.toString());
    }

    private void read(String text) {
        List<String> rule = List.of();
        for (String line : text.replace("\\\n", " ").split("\n")) {
            Matcher setting = SETTING.matcher(line.strip());
            Matcher header = RULE.matcher(line);
            if (line.startsWith("\t")) {
                rule.forEach(name ->
                        recipes.computeIfAbsent(name, none -> new ArrayList<>()).add(line.substring(1)));
            } else if (setting.matches()) {
                settings.put(setting.group(1), setting.group(2).strip());
            } else if (header.matches()) {
                rule = List.of(fill(header.group(1).strip(), "", 5).split("\\s+"));
                rule.forEach(name -> needs.computeIfAbsent(name, none -> new ArrayList<>())
                        .addAll(List.of(header.group(2).strip().split("\\s+"))));
            }
        }
    }

    private void write(String target, StringBuilder script, Set<String> seen) {
        if (!seen.add(target) || seen.size() > 50) {
            return;
        }
        String rule = rule(target);
        needs.getOrDefault(rule, List.of()).forEach(need -> write(fill(need, target, 5), script, seen));
        recipes.getOrDefault(rule, List.of())
                .forEach(line -> script.append(fill(line.strip().replaceFirst("^[@+-]+", ""), target, 5))
                        .append('\n'));
    }

    /** The rule for a target: its own, or the first pattern with a recipe that fits. */
    private String rule(String target) {
        boolean own = recipes.containsKey(target) || needs.containsKey(target);
        return own
                ? target
                : recipes.keySet().stream()
                        .filter(name -> name.equals(".DEFAULT") || fits(name, target))
                        .findFirst()
                        .orElse(target);
    }

    private static boolean fits(String pattern, String target) {
        int stem = pattern.indexOf('%');
        return stem >= 0
                && target.length() >= pattern.length()
                && target.startsWith(pattern.substring(0, stem))
                && target.endsWith(pattern.substring(stem + 1));
    }

    private String fill(String line, String target, int depth) {
        String filled = VARIABLE.matcher(line.replace("$@", target)).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement(value(name, target, depth));
        });
        return filled.replace("$$", "$");
    }

    private String value(String name, String target, int depth) {
        String value = settings.get(name);
        if (value == null || depth == 0) {
            return "${" + name + "}";
        }
        return CALL.matcher(value).find() ? Symbols.byName(name) : fill(value, target, depth - 1);
    }
}
