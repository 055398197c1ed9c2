package dev.slipway.run.local.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the image starts according to the last stage of a Dockerfile; empty for what it leaves to its base.
 *
 * @param base the image that it is built on, through stages that only name it
 * @param user who its program runs as
 * @param entrypoint the words that start it
 */
public record LastStage(String base, String user, List<String> entrypoint) {
    private static final Pattern FROM = Pattern.compile("(?is)FROM(?:\\s+--\\S+)*\\s+(\\S+)(?:\\s+AS\\s+(\\S+))?\\s*");
    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");

    public LastStage {
        entrypoint = List.copyOf(entrypoint);
    }

    public static LastStage of(String dockerfile) {
        Map<String, LastStage> stages = new HashMap<>();
        LastStage last = new LastStage("", "", List.of());
        String name = "";
        for (Instruction instruction : Instruction.all(dockerfile)) {
            String text = instruction.head().replaceFirst("^\\S+\\s*", "").strip();
            Matcher from = FROM.matcher(instruction.head());
            if (from.matches()) {
                last = stages.getOrDefault(
                        from.group(1).toLowerCase(Locale.ROOT), new LastStage(from.group(1), "", List.of()));
                name = from.group(2) == null ? "" : from.group(2).toLowerCase(Locale.ROOT);
            } else if (instruction.keyword().equals("USER")) {
                last = new LastStage(last.base, text, last.entrypoint);
            } else if (instruction.keyword().equals("ENTRYPOINT")) {
                last = new LastStage(last.base, last.user, words(text));
            }
            if (!name.isEmpty()) {
                stages.put(name, last);
            }
        }
        return last;
    }

    /** The words of a list, or a command as a shell starts it. */
    private static List<String> words(String text) {
        if (!text.startsWith("[")) {
            return List.of("/bin/sh", "-c", text);
        }
        List<String> words = new ArrayList<>();
        WORD.matcher(text).results().forEach(word -> words.add(word.group(1).replaceAll("\\\\(.)", "$1")));
        return words;
    }
}
