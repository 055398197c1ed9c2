cargo metadata --no-deps --format-version 1 |
  jq --raw-output '
    first(.packages[] | select(.name == env.PACKAGE or
      any(.targets[]; .kind == ["bin"] and .name == env.PROGRAM))).version'
