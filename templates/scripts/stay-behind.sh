if [[ $(newest '') != "$version" ]]; then
  echo "::notice::$(newest '') is newer than $version, so nothing changes here"
  exit
fi
