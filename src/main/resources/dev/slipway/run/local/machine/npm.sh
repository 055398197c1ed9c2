# shellcheck shell=sh disable=SC2154
# npm, pnpm and yarn: real in the project; nothing is published, and nothing is installed for the whole machine.
_sub=$(_first_word '--prefix -C --dir --filter -F --workspace -w --registry --loglevel --cwd' "$@")
case $_sub in
  publish | unpublish | deprecate | dist-tag | dist-tags | owner | access | token | login | adduser | logout | team | org | profile | hook)
    case " $* " in *' ls '* | *' list '* | *' get '*) ;; *) _refuse "$_called $_sub" ;; esac
    ;;
  npm) case " $* " in *' npm publish '* | *' npm tag '* | *' npm login '*) _refuse "$_called npm publish" ;; esac ;;
  install | i | add | global)
    case " $* " in
      *' -g '* | *' --global '* | *' --location=global '* | *' global add '*)
        for _a; do
          case $_a in
            -* | install | i | add | global) ;;
            *)
              printf '%s %s\n' "$_called" "$_a" >> "$_state/installed"
              _note stand-in "$_called install --global $_a: not installed"
              ;;
          esac
        done
        exit 0
        ;;
    esac
    ;;
esac
_pass "$@"
