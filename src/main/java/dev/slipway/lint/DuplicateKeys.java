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
        return "keys of a mapping do not differ only in case";
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
        if (place.isScalar()) {
            return;
        }
        if (hasCapitals(place)) {
            checkKeys(place, problems);
        }
        for (Place entry : place.entries()) {
            check(entry, problems);
        }
        for (Place item : place.items()) {
            check(item, problems);
        }
    }

    /** Without one, keys that differ do so in more than case. */
    private static boolean hasCapitals(Place place) {
        for (Place entry : place.entries()) {
            String name = entry.name();
            for (int i = 0; i < name.length(); i++) {
                if (name.charAt(i) >= 'A' && name.charAt(i) <= 'Z' || name.charAt(i) > 'z') {
                    return true;
                }
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
