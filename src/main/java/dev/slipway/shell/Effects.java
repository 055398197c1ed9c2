package dev.slipway.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a script does to the world: what it starts, and what it leaves for later steps. */
final class Effects {
    static final String ENV = "/github/env";
    static final String OUTPUT = "/github/output";

    private final List<Command> commands = new ArrayList<>();
    private final Map<String, String> env = new LinkedHashMap<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();

    void started(Command command) {
        commands.add(command);
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }

    Map<String, String> env() {
        return Map.copyOf(env);
    }

    Map<String, String> outputs() {
        return Map.copyOf(outputs);
    }

    /**
     * What something prints goes to a file of GitHub's, or to what reads it next.
     *
     * @param doubtful whether only a run can tell that it is printed
     */
    void say(String text, String file, StringBuilder out, boolean doubtful) {
        text.lines().forEach(line -> {
            if (line.matches("::set-output name=[^:]+::.*")) {
                keep(outputs, line.replaceFirst("::set-output name=([^:]+)::", "$1="), doubtful);
            }
        });
        if (file.equals(ENV)) {
            text.lines().forEach(line -> keep(env, line, doubtful));
        } else if (file.equals(OUTPUT)) {
            text.lines().forEach(line -> keep(outputs, line, doubtful));
        } else if (file.isEmpty()) {
            print((doubtful && answers(text) ? Symbols.UNKNOWN : text) + "\n", out);
        }
    }

    /** Adds a text to what is printed; of more than is remembered, nothing is known. */
    static void print(String text, StringBuilder out) {
        boolean known = out.length() + text.length() <= Symbols.LONGEST;
        if (known || out.indexOf(Symbols.UNKNOWN) < 0) {
            out.append(known ? text : Symbols.UNKNOWN);
        }
    }

    private static void keep(Map<String, String> into, String line, boolean doubtful) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            String name = line.substring(0, equals).strip();
            String text = line.substring(equals + 1);
            boolean changes = into.containsKey(name) && !text.equals(into.get(name));
            boolean open = text.equals(Symbols.UNKNOWN) || answers(text) && (doubtful || changes);
            into.put(name, open ? Symbols.byName(name) : text);
        }
    }

    /** Whether a text is the answer to a question, which later steps may depend on. */
    static boolean answers(String text) {
        return text.strip().matches("(?i)true|false|yes|no|0|1");
    }
}
