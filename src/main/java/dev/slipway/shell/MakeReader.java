package dev.slipway.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a makefile: its rules, and its settings into those that make has. */
final class MakeReader {
    private static final Pattern DEFINE = Pattern.compile("define ([A-Za-z_][A-Za-z0-9_-]{0,60}+)(?: :{0,2}=)?");
    private static final Pattern RULE = Pattern.compile("([^\\s:#=][^:=]*):(?!=)(.*)");

    /** What a recipe gives to another call of make. */
    private static final Pattern PASSED = Pattern.compile("\\s([A-Za-z_]\\w{0,60})=");

    /** A line that gives others. */
    private static final Pattern GENERATED = Pattern.compile("\\$\\((?:eval|foreach) .{1,2000}\\)");

    private static final int MOST_LINES = 50_000;
    private static final int LONGEST_RECIPE = 20_000;

    /** More settings for targets than any honest file has. */
    private static final int MOST_OWN = 300;

    private final MakeSettings settings;
    private final MakeExpansion expansion;
    private final MakeConditions conditions;
    private final List<String> lines;
    private final Map<String, List<String>> needs = new LinkedHashMap<>();
    private final Map<String, List<String>> recipes = new LinkedHashMap<>();
    private final List<MakeRules.Own> own = new ArrayList<>();

    /** The targets whose recipe the next line may be. */
    private List<String> rule = List.of();

    private MakeReader(String text, MakeSettings settings, MakeExpansion expansion) {
        this.lines = new ArrayList<>(List.of(text.replace("\\\n", " ").split("\n")));
        this.settings = settings;
        this.expansion = expansion;
        this.conditions = new MakeConditions(settings, expansion);
    }

    /**
     * The rules of a makefile.
     *
     * @param settings what the file sets is added
     * @param expansion of texts with these settings
     */
    static MakeRules rules(String text, MakeSettings settings, MakeExpansion expansion) {
        MakeReader reader = new MakeReader(text, settings, expansion);
        int at = 0;
        while (at < reader.lines.size()) {
            at = reader.next(at);
        }
        return new MakeRules(reader.needs, reader.recipes, reader.own);
    }

    /** Reads the line at a place and gives the place of the one to read next. */
    private int next(int at) {
        String given = lines.get(at);
        Matcher macro = DEFINE.matcher(given.strip());
        if (given.equals(IncludedMakefiles.END_OF_FILE)) {
            rule = List.of();
        } else if (macro.matches()) {
            return at + 2 + define(macro.group(1), lines.subList(at + 1, lines.size()));
        } else {
            // only a rule has recipes
            lines.addAll(at + 1, line(rule.isEmpty() ? given.replaceFirst("^\t++", "") : given));
        }
        return at + 1;
    }

    /** Sets a macro to the lines up to its end, and counts them. */
    private int define(String name, List<String> rest) {
        List<String> body = rest.stream()
                .takeWhile(line -> !line.strip().equals("endef"))
                .map(line -> (line.startsWith("\t") ? "\t" : "") + line.strip())
                .toList();
        if (conditions.now() != Truth.FALSE) {
            settings.put(name, String.join("\n", body));
        }
        return body.size();
    }

    /** Reads a line, and gives those that make reads because of it. */
    private List<String> line(String line) {
        if (!line.startsWith("\t") && conditions.takes(line) || conditions.now() == Truth.FALSE) {
            MakeSetting.of(line.strip()).ifPresent(setting -> settings.setElsewhere(setting.name()));
            return List.of();
        }
        if (line.startsWith("\t")) {
            recipe(line);
            return List.of();
        }
        Optional<MakeSetting> setting = MakeSetting.of(line.strip());
        Matcher header = RULE.matcher(line);
        if (setting.isPresent()) {
            rule = List.of();
            settings.set(setting.get(), conditions.now() == Truth.UNKNOWN);
        } else if (GENERATED.matcher(line.strip()).matches() && lines.size() < MOST_LINES) {
            rule = List.of();
            return expansion.generated(line.strip()).lines().limit(MOST_LINES).toList();
        } else if (header.matches()) {
            header(
                    expansion.words(header.group(1).strip(), MakeTarget.NONE),
                    header.group(2).strip());
        }
        return List.of();
    }

    private void recipe(String line) {
        PASSED.matcher(line.length() > LONGEST_RECIPE || !line.contains("$(MAKE)") ? "" : line)
                .results()
                .forEach(passed -> settings.setElsewhere(passed.group(1)));
        rule.forEach(
                name -> recipes.computeIfAbsent(name, none -> new ArrayList<>()).add(line.substring(1)));
    }

    private void header(List<String> targets, String rest) {
        Optional<MakeSetting> forThese = MakeSetting.of(rest);
        if (forThese.isPresent()) {
            settings.setElsewhere(forThese.get().name());
            targets.stream()
                    .limit(MOST_OWN - own.size())
                    .forEach(name -> own.add(new MakeRules.Own(name, forThese.get())));
            rule = List.of();
        } else {
            targets.forEach(name ->
                    needs.computeIfAbsent(name, none -> new ArrayList<>()).add(rest));
            rule = targets;
        }
    }
}
