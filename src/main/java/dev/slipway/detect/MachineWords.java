package dev.slipway.detect;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the variables of an install script are on the machines of most people, if it asks a machine what it is, as in {@code
 * os=$(uname -s | tr '[:upper:]' '[:lower:]')}.
 */
final class MachineWords {
    private static final Pattern ASKED =
            Pattern.compile("\\b([A-Za-z_]\\w{0,60}+)=[\"']?(?:\\$\\(|`)\\s*+uname(?: -([a-z]{1,3}+))?\\b(.{0,200}+)");

    private static final Pattern LOWER = Pattern.compile("lower|A-Z\\W{1,6}a-z");
    private static final Pattern MAC = Pattern.compile("(?i)mac(?:os)?|osx|apple.*");

    /** A processor that no machine of the system calls so. */
    private static final Pattern NOBODY = Pattern.compile(
            "(?i)linux[-_.]?arm64|(?:darwin|mac(?:os)?)[-_.]?aarch64|arm64[-_.]linux|aarch64[-_.](?:darwin|mac(?:os)?)");

    private static final Pattern ASSIGNED =
            Pattern.compile("(?:^|[\\s;(])([A-Za-z_]\\w{0,60}+)=(?![\"']?[\\w.-]{1,60}+[\"']?\\s*+(?:;.*+)?$)");

    private static final Set<String> PROCESSORS = Set.of("x86_64", "aarch64", "arm64");

    private MachineWords() {}

    /**
     * The words of all variables of a script.
     *
     * @param assigned those that it gives itself, which replace what a machine says
     */
    static ScriptWords with(List<String> lines, ScriptWords assigned) {
        Map<String, Set<String>> all = new LinkedHashMap<>(assigned.words());
        Set<String> computed = new HashSet<>();
        Map<String, Set<String>> answers = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher asked = ASKED.matcher(line);
            Matcher other = ASSIGNED.matcher(line);
            if (line.indexOf("uname") >= 0 && asked.find()) {
                answers.put(asked.group(1), words(asked.group(2), asked.group(3)));
            } else if (line.indexOf('=') >= 0 && other.find()) {
                computed.add(other.group(1));
            }
        }
        answers.keySet().removeAll(computed);
        answers.forEach((name, words) -> all.merge(name, words, MachineWords::replaced));
        return new ScriptWords(all);
    }

    private static Set<String> words(String option, String rest) {
        if (option != null && option.matches("[mpi]")) {
            return PROCESSORS;
        }
        boolean system = option == null || option.equals("s") || option.equals("o");
        return !system ? Set.of() : LOWER.matcher(rest).find() ? Set.of("linux", "darwin") : Set.of("Linux", "Darwin");
    }

    /** A script gives a variable other words for the machines whose words do not fit. */
    private static Set<String> replaced(Set<String> own, Set<String> asked) {
        if (asked.containsAll(PROCESSORS)) {
            return own;
        }
        Set<String> all = new LinkedHashSet<>(own);
        asked.stream()
                .filter(word -> own.stream()
                        .noneMatch(other -> word.equalsIgnoreCase("darwin")
                                ? MAC.matcher(other).matches()
                                : other.toLowerCase(Locale.ROOT).contains("linux")))
                .forEach(all::add);
        return all;
    }

    /** Whether a name that such words make may be that of a file. */
    static boolean possible(String name, ScriptWords words) {
        return words.words().values().stream().noneMatch(PROCESSORS::equals)
                || !NOBODY.matcher(name).find();
    }
}
