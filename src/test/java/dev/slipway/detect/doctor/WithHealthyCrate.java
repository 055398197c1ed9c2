package dev.slipway.detect.doctor;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Starts each test with a crate that gets no advice. */
abstract class WithHealthyCrate {
    @TempDir
    Path directory;

    HealthyCrate crate;

    @BeforeEach
    void aHealthyCrate() {
        crate = new HealthyCrate(directory);
    }
}
