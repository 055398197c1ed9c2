package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files that texts and scripts link to, in a repository whose workflow does not tell what it uploads. */
class LinkedFilesTest extends HandWrittenRelease {
    private static final String GUESSED = ", unless the release has other names";

    private SampleRepository unknown(SampleRepository repository) {
        return workflow(repository.file("make.sh", "exec python3 make.py\n"), """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: sh make.sh
                    - uses: softprops/action-gh-release@v2
                      with: { files: out/* }
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "latest/download/kelp-linux-amd64, '{name}-{platform}', kelp-linux-amd64, kelp-darwin-arm64",
        "latest/download/kelp_linux_x86_64.tar.gz, '{name}_{platform}', kelp_linux_x86_64.tar.gz, kelp_darwin_arm64.tar.gz",
        "download/v1.2.0/kelp_1.2.0_Linux_x86_64.zip, '{name}_{version}_{platform}', kelp_9.9.9_Linux_x86_64.zip,"
                + " kelp_9.9.9_Darwin_arm64.zip",
        "download/v1.2.0/kelp-v1.2.0-x86_64-linux.tar.xz, '{name}-{tag}-{platform}', kelp-v9.9.9-x86_64-linux.tar.xz,"
                + " kelp-v9.9.9-arm64-darwin.tar.xz",
    })
    void oneFileSuggestsTheNamesOfAll(String link, String template, String linked, String other) throws Exception {
        Proposal proposal = proposal(unknown(go("Get it: https://github.com/me/kelp/releases/" + link + "\n")));
        assertThat(names(proposal)).contains(linked, other);
        assertThat(said(proposal, Remark.Kind.GUESS))
                .contains("archive.name " + template + " from README.md:1" + GUESSED)
                .contains("aarch64-apple-darwin, from the usual targets, called as in README.md:1" + GUESSED);
        assertThat(said(proposal, Remark.Kind.TAKEN)).doesNotContain("README.md", "targets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                os=$(uname -s | tr '[:upper:]' '[:lower:]')
                arch=$(uname -m)
                case $arch in x86_64) arch=amd64 ;; aarch64|arm64) arch=arm64 ;; esac
                curl -fsSL "https://github.com/me/kelp/releases/latest/download/kelp-${os}-${arch}.tar.gz" | tar xz
                """, """
                OS="$(uname | tr A-Z a-z)"
                ARCH=`uname -m`
                if [ "$ARCH" = x86_64 ]; then ARCH=amd64; fi
                if [ "$ARCH" = aarch64 ]; then
                  ARCH=arm64
                fi
                wget https://github.com/me/kelp/releases/download/$TAG/kelp-$OS-$ARCH.tar.gz
                """, """
                case "$(uname -m)" in
                  x86_64) ARCH="amd64" ;;
                  *) ARCH="arm64" ;;
                esac
                PLATFORM=$(uname -s | awk '{print tolower($0)}')
                URL="https://github.com/me/kelp/releases/latest/download/kelp-${PLATFORM}-${ARCH}.tar.gz"
                """})
    void aScriptThatAsksTheMachineSuggestsThem(String script) throws Exception {
        Proposal proposal =
                proposal(unknown(go("# Kelp\n").file("install.sh", script).committed()));
        assertThat(names(proposal))
                .contains("kelp-linux-amd64.tar.gz", "kelp-linux-arm64.tar.gz", "kelp-darwin-arm64.tar.gz");
        assertThat(said(proposal, Remark.Kind.GUESS)).contains("archive.name {name}-{platform} from install.sh:");
        assertThat(lost(proposal)).doesNotContain("download");
    }

    @Test
    void wordsOfAMachineThatAScriptReplacesUnseenSuggestNothing() throws Exception {
        Proposal proposal =
                proposal(unknown(go("# Kelp\n").file("install.sh", """
                        os=$(uname -s)
                        os=$(map "$os")
                        curl -L "https://github.com/me/kelp/releases/latest/download/kelp-$os-amd64.tar.gz"
                        """).committed()));
        assertThat(said(proposal, Remark.Kind.GUESS)).contains("archive.name {name}-{tag}-{platform}");
    }

    @Test
    void aLinkedFileThatTheNewReleaseLacksIsListedIfTheWorkflowTellsNoNames() throws Exception {
        Proposal proposal =
                proposal(unknown(go("https://github.com/me/kelp/releases/latest/download/kelp-web.wasm\n")));
        assertThat(lost(proposal)).contains("release.files kelp-web.wasm people download this by a link");
    }

    @Test
    void theRunnerOfABuildIsNoGuess() throws Exception {
        Proposal proposal = proposal(workflow(
                crate("")
                        .file(
                                "README.md",
                                "https://github.com/me/kelp/releases/latest/download/kelp-linux-x64.tar.gz\n")
                        .file("make.sh", "exec python3 make.py\n")
                        .committed()
                        .origin("https://github.com/me/kelp"),
                """
                ship:
                  runs-on: ubuntu-24.04
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-gnu
                    - run: sh make.sh
                    - uses: softprops/action-gh-release@v2
                      with: { files: out/* }
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("linux.runner ubuntu-24.04 from .github/workflows");
        assertThat(said(proposal, Remark.Kind.GUESS))
                .contains("archive.name {name}-{platform} from .github/workflows/release.yml:3 jobs.ship,"
                        + " called as in README.md:1" + GUESSED);
    }
}
