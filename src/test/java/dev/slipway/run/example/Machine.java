package dev.slipway.run.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a machine can build with.
 *
 * @param processor its own, as triples have it, such as {@code x86_64}
 * @param programs which commands it has
 * @param rustTargets the triples whose standard library is there
 */
public record Machine(String processor, Predicate<String> programs, Predicate<String> rustTargets) {
    /** This one; everything that is not Linux has nothing to build with. */
    public static Machine here() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux");
        String named = System.getProperty("os.arch", "");
        String processor = named.equals("amd64") ? "x86_64" : named;
        return new Machine(processor, program -> linux && hasProgram(program), triple -> linux && hasRust(triple));
    }

    /** The triple of Rust for its own processor and glibc. */
    public String triple() {
        return processor + "-unknown-linux-gnu";
    }

    boolean has(String program) {
        return programs.test(program);
    }

    private static boolean hasProgram(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    private static boolean hasRust(String triple) {
        if (!hasProgram("rustc")) {
            return false;
        }
        try {
            Process process = new ProcessBuilder("rustc", "--print", "target-libdir", "--target", triple)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && Files.isDirectory(Path.of(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
