package dev.slipway.run.local;

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
     * The shell that a step asks for, or that it gets where it asks for none.
     *
     * @param asked a shell's name, or a command with {@code {0}} in it
     * @param container whether the step runs in the container of its job
     */
    static StepShell of(Optional<String> asked, boolean container, boolean windows) {
        String name = asked.orElse(container ? "sh" : windows ? "pwsh" : "default");
        return switch (name) {
            case "default" -> new StepShell(List.of("bash", "-e", SCRIPT), ".sh");
            case "bash" -> new StepShell(List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", SCRIPT), ".sh");
            case "sh" -> new StepShell(List.of("sh", "-e", SCRIPT), ".sh");
            case "pwsh", "powershell" -> new StepShell(List.of(name, "-command", ". '" + SCRIPT + "'"), ".ps1");
            case "cmd" ->
                new StepShell(List.of("cmd", "/D", "/E:ON", "/V:OFF", "/S", "/C", "CALL \"" + SCRIPT + "\""), ".cmd");
            case "python" -> new StepShell(List.of("python", SCRIPT), ".py");
            default -> custom(name);
        };
    }

    private static StepShell custom(String command) {
        List<String> words = new ArrayList<>(List.of(command.strip().split("\\s+")));
        if (words.stream().noneMatch(word -> word.contains(SCRIPT))) {
            words.add(SCRIPT);
        }
        return new StepShell(words, "");
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
        return ending.equals(".ps1")
                ? "$ErrorActionPreference = 'stop'\n" + script
                        + "\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }\n"
                : script;
    }
}
