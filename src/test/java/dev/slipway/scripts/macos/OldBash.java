package dev.slipway.scripts.macos;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A bash 3.2 on this machine. */
public final class OldBash {
    private static final Optional<String> FOUND = Stream.of(
                    Stream.of(System.getProperty("bash32", "")).filter(path -> !path.isEmpty()),
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                            .map(folder -> Path.of(folder, "bash-3.2").toString()),
                    Stream.of("/bin/bash"))
            .flatMap(paths -> paths)
            .filter(path -> Files.isExecutable(Path.of(path)) && isOld(path))
            .findFirst();

    private OldBash() {}

    /**
     * The path of the one that the system property {@code bash32} names, of {@code bash-3.2}, or of that of macOS. Skips the
     * test where there is none.
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
