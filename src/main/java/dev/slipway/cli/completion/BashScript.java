package dev.slipway.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** For bash from 3.2, without the package bash-completion. */
record BashScript(String program, List<Words> words) {
    private static final String FRAME = """
            # bash completion for @program@
            # To try it: source <(@program@ completion bash)
            # To keep it: @program@ completion bash > ~/.local/share/bash-completion/completions/@program@

            _@program@() {
                local current="${COMP_WORDS[COMP_CWORD]}" option='' command='' folder='.' prefix='' values='' word i
                COMPREPLY=()
                # bash makes three words of --format=json
                if [ "$current" = '=' ]; then
                    current=''
                    option="${COMP_WORDS[COMP_CWORD-1]}"
                elif [ "${COMP_WORDS[COMP_CWORD-1]}" = '=' ] && [ "$COMP_CWORD" -gt 1 ]; then
                    option="${COMP_WORDS[COMP_CWORD-2]}"
                elif [[ "$current" == --*=* ]]; then
                    option="${current%%=*}"
                    prefix="$option="
                    current="${current#*=}"
                else
                    case "${COMP_WORDS[COMP_CWORD-1]}" in
                        @taking@) option="${COMP_WORDS[COMP_CWORD-1]}" ;;
                    esac
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    word="${COMP_WORDS[i]}"
                    case "$word" in
                        -C | --directory)
                            [ "${COMP_WORDS[i+1]}" = '=' ] && i=$((i + 1))
                            i=$((i + 1))
                            [ "$i" -lt "$COMP_CWORD" ] && folder="${COMP_WORDS[i]}"
                            ;;
                        --directory=*) folder="${word#*=}" ;;
                        @taking@)
                            [ "${COMP_WORDS[i+1]}" = '=' ] && i=$((i + 1))
                            i=$((i + 1))
                            ;;
                        -* | =) ;;
                        @commands@) [ -n "$command" ] || command="$word" ;;
                    esac
                done
                case "$folder" in '~' | '~/'*) folder="$HOME${folder#'~'}" ;; esac
                if [ -n "$option" ]; then
                    case "$command $option" in
            @values@
                        *) return ;;
                    esac
                elif [[ "$current" == -* ]]; then
                    case "$command" in
            @options@
                    esac
                else
                    case "$command" in
            @parameters@
                        *) return ;;
                    esac
                fi
                case "$values" in
                    '<folders>' | '<files>' | '<workflows>') compopt -o filenames 2>/dev/null ;;
                esac
                case "$option" in -C | --directory) folder='.' ;; esac
                while IFS= read -r word; do
                    COMPREPLY+=("$prefix$word")
                done < <(_@program@_values "$values" "$current" "$folder")
            }

            _@program@_values() {
                local word
                case "$1" in
                    '<'*) cd -- "$3" 2>/dev/null || return ;;
                esac
                case "$1" in
                    '<folders>') compgen -d -- "$2" ;;
                    '<files>') compgen -f -- "$2" ;;
                    '<workflows>')
                        word=''
                        [ -n "$2" ] || word="$(compgen -G '.github/workflows/*.y*ml')"
                        if [ -n "$word" ]; then printf '%s\n' "$word"; else compgen -f -- "$2"; fi
                        ;;
                    *) compgen -W "$1" -- "$2" ;;
                esac
            }

            complete -F _@program@ @program@
            """;

    String text() {
        return FRAME.replace("@program@", program)
                .replace("@taking@", String.join(" | ", Words.taking(words)))
                .replace(
                        "@commands@",
                        Words.commands(words).stream().map(Words::name).collect(Collectors.joining(" | ")))
                .replace("@values@", lines(this::values))
                .replace("@options@", lines(this::options))
                .replace("@parameters@", lines(this::parameters));
    }

    private interface Lines {
        List<String> of(Words command);
    }

    /** The lines of all commands; those of the program come last, since a command may begin with anything there. */
    private String lines(Lines of) {
        return java.util.stream.Stream.concat(Words.commands(words).stream(), java.util.stream.Stream.of(words.get(0)))
                .flatMap(command -> of.of(command).stream())
                .map(line -> "            " + line)
                .collect(Collectors.joining("\n"));
    }

    private List<String> values(Words command) {
        String before = command.name().isEmpty() ? "*" : command.name();
        return command.options().stream()
                .filter(option -> option.value().isPresent())
                .flatMap(option -> option.names().stream()
                        .map(name -> quoted(before, name) + ") values="
                                + value(option.value().orElseThrow()) + " ;;"))
                .toList();
    }

    private static String quoted(String before, String name) {
        return before.equals("*") ? "*' " + name + "'" : "'" + before + " " + name + "'";
    }

    private List<String> options(Words command) {
        String all = Words.options(command, words).stream()
                .flatMap(option -> option.names().stream())
                .collect(Collectors.joining(" "));
        return List.of((command.name().isEmpty() ? "*" : command.name()) + ") values='" + all + "' ;;");
    }

    private List<String> parameters(Words command) {
        return command.parameter().stream()
                .map(parameter ->
                        (command.name().isEmpty() ? "''" : command.name()) + ") values=" + value(parameter) + " ;;")
                .toList();
    }

    private static String value(Values values) {
        return switch (values.kind()) {
            case WORDS -> "'" + String.join(" ", values.words()) + "'";
            case FILES -> "'<files>'";
            case FOLDERS -> "'<folders>'";
            case WORKFLOWS -> "'<workflows>'";
            case UNKNOWN -> "''";
        };
    }
}
