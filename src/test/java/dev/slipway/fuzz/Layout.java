package dev.slipway.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes to the files of a repository, one per line: what is done, a path, and a second path if that needs one. */
final class Layout {
    private static final List<String> WAYS =
            List.of("remove", "folder", "link", "link", "link", "pipe", "move", "add", "deep", "empty", "sparse");
    private static final List<String> TARGETS = List.of(
            "..",
            ".",
            "../outside/secret",
            "../outside",
            "/proc/self/environ",
            "/dev/zero",
            "/",
            "nowhere",
            ".git/config",
            "src",
            "Cargo.toml");
    private static final List<String> NAMES = List.of(
            ".slipway/templates/workflow.yml.ftl",
            ".slipway/templates/scripts",
            ".github/workflows",
            ".github/workflows/\u001b[31m.yml",
            ".github/workflows/::error::x.yml",
            ".github/workflows/a\nb.yml",
            ".github/workflows/-C.yml",
            ".github",
            ".slipway",
            "cmd",
            "src/bin",
            "Cargo.toml",
            "go.mod",
            "pom.xml",
            "Dockerfile",
            ".git",
            "a".repeat(255));

    private Layout() {}

    static String some(Random random, List<String> files) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String path = one(random, random.nextInt(3) == 0 ? NAMES : files);
            if (random.nextInt(4) == 0 && path.contains("/")) {
                path = path.substring(0, path.lastIndexOf('/'));
            }
            String other = one(random, random.nextBoolean() ? files : TARGETS);
            lines.add(one(random, WAYS) + "\t" + path.replace('\n', '\u0001') + "\t" + other);
        }
        return String.join("\n", lines);
    }

    private static String one(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Does what can be done of the lines; what the file system refuses is left out. */
    static void apply(String text, Path folder) throws IOException, InterruptedException {
        for (String line : text.split("\n")) {
            String[] words = line.split("\t");
            if (words.length == 3) {
                try {
                    apply(words[0], folder.resolve(words[1].replace('\u0001', '\n')), words[2], folder);
                } catch (FileSystemException | InvalidPathException refused) {
                    continue;
                }
            }
        }
    }

    private static void apply(String way, Path path, String other, Path folder)
            throws IOException, InterruptedException {
        if (!isInside(path, folder) || way.equals("move") && !isInside(folder.resolve(other), folder)) {
            return; // what an earlier line has linked to is no place to try anything
        }
        if (way.equals("move")) {
            Files.move(path, folder.resolve(other), StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        Trial.remove(path);
        if (way.equals("remove")) {
            return;
        }
        Files.createDirectories(path.getParent());
        switch (way) {
            case "folder" -> Files.createDirectory(path);
            case "link" -> Files.createSymbolicLink(path, Path.of(other));
            case "pipe" -> new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
            case "deep" -> {
                Path deep = Files.createDirectories(path.resolve("d/".repeat(60)));
                Files.writeString(deep.resolve("Cargo.toml"), "[package]\nname = \"deep\"\n");
            }
            case "sparse" -> {
                try (var file = new java.io.RandomAccessFile(path.toFile(), "rw")) {
                    file.setLength(3L << 30);
                }
            }
            case "empty" -> Files.createFile(path);
            default -> Files.write(path, "x: [\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether a path is below a folder, whatever links lead there. */
    private static boolean isInside(Path path, Path folder) throws IOException {
        Path place = path.toAbsolutePath().normalize();
        if (!place.startsWith(folder.toAbsolutePath().normalize())
                || place.equals(folder.toAbsolutePath().normalize())) {
            return false;
        }
        Path parent = place.getParent();
        while (parent != null && !Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
            parent = parent.getParent();
        }
        return parent != null && Files.exists(parent) && parent.toRealPath().startsWith(folder.toRealPath());
    }
}
