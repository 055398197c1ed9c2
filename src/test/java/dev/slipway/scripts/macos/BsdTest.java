package dev.slipway.scripts.macos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of GNU's programs is refused where those of macOS run. */
class BsdTest {
    static Stream<String> gnu() {
        return """
                sed -i 's/a/b/' file
                sed -i '' 's/a/b/' file
                sed --in-place=.bak 's/a/b/' file
                sed -z 's/a/b/' file
                sed 's/a\\+/b/' file
                sed 's/a\\|b/c/' file
                sed -E 's/\\s+//' file
                sed 's/,/\\n/g' file
                sed '1i text' file
                sed '/a/a more' file
                sed -n '/a/{p}' file
                sed '0,/a/s//b/' file
                sed '/a/,+2d' file
                sed 's/a/\\U&/' file
                echo "$(sed -i s/a/b/ file)"
                date -d @0
                date -d "$when" +%s
                date --date=yesterday
                date +%s.%N
                date --utc +%Y
                readlink -e file
                readlink -m file
                readlink --canonicalize file
                realpath --relative-to=. file
                stat -c %s file
                stat --format=%s file
                stat --printf=%s file
                grep -P 'a(?=b)' file
                grep -oP a file
                grep --perl-regexp a file
                tar --sort=name -czf a.tgz b
                tar --owner=0 -cf a.tar b
                tar -cf a.tar --group=0 b
                tar --mtime=@0 -cf a.tar b
                tar --transform 's/a/b/' -cf a.tar b
                tar --wildcards -xf a.tar '*.txt'
                tar --verbatim-files-from -cf a.tar -T list
                cp --reflink=auto a b
                cp --parents a/b c
                cp -u a b
                cp -t folder a
                cp a b -r
                mv -t folder a
                mv -T a b
                mv --no-clobber a b
                ln -sr a b
                ln -sfT a b
                install -D a b/c
                install -Dm755 a b/c
                install -t folder a
                mkdir --parents a
                rm --force a
                rm file -f
                mktemp --suffix=.txt
                mktemp a.XXXXXX.txt
                mktemp -p folder
                mktemp -d -t a.XXXXXX
                touch --date=@0 file
                touch -d @0 file
                touch -d yesterday file
                touch --no-create file
                xargs -d '\\n' echo
                xargs --arg-file=list echo
                xargs -0 stat -c %s
                env A=b stat -c %s file
                base64 -w 0 file
                base64 --wrap=0 file
                head -n -1 file
                head -c -1 file
                head -c 1K file
                head --lines=-1 file
                tail --pid=1 -f file
                wc --lines file
                cut --delimiter=, --fields=1 file
                cut -z -f 1 file
                sort --parallel=2 file
                sort --files0-from=list
                uniq -w 3 file
                split --bytes=1M file
                paste -sd,
                tr --delete a
                tee --append file
                du -b file
                du --max-depth=1
                du --apparent-size file
                seq --foo 3
                find . -printf '%P\\n'
                find -name a
                find . -regextype posix-extended -regex a
                find . -executable
                find . -exec grep a {} + -printf x
                find . -name a -readable
                gzip --rsyncable a
                env --chdir=a b
                getopt -o ab -- "$@"
                sha256sum file
                echo a | sha256sum --check
                sum=$(sha256sum < file)
                if true; then md5sum file; fi
                for one in a; do timeout 5 "$one"; done
                make -j "$(nproc)"
                tac file
                zcat a.gz
                ldd program
                sudo apt-get update
                sudo -E apt-get install a
                TZ=UTC date -d now
                exec timeout 5 a
                cat <(tac file)
                f() { shuf file; }
                awk '{ print gensub(/a/, "b", "g") }' file
                awk 'BEGIN { print strftime("%s") }'
                awk '{ match($0, /a(b)/, parts) }' file
                awk -i inplace '{ print }' file
                true && stat -c %s file
                case $a in b) stat -c %s file ;; esac
                case $(uname -s) in Darwin) stat -c %s file ;; esac
                [[ $RUNNER_OS == macOS ]] && stat -c %s file
                if [[ $RUNNER_OS == macOS ]]; then stat -c %s file; fi
                if [[ $RUNNER_OS == Linux ]]; then :; else stat -c %s file; fi
                `stat -c %s file`
                """.lines();
    }

    static Stream<String> everywhere() {
        return """
                sed -i.bak 's/a/b/' file
                sed -E 's/a+|b?/c/' file
                sed -n '/a/{p;}' file
                sed -n -e 's/^a//p' -e '$d' file
                sed 's/x.*//' file
                sed 's/[[:space:]]*$//' file
                sed '/^#/d; s/,.*//' file
                date +%s
                date -u +%Y-%m-%dT%H:%M:%SZ
                readlink -f file
                grep -Eq 'a|b' file
                grep -v --exclude=a -r b .
                grep a file -q
                tar -czf a.tgz -C folder .
                tar czf a.tgz b
                tar -xzf a.tgz -C folder cross
                tar --create --file a.tar --numeric-owner b
                cp -R a b
                cp -a a b
                cp -- -a b
                mv -f a b
                ln -sfn a b
                install -m 755 a b
                install -d a
                mkdir -p a/b
                rm -rf a
                rm -f -- "$file"
                mktemp -d
                mktemp "$RUNNER_TEMP/a.XXXXXX"
                touch -t 202601020304.05 file
                touch -d 2026-01-02T03:04:05Z file
                touch -d "$time" file
                xargs -0 -n 1 echo --wrap -P
                xargs -r rm -f
                base64 < file
                head -n 1 file
                head -1 file
                head -c 10 file
                tail -n +2 file
                wc -l < file
                cut -d ' ' -f 2 file
                sort -u -k 1,1n -t . file
                sort -V file
                uniq -c file
                paste -s -d , -
                tr -d '\\n' < file
                tr a-z A-Z
                tee -a file
                find . -type f -name '*.sh' -print0
                find . -mindepth 1 -exec touch --no-what {} +
                find "$folder" ! -name a
                find a b -prune -o -print
                gzip -9 -n file
                gzip --best file
                shasum -a 256 file
                if command -v sha256sum > /dev/null; then sha256sum file; else shasum -a 256 file; fi
                if [[ $RUNNER_OS == Linux ]]; then sudo apt-get update; fi
                if [ "$(uname -s)" = Linux ]; then stat -c %s file; else stat -f %z file; fi
                case $(uname -s) in Linux) nproc ;; Darwin) sysctl -n hw.ncpu ;; esac
                case "$RUNNER_OS" in Linux) stat -c %s "$(readlink -e a)" ;; macOS) stat -f %z a ;; esac
                echo 'sed -i s/a/b/ file' # sed -i s/a/b/ file
                echo sed -i
                git tag -d a
                gh release view --json a
                awk '{ print $1 }' file
                awk -F, 'length($2) > 1 { print toupper($2) }' file
                brew install coreutils
                cargo build --target a --sort
                """.lines();
    }

    @ParameterizedTest
    @MethodSource("gnu")
    void whatMacosDoesOtherwiseIsRefused(String script) {
        assertThat(Bsd.refusals(script)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void whatEverySystemDoesIsNot(String script) {
        assertThat(Bsd.refusals(script)).isEmpty();
    }

    @Test
    void aRefusalNamesItsLineAndThePageThatHasTheOptions() {
        assertThat(Bsd.refusals("""
                cat << END
                sed -i s/a/b/ c
                END
                cut -z \\
                  -f 1
                """))
                .containsExactly(
                        new Refusal(
                                4,
                                "cut takes no -z: see https://github.com/apple-oss-distributions/text_cmds/blob/main/cut/cut.1"));
    }
}
