package dev.slipway.config;

import java.util.Optional;

/**
 * The keys {@code attest}, {@code sbom} and {@code sign}: what proves where a download comes from and what is in it.
 *
 * @param attest whether GitHub attests which workflow built what
 * @param sbom the format of the SBOM
 * @param sign whether the image is signed
 */
public record ProofConfig(Optional<Boolean> attest, Optional<Sbom> sbom, Optional<Boolean> sign) {
    /** A format of an SBOM. */
    public enum Sbom {
        SPDX,
        CYCLONEDX
    }
}
