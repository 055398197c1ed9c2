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

/**
 * Finds what {@code just} would do for a recipe, as a script.
 *
 * @see <a href="https://just.systems/man/en/">just</a>
 */
final class Justfile {
    private static final Pattern SETTING =
            Pattern.compile("^(?:export {1,5}+)?([A-Za-z_][\\w-]{0,60}+) {0,20}+:= {0,20}+(.{0,200}+)");
    private static final Pattern ALIAS =
            Pattern.compile("alias {1,5}+([\\w-]{1,60}+) {0,5}+:= {0,5}+([\\w-]{1,60}+) {0,5}+");
    private static final Pattern IMPORT = Pattern.compile("import\\?? {1,5}+['\"]([^'\"]{1,200}+)['\"] {0,5}+");
    private static final Pattern HEADER =
            Pattern.compile("^@?([A-Za-z_][\\w-]{0,60}+)((?: [^:]{0,500}+)?):(?!=)(.{0,500}+)");
    private static final Pattern PLACE = Pattern.compile("\\{\\{ {0,5}+([A-Za-z_][\\w-]{0,60}+) {0,5}+}}");
    private static final Pattern OPEN = Pattern.compile("\\{\\{[^{}]{0,200}+}}");

    /** More recipes than any honest one needs. */
    private static final int MOST = 50;

    private record Recipe(List<String> parameters, List<String> needs, List<String> lines) {}

    /** A script that is longer than this is cut off. */
    private static final int LONGEST = 1_000_000;

    private final Set<String> imports = new HashSet<>();
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, Recipe> recipes = new LinkedHashMap<>();
    private final Function<String, Optional<String>> files;

    private Justfile(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /** The script for what just is called with; empty if there is no such recipe. */
    static Optional<String> recipe(List<String> arguments, Function<String, Optional<String>> files) {
        Justfile just = new Justfile(files);
        List<String> words = new ArrayList<>();
        Optional<String> named = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.matches("-f|--justfile") && i + 1 < arguments.size()) {
                named = Optional.of(arguments.get(++i));
            } else if (!word.startsWith("-")) {
                words.add(word);
            }
        }
        Optional<String> text = named.isPresent()
                ? files.apply(named.get().replaceFirst("^\\./", ""))
                : files.apply("justfile").or(() -> files.apply("Justfile")).or(() -> files.apply(".justfile"));
        text.ifPresent(found -> just.read(found, 0));
        StringBuilder script = new StringBuilder();
        while (!words.isEmpty() && words.get(0).contains("=")) {
            String[] parts = words.remove(0).split("=", 2);
            just.settings.put(parts[0], parts[1]);
        }
        if (words.isEmpty()) {
            just.recipes.keySet().stream().limit(1).forEach(words::add);
        }
        boolean known = !words.isEmpty() && just.find(words.get(0)).isPresent();
        if (known) {
            just.write(words, script);
        }
        return known ? Optional.of(script.toString()) : Optional.empty();
    }

    private void read(String text, int depth) {
        List<String> last = new ArrayList<>();
        for (String line : text.replace("\\\n", " ").split("\n")) {
            Matcher setting = SETTING.matcher(line);
            Matcher alias = ALIAS.matcher(line);
            Matcher imported = IMPORT.matcher(line);
            Matcher header = HEADER.matcher(line);
            if (line.startsWith(" ") || line.startsWith("\t")) {
                last.add(line);
            } else if (alias.matches()) {
                aliases.put(alias.group(1), alias.group(2));
            } else if (setting.matches()) {
                settings.put(setting.group(1), literal(setting.group(2)));
            } else if (imported.matches() && depth < 5 && imports.add(imported.group(1))) {
                files.apply(imported.group(1).replaceFirst("^\\./", "")).ifPresent(more -> read(more, depth + 1));
            } else if (header.matches()) {
                last = new ArrayList<>();
                recipes.put(header.group(1), new Recipe(words(header.group(2)), words(needs(header.group(3))), last));
            }
        }
    }

    /** A value that is no plain text is known by the name of its setting only. */
    private static String literal(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1
                && "'\"".indexOf(text.charAt(0)) >= 0
                && text.indexOf(text.charAt(0), 1) == text.length() - 1;
        return quoted ? text.substring(1, text.length() - 1) : "";
    }

    /** What runs before, without what runs after it. */
    private static String needs(String text) {
        return text.replaceFirst("&&.*+", "").replaceFirst("#.*+", "").replaceAll("[()]", " ");
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s++")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Optional<Recipe> find(String name) {
        return Optional.ofNullable(recipes.get(aliases.getOrDefault(name, name)));
    }

    /** Several recipes in a row, each of which takes as many of the words after it as it has parameters. */
    private void write(List<String> words, StringBuilder script) {
        Set<String> seen = new HashSet<>();
        List<String> rest = words;
        for (Optional<Recipe> found = find(rest.get(0)); found.isPresent(); found = find(rest.get(0))) {
            List<String> parameters = found.get().parameters();
            boolean all = parameters.stream().anyMatch(parameter -> parameter.matches("[*+].*"));
            int taken = all ? rest.size() : Math.min(rest.size(), 1 + parameters.size());
            write(rest.get(0), rest.subList(1, taken), script, seen);
            rest = rest.subList(taken, rest.size());
            if (rest.isEmpty()) {
                return;
            }
        }
    }

    private void write(String name, List<String> given, StringBuilder script, Set<String> seen) {
        Optional<Recipe> found = find(name);
        if (found.isEmpty() || seen.size() > MOST || script.length() > LONGEST || !seen.add(name)) {
            return;
        }
        Recipe recipe = found.get();
        recipe.needs().forEach(need -> write(need, List.of(), script, seen));
        Map<String, String> values = new HashMap<>(settings);
        for (int i = 0; i < recipe.parameters().size(); i++) {
            String[] parameter =
                    recipe.parameters().get(i).replaceFirst("^[$*+]", "").split("=", 2);
            String usual = parameter.length > 1 ? literal(parameter[1]) : "";
            boolean all = recipe.parameters().get(i).matches("[*+].*");
            List<String> own = all && i < given.size() ? given.subList(i, given.size()) : List.of();
            values.put(parameter[0], !own.isEmpty() ? String.join(" ", own) : i < given.size() ? given.get(i) : usual);
        }
        for (String line : recipe.lines()) {
            String filled = PLACE.matcher(line.strip().replaceFirst("^[@-]++", ""))
                    .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
            script.append(OPEN.matcher(filled).replaceAll(Matcher.quoteReplacement(Symbols.UNKNOWN)))
                    .append('\n');
        }
    }

    private static String value(String name, Map<String, String> values) {
        String value = values.getOrDefault(name, "");
        return value.isEmpty() ? Symbols.byName(name) : value;
    }
}
