package dev.slipway.run.dry;

import dev.slipway.shell.Made;
import dev.slipway.shell.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files of a row without what its last steps only tidy away: those before them have uploaded it. */
final class Cleanup {
    private static final Pattern REMOVES = Pattern.compile(
            "\\s*+(?:#.*|(?:sudo )?(?:rm|rmdir|del|Remove-Item|echo|set)\\b[^;&|$]*+(?:\\$\\{?HOME[^;&|$]*+)?)?");

    private Optional<Map<String, Made>> before = Optional.empty();

    /** Comes to a step with a script, or to one without. */
    void comes(String script, Tree tree) {
        boolean removes = !script.isBlank()
                && script.lines().allMatch(line -> REMOVES.matcher(line).matches());
        before = removes ? before.or(() -> Optional.of(new TreeMap<>(tree.files()))) : Optional.empty();
    }

    Map<String, Made> files(Tree tree) {
        return before.orElseGet(tree::files);
    }
}
