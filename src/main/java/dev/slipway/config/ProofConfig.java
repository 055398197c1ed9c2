package dev.slipway.config;

import java.util.Optional;

/**
 * What proves to people where their download comes from and what is in it.
 *
 * @param attest whether GitHub attests which workflow built what
 * @param sbom the format of the list of components
 * @param sign whether the image is signed
 */
public record ProofConfig(Optional<Boolean> attest, Optional<Sbom> sbom, Optional<Boolean> sign) {
    /** A format of the list of components. */
    public enum Sbom {
        SPDX,
        CYCLONEDX
    }
}
