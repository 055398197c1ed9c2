package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.blueprint.Drawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layouts that are another on Windows. */
class LayoutTest {
    private static final String BASE =
            "name: otto\nrepository: a/otto\nrust: {}\ntargets: [linux-amd64, macos-arm64, windows-amd64]\n";

    @Test
    void windowsMayHaveProgramsWhereOthersHaveArchives() {
        Generation generation =
                Examples.generate(BASE + "checksums: none\narchive: { layout: { linux: bin, windows: raw } }\n");
        assertThat(generation.plan().assets("v1.2.3"))
                .containsExactly(
                        "otto-v1.2.3-linux-amd64.tar.gz",
                        "otto-v1.2.3-macos-arm64.tar.gz",
                        "otto-v1.2.3-windows-amd64.exe");
        assertThat(Drawn.script(Drawn.job(generation, "create-release"), "Pack").lines())
                .contains(
                        "pack otto-linux-amd64 \"otto-${TAG}-linux-amd64.tar.gz\" otto",
                        "take otto-windows-amd64 \"otto-${TAG}-windows-amd64.exe\" otto.exe");
    }

    @Test
    void filesGoOnlyToWhereThereIsRoomForThem() {
        Generation generation = Examples.generate(
                BASE
                        + "archive: { layout: { linux: dir, windows: bin }, include: [LICENSE], generate: { otto.1: '{bin} man' } }\n");
        assertThat(Drawn.script(Drawn.job(generation, "create-release"), "Pack").lines())
                .contains(
                        "LAYOUT=dir pack otto-linux-amd64 \"otto-${TAG}-linux-amd64.tar.gz\" otto",
                        "LAYOUT=bin pack otto-windows-amd64 \"otto-${TAG}-windows-amd64.zip\" otto.exe",
                        "  if [[ $LAYOUT != bin ]]; then");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ linux: bin, macos: flat } | a layout other than 'bin', but Linux, macOS and FreeBSD share one layout",
                "{ windows: folder } | expected 'bin', 'dir', 'flat' or 'raw', found 'folder'",
                "{ solaris: bin } | unknown key 'solaris'",
            })
    void whatCannotBeTakenApartIsRefused(String layout, String message) {
        assertThat(Examples.findings(BASE + "archive: { layout: " + layout + " }\n"))
                .extracting(finding -> finding.message())
                .containsExactly(message);
    }
}
