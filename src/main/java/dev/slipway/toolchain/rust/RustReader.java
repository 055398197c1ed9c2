package dev.slipway.toolchain.rust;

import dev.slipway.config.Fields;
import dev.slipway.config.Grammar;

/** Reads the key {@code rust}. */
public final class RustReader {
    private static final Grammar TOOLCHAIN = new Grammar(
            "toolchain",
            "toolchains",
            64,
            "(stable|beta|nightly)(-[0-9]{4}-[0-9]{2}-[0-9]{2})?|[0-9]+\\.[0-9]+(\\.[0-9]+)?(-beta(\\.[0-9]+)?)?",
            "a version, or stable, beta or nightly",
            "1.94.0");
    private static final Grammar RUST_VERSION =
            new Grammar("Rust version", "Rust versions", 16, "[1-9][0-9]*\\.[0-9]+(\\.[0-9]+)?", "a version", "1.85");
    private static final Grammar PACKAGE =
            new Grammar("package", "packages", 64, "[A-Za-z_][A-Za-z0-9_-]*", "the name of a package", "otto");
    private static final Grammar PROGRAM =
            new Grammar("program", "programs", 64, "[A-Za-z0-9_][A-Za-z0-9_-]*", "the name of a binary", "otto");
    private static final Grammar FEATURE = new Grammar(
            "feature",
            "features",
            64,
            "[A-Za-z0-9_][A-Za-z0-9_+.-]*(/[A-Za-z0-9_][A-Za-z0-9_+.-]*)?",
            "the name of a feature",
            "vendored");

    private static final Grammar PROFILE = new Grammar(
            "profile",
            "profiles",
            64,
            "(?!(dev|debug|test|bench)$)[A-Za-z0-9_][A-Za-z0-9_-]*",
            "a profile for releases",
            "dist");

    private static final Grammar CHECK = new Grammar(
            "flag",
            "flags",
            200,
            "--(workspace|all-features|no-default-features|all-targets|lib|bins|tests|benches|examples)"
                    + "|--(features|package|exclude|test|profile)=[A-Za-z0-9_][A-Za-z0-9_+./,-]*",
            "a flag that selects what to check",
            "--workspace");

    private RustReader() {}

    public static Rust read(Fields fields) {
        return new Rust(
                fields.text("toolchain", TOOLCHAIN).orElse("stable"),
                fields.text("package", PACKAGE),
                fields.texts("bins", PROGRAM),
                fields.texts("features", FEATURE),
                fields.flag("default-features").orElse(true),
                fields.flag("locked").orElse(true),
                fields.flag("history").orElse(false),
                fields.text("rust-version", RUST_VERSION),
                fields.text("profile", PROFILE).filter(name -> !name.equals("release")),
                fields.texts("test-flags", CHECK),
                fields.texts("clippy-flags", CHECK));
    }
}
