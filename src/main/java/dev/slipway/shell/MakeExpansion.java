package dev.slipway.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Expands texts of a makefile: variables, functions and macros, as far as they are known without a run. */
final class MakeExpansion {
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

    /** Parentheses of the shell, which a function of make may have in its arguments. */
    private static final Pattern OF_SHELL = Pattern.compile("(?<!\\$)\\(([^()$]{0,2000}+)\\)");

    /** What nobody sets is empty, unless the environment has it. */
    private static final Pattern UNSET = Pattern.compile(MakeMarks.DOLLAR + "\\{\\w{1,60}+}");

    /** What changed files print: a release has none. */
    private static final Pattern CHANGES = Pattern.compile(MakeMarks.DOLLAR + MakeMarks.OPEN
            + "git status (?:--porcelain|-s|--short)[^" + MakeMarks.CLOSE + "]{0,100}+" + MakeMarks.CLOSE);

    /** More functions than any honest line calls. */
    private static final int MOST_CALLS = 20;

    private static final int MOST_MACROS = 1000;
    private static final int LONGEST_MACRO = 20_000;
    private static final int MOST_WORDS = 300;
    private static final int LONGEST_LOOP = 300_000;

    /** How many variables in variables are followed. */
    private static final int DEPTH = 5;

    private final MakeSettings settings;
    private final MakeShell shell;

    /** How many macros were filled so far: each may call others. */
    private int macros;

    MakeExpansion(MakeSettings settings) {
        this.settings = settings;
        this.shell = new MakeShell(settings);
    }

    /**
     * Where a text is expanded.
     *
     * @param target the one that it is for
     * @param depth how many variables in variables are still followed
     * @param generates whether what {@code eval} gets is read as a part of the makefile
     */
    private record Place(MakeTarget target, int depth, boolean generates) {
        Place deeper() {
            return new Place(target, depth - 1, generates);
        }
    }

    /** What the shell gets of a text. */
    String text(String text, MakeTarget target) {
        return MakeMarks.plain(filled(text, new Place(target, DEPTH, false)));
    }

    /** The words of it. */
    List<String> words(String text, MakeTarget target) {
        return words(text(text, target));
    }

    /** The lines that make reads because functions give them, such as rules for each word of a list. */
    String generated(String text) {
        return MakeMarks.plain(filled(text, new Place(MakeTarget.NONE, DEPTH, true)));
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A text with a mark for each dollar sign that the shell gets. */
    private String filled(String line, Place place) {
        String masked = place.target().in(looped(line, place).replace("$$", MakeMarks.DOLLAR));
        String replaced = REPLACED.matcher(masked)
                .replaceAll(found -> Matcher.quoteReplacement(new MakeText(value(found.group(1), place))
                        .pattern(
                                found.group(2).contains("%") ? found.group(2) : "%" + found.group(2),
                                found.group(2).contains("%") ? found.group(3) : "%" + found.group(3))));
        String known = VARIABLE.matcher(replaced).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement(value(name, place));
        });
        for (int i = 0; i < MOST_CALLS; i++) {
            known = OF_SHELL.matcher(known).replaceAll(MakeMarks.OPEN + "$1" + MakeMarks.CLOSE);
            String next = CALL.matcher(known).replaceFirst(call -> Matcher.quoteReplacement(called(call, place)));
            if (next.equals(known)) {
                break;
            }
            known = next;
        }
        return known;
    }

    /** A line with the body of each loop once for each word of its list, if that is known. */
    private String looped(String line, Place place) {
        String text = line;
        for (int i = 0; i < MOST_CALLS && place.depth() > 0; i++) {
            int start = text.indexOf("$(foreach ");
            int end = start < 0 ? -1 : MakeFunctions.end(text, start + 2);
            String[] parts = end < 0
                    ? new String[0]
                    : MakeFunctions.parts(text.substring(start + "$(foreach ".length(), end), 3);
            String list = parts.length < 3 ? MakeMarks.DOLLAR : filled(parts[1], place.deeper());
            if (list.contains(MakeMarks.DOLLAR) || Symbols.open(list)) {
                break;
            }
            String name = parts[0].strip();
            String bodies = words(list).stream()
                    .map(word -> parts[2].replace("$(" + name + ")", word).replace("${" + name + "}", word))
                    .limit(MOST_WORDS)
                    .collect(Collectors.joining(" "));
            if (text.length() + bodies.length() > LONGEST_LOOP) {
                break;
            }
            text = text.substring(0, start) + bodies + text.substring(end + 1);
        }
        return text;
    }

    /** What a function of make gives. */
    private String called(MatchResult call, Place place) {
        String[] words = call.group(2).split(",", 3);
        return switch (call.group(1)) {
            case "if" ->
                UNSET.matcher(words[0]).replaceAll("").isBlank()
                                || CHANGES.matcher(words[0].strip()).matches()
                        ? words.length > 2 ? words[2] : ""
                        : words.length > 1 ? words[1] : "";
            case "strip" -> call.group(2).strip();
            case "shell" -> shell.printed(call.group(2));
            case "subst" -> words.length < 3 ? Symbols.UNKNOWN : new MakeText(words[2]).text(words[0], words[1]);
            case "patsubst" ->
                words.length < 3 ? Symbols.UNKNOWN : new MakeText(words[2]).pattern(words[0].strip(), words[1]);
            case "eval" -> place.generates() ? "\n" + call.group(2) + "\n" : "";
            case "info", "warning", "error" -> "";
            case "foreach" -> MakeFunctions.each(call.group(2));
            case "call" -> macro(List.of(call.group(2).split(",", -1)), place);
            default -> MakeFunctions.value(call.group(1), call.group(2));
        };
    }

    private String macro(List<String> words, Place place) {
        Optional<String> text = settings.value(words.get(0).strip());
        boolean dear = ++macros > MOST_MACROS
                || text.filter(found -> found.length() > LONGEST_MACRO).isPresent();
        return text.isEmpty() || place.depth() == 0 || dear
                ? Symbols.UNKNOWN
                : filled(MakeFunctions.macro(text.get(), words.subList(1, words.size())), place.deeper());
    }

    private String value(String name, Place place) {
        Optional<String> set = settings.value(name);
        boolean ofMake = name.indexOf('-') >= 0 || name.indexOf('.') >= 0; // no variable of a shell has such a name
        if (set.isEmpty() && (settings.elsewhere(name) || ofMake)) {
            return "";
        }
        if (set.isEmpty() || place.depth() == 0) {
            return MakeMarks.DOLLAR + "{" + name + "}";
        }
        String value = set.get();
        String meant = Symbols.byName(name);
        boolean literal = value.contains("$(shell ") && LITERAL.matcher(value).find();
        boolean printed = !literal
                && (value.startsWith("$(") && value.contains("$(shell ") || value.startsWith("$$("))
                && !value.contains("git describe"); // which prints the tag
        String text = printed && !meant.equals(Symbols.UNKNOWN) ? meant : filled(value, place.deeper());
        return text.strip().equals(Symbols.UNKNOWN) ? meant : text;
    }
}
