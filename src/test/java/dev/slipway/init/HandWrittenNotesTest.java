package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The notes of a release by hand, and whether it is the latest. */
class HandWrittenNotesTest extends HandWrittenRelease {
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

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            value = {
                "{ uses: svenstaro/upload-release-action@v2, with: { file: kelp-linux.tar.gz, prerelease: true } } => true",
                "{ uses: marvinpinto/action-automatic-releases@v1, with: { files: kelp-linux.tar.gz } } => true",
                "{ run: gh release create --prerelease $GITHUB_REF_NAME kelp-linux.tar.gz } => true",
                "{ run: gh release create -p $GITHUB_REF_NAME && gh release edit $GITHUB_REF_NAME --prerelease=false } => false",
                "{ run: gh release create $FLAG $GITHUB_REF_NAME kelp-linux.tar.gz, env: { FLAG: \"${{ contains(github.ref, '-') && '--prerelease' || '' }}\" } } => false",
                "{ run: gh release create $FLAG $GITHUB_REF_NAME kelp-linux.tar.gz, env: { FLAG: \"${{ fromJson(needs.plan.outputs.val).pre && '--prerelease' || '' }}\" } } => false",
                "{ uses: softprops/action-gh-release@v2, with: { files: kelp-linux.tar.gz, prerelease: \"${{ contains(github.ref, 'rc') }}\" } } => false",
            })
    void aReleaseThatIsAlwaysAPrereleaseIsSaid(String step, boolean said) throws Exception {
        Proposal proposal = proposal(release("""
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    -\s""" + step + "\n"));
        assertThat(lost(proposal).contains("a release that is marked as a prerelease"))
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
        assertThat(lost(proposal))
                .contains("release notes that dist writes, with those of CHANGELOG.md or RELEASES.md if there are any");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses: softprops/action-gh-release@v2, with: { files: kelp.tar.gz, name: 'Kelp ${{ github.ref_name }}' }",
                "run: 'gh release create $GITHUB_REF_NAME kelp.tar.gz --title \"Kelp $GITHUB_REF_NAME\"'",
            })
    void theTitleOfAReleaseStays(String step) throws Exception {
        assertThat(proposal(release("build: { runs-on: ubuntu-latest, steps: [{ " + step + " }] }\n"))
                        .config())
                .contains("title: \"Kelp {tag}\"");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Release ${{ steps.read.outputs.number }} | Release …",
                "'${{ github.ref_name }} (${{ steps.read.outputs.day }})' |",
                "'Kelp ${{ github.ref_name }} of ${{ steps.read.outputs.day }}' | Kelp {tag} of …",
                "${{ steps.read.outputs.number }} |",
                "Kelp ${{ github.ref_name }} |",
            })
    void aTitleThatOnlyARunKnowsIsSaidToBeLost(String title, String shown) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - id: read
                      run: ./read.py
                    - name: Ship
                      uses: softprops/action-gh-release@v2
                      with: { files: kelp.tar.gz, name: "%s" }
                """.formatted(title.replace("'", ""))));
        if (shown == null) {
            assertThat(lost(proposal)).doesNotContain("titles such as");
        } else {
            assertThat(lost(proposal)).contains("step 'Ship' titles such as '" + shown + "'; see 'release.title'");
        }
    }

    @Test
    void theActionThatTakesAReferenceShowsItsTag() throws Exception {
        String step =
                "uses: actions/create-release@v1, with: { tag_name: '${{ github.ref }}', release_name: '%s${{ github.ref }}' }";
        String job = "build: { runs-on: ubuntu-latest, steps: [{ " + step
                + " }, { run: gh release upload x kelp.tar.gz }] }\n";
        assertThat(proposal(release(job.formatted("Kelp "))).config()).contains("title: \"Kelp {tag}\"");
        assertThat(proposal(release(job.formatted(""))).config()).doesNotContain("title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${{ github.ref_name }}",
                "Kelp ${{ github.event.head_commit.message }}",
                "Kelp",
                "Kelp ${{ github.ref_name }}', tag: '${{ github.sha }}"
            })
    void aTitleThatIsTheTagOrOnlyKnownDuringARunIsLeftOut(String title) throws Exception {
        assertThat(proposal(release(
                                "build: { runs-on: ubuntu-latest, steps: [{ uses: ncipollo/release-action@v1, with: { name: '"
                                        + title + "' } }] }\n"))
                        .config())
                .doesNotContain("title");
    }
}
