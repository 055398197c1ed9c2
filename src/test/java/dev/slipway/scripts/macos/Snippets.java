package dev.slipway.scripts.macos;

import java.util.stream.Stream;

/** Short scripts that bash 3.2 runs as a newer one does, and others. Each prints something that tells. */
final class Snippets {
    /** Where bash 3.2 says or does something else. */
    private static final String OTHERWISE = """
            [[ a == b ]]; echo on
            ---
            ((0)); echo on
            ---
            n=0; ((n++)); echo on
            ---
            true && [[ a == b ]]; echo on
            ---
            [[ -n "" ]] || [[ -n "" ]]; echo on
            ---
            { [[ a == b ]]; }; echo on
            ---
            if true; then [[ a == b ]]; fi; echo on
            ---
            for i in 1 2; do (( i == 2 )); done; echo on
            ---
            case a in a) [[ a == b ]] ;; esac; echo on
            ---
            f() { [[ a == b ]]; echo in; }; f; echo on
            ---
            [[ a == b ]] > /dev/null; echo on
            ---
            while read -r line; do :; done < missing; echo on
            ---
            { cat; } < missing; echo on
            ---
            trap 'echo err' ERR; (false); echo on
            ---
            text=$(case a in a) echo hi ;; esac); echo "$text"
            ---
            text=$(cat << 'END'
            it's one
            END
            ); echo "$text"
            ---
            echo "$(cat << 'END'
            a "b
            END
            )"
            ---
            text=ab; echo "${text/a/"c"}"
            ---
            text=ab; echo "${text/a/'c'}"
            ---
            text=a/b; echo "${text//'/'/+}"
            ---
            text=abc; echo "${text:0:-1}"
            ---
            text=abc; echo "${text: -3:-1}"
            ---
            list=(1 2 3); echo "${list[-1]}"
            ---
            list=(1 2); list[-1]=3; echo "${list[@]}"
            ---
            declare -A map; map[a]=1; map[b]=2; echo "${map[a]}"
            ---
            f() { local -A map; map[a]=1; map[b]=2; echo "${map[a]}"; }; f
            ---
            text=aB; echo "${text^^}"
            ---
            text=aB; echo "${text,,}"
            ---
            text=aB; echo "${text^}"
            ---
            list=(a b); echo "${list[@]^}"
            ---
            text=aB; echo "${text@Q}"
            ---
            list=(a b); echo "${list[@]@U}"
            ---
            cat << END
            ${HOME@Q}
            END
            ---
            printf -v 'list[1]' '%s' a; echo "${list[1]}"
            ---
            printf '%(%Y)T' 0
            ---
            printf '\\u00e9\\n'
            ---
            echo $'\\u00e9'
            ---
            echo -e '\\u00e9'
            ---
            echo {01..03}
            ---
            echo {1..5..2}
            ---
            read -N 1 -r one <<< abc; echo "$one"
            ---
            read -t 0.5 -r one <<< abc; echo "$one"
            ---
            read -t 0 one < /dev/null || echo nothing
            ---
            mapfile -t list <<< a; echo "${list[0]}"
            ---
            readarray -t list <<< a; echo "${list[0]}"
            ---
            coproc cat; echo on
            ---
            shopt -s globstar; echo on
            ---
            shopt -s lastpipe; echo a | read -r one; echo "$one"
            ---
            shopt -s inherit_errexit; echo on
            ---
            echo "${BASHPID:-none}" | grep -c none
            ---
            echo "${EPOCHSECONDS:-none}"
            ---
            echo "pid $BASHPID"
            ---
            echo "$(echo "${EPOCHREALTIME:-none}")"
            ---
            [[ -v HOME ]] && echo yes
            ---
            test -v HOME && echo yes
            ---
            [ -v HOME ] && echo yes
            ---
            if [[ foo == @(foo|bar) ]]; then echo yes; fi
            ---
            [[ foo == !(bar) ]] && echo yes
            ---
            case a in a) echo 1 ;& b) echo 2 ;; esac
            ---
            case a in a) echo 1 ;;& a) echo 2 ;; esac
            ---
            echo a |& cat
            ---
            echo a &>> /dev/null; echo on
            ---
            exec {file}> /dev/null; echo on
            ---
            sleep 0 & wait -n; echo on
            ---
            f() { local -n name=$1; name=2; }; f text; echo "$text"
            ---
            declare -n name=text; name=1; echo "$text"
            ---
            f() { declare -g text=2; }; f; echo "$text"
            ---
            f() { local -; set +e; }; f; echo on
            ---
            declare -l text=AB; echo "$text"
            ---
            declare -u text=ab; echo "$text"
            ---
            text='a  b'; cat <<< $text
            ---
            text='a  b'; cat <<< a$text
            ---
            cat <<< $(echo 'a  b')
            ---
            text=a/b; echo ${text//"/"/+}
            ---
            set -u; list=(); echo "${list[@]}"; echo on
            ---
            set -u; list=(); for one in "${list[@]}"; do :; done; echo on
            ---
            set -u; list=(); other=("${list[@]}"); echo on
            ---
            set -euo pipefail
            list=(); echo "${list[*]}"; echo on
            ---
            source <(echo 'echo hi')
            ---
            . <(echo 'echo hi')
            ---
            echo ok # fine
            echo "a 'b" 'c "d' "${HOME@Q}"
            """;

    /**
     * Where only GNU's own bash 3.2 goes on: Apple's is changed, and ends. No script needs to rely on that.
     *
     * @see <a href="https://github.com/apple-oss-distributions/bash/blob/main/bash-3.2/execute_cmd.c">Apple's change</a>
     */
    private static final String GOES_ON = """
            true | (false); echo on
            ---
            false | (true); echo on
            ---
            true | { false; }; echo on
            ---
            (false); echo on
            ---
            (cd missing && ls); echo on
            ---
            echo a | while read -r one; do false; done; echo on
            ---
            false | while read -r one; do :; done; echo on
            ---
            true | if true; then false; fi; echo on
            ---
            true | [[ a == b ]]; echo on
            ---
            true && (false); echo on
            ---
            [ a = b ] || (false); echo on
            ---
            { (false); echo in; }; echo on
            ---
            for i in 1; do (false); echo in; done; echo on
            ---
            f() { (false); echo in; }; f; echo on
            ---
            if true; then true | { false; }; fi; echo on
            ---
            while read -r one; do (false); echo in; done <<< a; echo on
            """;

    /** Where every bash says and does the same. */
    private static final String ALIKE = """
            # mapfile, declare -A and ${text^^} are in a comment; so is |& and [[ a == b ]]
            echo 'mapfile ${text^^} |& [[ -v x ]]'
            ---
            echo "declare -A a |& b &>> c ;& ((0))"
            ---
            cat << 'END'
            ${text^^} |& $(mapfile)
            [[ a == b ]]
            END
            ---
            cat << END
            mapfile |& it's "one
            ${HOME:+[[ a == b ]]}
            END
            ---
            cat <<- END
            	a
            	END
            echo on
            ---
            echo \\${text^^} \\$BASHPID "\\${list[-1]}" '$EPOCHSECONDS'
            ---
            if [[ a == b ]]; then echo yes; fi; echo on
            ---
            [[ a == a ]] && echo yes; echo on
            ---
            [[ a == b ]] && echo yes; echo on
            ---
            [[ a == b ]] || echo no; echo on
            ---
            ! [[ a == b ]]; echo on
            ---
            until [[ a == a ]]; do :; done; echo on
            ---
            while ((n++ < 2)); do echo "$n"; done
            ---
            is() { [[ $1 == a ]]; }; if is a; then echo yes; fi
            ---
            is() { [[ $1 == a ]]; }; is b; echo on
            ---
            ([[ a == b ]]) || echo no
            ---
            [ a = b ]; echo on
            ---
            (false) || echo or
            ---
            if (false); then echo yes; fi; echo on
            ---
            false | cat; echo on
            ---
            (false) | cat; echo on
            ---
            f() { true | (false); }; f; echo on
            ---
            text=$(true | (false)) || echo no
            ---
            text=$(false; echo inner); echo "$text"
            ---
            { echo a; echo b; } | sort -r
            ---
            while read -r one; do echo "$one"; done < <(printf 'a\\nb\\n')
            ---
            while IFS= read -r one; do echo "$one"; done <<< "a  b"
            ---
            text='a  b'; cat <<< "$text"; cat <<< '$a  b'; cat <<< "$(echo "a  b")"
            ---
            text=a/b; part=/; echo "${text//"$part"/+}" ${text/a/"c"}
            ---
            while read -r one; do echo "$one"; done << END
            a b
            END
            ---
            text=$(case a in (a) echo hi ;; esac); echo "$text"
            ---
            case a in a | b) echo one ;; *) echo other ;; esac
            ---
            text=$(cat << END
            plain $HOME text
            END
            ); echo "$text" | wc -l
            ---
            text=$(
              # a ) and an ' in a comment
              echo a
            ); echo "$text"
            ---
            text=abc; echo "${text: -1}" "${text:0:1}" "${text:1}" "${text%c}" "${text##*b}" "${text:-d}"
            ---
            text=a/b; echo "${text//\\//-}" "${text/a/\\"}"
            ---
            text="a'b"; echo "${text//\\'/}" "${text//"'"/}"
            ---
            echo "${none:-"a b"}" "${none:-'a b'}" "${none:-$(echo "a b")}"
            ---
            list=(1 'b c' 3); echo "${list[${#list[@]} - 1]}" "${list[@]: -1}" "${list[@]:1}" "${#list[@]}" "${!list[@]}"
            ---
            list=(); list+=(a); list+=("b c"); printf '%s\\n' "${list[@]/b/x}"
            ---
            set -u; list=(); echo ${list[@]+"${list[@]}"}; echo "${#list[@]}"
            ---
            set -u; echo "$@" "$*" "${none-}" "${none:-d}"
            ---
            text=a; a=2; echo "${!text}" "$((10#08 + 2 ** 3))" "$((1 > 0 ? 2 : 3))"
            ---
            printf -v text '%s-%d' a 1; echo "$text"; printf '%5.2f %x %b %q\\n' 1.5 255 'a\\tb' 'a b'
            ---
            printf '%s (%s)\\n' a b
            ---
            echo {1..3} {a,b}c {a..c}
            ---
            read -ra list <<< 'a b'; echo "${list[1]}"
            ---
            IFS=, read -ra list <<< "a,b c"; echo "${#list[@]}"
            ---
            read -t 5 -r one <<< abc; echo "$one"
            ---
            printf 'a\\0b\\0' | while IFS= read -r -d '' one; do echo "$one"; done || exit 1
            ---
            shopt -s nullglob extglob
            [[ foo == @(foo|bar) ]] && echo yes
            ---
            [[ ab =~ ^(a|x)+b$ ]] && echo "${BASH_REMATCH[1]}"
            ---
            pattern='^a|b$'; if [[ ab =~ $pattern ]]; then echo yes; fi
            ---
            [[ -n a && ( b == b || c == d ) ]] && echo yes
            ---
            [[ "a @(b)" == "a @(b)" ]] && echo yes
            ---
            ls /missing &> /dev/null || echo no
            ---
            exec 3> /dev/null; echo a >&3; echo on
            ---
            sleep 0 & wait $!; echo on
            ---
            f() { local -r one=1; local -a list; list=(1 2); echo "$one ${list[1]}"; }; f
            ---
            declare -a list=(1 2); declare -i n=1+1; declare -r c=d; export E=f; echo "${list[1]} $n $c $E"
            ---
            for ((i = 0; i < 2; i++)); do echo $i; done
            ---
            trap 'echo bye' EXIT; echo a
            ---
            function f { echo body; }; f
            ---
            f() if true; then echo body; fi; f
            ---
            f-g() { echo hyphen; }; f-g
            ---
            diff <(echo a) <(echo a) && echo same
            ---
            x=(a $(echo "b c") "d)" # a comment )
              e)
            echo "${x[@]}"
            ---
            echo "$(echo "$(echo ')')")" `echo a`
            ---
            echo a; # ; case x in
            echo a#b "#c" $# ${#HOME}x | sed 's/x.*//'
            ---
            cat << A; cat << 'B'
            one
            A
            two ${x^^}
            B
            ---
            jq() { echo "$1"; }
            jq '.[] | select(.a == "b") |= (.c // [])
              # ${x^^}' | head -n 1
            """;

    private Snippets() {}

    static Stream<String> otherwise() {
        return Stream.of(OTHERWISE.split("(?m)^---\n"));
    }

    static Stream<String> goesOn() {
        return Stream.of(GOES_ON.split("(?m)^---\n"));
    }

    static Stream<String> alike() {
        return Stream.of(ALIKE.split("(?m)^---\n"));
    }
}
