package dev.slipway.cli.completion;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** The shells whose completion we speak. */
public enum Shell {
    BASH,
    ZSH,
    FISH,
    POWERSHELL;

    /** The script that completes a program's command line. */
    public String script(CommandSpec root) {
        List<Words> words = Words.of(root);
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
