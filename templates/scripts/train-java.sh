# A run whose classes go into an archive, so that every later run finds them loaded. Java uses the archive with jars of the
# same time only, and files of a release have that of their commit.
time=$(TZ=UTC git log -1 --date=format-local:%Y%m%d%H%M.%S --format=%cd)
TZ=UTC find "$folder/lib/app" -name '*.jar' -exec touch -t "$time" {} +
IFS=' ' read -r -a arguments <<< "$TRAIN"
JAVA_TOOL_OPTIONS="-XX:ArchiveClassesAtExit=$folder/lib/app/classes.jsa -Xlog:disable -Xlog:all=error:stderr" \
  "$folder/bin/$NAME" "${arguments[@]}"
