package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Main;
import dev.slipway.detect.SampleRepository;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CargoConfigOfInitTest {
    @TempDir
    Path directory;

    private String init() {
        StringWriter out = new StringWriter();
        int code = Main.run(
                List.of("-C", directory.toString(), "init", "--dry-run"), new PrintWriter(out), new PrintWriter(out));
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }

    private SampleRepository crate(String more) {
        return new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"tern\"\nversion = \"1.0.0\"\n" + more)
                .file("Cargo.lock", "version = 4\n")
                .file("src/main.rs", "fn main() {}");
    }

    @Test
    void programsAreBuiltWhereTheReleaseLooksForThem() {
        crate("")
                .file(".cargo/config.toml", "[build]\ntarget-dir = \"out\"\n")
                .committed()
                .origin("https://github.com/ternproj/tern");
        assertThat(init())
                .contains(
                        "CARGO_TARGET_DIR: target",
                        "builds go to 'out', but the release looks in 'target'",
                        "from .cargo/config.toml:2 [build] target-dir");
    }

    @Test
    void aDeprecatedIdentifierIsKeptAndSaid() {
        crate("license = \"GPL-3.0\"\n").committed().origin("https://github.com/ternproj/tern");
        assertThat(init()).contains("license: GPL-3.0\n", "'GPL-3.0' is a deprecated identifier");
    }

    @Test
    void theTextOfALicenceSaysItWhereTheManifestDoesNot() {
        crate("")
                .file("LICENSE", "Permission is hereby granted, free of charge, to any person\n")
                .committed()
                .origin("https://github.com/ternproj/tern");
        assertThat(init()).contains("license: MIT\n");
    }
}
