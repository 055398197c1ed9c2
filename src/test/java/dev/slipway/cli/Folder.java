package dev.slipway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A repository in a temporary folder. */
record Folder(Path root) {
    static final String CONFIG = """
            name: otto
            repository: otto-rs/otto
            rust: { toolchain: 1.94.0 }
            targets: [linux-amd64]
            linux: { container: debian:bookworm }
            docker: { base: debian:bookworm-slim }
            """;

    Folder write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    String read(String name) throws IOException {
        return Files.readString(root.resolve(name));
    }

    /** A config, and all that comes of it. */
    static Folder generated(Path root) throws IOException {
        Folder folder = new Folder(root).write("slipway.yml", CONFIG);
        folder.run("generate");
        return folder;
    }

    /** Writes a config, and plans with it. */
    Ran plan(String config, String... args) throws IOException {
        String[] all = new String[args.length + 1];
        all[0] = "plan";
        System.arraycopy(args, 0, all, 1, args.length);
        return write("slipway.yml", config).run(all);
    }

    Ran run(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "-C";
        all[1] = root.toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return Ran.slipway(all);
    }
}
