latest=false
if [[ $version != *-* && $(newest '') == "$version" ]]; then
  latest=true
fi
