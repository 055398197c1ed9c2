package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A few of the faults of {@code bench/faults}: system calls that fail, and kills, while files are replaced. */
@EnabledOnOs(OS.LINUX)
class FaultsIT {
    @Test
    void nothingIsLostByAFault() throws Exception {
        Process bench = new ProcessBuilder("bench/faults", "--most", "4", "--only", "force")
                .redirectErrorStream(true)
                .start();
        String said = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bench.waitFor()).as(said).isZero();
        assertThat(said).containsAnyOf(" faults, 0 losses", "skipped: there is no strace on the PATH");
    }
}
