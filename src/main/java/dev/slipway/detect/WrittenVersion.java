package dev.slipway.detect;

import dev.slipway.detect.git.TagStyle;
import dev.slipway.shell.Symbols;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a project where a script or a Makefile contains it in plain, such as {@code VERSION := 1.4.2}: with the next
 * release it is another one, and so are the names that it is a part of.
 *
 * @param symbols what stands for such a text
 */
record WrittenVersion(Map<String, String> symbols) {
    /** A line that gives a variable a version. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?m)^([^=\\n]{1,80}+)(=[ \\t]*+[\"']?+)(v?+[0-9]++\\.[0-9]++\\.[0-9]++[0-9A-Za-z.+-]*+)(?=[\"']?+[ \\t;]*+(?:#|$))");

    private static final Pattern VER = Pattern.compile("(?<![a-z])ver(?![a-z])");

    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,9}+)\\.([0-9]{1,9}+)\\.([0-9]{1,9}+).*+");

    /** @param tags of the repository, the newest first; a script may be one release ahead of them */
    static WrittenVersion of(List<String> tags) {
        Map<String, String> symbols = new LinkedHashMap<>();
        for (TagStyle newest : TagStyle.newest(tags)) {
            for (String version : around(newest.version())) {
                symbols.putIfAbsent(version, Symbols.VERSION);
                symbols.putIfAbsent(newest.prefix() + version, Symbols.TAG);
                symbols.putIfAbsent("v" + version, "v" + Symbols.VERSION);
            }
        }
        return new WrittenVersion(symbols);
    }

    /** A version, and those that can follow it. */
    private static List<String> around(String version) {
        List<String> all = new ArrayList<>(List.of(version));
        Matcher numbers = NUMBERS.matcher(version);
        if (numbers.matches()) {
            int major = Integer.parseInt(numbers.group(1));
            int minor = Integer.parseInt(numbers.group(2));
            int patch = Integer.parseInt(numbers.group(3));
            all.add(major + "." + minor + "." + (patch + 1));
            all.add(major + "." + (minor + 1) + ".0");
            all.add((major + 1) + ".0.0");
        }
        return all;
    }

    /** A script as the next release runs it. */
    SourceText in(SourceText script) {
        if (symbols.isEmpty()) {
            return script;
        }
        String text = ASSIGNED.matcher(script.text())
                .replaceAll(line -> Matcher.quoteReplacement(line.group(1)
                        + line.group(2)
                        + (isVersion(line.group(1))
                                ? symbols.getOrDefault(line.group(3), line.group(3))
                                : line.group(3))));
        return text.equals(script.text()) ? script : new SourceText(script.name(), text);
    }

    private static boolean isVersion(String variable) {
        return Symbols.guessed(Symbols.byName(variable))
                || VER.matcher(variable.toLowerCase(Locale.ROOT)).find();
    }
}
