package dev.slipway.run.local;

import dev.slipway.model.expression.EvaluationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How GitHub's runner starts a script.
 *
 * @param words the program and its arguments; {@code {0}} stands for the script
 * @param ending of the script's file name
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell">shell</a>
 */
record StepShell(List<String> words, String ending) {
    private static final String SCRIPT = "{0}";

    StepShell {
        words = List.copyOf(words);
    }

    /**
     * The shell of a step, or the default one if it sets none.
     *
     * @param asked a shell's name, or a command with {@code {0}} in it
     * @param container whether the step runs in the container of its job
     * @throws EvaluationFailure if it is neither
     */
    static StepShell of(Optional<String> asked, boolean container, boolean windows) {
        String command = asked.map(String::stripLeading)
                .filter(it -> !it.isEmpty())
                .orElse(container ? "sh" : windows ? "pwsh" : "bash -e {0}");
        int space = command.indexOf(' ');
        String program = space < 0 ? command : command.substring(0, space);
        String arguments = space < 0 ? "" : command.substring(space).strip();
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(arguments.isEmpty() ? usual(program) : split(arguments));
        if (words.stream().noneMatch(word -> word.contains(SCRIPT))) {
            throw new EvaluationFailure("the shell '" + command + "' is unknown to GitHub and has no '{0}' where"
                    + " the script goes: write bash, sh, pwsh, powershell, cmd, python or COMMAND {0}");
        }
        return new StepShell(words, ending(program));
    }

    /** The arguments of a shell that is known; none of any other. */
    private static List<String> usual(String program) {
        return switch (program) {
            case "bash" -> List.of("--noprofile", "--norc", "-e", "-o", "pipefail", SCRIPT);
            case "sh" -> List.of("-e", SCRIPT);
            case "pwsh", "powershell" -> List.of("-command", ". '" + SCRIPT + "'");
            case "cmd" -> List.of("/D", "/E:ON", "/V:OFF", "/S", "/C", "CALL \"" + SCRIPT + "\"");
            case "python" -> List.of(SCRIPT);
            default -> List.of();
        };
    }

    private static String ending(String program) {
        return switch (program) {
            case "bash", "sh" -> ".sh";
            case "pwsh", "powershell" -> ".ps1";
            case "cmd" -> ".cmd";
            case "python" -> ".py";
            default -> "";
        };
    }

    /** Double quotes hold words together, as the runner reads them; single ones mean nothing. */
    static List<String> split(String arguments) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean started = false;
        for (int i = 0; i < arguments.length(); i++) {
            char next = arguments.charAt(i);
            if (next == '\\' && arguments.startsWith("\"", i + 1)) {
                word.append('"');
                started = true;
                i++;
            } else if (next == '"') {
                quoted = !quoted;
                started = true;
            } else if ((next == ' ' || next == '\t') && !quoted) {
                if (started) {
                    words.add(word.toString());
                }
                word.setLength(0);
                started = false;
            } else {
                word.append(next);
                started = true;
            }
        }
        if (started) {
            words.add(word.toString());
        }
        return words;
    }

    /** Whether it is a shell of Windows, which other systems may lack. */
    boolean onWindows() {
        return List.of("pwsh", "powershell", "cmd").contains(program());
    }

    String program() {
        return words.get(0);
    }

    /** The words that start a script. */
    List<String> command(String script) {
        return words.stream().map(word -> word.replace(SCRIPT, script)).toList();
    }

    /** The script as the runner writes it into the file. */
    String text(String script) {
        return switch (ending) {
            case ".ps1" ->
                "$ErrorActionPreference = 'stop'\n" + script
                        + "\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }";
            case ".cmd" -> "@echo off\n" + script;
            default -> script;
        };
    }
}
