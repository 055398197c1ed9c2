number='(0|[1-9][0-9]*)'
label='(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)'
semver="^$number\.$number\.$number(-$label(\.$label)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?\$"
if [[ ! "${TAG#"$TAG_PREFIX"}" =~ $semver ]]; then
  echo "::error::tag '$TAG' must be '$TAG_PREFIX' followed by a version such as 1.2.3 or 1.2.3-rc.1"
  exit 1
fi
