package dev.slipway.plan;

import dev.slipway.config.ProofConfig;

/** A format of the list of components, a software bill of materials. */
public enum SbomFormat {
    /** <a href="https://spdx.github.io/spdx-spec/v2.3/">SPDX 2.3</a>. */
    SPDX("SPDX", ".spdx.json"),
    /** <a href="https://cyclonedx.org/docs/1.5/json/">CycloneDX 1.5</a>. */
    CYCLONEDX("CycloneDX", ".cdx.json");

    private final String title;
    private final String suffix;

    SbomFormat(String title, String suffix) {
        this.title = title;
        this.suffix = suffix;
    }

    static SbomFormat of(ProofConfig.Sbom asked) {
        return switch (asked) {
            case SPDX -> SPDX;
            case CYCLONEDX -> CYCLONEDX;
        };
    }

    /** The name as its makers write it. */
    public String title() {
        return title;
    }

    /** The ending of the file's name. */
    public String suffix() {
        return suffix;
    }
}
