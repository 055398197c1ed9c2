package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Jobs that somebody added to the workflow of dist. */
class DistAdditionsTest extends DistTakeOver {
    private static final String PLAN = """
            on: { push: { tags: ['v*'] } }
            jobs:
              plan:
                runs-on: ubuntu-22.04
                steps:
                  - run: dist host --steps=create
              build-global-artifacts:
                runs-on: ubuntu-22.04
                steps:
                  - uses: actions/upload-artifact@v4
                    with: { name: artifacts-build-global, path: target/distrib/kelp-installer.sh }
              parts:
                runs-on: ubuntu-22.04
                steps:
                  - run: list-parts
                  - uses: actions/upload-artifact@v4
                    with: { name: artifacts-parts, path: 'parts/*.json' }
                  - uses: actions/upload-artifact@v4
                    with: { name: logs, path: parts.log }
              host:
                needs: [plan, parts]
                runs-on: ubuntu-22.04
                steps:
                  - run: dist host --steps=upload > dist-manifest.json
            """;

    @Test
    void whatAJobLeavesForDistIsReleasedToo() throws NoProposal {
        config(dist("targets = [\"x86_64-unknown-linux-gnu\"]\nallow-dirty = [\"ci\"]\n")
                .file(".github/workflows/release.yml", PLAN));
        assertThat(lines(Remark.Kind.LEFT))
                .contains("release.files *.json the job 'parts' leaves it for dist, which releases all artifacts "
                        + "'artifacts-*'; 'release.files', 'packages' or 'jobs' can add it; from "
                        + ".github/workflows/release.yml:16")
                .doesNotContain("release.files kelp-installer.sh")
                .doesNotContain("parts.log");
    }

    /** Archives that a job builds in place of dist are those of its config, and its workflow removes manifests of parts. */
    @Test
    void archivesThatAJobBuildsInPlaceOfDistAreNoAddition() throws NoProposal {
        config(dist("targets = [\"x86_64-unknown-linux-gnu\"]\nbuild-local-artifacts = false\n"
                        + "local-artifacts-jobs = [\"./build\"]\n")
                .file(".github/workflows/release.yml", PLAN.replace("  host:\n", """
                          custom-build:
                            uses: ./.github/workflows/build.yml
                          host:
                        """))
                .file(".github/workflows/build.yml", """
                        on: workflow_call
                        jobs:
                          linux:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo build --release
                              - uses: actions/upload-artifact@v4
                                with:
                                  name: artifacts-linux
                                  path: |
                                    *.tar.gz
                                    *.sha256
                                    *.whl
                                    x-dist-manifest.json
                        """));
        assertThat(lines(Remark.Kind.LEFT))
                .contains("release.files *.json the job 'parts'")
                .contains("release.files *.whl")
                .doesNotContain("*.tar.gz")
                .doesNotContain("*.sha256")
                .doesNotContain("x-dist-manifest");
    }

    @Test
    void aReleaseByAnotherJobMayHaveFilesThatDistDoesNotKnow() throws NoProposal {
        config(dist("targets = [\"x86_64-unknown-linux-gnu\"]\n").file(".github/workflows/release.yml", PLAN + """
                  upload:
                    needs: parts
                    runs-on: ubuntu-22.04
                    steps:
                      - uses: softprops/action-gh-release@v2
                        with: { files: 'bundle/*' }
                """));
        assertThat(lines(Remark.Kind.OPEN)).contains("release.files  the full name of '*' is known only during a run");
    }
}
