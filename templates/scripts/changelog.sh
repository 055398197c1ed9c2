# The lines below the heading of a version, up to the next heading that is no deeper.
section() {
  awk -v wanted="${1,,}" '
    { line[NR] = $0; sub(/\r$/, "", line[NR]) }
    # the depth of the heading in a line, 0 where it is none
    function depth(n) {
      if (line[n] ~ /^ ? ? ?(```|~~~)/) fenced = !fenced
      if (fenced) return 0
      if (match(line[n], /^#+[ \t]/)) return RLENGTH - 1
      if (line[n] ~ /[^ \t]/ && line[n] !~ /^[-=]+$/ && n < NR && line[n + 1] ~ /^===+[ \t]*$/) return 1
      if (line[n] ~ /[^ \t]/ && line[n] !~ /^[-=]+$/ && n < NR && line[n + 1] ~ /^---+[ \t]*$/) return 2
      return 0
    }
    # whether one of the words is the version, such as "[1.2.3]" or "v1.2.3:"
    function names(text, words, count, i, word) {
      count = split(text, words, /[][ \t#(),:*]+/)
      for (i = 1; i <= count; i++) {
        word = tolower(words[i])
        if (word == wanted || word == "v" wanted) return 1
      }
      return 0
    }
    END {
      for (i = 1; i <= NR; i++) {
        deep = depth(i)
        if (inside && deep && deep <= level) break
        if (inside) {
          if (line[i] ~ /[^ \t]/) begun = 1
          if (begun) print line[i]
        }
        else if (deep && names(line[i])) {
          inside = 1
          level = deep
          if (line[i] !~ /^#/) i++ # its underline
        }
      }
    }
  ' CHANGELOG.md
}

notes=$(section "$VERSION")
if [[ -z "${notes//[[:space:]]/}" && "$PRERELEASE" == true ]]; then
  notes=$(section Unreleased)
fi
if [[ -z "${notes//[[:space:]]/}" ]]; then
  echo "::error file=CHANGELOG.md::no section about $VERSION"
  exit 1
fi
mkdir -p notes
printf '%s\n' "$notes" > notes/notes.md
