package dev.slipway.config;

/** Something that CI checks. */
public enum CiJob {
    TEST,
    FMT,
    CLIPPY,
    BUILD
}
