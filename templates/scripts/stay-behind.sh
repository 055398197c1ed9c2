if [[ $(newest '') != "$this" ]]; then
  echo "::notice::$(newest '') is newer than $this, so nothing changes here"
  exit
fi
