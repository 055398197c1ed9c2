package dev.slipway.run.dry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An action that runs another one until it works: for what the step does, it is that one. */
final class RetriedAction {
    private static final Pattern INPUT = Pattern.compile("([\\w-]{1,100}+):(?: (.*+))?+");

    private RetriedAction() {}

    /** @param uses with the version */
    static boolean is(String uses, Map<String, String> inputs) {
        return uses.matches("[Ww]andalen/wretry\\.action(?:@.*+)?+")
                && !inputs.getOrDefault("action", "").isBlank();
    }

    /** The other one, with its version. */
    static String uses(Map<String, String> inputs) {
        return inputs.getOrDefault("action", "").strip();
    }

    /** What the other one gets: each line has an input, or is the next one of its value. */
    static Map<String, String> inputs(Map<String, String> outer) {
        Map<String, String> inner = new LinkedHashMap<>();
        String last = "";
        for (String line : outer.getOrDefault("with", "").lines().toList()) {
            Matcher input = INPUT.matcher(line);
            if (input.matches()) {
                last = input.group(1);
                String value = input.group(2) == null ? "" : input.group(2).strip();
                inner.put(last, value.matches("[|>][-+]?") ? "" : value.replaceAll("^[\"']|[\"']$", ""));
            } else if (!last.isEmpty()) {
                inner.merge(last, line.strip(), (first, next) -> (first + "\n" + next).strip());
            }
        }
        return inner;
    }
}
