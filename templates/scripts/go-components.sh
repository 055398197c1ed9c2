# The modules of all packages that a program imports, on any platform, except for what only tests import.
jq --slurp '
  def released: if .Replace.Version then .Replace else . end
    | {name: .Path, version: (.Version // env.VERSION), ours: (.Main // false)}
    | .id = "\(.name)@\(.version)";
  map(select(.Module) | .Module |= released) as $packages
  | ($packages | map({key: .ImportPath, value: .Module.id}) | from_entries) as $owner
  | {
      root: $packages[-1].Module.id,
      components: ($packages | group_by(.Module.id) | map(.[0].Module as $it | {
        id: $it.id,
        name: $it.name,
        version: $it.version,
        license: "",
        purl: (if $it.ours then "" else "pkg:golang/\($it.name | ascii_downcase)@\($it.version)" end),
        needs: [.[].Imports[]? | $owner[.] // empty | select(. != $it.id)] | unique
      }))
    }
' packages.json > components.json
