if [[ ! "${TAG#"$TAG_PREFIX"}" =~ ^[0-9]{1,18}(\.[0-9]{1,18}){0,3}$ ]]; then
  echo "::error::tag '$TAG' must be '$TAG_PREFIX' followed by one to four numbers, such as 25.07"
  exit 1
fi
