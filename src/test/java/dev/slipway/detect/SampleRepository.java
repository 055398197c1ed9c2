package dev.slipway.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.detect.cargo.Rust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository on disk, made by the real git. */
public record SampleRepository(Path root) {
    public SampleRepository file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public SampleRepository file(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Makes it a git repository on branch {@code main} with everything committed. */
    public SampleRepository committed() {
        return git("init", "-q", "-b", "main").git("add", "-A").git("commit", "-q", "--allow-empty", "-m", "start");
    }

    public SampleRepository origin(String url) {
        return git("remote", "add", "origin", url);
    }

    public SampleRepository git(String... words) {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(words));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(out).isZero();
        } catch (IOException missing) {
            assumeTrue(false, "git is not installed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    public Repository read() {
        return Repository.read(root);
    }

    public Rust rust() {
        return read().rust().orElseThrow();
    }
}
