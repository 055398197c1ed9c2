package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workflow by hand publishes beside the files of a release is in the config, or listed by its step. */
class HandWrittenPublishingTest extends HandWrittenRelease {
    @Test
    void theTagOfAModuleIsListed() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - run: gh release create $GITHUB_REF_NAME target/release/kelp
                    - name: Tag the library
                      run: |
                        TAG="lib/${GITHUB_REF_NAME}"
                        git tag "$TAG" "${GITHUB_REF_NAME}^{}"
                        git push origin "$TAG"
                """));
        assertThat(lost(proposal)).contains("step 'Tag the library' a second tag, 'lib/{tag}'; move it to 'jobs'");
    }

    @Test
    void notesThatAWorkflowWritesAndTagsThatItMovesAreListed() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - name: Publish
                      run: |
                        ci/notes.py > notes.md
                        gh release create $GITHUB_REF_NAME --notes-file notes.md kelp-*.tar.gz
                    - name: Move the tag
                      run: |
                        git tag -fa v1 -m v1
                        git push --force origin v1
                """));
        assertThat(lost(proposal))
                .contains("step 'Publish' custom release notes; see 'release.notes'")
                .contains("step 'Move the tag' a tag that moves, such as 'v1'; move it to 'jobs'");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "./gradlew :dist:sdkMinorRelease | a version on SDKMAN",
                "./mvnw -B sdkman:major-release | a version on SDKMAN",
                "./mcp-publisher publish | a package for another registry",
                "nimble publish | a package for another registry",
                "stack upload . | a package for another registry",
                "mix hex.publish --yes | a package for another registry",
                "dart pub publish --force | a package for another registry",
            })
    void aCommandThatPublishesSomewhereElseIsListedWithoutASecret(String command, String what) throws Exception {
        Proposal proposal = proposal(release(releasing("run: " + command)));
        assertThat(lost(proposal)).contains("step 'The last one' " + what + "; move it to 'jobs'");
    }

    @Test
    void anActionThatPublishesAPackageIsListedUnderItsName() throws Exception {
        Proposal proposal = proposal(release(releasing("uses: haskell-actions/hackage-publish@v1")));
        assertThat(lost(proposal)).contains("step 'The last one' a package for another registry; move it to 'jobs'");
    }

    @Test
    void aBuildThatIsCalledPublishPublishesNothing() throws Exception {
        Proposal proposal = proposal(release(releasing("run: dotnet publish -c Release")));
        assertThat(lost(proposal)).doesNotContain("'The last one'");
    }

    @Test
    void pluginsInWebAssemblyHaveToBeBuiltBeforeTheProgramThatContainsThem() throws Exception {
        Proposal proposal = proposal(release("""
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - name: Build it all
                      run: |
                        cargo build --release --target wasm32-wasip1 -p kelp-plugin
                        cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux.tar.gz }
                """));
        assertThat(lost(proposal))
                .contains(
                        "step 'Build it all' it also compiles for 'wasm32-wasip1'; if the programs contain the result, "
                                + "build it in 'setup' of a system");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "npm run build, npm run build",
        "yarn --cwd ui build:web, yarn build:web",
        "aube install && aube run build, aube run build",
        "deno task build, deno build"
    })
    void websitesHaveToBeBuiltBeforeTheProgramThatContainsThem(String script, String shown) throws Exception {
        Proposal proposal = proposal(release(releasing("run: " + script)));
        assertThat(lost(proposal))
                .contains("step 'The last one' it also runs '" + shown + "'; if the programs contain the result, "
                        + "build it in 'setup' of a system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"npm install build", "yarn add build", "deno run build", "pnpm test"})
    void otherWordsOfPackageManagersBuildNothing(String script) throws Exception {
        assertThat(lost(proposal(release(releasing("run: " + script))))).doesNotContain("it also runs");
    }

    @Test
    void releasesOfSomethingElseMayStay() throws Exception {
        Proposal proposal = proposal(release(releasing("run: echo")).file(".github/workflows/crates.yml", """
                on: { push: { branches: [main], paths: [kelp-core/Cargo.toml] } }
                jobs:
                  crates:
                    runs-on: ubuntu-latest
                    steps:
                      - run: gh release create core_v$(cat version) --target $GITHUB_SHA
                """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains(
                        "'.github/workflows/crates.yml' makes releases without files: if they are of this project, remove "
                                + "'gh release create' from it before the next release (.github/workflows/crates.yml:6)")
                .doesNotContain("'.github/workflows/crates.yml' also releases");
    }

    @Test
    void aHashThatAScriptComputesAndWritesIsAChecksum() throws Exception {
        Proposal proposal = proposal(release("""
                ship:
                  runs-on: windows-latest
                  steps:
                    - run: cargo build --release --target x86_64-pc-windows-msvc
                    - run: |
                        Compress-Archive target\\x86_64-pc-windows-msvc\\release\\kelp.exe kelp-windows.zip
                        $sum = (Get-FileHash kelp-windows.zip).Hash.ToLower()
                        "$sum  kelp-windows.zip" | Out-File -Encoding ascii checksums.txt
                    - uses: softprops/action-gh-release@v2
                      with: { files: "kelp-windows.zip\\nchecksums.txt" }
                """));
        assertThat(proposal.config()).contains("checksum-file: checksums.txt");
        assertThat(names(proposal)).contains("checksums.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ uses: softprops/action-gh-release@v2, with: { files: kelp-linux.tar.gz, make_latest: false } } | true",
                "{ uses: houseabsolute/actions-rust-release@v0, with: { executable-name: kelp, action-gh-release-parameters: '{ \"make_latest\": false }' } } | true",
                "{ run: gh release create $GITHUB_REF_NAME --latest=false kelp-linux.tar.gz } | true",
                "{ run: gh release create $GITHUB_REF_NAME --latest=false && gh release edit $GITHUB_REF_NAME --latest } | false",
                "{ uses: softprops/action-gh-release@v2, with: { files: kelp-linux.tar.gz, make_latest: true } } | false",
            })
    void aReleaseThatIsNeverTheLatestIsSaid(String step, boolean said) throws Exception {
        Proposal proposal = proposal(release("""
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    -\s""" + step + "\n"));
        assertThat(lost(proposal)
                        .contains(
                                "a release that does not become the latest; ours does if no newer version is released"))
                .as(lost(proposal))
                .isEqualTo(said);
    }

    @Test
    void notesOfDistComeFromAChangelog() throws Exception {
        Proposal proposal = proposal(release("""
                host:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - name: Create GitHub Release
                      run: |
                        echo "$ANNOUNCEMENT_BODY" > $RUNNER_TEMP/notes.txt
                        gh release create $GITHUB_REF_NAME --notes-file "$RUNNER_TEMP/notes.txt" target/release/kelp
                """));
        assertThat(lost(proposal)).contains("release notes that dist takes from CHANGELOG.md or RELEASES.md");
    }

    @Test
    void notesThatAScriptReadsFromAChangelogAreNotThoseOfDist() throws Exception {
        Proposal proposal = proposal(release("""
                host:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - run: |
                        sed -n "/^## $GITHUB_REF_NAME/,/^## /p" CHANGELOG.md > notes.txt
                        test -s notes.txt || echo "$ANNOUNCEMENT_BODY" > notes.txt
                        gh release create $GITHUB_REF_NAME --notes-file notes.txt target/release/kelp
                """));
        assertThat(lost(proposal)).contains("custom release notes").doesNotContain("dist takes");
    }

    @Test
    void notesThatTheConfigHasAWordForAreNotLost() throws Exception {
        Proposal proposal = proposal(workflow(crate("").file("CHANGELOG.md", "# Changelog\n\n## 1.2.3\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - id: notes
                      uses: mindsers/changelog-reader-action@v2
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz', body: '${{ steps.notes.outputs.changes }}' }
                """));
        assertThat(proposal.config()).contains("release: { notes: changelog }");
        assertThat(lost(proposal)).doesNotContain("notes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rsync -av out/ me@kelp.example:/srv/dl/",
                "scp -i key kelp-linux.tar.gz kelp.example:dl/",
                "s3cmd --host=x put out/ s3://dl",
                "aws s3 cp kelp-linux.tar.gz s3://dl/",
                "rclone sync out/ r2:dl",
                "curl -fsS --upload-file kelp-linux.tar.gz https://dl.kelp.example/"
            })
    void anUploadToAnotherServerIsSaid(String command) throws Exception {
        assertThat(lost(proposal(release(releasing("run: " + command)))))
                .contains("step 'The last one' an upload to another server; move it to 'jobs'");
        assertThat(lost(proposal(workflow(crate(""), """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - { name: Send, run: '%s' }
                """.formatted(command)))))
                .contains("step 'Send' an upload to another server; '.github/workflows/release.yml' stays");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsync -a out/ dist/", "curl -d x https://hooks.example/", "aws s3 ls s3://dl", "scp -h"})
    void otherCopiesAreNoUpload(String command) throws Exception {
        assertThat(lost(proposal(release(releasing("run: " + command))))).doesNotContain("another server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses: vedantmgoyal9/winget-releaser@main|winget",
                "uses: sloth/winget-releaser@v2\nwith: { identifier: Reef.Kelp }|use 'packages.winget: Reef.Kelp'",
                "uses: michidk/run-komac@v2\nwith: { args: 'update Reef.Kelp -v 1' }|use 'packages.winget: Reef.Kelp'",
                "run: wingetcreate.exe update Reef.Kelp -v 1.2.3 --submit|use 'packages.winget: Reef.Kelp'",
                "run: komac update -s --identifier Reef.Kelp|use 'packages.winget: Reef.Kelp'",
                "run: komac update $ID --version 1.2.3|use 'packages.winget'",
                "uses: mislav/bump-homebrew-formula-action@v3|Homebrew",
                "uses: svenstaro/upx-action@v2|larger",
                "run: upx --best target/x86_64-unknown-linux-musl/release/kelp|larger",
                "run: npm publish --access public ./npm|npm",
                "run: xcrun notarytool submit kelp.zip|notarizing",
                "run: codesign --force -s \"$IDENTITY\" kelp|signing",
                "run: sudo codesign --sign=Me kelp|signing",
                "run: find . -name kelp -exec codesign -s Me {} +|signing",
                "run: pkgbuild --root usr --sign Me kelp.pkg|signing",
                "run: gon gon.hcl|signing",
                "run: rcodesign sign --p12-file key.p12 kelp|signing",
                "run: osslsigncode sign -in kelp.exe -out kelp2.exe|signing",
                "run: '& \"C:\\Kits\\signtool.exe\" sign /fd sha256 kelp.exe'|signing",
                "run: AzureSignTool sign -kvu x kelp.exe|signing",
                "run: security import key.p12 -k build.keychain|signing",
                "run: jarsigner -keystore k kelp.jar me|signing",
                "uses: apple-actions/import-codesign-certs@v3|signing",
                "uses: Azure/trusted-signing-action@v0|signing",
                "uses: signpath/github-action-submit-signing-request@v1|signing",
                "uses: lando/notarize-action@v2|signing",
                "run: python3 tools/sign.py kelp|'python3 tools/sign.py' seems to sign files",
                "run: ./ci/notarize_app kelp|seems to sign files",
                "run: gpg --armor --detach-sign kelp-linux.tar.gz|signature",
                "run: gpg -sb kelp-linux.tar.gz|signature",
                "run: pkgx gpg --detach-sign kelp-linux.tar.gz|signature",
                "run: cosign sign-blob --yes kelp-linux.tar.gz|signature",
                "run: minisign -Sm kelp-linux.tar.gz|signature",
                "run: ssh-keygen -Y sign -f key -n file kelp-linux.tar.gz|signature",
                "run: strip target/x86_64-unknown-linux-musl/release/kelp|strip = true",
                "run: llvm-objcopy --strip-debug target/x86_64-unknown-linux-musl/release/kelp|strip = true",
                "uses: KSXGitHub/github-actions-deploy-aur@v4|Arch Linux",
                "uses: peaceiris/actions-gh-pages@v4|a website",
                "uses: actions/deploy-pages@v4|a website",
                "run: mkdocs gh-deploy --force|a website"
            })
    void aStepByWhichPeopleGetSomethingIsListed(String line) throws Exception {
        String[] parts = line.split("\\|");
        Proposal proposal = proposal(release(releasing(parts[0])));
        assertThat(lost(proposal)).contains("step 'The last one'").contains(parts[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: cargo publish --dry-run",
                "run: gpg --import key.asc",
                "run: gpg --verify kelp.asc",
                "run: codesign --verify --deep kelp",
                "run: cosign verify-blob --key k kelp.asc",
                "run: xcrun --show-sdk-path",
                "run: ./ci/assign-reviewers.sh",
                "run: ./design/build.sh",
                "uses: Swatinem/rust-cache@v2",
                "run: strings target/x86_64-unknown-linux-musl/release/kelp"
            })
    void aStepByWhichNobodyGetsAnythingIsNotListed(String step) throws Exception {
        assertThat(lost(proposal(release(releasing(step))))).doesNotContain("step ");
    }

    @Test
    void programsThatCargoStripsItselfNeedNoStep() throws Exception {
        Proposal proposal = proposal(workflow(
                crate("[profile.release]\nstrip = true\n"),
                releasing("run: strip target/x86_64-unknown-linux-musl/release/kelp")));
        assertThat(lost(proposal)).doesNotContain("step ");
    }

    @Test
    void anActionThatStripsProgramsIsListed() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - name: Cross it
                      uses: houseabsolute/actions-rust-cross@v1
                      with: { command: build, target: aarch64-unknown-linux-musl, args: --release, strip: true }
                    - run: tar czf kelp-aarch64-unknown-linux-musl.tar.gz -C target/aarch64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(lost(proposal)).contains("step 'Cross it' removes symbols from the programs");
    }

    @Test
    void theTokenOfCratesIoIsNamedInWhateverVariableItComes() throws Exception {
        Proposal proposal = proposal(release(releasing("""
                run: cargo login "$LOGIN"
                env: { LOGIN: '${{ secrets.OTTER }}' }
                """) + "    - run: cargo publish\n"));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("the token is in the secret 'OTTER' today: add it as 'CARGO_REGISTRY_TOKEN'");
    }

    @Test
    void whatIsPublishedOnCratesIoStaysSo() throws Exception {
        Proposal proposal = proposal(release(releasing("""
                run: cargo publish --locked
                env: { CARGO_REGISTRY_TOKEN: '${{ secrets.CRATES_TOKEN }}' }
                """)));
        assertThat(proposal.config()).contains("packages: { crates: token }");
        assertThat(lost(proposal)).doesNotContain("step ");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("the token is in the secret 'CRATES_TOKEN' today: add it as 'CARGO_REGISTRY_TOKEN'");
    }

    @Test
    void aLoginWithoutASecretAndTheOrderOfPackagesStay() throws Exception {
        Proposal proposal = proposal(workflow(
                crate("[workspace]\nmembers = [\"core\"]\n")
                        .file("core/Cargo.toml", "[package]\nname = \"kelp-core\"\nversion = \"1.0.0\"\n")
                        .file("core/src/lib.rs", ""),
                releasing("""
                        uses: rust-lang/crates-io-auth-action@v1
                        id: auth
                        """) + """
                            - run: cargo publish -p kelp-core
                              env: { CARGO_REGISTRY_TOKEN: '${{ steps.auth.outputs.token }}' }
                            - run: cargo publish -p kelp
                              env: { CARGO_REGISTRY_TOKEN: '${{ steps.auth.outputs.token }}' }
                        """));
        assertThat(proposal.config()).contains("packages: { crates: { login: trusted, packages: [kelp-core, kelp] } }");
    }

    @Test
    void whatNoManifestLetsIsListedInstead() throws Exception {
        Proposal proposal =
                proposal(workflow(crate("publish = false\n"), releasing("run: cargo publish --allow-dirty")));
        assertThat(proposal.config()).doesNotContain("crates");
        assertThat(lost(proposal)).contains("step 'The last one' crates.io");
    }

    private Proposal inEnvironments(String ofRelease, String ofPublish) throws Exception {
        return proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  %s
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: gh release create $GITHUB_REF_NAME target/x86_64-unknown-linux-musl/release/kelp
                publish:
                  runs-on: ubuntu-latest
                  %s
                  steps: [{ run: cargo publish }]
                site:
                  runs-on: ubuntu-latest
                  environment: { name: github-pages, url: https://kelp.example }
                  steps: [{ uses: actions/deploy-pages@v4 }]
                """.formatted(ofRelease, ofPublish)));
    }

    @Test
    void theEnvironmentOfAllJobsThatReleaseIsTakenOver() throws Exception {
        Proposal proposal = inEnvironments("environment: ship", "environment: { name: ship }");
        assertThat(proposal.config()).contains("release: { environment: ship }");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("environment");
    }

    @Test
    void anEnvironmentOfSomeJobsIsSaid() throws Exception {
        Proposal proposal = inEnvironments("", "environment: ship");
        assertThat(proposal.config()).doesNotContain("environment");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("release.environment  the job 'publish' runs in the environment 'ship' today")
                .doesNotContain("github-pages");
    }

    @Test
    void anEnvironmentWithoutAKnownNameIsNotGuessed() throws Exception {
        assertThat(inEnvironments("", "environment: ${{ vars.WHERE }}").config())
                .doesNotContain("environment");
    }

    @Test
    void commitsThatAReleasePushesAreListed() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - run: gh release create $GITHUB_REF_NAME target/release/kelp
                    - run: git commit -am 'The next version'
                    - name: Push the version
                      run: git push --follow-tags origin "$GITHUB_REF"
                    - name: Fill the tap
                      run: |
                        git clone https://github.com/me/tap
                        cd tap
                        git commit -am kelp && git push
                    - name: Push the tag
                      run: git push origin "refs/tags/$GITHUB_REF_NAME"
                """));
        assertThat(lost(proposal))
                .contains("step 'Push the version' a commit that it pushes to a branch; make it before the release")
                .contains("step 'Fill the tap' a commit in another repository; move it to 'jobs'")
                .doesNotContain("Push the tag");
    }

    @Test
    void aScriptThatNoWorkflowStartsIsPointedAtIfItReleases() throws Exception {
        String script = """
                #!/bin/sh
                # docker push me/kelp
                $DRY docker buildx build --tag me/kelp:$1 --push .
                URL=x brew bump-formula-pr --url "$URL" kelp
                """;
        assertThat(said(
                        proposal(repository()
                                .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                                .file("main.go", "package main\n\nfunc main() {}\n")
                                .file("scripts/ship.sh", script)
                                .file("scripts/try.sh", "echo docker push me/kelp\n")),
                        Remark.Kind.OPEN))
                .contains(
                        "'scripts/ship.sh' pushes an image (line 3), updates Homebrew (line 4), and no workflow names it")
                .doesNotContain("try.sh");
        assertThat(said(
                        proposal(release("build: { runs-on: ubuntu-latest, steps: [{ run: scripts/ship.sh }] }\n")
                                .file("scripts/ship.sh", script)),
                        Remark.Kind.OPEN))
                .doesNotContain("no workflow names it");
    }

    @Test
    void whoLogsInToARegistryMayPushAnImageThatWasNotSeen() throws Exception {
        String login = """
                on: { push: { tags: ['v*'] } }
                jobs:
                  images:
                    runs-on: ubuntu-latest
                    steps:
                      - run: docker login -u me -p ${{ secrets.WORD }}
                      - run: ./push
                """;
        assertThat(said(
                        proposal(release(releasing("run: ls")).file(".github/workflows/images.yml", login)),
                        Remark.Kind.OPEN))
                .contains("a step logs in to a registry, but no image was found that its job pushes")
                .contains(".github/workflows/images.yml:6");
        assertThat(said(
                        proposal(release(releasing("run: ls"))
                                .file(
                                        ".github/workflows/images.yml",
                                        login.replace("./push", "docker push ghcr.io/me/kelp:1"))),
                        Remark.Kind.OPEN))
                .doesNotContain("logs in to");
    }

    @Test
    void aScriptThatSignsForAppleDoesNotOnAnotherSystem() throws Exception {
        String step = """
                sign:
                  runs-on: %s
                  steps: [{ name: Sign it, run: ./build.sh }]
                """;
        String script = "#!/bin/sh\nif command -v codesign; then codesign --sign me kelp; fi\n";
        String ship = releasing("run: ls");
        assertThat(lost(proposal(release(ship + step.formatted("macos-15")).file("build.sh", script))))
                .contains("step 'Sign it' signing");
        assertThat(lost(proposal(release(ship + step.formatted("ubuntu-24.04")).file("build.sh", script))))
                .doesNotContain("Sign it");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"${{ inputs.pier }}, true", "${{ inputs.site && 'github-pages' }}, false"})
    void anEnvironmentWhoseNameOnlyARunKnowsIsAsked(String name, boolean said) throws Exception {
        Proposal proposal =
                proposal(release(releasing("run: date").replace("steps:", "environment: " + name + "\n  steps:")));
        assertThat(said(proposal, Remark.Kind.OPEN)
                        .contains("the job 'ship' runs in the environment '" + name
                                + "' today, whose name is known only during a run"))
                .isEqualTo(said);
        assertThat(proposal.config()).doesNotContain("environment");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"${{ contains(github.ref_name, '-') }}\"|true",
                "\"${{ github.event_name == 'pull_request' }}\"|false",
                "false|false"
            })
    void whatACallSaysAboutPublishingIsAskedForCrates(String input, boolean said) throws Exception {
        Proposal proposal = proposal(release(releasing("run: date")
                        + "crates:\n  uses: ./.github/workflows/crates.yml\n  with: { dry-run: " + input + " }\n")
                .file(".github/workflows/crates.yml", """
                                on: { workflow_call: { inputs: { dry-run: { type: boolean } } } }
                                jobs:
                                  publish:
                                    runs-on: ubuntu-latest
                                    steps: [{ run: cargo publish }]
                                """));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("decides what is published; the config publishes every"))
                .isEqualTo(said);
        assertThat(proposal.config()).contains("crates: token");
    }
}
