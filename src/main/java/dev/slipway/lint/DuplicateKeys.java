package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds keys that differ only in case, which are one key to GitHub. */
final class DuplicateKeys implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "duplicate-keys";
    }

    @Override
    public String summary() {
        return "no two keys of a mapping differ only in case";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        check(file.place(), problems);
        return problems;
    }

    private static void check(Place place, List<Problem> problems) {
        List<Place> below = place.isMapping() ? place.entries() : place.items();
        boolean capitals = false;
        for (Place each : below) {
            capitals |= hasCapitals(each.name());
            check(each, problems);
        }
        if (capitals && place.isMapping()) {
            checkKeys(place, problems);
        }
    }

    /** Without one, keys that differ do so in more than case. */
    private static boolean hasCapitals(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) >= 'A' && key.charAt(i) <= 'Z' || key.charAt(i) > 'z') {
                return true;
            }
        }
        return false;
    }

    private static void checkKeys(Place place, List<Problem> problems) {
        Map<String, String> taken = new HashMap<>();
        for (Place entry : place.entries()) {
            String first = taken.putIfAbsent(entry.name().toUpperCase(Locale.ROOT), entry.name());
            if (first != null) {
                problems.add(entry.keyProblem(
                        "'" + entry.name() + "' is the same key as '" + first + "'",
                        "GitHub ignores the case of keys"));
            }
        }
    }
}
