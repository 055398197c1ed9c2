# Prints the section of CHANGELOG.md for a version, or for unreleased changes. Headings and code follow the rules of CommonMark.
# The link definitions that the section uses are printed too.
section() {
  LC_ALL=C sed $'1s/^\xEF\xBB\xBF//; s/\r$//' CHANGELOG.md | LC_ALL=C awk -v wanted="$1" -v prefix="$TAG_PREFIX" '
    function indent(s) { match(s, /^ */); return RLENGTH }
    function trim(s) { gsub(/^[ \t\n]+|[ \t\n]+$/, "", s); return s }
    function blank(n) { return line[n] !~ /[^ \t]/ }

    # --- Blocks: which lines are headings, code and definitions ---

    # replaces each tab with spaces
    function expand(s, at) {
      while (at = index(s, "\t")) s = substr(s, 1, at - 1) substr("    ", (at - 1) % 4 + 1) substr(s, at + 1)
      return s
    }
    # the kind of HTML block that begins, as numbered in the specification, or 0
    function html_starts(s) {
      s = tolower(trim(s))
      if (s ~ /^<(script|pre|style|textarea)([ >]|$)/) return 1
      if (s ~ /^<!--/) return 2
      if (s ~ /^<[?]/) return 3
      if (s ~ /^<!\[cdata\[/) return 5
      if (s ~ /^<![a-z]/) return 4
      if (match(s, /^<\/?[a-z][a-z0-9]*([ >]|\/>|$)/)) {
        s = substr(s, 1, RLENGTH)
        gsub(/[^a-z0-9]/, "", s)
        if (index(BLOCKS, " " s " ")) return 6
      }
      return 0
    }
    function html_is_tag(s) { return trim(s) ~ /^<\/?[A-Za-z][A-Za-z0-9-]*( [^<>]*)?\/?>$/ }
    function html_ends(type, s) {
      if (type == 1) return tolower(s) ~ /<\/(script|pre|style|textarea)>/
      if (type == 2) return s ~ /-->/
      if (type == 3) return s ~ /[?]>/
      if (type == 4) return s ~ />/
      if (type == 5) return s ~ /\]\]>/
      return s !~ /[^ ]/
    }
    # the length of the run of backticks or tildes that begins a fence, or 0
    function fence(s) {
      s = trim(s)
      if (match(s, /^````*/) && RLENGTH > 2 && substr(s, RLENGTH + 1) !~ /`/) return RLENGTH
      return match(s, /^~~~~*/) && RLENGTH > 2 ? RLENGTH : 0
    }
    function closes_fence(s) { return index(s, mark) == 1 && fence(s) == length(s) && fence(s) >= long }
    function is_break(s) {
      gsub(/ /, "", s)
      return s ~ /^([*][*][*]+|---+|___+)$/
    }
    # A number has at most nine digits. In a paragraph, a list begins only with the number 1, and not with an empty item.
    function is_item(s) {
      return s ~ ITEM && s !~ /^ *[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]/ && (!open || s ~ /^ *([-+*]|1[.)]) +[^ ]/)
    }
    function heading(n, end, depth, s) {
      level[n] = depth
      last[n] = end
      title[n] = s
      headings[++count] = n
    }
    # reads a link definition or a footnote, and returns its last line, or 0
    function definition(n, s, end, label) {
      if (!match(s, /^ *\[[^][]+\]:/)) return 0
      label = substr(s, 1, RLENGTH - 2)
      sub(/^ *\[/, "", label)
      s = trim(substr(s, RLENGTH + 1))
      end = n
      if (label ~ /^\^/) {
        while (end < NR && line[end + 1] ~ /^([ ][ ]|\t).*[^ \t]/) end++
      } else {
        if (s == "" && line[n + 1] ~ /^[ \t]*<?([A-Za-z][A-Za-z0-9+.-]*:|[.\/])/) s = trim(line[++end])
        if (!match(s, /^(<[^<>]*>|[^ <][^ ]*)/)) return 0
        s = substr(s, RLENGTH + 1)
        if (trim(s) != "" && (s !~ /^[ \t]/ || trim(s) !~ QUOTED)) return 0
        if (s == "" && end < NR && trim(line[end + 1]) ~ QUOTED) end++
      }
      if (!(key(label) in defined)) {
        defined[key(label)] = ++definitions
        first[definitions] = n
        final[definitions] = end
      }
      for (; n <= end; n++) hidden[n] = 1
      return end
    }
    function push(type, wide) {
      kind[++here] = type
      width[here] = wide
      empty[here] = 0
      started = 1
      open = lazy = 0
    }
    # finds the containers of line n, then the block it begins or continues: leaf is "", "paragraph", "fence" or "html"
    function read(n, s, k, marker, gap) {
      s = expand(line[n])
      for (k = 1; k <= depth; k++) {
        if (kind[k] == "quote") {
          if (!match(s, /^ ? ? ?>/)) break
          s = substr(s, RLENGTH + 1)
          sub(/^ /, "", s)
        } else if (s !~ /[^ ]/) {
          if (empty[k]) break
        } else {
          if (indent(s) < width[k]) break
          s = substr(s, width[k] + 1)
          empty[k] = 0
        }
      }
      here = k - 1
      if (here == depth && (leaf == "fence" || leaf == "html")) {
        code[n] = 1
        if (leaf == "html" && html_ends(type, s)) leaf = ""
        if (leaf == "fence" && indent(s) < 4 && closes_fence(trim(s))) leaf = ""
        return
      }
      open = leaf == "paragraph" && here == depth
      lazy = leaf == "paragraph" && here < depth
      started = 0
      while (indent(s) < 4 && s ~ /[^ ]/) {
        if (match(s, /^ *> ?/)) {
          push("quote", 0)
          s = substr(s, RLENGTH + 1)
          continue
        }
        if (match(s, /^ *##?#?#?#?#?( |$)/)) {
          marker = substr(s, 1, RLENGTH)
          s = substr(s, RLENGTH + 1)
          sub(/(^| )#+ *$/, "", s)
          if (!here) heading(n, n, gsub(/#/, "", marker), s)
          leaf = ""
        } else if (long = fence(s)) {
          leaf = "fence"
          mark = substr(trim(s), 1, 1)
          code[n] = 1
        } else if ((type = html_starts(s)) || (type = !open && !lazy && html_is_tag(s) ? 7 : 0)) {
          leaf = html_ends(type, s) ? "" : "html"
          code[n] = 1
        } else if (open && s ~ /^ *(=+|-+) *$/) {
          if (!here) heading(begun, n, s ~ /=/ ? 1 : 2, paragraph)
          leaf = ""
        } else if (is_break(s)) {
          leaf = ""
        } else if (is_item(s) && match(s, ITEM)) {
          marker = substr(s, 1, RLENGTH)
          gap = RLENGTH
          sub(/ +$/, "", marker)
          gap -= length(marker)
          s = substr(s, length(marker) + 1)
          if (s !~ /[^ ]/ || gap > 4) gap = 1
          push("item", length(marker) + gap)
          empty[here] = s !~ /[^ ]/
          s = substr(s, gap + 1)
          continue
        } else {
          break
        }
        depth = here
        return
      }
      if (s ~ /[^ ]/ && lazy) return
      depth = here
      if (s !~ /[^ ]/) {
        leaf = ""
      } else if (open) {
        paragraph = paragraph " " s
      } else if (indent(s) >= 4) {
        code[n] = 1
        leaf = ""
      } else if (depth || !(skip = definition(n, s))) {
        leaf = "paragraph"
        begun = n
        paragraph = s
      } else {
        leaf = ""
      }
    }

    # --- Versions: which headings have one ---

    # the version in a word, in lower case and without the prefix of tags, or ""
    function version(word, plain) {
      plain = word
      sub(/^(release|version)[-_\/]/, "", plain)
      if (prefix != "" && index(plain, prefix) == 1) plain = substr(plain, length(prefix) + 1)
      sub(/^v/, "", plain)
      if (plain ~ VERSION) return plain
      return word ~ /^[^0-9].*[-_\/@]v?[0-9]+[.][0-9]+[.][0-9]/ ? word : "" # the version of something else
    }
    # The first word that is a version counts, but not after a word such as "from".
    # Plainly: at most four words come before it.
    # Conventional: a version and a date in parentheses, as conventional-changelog writes them.
    function understand(n, s, words, i, k, word, before, other, day) {
      s = title[n]
      gsub(/<[^<>]*>/, " ", s)
      dated = trim(s) ~ /\([0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]\)$/
      gsub(/\]\([^()]*\)|\]\[[^][]*\]/, "] ", s)
      gsub(/\\/, "", s)
      k = split(tolower(s), words, SPLIT)
      for (i = 1; i <= k; i++) {
        word = words[i]
        gsub(/^[_#:.-]+|[_:.?-]+$/, "", word)
        if (word == "") continue
        if (word == "unreleased") {
          unreleased[n] = 1
          if (!before && !(n in about)) plainly[n] = 1
        } else if ((!(n in about) || day && !other) && version(word) != "") {
          day = word ~ /^(19|20)[0-9][0-9][.][0-9][0-9]?[.][0-9][0-9]?$/ # a date, if another version comes after it
          about[n] = other ? "" : version(word)
          plainly[n] = before < 5 && !other
          bare[n] = !before
          conventional[n] = dated && bare[n]
        } else if (word !~ /^(version|release|released|v|[0-9][0-9][0-9][0-9][-.\/][0-9][0-9][-.\/][0-9][0-9])$/) {
          before++
          if (word ~ /^(from|since|before|after|until|till|to|for|than|with|through|requires)$/) other = 1
        }
      }
    }
    # finds the level of the headings of versions: that of the first one, unless it is the title of the page
    function find_depth(i, n, head, plain, below) {
      for (i = count; i; i--) {
        n = headings[i]
        if (!(n in about || n in unreleased)) continue
        if (!plainly[n]) {
          if (!plain) usual = level[n]
          continue
        }
        usual = plain && conventional[n] && usual < level[n] ? usual : level[n]
        plain = 1
        head = n
        if (bare[n]) below = level[n]
        alike[level[n]]++
      }
      if (head && !bare[head] && head in about && alike[level[head]] == 1 && below > level[head]) {
        usual = below
        delete about[head]
        delete plainly[head]
      }
    }
    # whether a heading begins the section of a version; below the section of another one, only if conventional-changelog wrote it
    function counts(n) {
      return (n in about || n in unreleased) && (level[n] <= usual || conventional[n])
    }
    function matches(n) {
      if (!counts(n)) return 0
      return wanted == "unreleased" ? n in unreleased : n in about && about[n] == wanted
    }
    # the index of the heading of the wanted section, or 0
    function find(i, n, found, weak) {
      for (i = 1; i <= count; i++) {
        n = headings[i]
        if (!matches(n)) continue
        if (!plainly[n]) {
          if (!weak) weak = i
        } else if (!found) {
          found = i
        } else if (wanted != "unreleased") {
          print "::error file=CHANGELOG.md,line=" n "::duplicate section about " wanted \
            "; the first one is in line " headings[found] > "/dev/stderr"
          exit 1
        }
      }
      return found ? found : weak
    }
    # The line after the section. In conventional-changelog, the heading of a patch has the same level as those of its parts.
    function finish(i, n, m) {
      n = headings[i]
      while (++i <= count) {
        m = headings[i]
        if (level[m] < level[n] || counts(m)) return m
        if (level[m] == level[n] && !(level[n] == 3 && conventional[n])) return m
      }
      return NR + 1
    }

    # --- Links: which definitions a text uses ---

    function key(label) {
      label = tolower(trim(label))
      gsub(/[ \t\n]+/, " ", label)
      return label
    }
    # notes the labels that a text refers to, except for those that are escaped or in code
    function refer(s, plain, run, at, label, other) {
      while (match(s, /\\.|`+/)) {
        plain = plain substr(s, 1, RSTART - 1)
        run = substr(s, RSTART, RLENGTH)
        s = substr(s, RSTART + RLENGTH)
        if (run ~ /`/ && run !~ /\\/ && (at = closing(s, run))) s = substr(s, at)
        plain = plain " "
      }
      s = plain s
      while (match(s, /\[[^][]+\]/)) {
        label = key(substr(s, RSTART + 1, RLENGTH - 2))
        s = substr(s, RSTART + RLENGTH)
        if (s ~ /^\(/) continue
        if (match(s, /^\[[^][]+\]/)) {
          other = key(substr(s, 2, RLENGTH - 2))
          if (other in defined) {
            used[defined[other]] = 1
            s = substr(s, RLENGTH + 1)
            continue
          }
        }
        if (label in defined) used[defined[label]] = 1
      }
    }
    # the end of the code span that begins with a run of backticks, or 0
    function closing(s, run, at) {
      at = 1
      while (match(substr(s, at), /`+/)) {
        at += RSTART - 1 + RLENGTH
        if (RLENGTH == length(run)) return at
      }
      return 0
    }

    BEGIN {
      wanted = tolower(wanted)
      prefix = tolower(prefix)
      BLOCKS = " address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div" \
        " dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li" \
        " link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th" \
        " thead title tr track ul "
      ITEM = "^ *([-+*]|[0-9]+[.)])( +|$)"
      QUOTED = "^(\"[^\"]*\"|\047[^\047]*\047|[(][^()]*[)])$"
      VERSION = "^(0|[1-9][0-9]*)([.](0|[1-9][0-9]*))+([-+][0-9a-z.+-]*[0-9a-z])?$"
      SPLIT = "[][ \t(){}*`|,;=\"\047!~\200-\377]+"
    }
    { line[NR] = $0 }
    END {
      for (i = 1; i <= NR; i++) {
        skip = 0
        read(i)
        if (skip) i = skip
      }
      for (i = 1; i <= count; i++) understand(headings[i])
      find_depth()
      if (!(found = find())) exit
      end = finish(found)
      for (i = last[headings[found]] + 1; i < end; i++) {
        if (i in hidden) continue
        if (blank(i)) blanks++
        else {
          for (; printed && blanks; blanks--) print ""
          blanks = 0
          printed = 1
          print line[i]
        }
        if (blank(i) || i in code || line[i] ~ /^ *([-+*>#]|[0-9]+[.)])/) { refer(block); block = "" }
        if (!(i in code)) block = block "\n" line[i]
      }
      refer(block)
      for (i = 1; printed && i <= definitions; i++) {
        if (!used[i]) continue
        if (!any++) print ""
        for (n = first[i]; n <= final[i]; n++) print line[n]
      }
    }
  '
}

if [[ ! -f CHANGELOG.md ]]; then
  echo "::error::found no CHANGELOG.md"
  exit 1
fi
notes=$(section "$VERSION")
if [[ -z "${notes//[[:space:]]/}" && "$VERSION" == *+* ]]; then
  notes=$(section "${VERSION%%+*}") # the same version with build metadata
fi
if [[ -z "${notes//[[:space:]]/}" && "$PRERELEASE" == true ]]; then
  notes=$(section Unreleased)
fi
if [[ -z "${notes//[[:space:]]/}" ]]; then
  echo "::error file=CHANGELOG.md::no section about $VERSION"
  exit 1
fi
mkdir -p notes
printf '%s\n' "$notes" > notes/notes.md
