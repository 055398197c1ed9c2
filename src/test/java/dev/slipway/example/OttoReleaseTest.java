package dev.slipway.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.api.Slipway;
import org.junit.jupiter.api.Test;

class OttoReleaseTest {
    @Test
    void javaGivesTheSameBytesAsTheConfig() {
        String generated = Examples.otto().release().text();
        String header = generated.substring(0, generated.indexOf("\nname: ") + 1);
        assertThat(header + Slipway.text(OttoRelease.workflow())).isEqualTo(generated);
    }
}
