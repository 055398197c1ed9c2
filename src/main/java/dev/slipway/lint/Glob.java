package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds patterns of branches, tags and paths that match nothing or cannot be read.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet">Filter patterns</a>
 */
final class Glob implements Rule<WorkflowFile> {
    private static final List<String> REFS = List.of("branches", "branches-ignore", "tags", "tags-ignore");
    private static final List<String> PATHS = List.of("paths", "paths-ignore");
    private static final String NEVER_IN_REFS = " ~^:";

    @Override
    public String id() {
        return "glob";
    }

    @Override
    public String summary() {
        return "every pattern of branches, tags and paths can match something";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (Place event : file.place().entries("on")) {
            REFS.forEach(key -> patterns(event, key)
                    .forEach(pattern ->
                            refFault(pattern.text()).ifPresent(fault -> problems.add(problem(pattern, fault)))));
            PATHS.forEach(key -> patterns(event, key)
                    .forEach(pattern ->
                            pathFault(pattern.text()).ifPresent(fault -> problems.add(problem(pattern, fault)))));
        }
        return problems;
    }

    private static List<Place> patterns(Place event, String key) {
        return event.at(key).map(Place::oneOrMany).orElse(List.of());
    }

    private static Problem problem(Place pattern, String fault) {
        return pattern.problem("pattern '" + pattern.text() + "' " + fault, "");
    }

    private static Optional<String> refFault(String pattern) {
        String name = pattern.startsWith("!") ? pattern.substring(1) : pattern;
        if (name.startsWith("/")
                || name.endsWith("/")
                || name.contains("//")
                || name.endsWith(".")
                || name.contains("..")) {
            return Optional.of("matches no name that Git allows");
        }
        Optional<Integer> never =
                NEVER_IN_REFS.chars().boxed().filter(c -> name.indexOf(c) >= 0).findFirst();
        return never.map(c -> "has a '" + Character.toString(c) + "', which no name in Git has")
                .or(() -> syntaxFault(name));
    }

    private static Optional<String> pathFault(String pattern) {
        String path = pattern.startsWith("!") ? pattern.substring(1) : pattern;
        if (!path.equals(path.strip())) {
            return Optional.of("starts or ends with a space");
        }
        if (path.startsWith("./")
                || path.startsWith("../")
                || path.contains("/../")
                || path.contains("/./")
                || path.equals(".")
                || path.equals("..")) {
            return Optional.of("matches nothing: paths start at the root of the repository, without '.' and '..'");
        }
        return path.startsWith("/") ? Optional.of("matches nothing: paths have no '/' in front") : syntaxFault(path);
    }

    private static Optional<String> syntaxFault(String pattern) {
        if (pattern.isEmpty()) {
            return Optional.of("is empty");
        }
        if ("?+".indexOf(pattern.charAt(0)) >= 0) {
            return Optional.of("has nothing in front of '" + pattern.charAt(0) + "' to repeat");
        }
        int open = -1;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' && open < 0) {
                open = i;
            } else if (c == ']' && open >= 0) {
                if (i == open + 1) {
                    return Optional.of("has empty brackets");
                }
                open = -1;
            } else if (open >= 0
                    && c == '-'
                    && i > open + 1
                    && i + 1 < pattern.length()
                    && pattern.charAt(i + 1) != ']'
                    && pattern.charAt(i - 1) > pattern.charAt(i + 1)) {
                return Optional.of("has a range that runs backwards: '" + pattern.substring(i - 1, i + 2) + "'");
            }
        }
        return open < 0 ? Optional.empty() : Optional.of("has a '[' without ']'");
    }
}
