package dev.slipway.example;

/** What the longer steps of {@link OttoRelease} run. */
final class OttoScripts {
    static final String CHECK_THE_TAG = """
            number='(0|[1-9][0-9]*)'
            label='(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)'
            semver="^$number\\.$number\\.$number(-$label(\\.$label)*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?\\$"
            if [[ ! "${TAG#"$TAG_PREFIX"}" =~ $semver ]]; then
              echo "::error::tag '$TAG' must be '$TAG_PREFIX' followed by a version such as 1.2.3 or 1.2.3-rc.1"
              exit 1
            fi
            version=${TAG#"$TAG_PREFIX"}
            if [[ $version == *+* ]]; then
              echo "::error::image tags cannot contain build metadata: '$TAG' would overwrite the image ${version%%+*}; release a new version, or remove the image"
              exit 1
            fi
            """;

    static final String INSTALL_BUILD_TOOLS = """
            apt-get update
            apt-get install --yes --no-install-recommends build-essential ca-certificates curl git libssl-dev pkg-config
            """;

    static final String CHECK_THE_RELEASE = """
            status=$(curl --silent --output /dev/null --write-out '%{http_code}' --header @- \\
              "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/releases/tags/$TAG" <<< "Authorization: Bearer $GH_TOKEN" || true)
            if [[ $status == 200 ]]; then
              echo "::error::release $TAG is already public: release a new version, or run only the failed jobs again"
              exit 1
            fi
            """;

    static final String INSTALL_RUST = """
            curl --proto '=https' --tlsv1.2 --fail --silent --show-error --location https://sh.rustup.rs |
              sh -s -- -y --profile minimal --default-toolchain "$RUSTUP_TOOLCHAIN" --target "$TARGET"
            echo "$HOME/.cargo/bin" >> "$GITHUB_PATH"
            """;

    static final String CHECK_THE_TAG_AND_THE_RELEASE = """
            number='(0|[1-9][0-9]*)'
            label='(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)'
            semver="^$number\\.$number\\.$number(-$label(\\.$label)*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?\\$"
            if [[ ! "${TAG#"$TAG_PREFIX"}" =~ $semver ]]; then
              echo "::error::tag '$TAG' must be '$TAG_PREFIX' followed by a version such as 1.2.3 or 1.2.3-rc.1"
              exit 1
            fi
            version=${TAG#"$TAG_PREFIX"}
            if [[ $version == *+* ]]; then
              echo "::error::image tags cannot contain build metadata: '$TAG' would overwrite the image ${version%%+*}; release a new version, or remove the image"
              exit 1
            fi
            if [[ $(gh release view "$TAG" --json isDraft --jq .isDraft 2> /dev/null) == false ]]; then
              echo "::error::release $TAG is already public: release a new version, or run only the failed jobs again"
              exit 1
            fi
            """;

    static final String PACK = """
            # The same commit gives the same bytes: sorted names, owner 0, and the time of the commit.
            export TZ=UTC LC_ALL=C
            time=$(git -C repository log -1 --format=@%ct)
            mkdir -p dist

            # Packs an archive. Arguments: the artifact, the archive, the programs.
            pack() {
              local built=built/$1 archive=$2 folder=packed/$2 file
              mkdir -p "$folder"
              for file in "${@:3}"; do
                if ! install -m 755 "$built/$file" "$folder/"; then
                  echo "::error::the artifact '$1' has no program '$file'"
                  exit 1
                fi
              done
              for file in repository/LICEN[CS]E* repository/README*; do
                if [[ -e $file ]]; then cp -RL "$file" "$folder/"; fi # not every project has them
              done
              cd "packed/$archive"
              chmod -R u=rwX,go=rX .
              find . -exec touch --no-dereference --date="$time" {} +
              find . -mindepth 1 -printf '%P\\n' | sort |
                tar --create --format=ustar --no-recursion --owner=0 --group=0 --numeric-owner --verbatim-files-from --files-from=- |
                gzip -9 -n > "../../dist/$archive"
              cd ../..
            }

            pack otto-linux-amd64 "otto-${TAG}-linux-amd64.tar.gz" otto
            pack otto-linux-arm64 "otto-${TAG}-linux-arm64.tar.gz" otto
            pack otto-macos-x86_64 "otto-${TAG}-macos-x86_64.tar.gz" otto
            pack otto-macos-arm64 "otto-${TAG}-macos-arm64.tar.gz" otto
            """;

    static final String COMPUTE_CHECKSUMS = """
            cd dist
            for file in *; do
              sha256sum "$file" > "$file.sha256"
            done
            """;

    static final String COMPARE_WITH_OTHER_VERSIONS = """
            this=${TAG#"$TAG_PREFIX"}
            this=${this%%+*}
            number='(0|[1-9][0-9]*)'
            tags=$(git tag --list "$TAG_PREFIX*")
            released=$(sed "s/^.\\{${#TAG_PREFIX}\\}//; s/+.*//" <<< "$tags" | grep -Ex "$number\\.$number\\.$number" || true)

            # Prints the newest version that begins with $1.
            newest() {
              printf '%s\\n' "$released" "$this" | grep "^${1//./\\\\.}" | sort -V | tail -n 1
            }

            # Prints whether this is the newest version that begins with $1, and not a prerelease.
            leads() {
              if [[ $this != *-* && $(newest "$1") == "$this" ]]; then echo true; else echo false; fi
            }

            echo "latest=$(leads '')" >> "$GITHUB_OUTPUT"
            """;

    static final String PUBLISH = """
            mark="<!-- slipway: built from $(git rev-parse HEAD) -->"
            draft=$(gh release view "$TAG" --json isDraft,body --jq '"\\(.isDraft) \\(.body)"' 2> /dev/null || true)
            case $draft in
              false*)
                echo "::error::release $TAG is already public"
                exit 1
                ;;
              *'<!-- slipway: built from '*) # left by an earlier attempt
                gh release delete "$TAG" --yes
                draft=
                ;;
            esac

            options=()
            version=${TAG#"$TAG_PREFIX"}
            if [[ "${version%%+*}" == *-* ]]; then
              options+=(--prerelease)
            fi
            if [[ -n $draft ]]; then # written by a person: keep its title and notes
              gh release upload "$TAG" --clobber dist/*
            else
              gh release create "$TAG" --draft --verify-tag "${options[@]}" \\
                --title "$TAG" --generate-notes --notes "$mark" dist/*
            fi
            gh release edit "$TAG" --draft=false --latest="$LATEST" "${options[@]}"
            """;

    static final String CHECK_THAT_THE_TAG_STAYED = """
            mark=$(gh release view "$TAG" --json isDraft,body --jq 'select(.isDraft | not) | .body' 2> /dev/null |
              grep -oE '<!-- slipway: built from [0-9a-f]{40} -->' | tail -n 1 || true)
            if [[ -n $mark && $mark != *"$(git rev-parse HEAD)"* ]]; then
              mark=${mark#*from }
              echo "::error::release $TAG is public and was built from ${mark% -->}: the tag has been moved"
              exit 1
            fi
            """;

    static final String COMPARE_FOR_THE_IMAGE = """
            this=${TAG#"$TAG_PREFIX"}
            this=${this%%+*}
            number='(0|[1-9][0-9]*)'
            tags=$(git tag --list "$TAG_PREFIX*")
            released=$(sed "s/^.\\{${#TAG_PREFIX}\\}//; s/+.*//" <<< "$tags" | grep -Ex "$number\\.$number\\.$number" || true)

            # Prints the newest version that begins with $1.
            newest() {
              printf '%s\\n' "$released" "$this" | grep "^${1//./\\\\.}" | sort -V | tail -n 1
            }

            # Prints whether this is the newest version that begins with $1, and not a prerelease.
            leads() {
              if [[ $this != *-* && $(newest "$1") == "$this" ]]; then echo true; else echo false; fi
            }

            {
              echo "latest=$(leads '')"
              echo "minor=$(leads "${this%.*}.")"
            } >> "$GITHUB_OUTPUT"
            """;

    static final String RUN_THE_IMAGE = """
            while IFS= read -r platform; do
              echo "$platform:"
              docker run --rm --platform "$platform" "$IMAGE@$DIGEST" --version < /dev/null
            done <<< "$PLATFORMS"
            """;

    static final String CHECK_FOR_NEWER_VERSIONS = """
            # All versions except this one, because another job may create its tag in the meantime.
            others() {
              git -C "$1" tag --list "${TAG_PREFIX}[0-9]*" | grep -vFx -e "$TAG" || true
            }
            if [[ "$(others now)" != "$(others .)" ]]; then
              echo "::error::another version was released while this job ran: run the job again"
              exit 1
            fi
            """;

    static final String SET_THE_TAGS = """
            while IFS= read -r tag; do
              docker buildx imagetools create --prefer-index=false --tag "$tag" "${tag%:*}@$DIGEST"
            done <<< "$TAGS"
            """;

    static final String SUMMARIZE = """
            {
              echo '## Image'
              echo
              echo "\\`$IMAGE@$DIGEST\\`"
              echo
              echo '| tag |'
              echo '| --- |'
              while IFS= read -r tag; do
                echo "| \\`$tag\\` |"
              done <<< "$TAGS"
            } >> "$GITHUB_STEP_SUMMARY"
            """;

    private OttoScripts() {}
}
