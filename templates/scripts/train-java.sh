# Saves the classes that this run loads in an archive, so that later runs start faster. Java uses the archive only if the jars
# still have the same time, and files of a release have the time of the commit.
time=$(TZ=UTC git log -1 --date=format-local:%Y%m%d%H%M.%S --format=%cd)
TZ=UTC find "$folder/lib/app" -name '*.jar' -exec touch -t "$time" {} +
IFS=' ' read -r -a arguments <<< "$TRAIN"
JAVA_TOOL_OPTIONS="-XX:ArchiveClassesAtExit=$folder/lib/app/classes.jsa -Xlog:disable -Xlog:all=error:stderr" \
  "$folder/bin/$NAME" "${arguments[@]}"
