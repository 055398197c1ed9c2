package dev.slipway.cli;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code init} in a repository, and keeps what it prints. */
abstract class InitRun {
    @TempDir
    Path directory;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    int init(String... more) {
        return run(Stream.concat(Stream.of("init", "--date", "2026-11-23"), Stream.of(more))
                .toArray(String[]::new));
    }

    int run(String... args) {
        List<String> all = Stream.concat(Stream.of("-C", directory.toString()), Stream.of(args))
                .toList();
        return Main.run(all, new PrintWriter(out), new PrintWriter(err));
    }

    SampleRepository crate() {
        return new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"hello\"\nversion = \"0.1.0\"\nlicense = \"MIT/Apache-2.0\"\n")
                .file("src/main.rs", "fn main() {}\n")
                .file(".gitignore", "/target\n");
    }

    String config() throws IOException {
        return Files.readString(directory.resolve("slipway.yml"));
    }

    static String settings(String config) {
        return config.lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("slipway: "))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }
}
