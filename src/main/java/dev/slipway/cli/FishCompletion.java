package dev.slipway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Our words as the fish shell wants them: one {@code complete} line for each command and option. */
final class FishCompletion {
    private FishCompletion() {}

    static String script(CommandSpec root) {
        List<String> lines = new ArrayList<>();
        lines.add("complete -c " + root.name() + " -f -n __fish_use_subcommand");
        root.options().forEach(option -> lines.add(line(root, "", option)));
        root.subcommands().forEach((name, command) -> {
            CommandSpec spec = command.getCommandSpec();
            if (!spec.usageMessage().hidden()) {
                lines.add("complete -c " + root.name() + " -n __fish_use_subcommand -a " + name + " -d "
                        + quoted(spec.usageMessage().description()));
                spec.options().stream()
                        .filter(option -> !option.inherited())
                        .forEach(option -> lines.add(line(root, name, option)));
            }
        });
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(CommandSpec root, String command, OptionSpec option) {
        StringBuilder line = new StringBuilder("complete -c ").append(root.name());
        if (!command.isEmpty()) {
            line.append(" -n '__fish_seen_subcommand_from ").append(command).append('\'');
        }
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            line.append(" -r");
        }
        return line.append(" -d ").append(quoted(option.description())).toString();
    }

    private static String quoted(String... text) {
        return "'" + String.join(" ", text).replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
