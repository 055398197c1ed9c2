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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "./gradlew :dist:sdkMinorRelease | a version on SDKMAN",
                "./mvnw -B sdkman:major-release | a version on SDKMAN",
                "./mcp-publisher publish | a package for another registry",
                "nimble publish | a package for another registry",
                "pdm publish --no-build | a Python package",
                "rye publish --yes | a Python package",
                "pipx run poetry publish | a Python package",
                "uvx twine upload dist/* | a Python package",
                "python3 -m twine upload dist/* | a Python package",
                "uv run --with twine==6.1.0 python -m twine upload dist/* | a Python package",
                "pdm run twine upload dist/* | a Python package",
                "stack upload . | a package for another registry",
                "mix hex.publish --yes | a package for another registry",
                "dart pub publish --force | a package for another registry",
                "gcloud beta run deploy kelp --quiet --image gcr.io/kelp/kelp | a deployment",
                "aws lambda update-function-code --function-name kelp --zip-file fileb://k.zip | a deployment",
                "az webapp deploy --name kelp --src-path k.zip | a deployment",
                "flyctl deploy --remote-only | a deployment",
            })
    void aCommandThatPublishesSomewhereElseIsListedWithoutASecret(String command, String what) throws Exception {
        Proposal proposal = proposal(release(releasing("run: " + command)));
        assertThat(lost(proposal)).contains("step 'The last one' " + what + "; move it to 'jobs'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: 'curl -X POST -d ''{\"tag_name\": \"v1\", \"draft\": true}'' https://api.github.com/repos/me/kelp/releases'",
                "run: gh api -X POST repos/me/kelp/releases -f tag_name=v1 -F draft=true",
                "uses: actions/github-script@v8\nwith: { script: 'github.rest.repos.createRelease({ draft: true })' }",
            })
    void aReleaseThatAScriptMakesAsADraftStaysOne(String step) throws Exception {
        assertThat(proposal(release(releasing(step))).config()).contains("draft: keep");
    }

    @Test
    void aScriptThatIsCalledWithPublishIsNoPackage() throws Exception {
        Proposal proposal = proposal(release(
                releasing("run: uv run python tell.py publish\nenv: { API_KEY: '${{ secrets.KELP_API_KEY }}' }")));
        assertThat(lost(proposal)).contains("it gets the secret 'KELP_API_KEY'").doesNotContain("Python package");
    }

    @Test
    void anActionThatPublishesAPackageIsListedUnderItsName() throws Exception {
        Proposal proposal = proposal(release(releasing("uses: haskell-actions/hackage-publish@v1")));
        assertThat(lost(proposal)).contains("step 'The last one' a package for another registry; move it to 'jobs'");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "stefanzweifel/git-auto-commit-action@v5, commit_message: k",
        "EndBug/add-and-commit@v9, cwd: ./tap",
        "ad-m/github-push-action@v1, directory: tap"
    })
    void aCommitInACheckoutOfAnotherRepositoryIsSaidToBeThere(String action, String input) throws Exception {
        String folder = input.contains("tap") ? ", path: tap" : "";
        Proposal proposal = proposal(release(releasing("run: date") + """
                tap:
                  needs: ship
                  runs-on: ubuntu-latest
                  steps:
                    - { uses: actions/checkout@v4, with: { repository: me/homebrew-tap%s } }
                    - { name: Formula, uses: %s, with: { %s } }
                """.formatted(folder, action, input)));
        assertThat(lost(proposal))
                .contains("step 'Formula' a commit in the repository 'me/homebrew-tap'; move it to 'jobs'");
    }

    @ParameterizedTest
    @CsvSource({
        "google-github-actions/deploy-cloudrun@v2, a deployment",
        "azure/webapps-deploy@v3, a deployment",
        "cloudflare/pages-action@v1, a website"
    })
    void anActionThatDeploysIsListed(String action, String what) throws Exception {
        Proposal proposal = proposal(release(releasing("uses: " + action)));
        assertThat(lost(proposal)).contains("step 'The last one' " + what + "; move it to 'jobs'");
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
        "npm ci && npm run package, npm run package",
        "yarn bundle:prod, yarn bundle:prod",
        "yarn --cwd ui build:web, yarn build:web",
        "aube install && aube run build, aube run build",
        "deno task build, deno build",
        "./gradlew :kelp:downloadPanel :kelp:shadowJar, gradlew :kelp:downloadPanel",
        "gradle npm_run_build jar, gradle npm_run_build",
        "./gradlew buildFrontend assemble, gradlew buildFrontend"
    })
    void websitesHaveToBeBuiltBeforeTheProgramThatContainsThem(String script, String shown) throws Exception {
        Proposal proposal = proposal(release(releasing("run: " + script)));
        assertThat(lost(proposal))
                .contains("step 'The last one' it also runs '" + shown + "'; if the programs contain the result, "
                        + "build it in 'setup' of a system");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npm install build",
                "yarn add build",
                "deno run build",
                "pnpm test",
                "npm package",
                "npm run packages",
                "./gradlew compileJava buildNeeded :kelp:build prepare -x downloadPanels test"
            })
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
    @ValueSource(
            strings = {
                "rsync -av out/ me@kelp.example:/srv/dl/",
                "scp -i key kelp-linux.tar.gz kelp.example:dl/",
                "s3cmd --host=x put out/ s3://dl",
                "aws s3 cp kelp-linux.tar.gz s3://dl/",
                "rclone sync out/ r2:dl",
                "aws s3 cp --recursive s3://dl/next s3://dl/now",
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
    @ValueSource(
            strings = {
                "rsync -a out/ dist/",
                "curl -d x https://hooks.example/",
                "aws s3 ls s3://dl",
                "scp -h",
                "rclone copy r2:${BUCKET}/ index/",
                "aws s3 cp s3://dl/index.json . --no-progress",
                "aws s3 sync --delete s3://dl old",
                "gsutil -m cp gs://dl/index.json index.json",
                "scp -i key me@kelp.example:index.json .",
                "rsync -az -e ssh kelp.example:dl/ old/"
            })
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
                "uses: peter-evans/create-pull-request@v7|a pull request; move it to 'jobs'",
                "uses: devops-infra/action-commit-push@v1|a commit that it pushes to a branch",
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
                "run: python3 tools/sign.py kelp|a signature, as the name of 'python3 tools/sign.py' suggests",
                "run: ./ci/notarize_app kelp|a signature, as the name of './ci/notarize_app",
                "run: gpg --armor --detach-sign kelp-linux.tar.gz|signature",
                "run: gpg -sb kelp-linux.tar.gz|signature",
                "run: pkgx gpg --detach-sign kelp-linux.tar.gz|signature",
                "run: cosign sign-blob --yes kelp-linux.tar.gz|signature",
                "run: minisign -Sm kelp-linux.tar.gz|signature",
                "run: ssh-keygen -Y sign -f key -n file kelp-linux.tar.gz|signature",
                "run: strip target/x86_64-unknown-linux-musl/release/kelp|strip = true",
                "run: llvm-objcopy --strip-debug target/x86_64-unknown-linux-musl/release/kelp|strip = true",
                "uses: KSXGitHub/github-actions-deploy-aur@v4|Arch Linux",
                "uses: helm/chart-releaser-action@v1|a Helm chart",
                "run: 'git push origin HEAD:stable'|the branch 'stable', which it pushes; move it to 'jobs'",
                "run: 'git push -f origin v1:refs/heads/news'|the branch 'news', which it pushes",
                "run: git subtree push --prefix site origin pages|the branch 'pages', which it pushes",
                "run: git push --mirror https://git.example/kelp|all branches, which it pushes elsewhere",
                "run: npx gh-pages -d site|a website",
                "run: oras push ghcr.io/me/files kelp.tar.gz|a package for another registry",
                "run: helm push kelp-1.2.3.tgz oci://ghcr.io/me|a Helm chart",
                "uses: peaceiris/actions-gh-pages@v4|a website",
                "uses: actions/deploy-pages@v4|a website",
                "run: mkdocs gh-deploy --force|a website",
                "run: uv run --group docs -- mike deploy 1.2 latest|a website",
                "run: poetry run mkdocs gh-deploy|a website",
                "run: python3 -m mkdocs gh-deploy --force|a website",
                "run: docker run --rm -v .:/docs squidfunk/mkdocs-material gh-deploy|a website",
                "run: pnpm dlx wrangler deploy|a website",
                "run: sudo -E helm push kelp-1.2.3.tgz oci://ghcr.io/me|a Helm chart",
                "run: mise x -- oras push ghcr.io/me/files kelp.tar.gz|a package for another registry",
                "run: nix develop -c snapcraft upload kelp.snap|a snap",
                "run: op run -- flyctl deploy|a deployment",
                "run: retry -t 3 gem push kelp.gem|a package for another registry",
                "run: uvx twine upload dist/*|a Python package",
                "run: sudo manifest-tool --debug push from-spec tags.yml|tags of images, which a file lists"
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
                "run: command -v upx",
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
}
