package dev.slipway.run.local;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A line through which a step sends a command to the runner, such as {@code ::error file=a.rs,line=3::no such thing}, or in the
 * older form {@code ##[error]no such thing}.
 *
 * @param name in lower case
 * @param properties by their names in lower case
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">Workflow commands</a>
 */
record WorkflowCommand(String name, Map<String, String> properties, String data) {
    static final String STOP = "stop-commands";

    private static final Set<String> KNOWN = Set.of(
            STOP,
            "add-mask",
            "add-matcher",
            "add-path",
            "debug",
            "echo",
            "endgroup",
            "error",
            "group",
            "notice",
            "remove-matcher",
            "save-state",
            "set-env",
            "set-output",
            "warning");

    WorkflowCommand {
        properties = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /**
     * The command that a line is.
     *
     * @param token one more name that counts as a command; may be empty
     * @return nothing for a line that is just text
     */
    static Optional<WorkflowCommand> of(String line, String token) {
        return modern(line.stripLeading(), token).or(() -> older(line, token));
    }

    private static Optional<WorkflowCommand> modern(String line, String token) {
        int end = line.startsWith("::") ? line.indexOf("::", 2) : -1;
        return end < 0
                ? Optional.empty()
                : read(line.substring(2, end), ",", token, unescaped(line.substring(end + 2)));
    }

    private static Optional<WorkflowCommand> older(String line, String token) {
        int start = line.indexOf("##[");
        int end = start < 0 ? -1 : line.indexOf(']', start);
        return end < 0
                ? Optional.empty()
                : read(line.substring(start + 3, end), ";", token, unescaped(line.substring(end + 1)));
    }

    private static Optional<WorkflowCommand> read(String head, String separator, String token, String data) {
        int space = head.indexOf(' ');
        String name = (space < 0 ? head : head.substring(0, space)).toLowerCase(Locale.ROOT);
        if (!isName(name) && (token.isEmpty() || !name.equalsIgnoreCase(token))) {
            return Optional.empty();
        }
        Map<String, String> properties = new LinkedHashMap<>();
        for (String property :
                space < 0 ? new String[0] : head.substring(space + 1).strip().split(separator)) {
            int equals = property.indexOf('=');
            if (equals > 0 && equals + 1 < property.length()) {
                properties.put(
                        property.substring(0, equals).toLowerCase(Locale.ROOT),
                        unescaped(property.substring(equals + 1)
                                .replace("%3A", ":")
                                .replace("%2C", ",")
                                .replace("%3B", ";")
                                .replace("%5D", "]")));
            }
        }
        return Optional.of(new WorkflowCommand(name, properties, data));
    }

    private static String unescaped(String text) {
        return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }

    /** Whether the runner knows a command of this name. */
    static boolean isName(String name) {
        return KNOWN.contains(name.toLowerCase(Locale.ROOT));
    }
}
