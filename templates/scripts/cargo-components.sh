# The programs and all they depend on, on any platform, except for what only tests need.
jq '
  (env.PROGRAMS // "" | split("\n")) as $programs
  | [.packages[] | select(.name == env.PACKAGE or
      any(.targets[]; .kind == ["bin"] and IN(.name; $programs[])))
    | .id] as $roots
  | (.packages | map({key: .id, value: "\(.name)@\(.version)"}) | from_entries) as $known
  | (reduce .resolve.nodes[] as $node ({};
      .[$node.id] = [$node.deps[] | select(any(.dep_kinds[]; .kind != "dev")) | .pkg])) as $needs
  | def reached: . as $ids | ([$ids[], $needs[$ids[]][]] | unique) as $more
      | if $more == $ids then $ids else $more | reached end;
  ($roots | reached | map({key: ., value: true}) | from_entries) as $shipped
  | {
      root: $known[$roots[0]],
      components: [.packages | sort_by(.name, .version, .id)[] | select($shipped[.id]) | {
        id: $known[.id],
        name,
        version,
        license: (.license // "" | gsub(" */ *"; " OR ")),
        purl: (if .source // "" | startswith("registry+") then "pkg:cargo/\(.name)@\(.version)" else "" end),
        needs: [$known[$needs[.id][]]] | unique
      }] | unique_by(.id)
    }
' metadata.json > components.json
