package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release workflow does once there is a release. */
class AfterTheReleaseTest {
    private static final String WORKFLOW = """
            on: { push: { tags: ['v*'] } }
            jobs:
              test:
                runs-on: ubuntu-latest
                steps:
                  - { name: Try, run: raku try.raku, env: { KEY: '${{ secrets.TRY }}' } }
              release:
                runs-on: ubuntu-latest
                needs: test
                steps:
                  - uses: actions/checkout@v4
                  - { name: Check, run: raku check.raku, env: { KEY: '${{ secrets.CHECK }}' } }
                  - { uses: goreleaser/goreleaser-action@v6, with: { args: 'release --release-notes=${{ runner.temp }}/news.md' } }
                  - { name: Index, uses: rajatjindal/krew-release-bot@v0.0.51 }
                  - { name: Site, run: task deploy, env: { KEY: '${{ secrets.SITE }}' } }
                  - { name: Sign in, run: 'echo "$KEY" | docker login --password-stdin', env: { KEY: '${{ secrets.HUB }}' } }
              gems:
                runs-on: ubuntu-latest
                needs: release
                steps:
                  - { name: Gems, run: raku publish.raku, env: { KEY: '${{ secrets.GEMS }}' } }
                  - { name: Packages, run: cloudsmith push deb me/reed dist/reed.deb }
              proof:
                needs: release
                uses: slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@v2.1.0
                with: { base64-subjects: '${{ needs.release.outputs.hashes }}', upload-assets: true }
              tell:
                runs-on: ubuntu-latest
                needs: gems
                steps:
                  - name: Extension
                    uses: actions/github-script@v7
                    with: { github-token: '${{ secrets.OTHER }}', script: 'github.rest.git.createRef()' }
                  - { name: Own token, run: raku tell.raku, env: { KEY: '${{ secrets.GITHUB_TOKEN }}' } }
            """;

    @TempDir
    Path directory;

    private List<Remark> remarks() throws NoProposal {
        return Proposal.of(
                        new SampleRepository(directory)
                                .file("go.mod", "module github.com/me/reed\n\ngo 1.26\n")
                                .file("main.go", "package main\n\nfunc main() {}\n")
                                .file(".goreleaser.yml", "version: 2\n")
                                .file(".github/workflows/release.yml", WORKFLOW)
                                .committed()
                                .origin("https://github.com/me/reed")
                                .read(),
                        Optional.empty(),
                        LocalDate.parse("2026-11-28"))
                .remarks();
    }

    @Test
    void theProofByAnotherWorkflowAndTheTextOfAnotherFileAreSaid() throws NoProposal {
        assertThat(remarks().stream().map(remark -> remark.key() + " " + remark.value()))
                .contains("release.files multiple.intoto.jsonl", "release.notes --release-notes …/news.md")
                .doesNotContain("goreleaser changelog.use git");
    }

    @Test
    void whatMayPublishElsewhereIsSaidByItsSecret() throws NoProposal {
        List<String> steps = remarks().stream()
                .filter(remark -> remark.key().equals("step"))
                .map(remark -> remark.value() + " " + remark.why().replaceFirst(",.*|;.*", ""))
                .toList();
        assertThat(steps)
                .containsExactly(
                        "'Index' a Krew plugin",
                        "'Site' it gets the secret 'SITE'",
                        "'Gems' it gets the secret 'GEMS'",
                        "'Packages' a package repository",
                        "'Extension' it gets the secret 'OTHER'");
    }
}
