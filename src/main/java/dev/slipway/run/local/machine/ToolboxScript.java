package dev.slipway.run.local.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** The scripts that stand in for programs. */
final class ToolboxScript {
    static final List<String> NAMES = List.of(
            "apple",
            "apt",
            "cargo",
            "cargo-ndk",
            "cargo-registry",
            "checksum",
            "clang",
            "common",
            "download",
            "git",
            "go",
            "installer",
            "java-build",
            "jpackage",
            "native-image",
            "npm",
            "pip",
            "placeholder",
            "publisher",
            "python",
            "rust",
            "rust-tool",
            "rustup",
            "rustup-init",
            "sudo",
            "uname");

    /** What they call. */
    static final Set<String> CALLED = Set.of(
            "cat",
            "chmod",
            "cksum",
            "cp",
            "dpkg-query",
            "getconf",
            "grep",
            "ln",
            "mkdir",
            "rm",
            "rustc",
            "sed",
            "shasum",
            "tar",
            "tr");

    private ToolboxScript() {}

    static String text(String name) {
        try (InputStream in = ToolboxScript.class.getResourceAsStream(name + ".sh")) {
            if (in == null) {
                throw new IllegalStateException("no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a program. */
    static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
