# The packages to publish, in the order of their dependencies. Cargo drops dev-dependencies without a version.
packages=$(cargo metadata --no-deps --format-version 1 | jq --raw-output '
  (env.PROGRAMS // "" | split("\n")) as $programs
  | [.packages[] | select(.publish == null or any(.publish[]; . == "crates-io"))] as $public
  | ($public | map({key: .name, value: [.dependencies[]
      | select(.path and (.kind != "dev" or .req != "*")).name]}) | from_entries) as $needs
  | def place($name; $above):
      if any(.[], $above[]; . == $name) or ($needs | has($name) | not) then .
      else reduce $needs[$name][] as $need (.; place($need; $above + [$name])) + [$name] end;
  reduce ($public[] | select(.name == env.PACKAGE or
      any(.targets[]; .kind == ["bin"] and IN(.name; $programs[]))).name) as $name ([]; place($name; []))
  | .[]')
if [[ -z $packages ]]; then
  echo "::error::no package to publish: ${PACKAGE-$PROGRAMS} is not in the workspace, or its Cargo.toml sets publish = false"
  exit 1
fi
