package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.init.Remark.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What init claims of a GoReleaser config, and no more than the config shows. */
class GoReleaserClaimsTest extends GoReleaserTakeOver {
    private static final String NOTHING = "off here, so the current release does not do it either";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            announce   | { skip: true, slack: { enabled: true } }
            announce   | { slack: { enabled: false }, discord: {} }
            notarize   | { macos: [{ enabled: false, sign: { password: x } }] }
            milestones | [{ repo: { owner: me, name: reed } }]
            blobs      | [{ provider: s3, bucket: reed, disable: true }]
            aurs       | [{ name: reed-bin, disable: true }]
            scoops     | [{ repository: { owner: me, name: bucket }, skip_upload: true }]
            snapcrafts | [{ name: reed, grade: stable }]
            """)
    void nothingEndsThatIsSwitchedOff(String key, String value) throws NoProposal {
        config(reed(".goreleaser.yml", key + ": " + value + "\n"));
        assertThat(said(Kind.LEFT)).contains(NOTHING).doesNotContain("no longer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            announce   | { slack: { enabled: '{{ .Env.TELL }}' } }     | no longer announced
            notarize   | { macos: [{ enabled: true }] }                | no longer signed
            milestones | [{ close: true }]                             | no longer closed
            scoops     | [{ skip_upload: true }, { name: other }]      | no longer published there
            scoops     | [{ name: reed, skip_upload: auto }]           | no longer published there
            snapcrafts | [{ name: reed, publish: true }]               | no longer published there
            """)
    void whatMayRunEnds(String key, String value, String said) throws NoProposal {
        config(reed(".goreleaser.yml", key + ": " + value + "\n"));
        assertThat(said(Kind.LEFT)).contains(said).doesNotContain(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"'{{ .IsSnapshot }}', false", "'{{ eq .Runtime.Goos \"linux\" }}', true"})
    void anInstallerThatNoReleaseHasIsNoLoss(String condition, boolean lost) throws NoProposal {
        config(reed(".goreleaser.yml", "msi: [{ name: reed-setup, if: '" + condition + "' }]\n"));
        assertThat(said(Kind.LEFT).contains("reed-setup.msi no longer released"))
                .isEqualTo(lost);
    }

    @Test
    void anImageThatGoReleaserKeepsIsSaidToBePushed() throws NoProposal {
        config(reed(".goreleaser.yml", """
                dockers:
                  - image_templates: ['ghcr.io/me/reed:{{ .Version }}']
                    skip_push: true
                """).file("Dockerfile", "FROM alpine:3\nCOPY reed /reed\n"));
        assertThat(said(Kind.LEFT)).contains("dockers[0].skip_push true GoReleaser does not push it, but Slipway does");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            builds: [{ env: ['GOFLAGS=-mod=mod'] }] | programs are built with '-trimpath', which is not among their flags
            env: ['CGO_ENABLED={{ .Env.LINK }}']    | the value of CGO_ENABLED is known only during a run; without 'cgo: true'
            version: 2                              | CGO_ENABLED is not set here, so Go may have used C
            """)
    void whatAsksNamesWhatTheConfigLacks(String config, String said) throws NoProposal {
        config(reed(".goreleaser.yml", config + "\n"));
        assertThat(said(Kind.OPEN)).contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            builds: [{ env: ['GOFLAGS=-mod=mod -trimpath'] }] | -trimpath
            env: ['CGO_ENABLED={{ .Env.LINK }}']              | is not set
            """)
    void nothingIsCalledNewThatAVariableMayGive(String config, String said) throws NoProposal {
        config(reed(".goreleaser.yml", config + "\n"));
        assertThat(said(Kind.OPEN)).doesNotContain(said);
    }
}
