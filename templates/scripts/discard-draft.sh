case "$(gh release view "$TAG" --json isDraft --jq .isDraft 2> /dev/null || true)" in
  true) gh release delete "$TAG" --yes ;; # an earlier attempt left it behind
  false)
    echo "::error::the release $TAG is public already"
    exit 1
    ;;
esac
