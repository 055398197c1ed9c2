package dev.slipway.run.example;

import dev.slipway.run.example.RustProject.Crate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people would have written for each example of {@code generated}, read off its config and what comes of it. */
final class Projects {
    private Projects() {}

    static Sources of(String example) {
        return switch (example) {
            case "attested", "dispatched" -> otto();
            case "published-release" -> otto();
            case "otto" ->
                otto().and(RustProgram.described())
                        .without("Cargo.lock")
                        .and(Map.of(".gitignore", "/target\nCargo.lock\n"));
            case "full-ci" -> fullCi();
            case "packaged" ->
                crate("otto-rs/otto", "MIT OR Apache-2.0", "otto", "otto", "ottod")
                        .and(dual("otto"));
            case "extra-jobs" -> crate("heron-dev/heron", "MIT", "heron").and(Papers.of("heron", "LICENSE"));
            case "image-variants" -> crate("otto-rs/tide", "MIT", "tide").and(Papers.of("tide", "LICENSE"));
            case "image-distroless" ->
                crate("otto-rs/tided", "MIT", "tided")
                        .and(Papers.of("tided", "LICENSE"))
                        .and(Map.of("etc/tided.toml", "port = 8080\n"));
            case "no-macos" ->
                crate("example/beacon", "MIT", "beacon").feature("metrics").and(Papers.of("beacon", "LICENSE"));
            case "scratch-musl" -> crate("example/pebble", "MIT", "pebble").and(Papers.of("pebble", "LICENSE"));
            case "navi" -> crate("denisidoro/navi", "Apache-2.0", "navi").and(Papers.of("navi", "LICENSE"));
            case "many-methods" -> manyMethods();
            case "two-binaries" ->
                RustProject.workspace(
                                "example/relay",
                                "MIT",
                                new Crate("relay-cli", "relay-cli", List.of("relay", "relayd"), List.of("relay-wire")),
                                new Crate("relay-wire", "relay-wire", List.of(), List.of()))
                        .and(Papers.of("relay", "LICENSE"));
            case "two-projects" ->
                RustProject.workspace(
                                "acme/tools",
                                "MIT",
                                new Crate("alpha", "alpha", List.of("alpha"), List.of()),
                                new Crate("beta", "beta", List.of("beta"), List.of()))
                        .and(Papers.of("tools", "LICENSE"));
            case "age" ->
                new GoProject(
                                "github.com/FiloSottile/age",
                                List.of("age", "age-keygen", "age-inspect", "age-plugin-batchpass"),
                                "Version")
                        .and(Papers.of("age", "LICENSE"));
            case "go-tool" ->
                new GoProject("github.com/lantern-dev/lantern", List.of("lantern", "lantern-keys"), "version")
                        .and(Papers.of("lantern", "LICENSE"));
            case "maven-tool" -> new MavenProject("sextant", false).and(Papers.of("sextant", "LICENSE"));
            case "gradle-tool" -> new GradleProject("astrolabe").and(Papers.of("astrolabe", "LICENSE"));
            case "native-tool" -> new MavenProject("plumb", true).and(Papers.of("plumb", "LICENSE"));
            case "calendar" -> new MakeProject("almanac").and(Papers.of("almanac", "LICENSE"));
            case "command-make" -> new MakeProject("windlass").and(Papers.of("windlass", "LICENSE"));
            case "jq" -> new AutotoolsProject("jq").and(Papers.of("jq", "COPYING"));
            default ->
                RealProjects.of(example)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "no project for the example " + example + ": write one in Projects"));
        };
    }

    private static RustProject crate(String repository, String license, String name, String... programs) {
        return RustProject.crate(repository, license, name, programs);
    }

    private static Papers dual(String name) {
        return Papers.of(name, "LICENSE-MIT", "LICENSE-APACHE");
    }

    private static Sources otto() {
        return crate("otto-rs/otto", "MIT OR Apache-2.0", "otto").and(dual("otto"));
    }

    private static Sources fullCi() {
        return crate("otto-rs/otto", "MIT OR Apache-2.0", "otto")
                .rustVersion("1.85")
                .feature("vendored")
                .and(dual("otto"))
                .and(Map.of(
                        "Makefile",
                        ".PHONY: smoke\nsmoke:\n\tcargo run --locked --features vendored -- --version\n",
                        "bench/compare",
                        "#!/bin/sh\necho \"$1 is as fast as before\"\n",
                        "script/fetch-fixtures",
                        "#!/bin/sh\necho 'no fixtures are needed'\n",
                        "deny.toml",
                        "[licenses]\nallow = [\"MIT\", \"Apache-2.0\"]\n"));
    }

    private static Sources manyMethods() {
        return crate("example/tide", "MIT", "tide")
                .feature("tls")
                .and(Papers.of("tide", "LICENSE"))
                .and(new TreeMap<>(Map.of(
                        "build.rs",
                        RustProgram.writer(Map.of("tide.1", ".TH TIDE 1")),
                        "ci/prepare",
                        "#!/bin/sh\ncommand -v cc\n",
                        "doc/guide.md",
                        "# Guide\n",
                        "doc/tides.md",
                        "# Tides\n")));
    }
}
