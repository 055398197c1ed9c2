package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repository tests today stays tested, by the commands that a release or a check of today has. */
class HandWrittenCiTest extends HandWrittenRelease {
    @Test
    void ciLooksAtNoLessThanBefore() throws Exception {
        Proposal proposal = proposal(crate("[workspace]\nmembers = [\"core\"]\n")
                .file("core/Cargo.toml", "[package]\nname = \"kelp-core\"\nversion = \"1.0.0\"\n")
                .file("core/src/lib.rs", "")
                .file(".github/workflows/check.yml", """
                        on: [push, pull_request]
                        jobs:
                          test:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo test --all --all-features -- --test-threads=1
                              - run: cargo test --no-default-features
                              - run: cargo +nightly clippy --workspace --all-targets -- -D warnings
                        """));
        assertThat(proposal.config())
                .contains("test-flags: [\"--workspace\", \"--all-features\"]")
                .contains("clippy-flags: [\"--workspace\", \"--all-targets\"]");
        assertThat(lost(proposal)).contains("ci cargo test --no-default-features add it to 'ci.commands'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ uses: actions-rs/clippy-check@v1, with: { token: x, args: --workspace --all-features } }",
                "{ uses: clechasseur/rs-clippy-check@v4, with: { args: '--all --all-features -- -D warnings' } }",
                "{ uses: giraffate/clippy-action@v1, with: { clippy_flags: --workspace --all-features } }"
            })
    void whatAnActionLetsClippyLookAtIsKept(String step) throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        ".github/workflows/check.yml",
                        "on: pull_request\njobs:\n  lint:\n    runs-on: ubuntu-latest\n    steps:\n      - " + step
                                + "\n"));
        assertThat(proposal.config()).contains("clippy-flags: [\"--workspace\", \"--all-features\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Z build-std=std,panic_abort", "-Zbuild-std=std,panic_abort"})
    void anUnstableOptionOfABuildIsSaid(String option) throws Exception {
        Proposal proposal = proposal(release("""
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo +nightly build --release %s --target x86_64-unknown-linux-gnu
                    - run: gh release create "$GITHUB_REF_NAME" target/x86_64-unknown-linux-gnu/release/kelp
                """.formatted(option)));
        assertThat(lost(proposal)).contains("rust -Zbuild-std=std,panic_abort '-Z' is not passed on");
    }

    @Test
    void aProfileOfNextestIsNoProfileOfCargo() throws NoProposal {
        Proposal proposal = proposal(crate("").file(".github/workflows/check.yml", """
                        on: [push, pull_request]
                        jobs:
                          test:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo nextest run --profile night --workspace
                        """));
        assertThat(proposal.config()).contains("test-flags: [\"--workspace\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hlint tests/unit && ruff check test",
                "mdsf verify .",
                "mvn -B -DskipTests package",
                "./mvnw package -Dmaven.test.skip=true"
            })
    void whatTestsNothingIsNotTheWorkflowThatTests(String command) throws Exception {
        Proposal proposal = proposal(crate("")
                .file(
                        ".github/workflows/a.yml",
                        "on: { push: { branches: [docs] } }\njobs:\n  a:\n    runs-on: windows-latest\n"
                                + "    steps: [{ run: '" + command + "' }]\n")
                .file(".github/workflows/b.yml", """
                        on: { push: { branches: [trunk] } }
                        jobs: { b: { runs-on: ubuntu-latest, steps: [{ run: mvn -B install }] } }
                        """));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/b.yml' also runs tests")
                .doesNotContain("a.yml");
        assertThat(proposal.config()).contains("branches: [trunk]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--features=\"net slim\"|--features=net,slim",
                "--features 'net, slim'|--features=net,slim",
                "--features=net,slim|--features=net,slim",
                "-Fslim|--features=slim"
            })
    void featuresOfTestsAreTakenOverInEachSpelling(String line) throws Exception {
        String[] parts = line.split("\\|");
        Proposal proposal = proposal(
                crate("[features]\nnet = []\nslim = []\n").file(".github/workflows/test.yml", """
                        on: [push, pull_request]
                        jobs:
                          test:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo test %s
                        """.formatted(parts[0])));
        assertThat(proposal.config()).contains("test-flags: [\"" + parts[1] + "\"]");
    }

    @Test
    void whereTheTestsOfSomebodyElseStayNothingIsSaidOfOurs() throws Exception {
        SampleRepository repository = crate("[workspace]\nmembers = [\"core\"]\n")
                .file("core/Cargo.toml", "[package]\nname = \"kelp-core\"\nversion = \"1.0.0\"\n")
                .file("core/src/lib.rs", "")
                .file(".github/workflows/ci.yml", """
                        on: { push: { branches: [main] } }
                        jobs:
                          test:
                            runs-on: ubuntu-22.04
                            steps: [{ run: cargo test --workspace }, { run: cargo test --no-default-features }]
                        """);
        Proposal kept = Proposal.of(
                repository.read(),
                Optional.empty(),
                TODAY,
                Place.of("slipway.yml", ".github/workflows/ci.yml"::equals),
                Optional.empty());
        assertThat(kept.config()).contains("ci: false");
        assertThat(kept.remarks().stream().map(Remark::key)).doesNotContain("ci.branches", "ci.os");
        assertThat(lost(kept)).doesNotContain("cargo test");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "mvn -B deploy -DskipTests, a Maven repository (.github/workflows/check.yml:11): keep that part",
        "npm publish --tag next, an npm package (.github/workflows/check.yml:11): keep that part",
        "git push mirror HEAD:nightly, 'the branch ''nightly'', which it pushes (.github/workflows/check.yml:11): keep that part'",
        "cargo hack clippy --each-feature, '''cargo hack clippy --each-feature'' (.github/workflows/check.yml:11): keep that part'",
        "cargo +nightly test --doc, '''cargo +nightly test --doc'' (.github/workflows/check.yml:11): keep that part'",
        "cargo test --all-features, ''",
        "upx kelp, ''",
        "echo done, ''",
    })
    void aWorkflowThatTestsAndPublishesIsNotSimplyReplaced(String command, String said) throws Exception {
        Proposal proposal = proposal(crate("").file(".github/workflows/check.yml", """
                on: { push: { branches: [trunk] }, pull_request: {} }
                jobs:
                  test:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo test
                  snapshot:
                    if: github.ref == 'refs/heads/trunk'
                    runs-on: ubuntu-latest
                    steps:
                      - run: %s
                """.formatted(command)));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/check.yml' also runs tests: keep one of the two, or write 'ci: false'"
                        + (said.isEmpty() ? "" : "; apart from tests, it is there for " + said));
        assertThat(said(proposal, Remark.Kind.OPEN).contains("apart from tests"))
                .isEqualTo(!said.isEmpty());
    }
}
