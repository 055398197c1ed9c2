package dev.slipway.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what {@code make} would do for a target, as a script. */
final class Makefile {
    /** A mark for the dollar sign of the shell. */
    static final String DOLLAR = "\uE003";

    /** Marks for the parentheses around what the shell prints, so that they are not those of a function of make. */
    static final String OPEN = "\uE004";

    static final String CLOSE = "\uE005";

    private static final Pattern SETTING = Pattern.compile(
            "(?:(?:export|override)\\s+){0,2}+(\\.?[A-Za-z_][A-Za-z0-9_.-]*)\\s*(:{1,2}|\\?|\\+)?=\\s*(.*)");
    private static final Pattern DEFINE = Pattern.compile("define ([A-Za-z_][A-Za-z0-9_-]{0,60}+)(?: :{0,2}=)?");
    private static final Pattern RULE = Pattern.compile("([^\\s:#=][^:=]*):(?!=)(.*)");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_.-]*)\\)|\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)}");

    /** A variable with an ending that is replaced, such as {@code $(VERSION:v%=%)}. */
    private static final Pattern REPLACED =
            Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_]*):([^=()$]{0,100}+)=([^()$]{0,100}+)\\)");

    private static final Pattern CALL =
            Pattern.compile("\\$\\((if|or|and|shell|strip|subst|patsubst|notdir|dir|basename|suffix"
                    + "|word|wordlist|words|firstword|lastword|filter|filter-out|findstring|foreach|call|eval|origin|wildcard|abspath"
                    + "|realpath|addprefix|addsuffix|join|sort|error|warning|info) ([^()$]{0,2000}+)\\)");

    /** A command that prints a text which says all, whatever the variable is called. */
    private static final Pattern LITERAL = Pattern.compile("\\becho '[^'$]{0,100}+'\\s*+\\)$");

    /** What prints the tag of a release, and may be part of a name, where its spaces would split it. */
    private static final Pattern DESCRIBED =
            Pattern.compile("git describe(?: [\\w=\"'-]{1,40}+){0,8}+(?: 2> ?/dev/null)?");

    /** What says something of the machine, with what changes its text: one line without a loop. */
    private static final Pattern PIPED =
            Pattern.compile("(?:uname|go env|rustc|arch)\\b[^;&<>()$`|\\n]{0,60}+(?:\\|[^;&<>()$`|\\n]{0,100}+){1,4}+");

    /** Parentheses of the shell, which a function of make may have in its arguments. */
    private static final Pattern OF_SHELL = Pattern.compile("(?<!\\$)\\(([^()$]{0,2000}+)\\)");

    /** What nobody sets is empty, unless the environment has it. */
    private static final Pattern UNSET = Pattern.compile(DOLLAR + "\\{\\w{1,60}+}");

    /** What changed files print: a release has none. */
    private static final Pattern CHANGES =
            Pattern.compile(DOLLAR + OPEN + "git status (?:--porcelain|-s|--short)[^" + CLOSE + "]{0,100}+" + CLOSE);

    /** More functions than any honest line calls. */
    private static final int MOST_CALLS = 20;

    private static final int MOST_MACROS = 1000;
    private static final int LONGEST_MACRO = 20_000;

    /** More targets than any honest release builds. */
    private static final int MOST_TARGETS = 300;

    private static final int LONGEST_SCRIPT = 300_000;

    private static final int MOST_LINES = 50_000;

    /** A setting that a recipe makes before its commands. */
    private static final Pattern EVAL = Pattern.compile("\\$\\(eval (.{1,300})\\)");

    /** What a recipe gives to another call of make. */
    private static final Pattern PASSED = Pattern.compile("\\s([A-Za-z_]\\w{0,60})=");

    /** A line that gives others. */
    private static final Pattern GENERATED = Pattern.compile("\\$\\((?:eval|foreach) .{1,2000}\\)");

    private final Map<String, String> settings = new HashMap<>();
    /** Those that are set only if a condition holds that is not known. */
    private final Set<String> doubted = new HashSet<>();

    /** Those that only a branch sets which is not taken, another target, or another call of make. */
    private final Set<String> elsewhere = new HashSet<>();

    /** What commands print of the machine. */
    private final Map<String, Optional<String>> said = new HashMap<>();

    /** What targets need, as it is written. */
    private final Map<String, List<String>> needs = new LinkedHashMap<>();

    /** What the targets need whose recipes are written. */
    private final Map<String, List<String>> needed = new HashMap<>();

    /** The rule of each target. */
    private final Map<String, String> rules = new HashMap<>();

    /** Settings for some targets only, and for what those need. */
    private final List<Own> own = new ArrayList<>();

    /** Settings of the call, which those of targets do not change. */
    private final Set<String> given = new HashSet<>();

    /** A command that changes the folder. */
    private static final Pattern MOVES = Pattern.compile("(?:^|[\\s;&|({])(?:cd|pushd)\\s");

    private final Map<String, List<String>> recipes = new LinkedHashMap<>();

    /** The folder of the file, from the root of the machine. */
    private String home = "";

    /** Whether what {@code eval} gets is read as a part of the makefile. */
    private boolean generates;

    /** How many macros were filled so far: each may call others. */
    private int macros;

    private Makefile() {}

    /** A setting for one target, or for all that a pattern fits. */
    private record Own(String targets, Matcher setting) {}

    /**
     * The script for the targets and settings that make is called with.
     *
     * @param command the call of make
     */
    static Optional<String> recipe(Command command, Function<String, Optional<String>> files) {
        List<String> arguments = command.arguments();
        Makefile make = new Makefile();
        command.env().forEach((name, value) -> make.settings.put(name, value.replace("$", "$$")));
        make.system(make.settings.getOrDefault("RUNNER_OS", ""));
        make.settings.put("MAKE", "make");
        make.settings.put("CURDIR", "${PWD}");
        List<String> targets = new ArrayList<>();
        Map<String, String> given = new LinkedHashMap<>();
        List<String> names = List.of("GNUmakefile", "makefile", "Makefile");
        String inside = "";
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            Matcher setting = SETTING.matcher(word);
            boolean value = i + 1 < arguments.size();
            if (setting.matches()) {
                given.put(setting.group(1), setting.group(3));
            } else if (word.matches("-C|--directory") && value) {
                inside = arguments.get(++i);
            } else if (word.startsWith("--directory=")) {
                inside = word.substring("--directory=".length());
            } else if (word.matches("-f|--file|--makefile") && value) {
                names = List.of(arguments.get(++i));
            } else if (!word.startsWith("-") && !word.matches("\\d+")) {
                targets.add(word);
            }
        }
        String place = Tree.path(command.folder(), inside);
        String file = names.stream()
                .map(name -> Tree.path(place, name))
                .filter(path -> files.apply(path).isPresent())
                .findFirst()
                .orElse("");
        make.home = Builtins.absolute(file.replaceFirst("/?[^/]*$", ""));
        Optional<String> text = files.apply(file);
        make.settings.putAll(given);
        make.given.addAll(given.keySet());
        text.ifPresent(found -> make.read(new IncludedMakefiles(place, files).text(file, found)));
        make.settings.putAll(given);
        StringBuilder script = new StringBuilder();
        Set<String> seen = new HashSet<>();
        if (targets.isEmpty()) {
            make.goal().ifPresent(targets::add);
        }
        targets.forEach(word -> make.write(word, script, seen));
        String all = inside.isEmpty() ? script.toString() : "pushd '" + inside + "'\n" + script + "popd\n";
        return text.map(found -> all);
    }

    /** Windows calls itself so, and no other system has this variable. */
    private void system(String runner) {
        if (runner.equals("Windows")) {
            settings.putIfAbsent("OS", "Windows_NT");
        } else if (!runner.isEmpty()) {
            elsewhere.add("OS");
        }
    }

    /** The target that make builds by default. */
    private Optional<String> goal() {
        return Optional.ofNullable(settings.get(".DEFAULT_GOAL"))
                .or(() -> needs.keySet().stream()
                        .filter(name -> !name.startsWith(".") && name.indexOf('%') < 0)
                        .findFirst());
    }

    private void read(String text) {
        List<String> rule = List.of();
        MakeConditions conditions = new MakeConditions(settings, part -> fill(part, "", 5));
        List<String> lines = new ArrayList<>(List.of(text.replace("\\\n", " ").split("\n")));
        for (int at = 0; at < lines.size(); at++) {
            String given = lines.get(at);
            if (given.equals(IncludedMakefiles.END_OF_FILE)) {
                rule = List.of();
                continue;
            }
            Matcher macro = DEFINE.matcher(given.strip());
            if (macro.matches()) {
                List<String> body = lines.subList(at + 1, lines.size()).stream()
                        .takeWhile(line -> !line.strip().equals("endef"))
                        .map(line -> (line.startsWith("\t") ? "\t" : "") + line.strip())
                        .toList();
                if (conditions.now() != Truth.FALSE) {
                    settings.put(macro.group(1), String.join("\n", body));
                }
                at += body.size() + 1;
                continue;
            }
            String line = rule.isEmpty() ? given.replaceFirst("^\t++", "") : given; // only a rule has recipes
            Matcher setting = SETTING.matcher(line.strip());
            Matcher header = RULE.matcher(line);
            if (!line.startsWith("\t") && conditions.takes(line) || conditions.now() == Truth.FALSE) {
                if (setting.matches()) {
                    elsewhere.add(setting.group(1));
                }
                continue;
            }
            if (line.startsWith("\t")) {
                PASSED.matcher(line.length() > LONGEST_MACRO || !line.contains("$(MAKE)") ? "" : line)
                        .results()
                        .forEach(passed -> elsewhere.add(passed.group(1)));
                rule.forEach(name ->
                        recipes.computeIfAbsent(name, none -> new ArrayList<>()).add(line.substring(1)));
            } else if (setting.matches()) {
                rule = List.of();
                set(setting, conditions.now() == Truth.UNKNOWN);
            } else if (GENERATED.matcher(line.strip()).matches() && lines.size() < MOST_LINES) {
                rule = List.of();
                lines.addAll(at + 1, generated(line.strip()));
            } else if (header.matches()) {
                rule = words(fill(header.group(1).strip(), "", 5));
                Matcher forThese = SETTING.matcher(header.group(2).strip());
                if (forThese.matches()) {
                    elsewhere.add(forThese.group(1));
                    rule.stream().limit(MOST_TARGETS - own.size()).forEach(name -> own.add(new Own(name, forThese)));
                    rule = List.of();
                } else {
                    rule.forEach(name -> needs.computeIfAbsent(name, none -> new ArrayList<>())
                            .add(header.group(2).strip()));
                }
            }
        }
    }

    /** The lines that make reads because functions give them, such as rules for each word of a list. */
    private List<String> generated(String line) {
        generates = true;
        String text = fill(line, "", 5);
        generates = false;
        return text.lines().limit(MOST_LINES).toList();
    }

    /** @param doubtful whether make may not read the line, which then adds nothing and gives way to a default */
    private void set(Matcher setting, boolean doubtful) {
        String name = setting.group(1);
        String how = Objects.requireNonNullElse(setting.group(2), "");
        String before = settings.getOrDefault(name, "");
        String value = now(setting.group(3).strip(), name, how.startsWith(":") ? before : "");
        if (value.contains("$(MAKEFILE_LIST)") && value.contains("dir ")) {
            settings.put(name, home + (value.startsWith("$(dir ") ? "/" : ""));
        } else if (how.equals("+") && settings.containsKey(name)) {
            settings.put(name, doubtful ? before : (before + " " + value).strip());
        } else if (!how.equals("?") || !settings.containsKey(name) || doubted.contains(name)) {
            boolean either = doubtful && doubted.contains(name) && !before.equals(value);
            settings.put(name, either ? Symbols.UNKNOWN : value);
            doubted.remove(name);
            if (doubtful) {
                doubted.add(name);
            }
        }
    }

    /** In a value that is expanded at once, its own name stands for the previous value; a recursive value would never end. */
    private static String now(String value, String name, String before) {
        String own = value.replace("$(" + name + ")", before).replace("${" + name + "}", before);
        return own.length() > LONGEST_MACRO ? value : own;
    }

    private void write(String target, StringBuilder script, Set<String> seen) {
        if (seen.size() >= MOST_TARGETS || script.length() > LONGEST_SCRIPT || !seen.add(target)) {
            return;
        }
        Map<String, Optional<String>> before = new HashMap<>();
        own.stream()
                .filter(one -> one.targets().equals(target) || fits(one.targets(), target))
                .filter(one -> !given.contains(one.setting().group(1)))
                .forEach(one -> {
                    String name = one.setting().group(1);
                    before.putIfAbsent(name, Optional.ofNullable(settings.get(name)));
                    set(one.setting(), false);
                });
        List<String> all = prerequisites(target, 5);
        all.forEach(need -> write(need, script, seen));
        needed.put(target, all);
        for (String line : recipes.getOrDefault(rule(target), List.of())) {
            Matcher set = EVAL.matcher(silent(line));
            Matcher setting = SETTING.matcher(
                    set.matches() ? fill(set.group(1), target, 5).strip() : "");
            if (setting.matches()) {
                set(setting, false);
                continue;
            }
            fill(silent(line), target, 5)
                    .lines()
                    .forEach(part -> script.append(alone(silent(part))).append('\n'));
        }
        before.forEach(
                (name, value) -> value.ifPresentOrElse(text -> settings.put(name, text), () -> settings.remove(name)));
    }

    /** What make builds before a target, in its order. */
    private List<String> prerequisites(String target, int depth) {
        String rule = rule(target);
        String stem = stem(rule, target);
        Stream<String> ofPattern = rule.equals(target)
                ? Stream.empty()
                : needs.getOrDefault(rule, List.of()).stream()
                        .flatMap(need -> words(fill(need, target, depth)).stream())
                        .map(need -> need.replace("%", stem));
        Stream<String> ofTarget = needs.getOrDefault(target, List.of()).stream()
                .filter(need -> !need.contains("$<") && !need.contains("$^"))
                .flatMap(need -> words(fill(need, target, depth)).stream());
        return Stream.concat(ofPattern, ofTarget).limit(MOST_TARGETS).toList();
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A line without what tells make whether to print it, and what to do if it fails. */
    private static String silent(String line) {
        return line.strip().replaceFirst("^[@+-]+", "");
    }

    /** Each line of a recipe has its own shell, so that the next one starts where make does. */
    private String alone(String line) {
        return !line.startsWith("#") && MOVES.matcher(line).find() && !needs.containsKey(".ONESHELL")
                ? "( " + line + "\n)"
                : line;
    }

    /** The rule with the recipe of a target: its own, or the pattern that fits most of it. */
    private String rule(String target) {
        return rules.computeIfAbsent(target, this::found);
    }

    private String found(String target) {
        if (recipes.containsKey(target)) {
            return target;
        }
        return recipes.keySet().stream()
                .filter(name -> fits(name, target))
                .max(Comparator.comparingInt(String::length))
                .orElse(!needs.containsKey(target) && recipes.containsKey(".DEFAULT") ? ".DEFAULT" : target);
    }

    /** What the pattern of a rule leaves open in the name of a target. */
    private static String stem(String rule, String target) {
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

    private String fill(String line, String target, int depth) {
        return filled(line, target, depth)
                .replace(DOLLAR, "$")
                .replace(OPEN, "(")
                .replace(CLOSE, ")");
    }

    /** The same with a mark for each dollar sign that the shell gets. */
    private String filled(String line, String target, int depth) {
        String masked = named(needed(looped(line, target, depth).replace("$$", DOLLAR), target), target);
        String replaced = REPLACED.matcher(masked)
                .replaceAll(found -> Matcher.quoteReplacement(new MakeText(value(found.group(1), target, depth))
                        .pattern(
                                found.group(2).contains("%") ? found.group(2) : "%" + found.group(2),
                                found.group(2).contains("%") ? found.group(3) : "%" + found.group(3))));
        String known = VARIABLE.matcher(replaced).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement(value(name, target, depth));
        });
        for (int i = 0; i < MOST_CALLS; i++) {
            known = OF_SHELL.matcher(known).replaceAll(OPEN + "$1" + CLOSE);
            String next =
                    CALL.matcher(known).replaceFirst(call -> Matcher.quoteReplacement(called(call, target, depth)));
            if (next.equals(known)) {
                break;
            }
            known = next;
        }
        return known;
    }

    /** A line with the body of each loop once for each word of its list, if that is known. */
    private String looped(String line, String target, int depth) {
        String text = line;
        for (int i = 0; i < MOST_CALLS && depth > 0; i++) {
            int start = text.indexOf("$(foreach ");
            int end = start < 0 ? -1 : MakeFunctions.end(text, start + 2);
            String[] parts = end < 0
                    ? new String[0]
                    : MakeFunctions.parts(text.substring(start + "$(foreach ".length(), end), 3);
            String list = parts.length < 3 ? DOLLAR : filled(parts[1], target, depth - 1);
            if (list.contains(DOLLAR) || Symbols.open(list)) {
                break;
            }
            String name = parts[0].strip();
            String bodies = words(list).stream()
                    .map(word -> parts[2].replace("$(" + name + ")", word).replace("${" + name + "}", word))
                    .limit(MOST_TARGETS)
                    .collect(Collectors.joining(" "));
            if (text.length() + bodies.length() > LONGEST_SCRIPT) {
                break;
            }
            text = text.substring(0, start) + bodies + text.substring(end + 1);
        }
        return text;
    }

    /** A line with the names of its target and of its folder, and with what the pattern of its rule leaves open. */
    private String named(String line, String target) {
        if (line.indexOf('$') < 0) {
            return line;
        }
        int slash = target.lastIndexOf('/');
        return line.replace("$@", target)
                .replace("$(@D)", slash < 0 ? "." : target.substring(0, slash))
                .replace("$(@F)", target.substring(slash + 1))
                .replace("$*", line.contains("$*") ? stem(rule(target), target) : "");
    }

    /** A line with what its target needs in place of {@code $<} and {@code $^}. */
    private String needed(String line, String target) {
        if (!line.contains("$<") && !line.contains("$^")) {
            return line;
        }
        List<String> all = needed.getOrDefault(target, List.of()).stream()
                .takeWhile(need -> !need.equals("|"))
                .toList();
        return all.isEmpty() ? line : line.replace("$<", all.get(0)).replace("$^", String.join(" ", all));
    }

    /** What a function of make gives. */
    private String called(MatchResult call, String target, int depth) {
        String[] words = call.group(2).split(",", 3);
        return switch (call.group(1)) {
            case "if" ->
                UNSET.matcher(words[0]).replaceAll("").isBlank()
                                || CHANGES.matcher(words[0].strip()).matches()
                        ? words.length > 2 ? words[2] : ""
                        : words.length > 1 ? words[1] : "";
            case "strip" -> call.group(2).strip();
            case "shell" ->
                DESCRIBED.matcher(call.group(2).strip()).matches()
                                && !call.group(2).contains("--exclude")
                        ? Symbols.TAG
                        : machine(call.group(2)).orElse(DOLLAR + OPEN + call.group(2) + CLOSE);
            case "subst" -> words.length < 3 ? Symbols.UNKNOWN : new MakeText(words[2]).text(words[0], words[1]);
            case "patsubst" ->
                words.length < 3 ? Symbols.UNKNOWN : new MakeText(words[2]).pattern(words[0].strip(), words[1]);
            case "eval" -> generates ? "\n" + call.group(2) + "\n" : "";
            case "info", "warning", "error" -> "";
            case "foreach" -> MakeFunctions.each(call.group(2));
            case "call" -> macro(List.of(call.group(2).split(",", -1)), target, depth);
            default -> MakeFunctions.value(call.group(1), call.group(2));
        };
    }

    /** What a command prints if the runner decides it. */
    private Optional<String> machine(String command) {
        if (PIPED.matcher(command.strip()).matches()) {
            return said.size() < MOST_CALLS
                    ? said.computeIfAbsent(command, text -> Shell.printed(text, settings))
                    : said.getOrDefault(command, Optional.empty());
        }
        List<String> words = List.of(command.strip().split("\\s+"));
        return KnownOutput.machine(new Command(words, "", 1, "", Map.of()), settings);
    }

    private String macro(List<String> words, String target, int depth) {
        String text = settings.get(words.get(0).strip());
        boolean dear = ++macros > MOST_MACROS || text != null && text.length() > LONGEST_MACRO;
        return text == null || depth == 0 || dear
                ? Symbols.UNKNOWN
                : filled(MakeFunctions.macro(text, words.subList(1, words.size())), target, depth - 1);
    }

    private String value(String name, String target, int depth) {
        String value = settings.get(name);
        boolean ofMake = name.indexOf('-') >= 0 || name.indexOf('.') >= 0; // no variable of a shell has such a name
        if (value == null && (elsewhere.contains(name) || ofMake)) {
            return "";
        }
        if (value == null || depth == 0) {
            return DOLLAR + "{" + name + "}";
        }
        String meant = Symbols.byName(name);
        boolean literal = value.contains("$(shell ") && LITERAL.matcher(value).find();
        boolean printed = !literal
                && (value.startsWith("$(") && value.contains("$(shell ") || value.startsWith("$$("))
                && !value.contains("git describe"); // which prints the tag
        String text = printed && !meant.equals(Symbols.UNKNOWN) ? meant : filled(value, target, depth - 1);
        return text.strip().equals(Symbols.UNKNOWN) ? meant : text;
    }
}
