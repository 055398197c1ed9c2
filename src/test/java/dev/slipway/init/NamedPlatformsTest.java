package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file whose name says another platform than that of the machine, and whose build is not followed: the name counts. */
class NamedPlatformsTest extends HandWrittenRelease {
    private Proposal made(String runner, String name) throws Exception {
        return proposal(workflow(module(), """
                build:
                  runs-on: %s
                  steps:
                    - run: go build -o kelp && go run ./release.go && tar czf %s.tar.gz kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: '%s.tar.gz' }
                """.formatted(runner, name, name)));
    }

    @ParameterizedTest
    @CsvSource({
        "macos-latest, kelp_windows_amd64, windows-amd64",
        "ubuntu-latest, kelp-darwin-arm64, macos-arm64",
        "ubuntu-latest, kelp-linux-i386, linux-i686",
        "ubuntu-24.04-arm, kelp-freebsd-x64, freebsd-amd64"
    })
    void theNameTellsThePlatform(String runner, String name, String target) throws Exception {
        Proposal proposal = made(runner, name);
        assertThat(proposal.config()).contains(target);
        assertThat(names(proposal)).contains(name + ".tar.gz");
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'" + name + "' is for another platform than '" + runner + "', by its name");
    }

    @Test
    void aFileForAndroidIsNotOneForLinux() throws Exception {
        Proposal proposal = made("ubuntu-latest", "kelp-android-arm64");
        assertThat(lost(proposal))
                .contains(
                        "targets aarch64-linux-android Slipway does not build for these", "kelp-android-arm64.tar.gz");
    }

    @Test
    void aNameWithoutAPlatformIsForTheMachine() throws Exception {
        Proposal proposal = made("ubuntu-latest", "kelp-nightly");
        assertThat(proposal.config()).contains("linux-amd64");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("another platform");
    }
}
