package dev.slipway.cli.completion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** For zsh: a function of its completion system, to be found in {@code fpath} or read by {@code source}. */
record ZshScript(String program, List<Words> words) {
    private static final String FRAME = """
            #compdef @program@
            # zsh completion for @program@
            # To try it: source <(@program@ completion zsh)
            # To keep it, put it into a folder of fpath: @program@ completion zsh > "${fpath[1]}/_@program@"

            _@program@_commands() {
              local -a commands=(
            @commands@
              )
              _describe -t commands command commands
            }

            _@program@_files() {
              local folder="$_@program@_folder"
              if [[ -n "$folder" && "$PREFIX" != (/|\\~)* ]]; then
                _files -W "$folder" "$@"
              else
                _files "$@"
              fi
            }

            _@program@_workflows() {
              local folder="${_@program@_folder:-.}"
              local -a found=("$folder"/.github/workflows/*.(yml|yaml)(N))
              found=("${(@)found#"$folder"/}")
              if (( $#found )) && [[ -z "$PREFIX" ]]; then
                compadd -f -- "${found[@]}"
              else
                _@program@_files
              fi
            }

            _@program@() {
              local curcontext="$curcontext" state line ret=1 _@program@_folder='' i
              typeset -A opt_args
              for (( i = 2; i < CURRENT; i++ )); do
                case "${words[i]}" in
                  -C|--directory) (( i + 1 < CURRENT )) && _@program@_folder="${(Q)words[i+1]}" ;;
                  --directory=*) _@program@_folder="${(Q)${words[i]#*=}}" ;;
                esac
              done
              _@program@_folder="${_@program@_folder/#\\~/$HOME}"
              [[ -n "$_@program@_folder" ]] && _@program@_folder="${_@program@_folder:a}" # _files -W wants it so
              local -a global=(
            @global@
              )
              _arguments -C $global '1:command:_@program@_commands' '*::argument:->command' && ret=0
              if [[ $state == command ]]; then
                curcontext="${curcontext%:*:*}:@program@-$words[1]:"
                case $words[1] in
            @each@
                esac
              fi
              return ret
            }

            if [[ "${funcstack[1]}" == _@program@ ]]; then
              _@program@ "$@"
            else
              compdef _@program@ @program@
            fi
            """;

    String text() {
        return FRAME.replace(
                        "@commands@",
                        Words.commands(words).stream()
                                .map(command -> "    " + quoted(command.name() + ":" + command.description()))
                                .collect(Collectors.joining("\n")))
                .replace("@global@", options(words.get(0), "    "))
                .replace(
                        "@each@",
                        Words.commands(words).stream().map(this::command).collect(Collectors.joining("\n")))
                .replace("@program@", program);
    }

    private String command(Words command) {
        String parameter = command.parameter()
                .map(values -> "\n          " + quoted("*:argument:" + action(values)) + " \\")
                .orElse("");
        String own = options(command, "          ");
        String global = command.general() ? " $global" : "";
        return "      " + command.name() + ")\n        _arguments -s" + global + " \\" + parameter
                + (own.isEmpty() ? "" : "\n" + own.replace("\n", " \\\n") + " \\") + "\n          && ret=0\n        ;;";
    }

    private String options(Words command, String indent) {
        return command.options().stream()
                .flatMap(option -> option.names().stream().map(name -> indent + option(name, option)))
                .collect(Collectors.joining("\n"));
    }

    /** Those with the same meaning exclude each other. */
    private static String option(String name, Words.Option option) {
        String others = option.names().size() > 1 ? "(" + String.join(" ", option.names()) + ")" : "";
        String text = "["
                + option.description().replace("[", "\\[").replace("]", "\\]").replace(":", "\\:") + "]";
        Optional<Values> value = option.value();
        String mark = value.isPresent() && name.startsWith("--") ? "=" : "";
        String action = value.map(values ->
                        ":value:" + (name.equals("-C") || name.equals("--directory") ? "_files -/" : action(values)))
                .orElse("");
        return quoted(others + name + mark + text + action);
    }

    private static String action(Values values) {
        return switch (values.kind()) {
            case WORDS -> "(" + String.join(" ", values.words()) + ")";
            case FILES -> "_@program@_files";
            case FOLDERS -> "_@program@_files -/";
            case WORKFLOWS -> "_@program@_workflows";
            case UNKNOWN -> " ";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
