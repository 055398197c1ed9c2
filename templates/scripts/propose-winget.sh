upstream=repos/microsoft/winget-pkgs
owner=$(gh api user --jq .login)
fork=repos/$owner/winget-pkgs
branch=$ID-$VERSION
parent=manifests/$(tr '[:upper:]' '[:lower:]' <<< "${ID:0:1}")/${ID//.//}

# The branch starts at a commit of the fork: newer commits may change workflows, which this token may not push.
if ! base=$(gh api "$fork/git/ref/heads/master" --jq .object.sha); then
  echo "::error::fork microsoft/winget-pkgs as $owner first"
  exit 1
fi
gh api "$fork/git/refs/heads/$branch" --method DELETE --silent &> /dev/null || true # left by an earlier attempt
gh api "$fork/git/refs" -f "ref=refs/heads/$branch" -f "sha=$base" --silent
for file in manifests/winget/*; do
  gh api "$fork/contents/$parent/$VERSION/${file##*/}" --method PUT --silent \
    -f "branch=$branch" -f "message=$ID $VERSION" -f "content=$(base64 --wrap=0 "$file")"
done

kind=package
if gh api "$upstream/contents/$parent" --silent &> /dev/null; then kind=version; fi
gh api "$upstream/pulls" --jq .html_url -f base=master -f "head=$owner:$branch" \
  -f "title=New $kind: $ID version $VERSION" -f "body=$NOTES"
