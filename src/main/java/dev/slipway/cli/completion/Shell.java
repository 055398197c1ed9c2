package dev.slipway.cli.completion;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/** The shells that have a completion script. */
public enum Shell {
    BASH,
    ZSH,
    FISH,
    POWERSHELL;

    /**
     * The script that completes a program's command line.
     *
     * @param general whether a command takes all options of the program
     */
    public String script(CommandSpec root, Predicate<CommandSpec> general) {
        List<Words> words = Words.of(root, general);
        return switch (this) {
            case BASH -> new BashScript(root.name(), words).text();
            case ZSH -> new ZshScript(root.name(), words).text();
            case FISH -> new FishScript(root.name(), words).text();
            case POWERSHELL -> new PowerShellScript(root.name(), words).text();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
