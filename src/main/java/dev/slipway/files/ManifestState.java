package dev.slipway.files;

/** How far the record of what slipway last wrote can be trusted. */
public enum ManifestState {
    /** As slipway wrote it. */
    SOUND,
    /** Not there. */
    ABSENT,
    /** There, but not as slipway writes it, such as after a merge conflict; what can be read of it still counts. */
    DAMAGED
}
