# The shard depends only on a hash of the name, so a new repository does not move others.
names=$(awk -v owner="$OWNER" -v shard="$SHARD" -v shards="$SHARDS" '
  BEGIN { for (i = 32; i < 127; i++) code[sprintf("%c", i)] = i }
  { sub(/#.*/, ""); gsub(/[ \t\r]/, "") }
  $0 == "" { next }
  !/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/ || index(tolower($0), tolower(owner) "/") != 1 {
    print "::error::" FILENAME ":" NR ": expected " owner "/NAME" > "/dev/stderr"
    bad = 1
  }
  {
    name = tolower($0)
    hash = 0
    for (i = 1; i <= length(name); i++) hash = (hash * 131 + code[substr(name, i, 1)]) % 999983
    if (hash % shards == shard && !seen[name]++) print substr($0, index($0, "/") + 1)
  }
  END { exit bad }' "$FILE")
echo "repositories=${names//$'\n'/,}" >> "$GITHUB_OUTPUT"
