folder=build/$NAME
mkdir -p "$folder/bin" "$folder/lib"
cp -R "$input" "$folder/lib/app"
mv "$runtime" "$folder/lib/runtime"
find "$folder/lib/runtime/bin" -type f ! -name java -exec rm {} +

# Quotes each line as a word of the launcher, which computes $home.
words() {
  sed -e "s/'/'\\\\''/g" -e "s/.*/'&'/" -e "s|\\\$APP_HOME/lib|'\"\$home\"'/lib/app|g" -e "s/^''//" | tr '\n' ' '
}
{
  cat << END
#!/bin/sh
# Starts $NAME with the Java runtime that came with it.
END
  cat << 'END'
set -eu

self=$0
case $self in */*) ;; *) self=./$self ;; esac
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
home=$(CDPATH='' cd -P "${self%/*}/.." && pwd)

# Java encodes file names in the encoding of the locale, and the locale C has only ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX)
    if [ -d /usr/lib/locale/C.utf8 ] || [ -d /usr/lib/locale/C.UTF-8 ]; then
      export LC_CTYPE=C.UTF-8
      if [ -n "${LC_ALL:-}" ]; then export LC_ALL=C.UTF-8; fi
    fi
    ;;
esac

END
  if [[ -n $class ]]; then start="-cp"$'\n'$path$'\n'$class; else start="-jar"$'\n'$path; fi
  printf 'set -- %s%s"$@"\n' "$(words <<< "$options")" "$(words <<< "$start")"
  cat << 'END'
archive=$home/lib/app/classes.jsa
if [ -f "$archive" ]; then # of the classes that a run at build time loaded
  set -- "-XX:SharedArchiveFile=$archive" -Xlog:disable "$@" # no warning if the jars have other times
fi
exec "$home/lib/runtime/bin/java" "$@"
END
} > "$folder/bin/$NAME"
chmod 755 "$folder/bin/$NAME"
