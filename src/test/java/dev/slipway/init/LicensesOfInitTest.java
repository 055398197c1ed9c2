package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which license init finds, in texts and in the words of another tool. */
class LicensesOfInitTest extends GoReleaserTakeOver {
    private static final String MIT = "Permission is hereby granted, free of charge, to any person\n";
    private static final String APACHE = "Apache License\n   Version 2.0, January 2004\n";
    private static final String GPL = "GNU GENERAL PUBLIC LICENSE\n   Version 3, 29 June 2007\n";

    private SampleRepository packaged(String license) {
        return reed(".goreleaser.yaml", """
                version: 2
                builds: [{ goos: [linux], goarch: [amd64] }]
                nfpms: [{ formats: [rpm], license: '%s' }]
                """.formatted(license));
    }

    @Test
    void aTextOfTheGnuProjectLeavesOpenWhichVersionsApply() throws NoProposal {
        String config = config(packaged("GPLv3").file("LICENSE", GPL));
        assertThat(config).contains("license: GPL-3.0\n", "rpm: { file: ");
        assertThat(said(Remark.Kind.OPEN)).contains("add '-only' or '-or-later'");
    }

    @Test
    void anotherToolMaySayIt() throws NoProposal {
        assertThat(config(packaged("GPL-3.0-or-later").file("LICENSE", GPL))).contains("license: GPL-3.0-or-later\n");
        assertThat(said(Remark.Kind.OPEN)).doesNotContain("add '-only'");
    }

    @Test
    void aNoticeThatRefersToALicenseNamesIt() throws NoProposal {
        String notice = "Copyright 2026 Me\n\nLicensed under the Apache License, Version 2.0 (the \"License\");\n";
        assertThat(config(reed(".goreleaser.yaml", "version: 2\n").file("LICENSE", notice)))
                .contains("license: Apache-2.0\n");
    }

    @Test
    void severalTextsInOneFileAreNotOneLicense() throws NoProposal {
        assertThat(config(reed(".goreleaser.yaml", "version: 2\n").file("LICENSE", APACHE + "\n\n" + MIT)))
                .doesNotContain("license:");
        assertThat(said(Remark.Kind.OPEN)).contains("license  did not recognize the text of LICENSE");
    }

    @Test
    void licensesOfOthersAreNotThatOfTheProject() throws NoProposal {
        assertThat(config(reed(".goreleaser.yaml", "version: 2\n")
                        .file("LICENSE", MIT)
                        .file("NOTICE", "Uses weed.\n" + APACHE)
                        .file("LICENSE-THIRD-PARTY", APACHE)))
                .contains("license: MIT\n");
    }

    @ParameterizedTest
    @CsvSource({
        "Apache 2.0, Apache-2.0",
        "'Apache License, Version 2.0', Apache-2.0",
        "MIT License, MIT",
        "AGPLv3+, AGPL-3.0-or-later",
        "LGPL v2.1, LGPL-2.1",
        "3-clause BSD, BSD-3-Clause"
    })
    void namesThatPeopleUseAreThoseOfSpdx(String written, String name) throws NoProposal {
        assertThat(config(packaged(written).file("LICENSE", "Do as you like.\n")))
                .contains("license: " + name + "\n");
    }
}
