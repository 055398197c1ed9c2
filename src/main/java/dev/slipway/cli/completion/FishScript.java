package dev.slipway.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** For fish: a line for each command, option and parameter. */
record FishScript(String program, List<Words> words) {
    private static final String FRAME = """
            # fish completion for @program@
            # To try it: @program@ completion fish | source
            # To keep it: @program@ completion fish > ~/.config/fish/completions/@program@.fish

            # the command of the line so far, without options and what follows them
            function __@program@_command
                set -l skip 0
                for word in (commandline -opc)[2..-1]
                    if test $skip = 1
                        set skip 0
                        continue
                    end
                    switch $word
                        case @taking@
                            set skip 1
                        case '-*'
                        case '*'
                            echo $word
                            return
                    end
                end
            end

            function __@program@_is
                set -l command (__@program@_command)
                test "$command" = "$argv[1]"
            end

            function __@program@_general
                not contains -- (__@program@_command) @alone@
            end

            # the folder that paths are relative to
            function __@program@_folder
                set -l next 0
                set -l folder .
                for word in (commandline -opc)[2..-1]
                    if test $next = 1
                        set folder $word
                        set next 0
                    else if contains -- $word -C --directory
                        set next 1
                    else if string match -q -- '--directory=*' $word
                        set folder (string replace -- '--directory=' '' $word)
                    end
                end
                string replace -r -- '^~' $HOME $folder
            end

            function __@program@_paths
                set -l folder (__@program@_folder)
                set -l word (commandline -ct | string replace -r -- '^--[a-z-]+=' '')
                pushd $folder 2>/dev/null; or return
                if test "$argv[1]" = folders
                    __fish_complete_directories $word
                else
                    # fish shows what begins with a dot only once the dot is typed
                    set -l workflows .github/workflows/*.yml .github/workflows/*.yaml
                    if test "$argv[1]" = workflows -a (count $workflows) -gt 0
                        printf '%s\\tworkflow\\n' $workflows
                    end
                    __fish_complete_path $word
                end
                popd
            end

            complete -c @program@ -f
            @lines@
            """;

    String text() {
        List<String> lines = new ArrayList<>();
        words.get(0).options().forEach(option -> lines.add(line("__@program@_general", option)));
        for (Words command : Words.commands(words)) {
            lines.add("complete -c @program@ -n '__@program@_is \"\"' -a " + command.name() + " -d "
                    + quoted(command.description()));
            command.options().forEach(option -> lines.add(line("__@program@_is " + command.name(), option)));
            command.parameter()
                    .map(FishScript::argument)
                    .filter(argument -> !argument.isEmpty())
                    .ifPresent(argument -> lines.add(
                            "complete -c @program@ -n '__@program@_is " + command.name() + "' -a " + argument));
        }
        return FRAME.replace("@lines@", String.join("\n", lines))
                .replace("@alone@", String.join(" ", Words.alone(words)))
                .replace("@taking@", String.join(" ", Words.taking(words)))
                .replace("@program@", program);
    }

    private static String line(String condition, Words.Option option) {
        StringBuilder line = new StringBuilder("complete -c @program@ -n '" + condition + "'");
        line.append(option.names().stream()
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining()));
        Optional<Values> value = option.value();
        if (value.isPresent()) {
            String argument = option.names().contains("-C") ? "'(__fish_complete_directories)'" : argument(value.get());
            line.append(" -x").append(argument.isEmpty() ? "" : " -a " + argument);
        }
        return line.append(" -d ").append(quoted(option.description())).toString();
    }

    private static String argument(Values values) {
        return switch (values.kind()) {
            case WORDS -> quoted(String.join(" ", values.words()));
            case FILES -> "'(__@program@_paths files)'";
            case FOLDERS -> "'(__@program@_paths folders)'";
            case WORKFLOWS -> "'(__@program@_paths workflows)'";
            case UNKNOWN -> "";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
