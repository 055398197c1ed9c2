package dev.slipway.scripts.macos;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A bash 3.2 on this machine. */
public final class OldBash {
    private static final Optional<String> FOUND =
            List.of(System.getProperty("bash32", ""), "bash-3.2", "/bin/bash").stream()
                    .filter(program -> !program.isEmpty() && isOld(program))
                    .findFirst();

    private OldBash() {}

    /**
     * The one that the system property {@code bash32} names, {@code bash-3.2} on the path, or that of macOS. Skips the test
     * where there is none.
     */
    public static String assumed() {
        assumeTrue(
                FOUND.isPresent(),
                "no bash 3.2 on this machine: put one on the path as bash-3.2, or say -Dbash32=PATH");
        return FOUND.orElseThrow();
    }

    static boolean isOld(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return version.contains("version 3.2.") && process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
