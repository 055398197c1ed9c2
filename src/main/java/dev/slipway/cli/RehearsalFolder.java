package dev.slipway.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a rehearsal works, and where its results go.
 *
 * @param work a folder outside of the repository, gone afterward
 * @param results a folder of the repository that git ignores
 */
record RehearsalFolder(Path work, Path results, boolean kept) implements AutoCloseable {
    private static final String SHOWN = ".slipway/rehearsal";

    /** @throws IOException if the results could not be kept, which is known before anything runs */
    static RehearsalFolder make(Path repository, boolean kept) throws IOException {
        Path root = repository.toAbsolutePath().normalize();
        Path results = root.resolve(SHOWN);
        for (Path folder : List.of(root.resolve(".slipway"), results)) {
            if (Files.isSymbolicLink(folder)) {
                throw new IOException("'" + folder + "' is a link, but results replace this folder: remove the link");
            }
            if (Files.exists(folder) && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
                throw new IOException(
                        "cannot write results to '" + SHOWN + "': '" + folder + "' is not a folder with write access");
            }
        }
        Path work = Files.createTempDirectory("slipway-rehearsal-").toRealPath();
        return new RehearsalFolder(work, results, kept);
    }

    /** The environment of git: the folders of programs, and none of the person's settings. */
    Map<String, String> plain(dev.slipway.run.local.machine.Person person) {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("PATH", person.environment().getOrDefault("PATH", ""));
        env.put("HOME", work.toString());
        env.put("LC_ALL", "C");
        env.put("GIT_CONFIG_NOSYSTEM", "1");
        env.put("GIT_CONFIG_GLOBAL", work.resolve("gitconfig").toString());
        env.put("GIT_TERMINAL_PROMPT", "0");
        return env;
    }

    /** The folder of the results as messages name it. */
    String shown() {
        return SHOWN + (kept ? ", the work folders in " + work : "");
    }

    /** Moves the results to their final folder; those of an earlier rehearsal are deleted. */
    void keep(String report) throws IOException {
        delete(results);
        Files.createDirectories(results);
        Files.writeString(results.resolve(".gitignore"), "*\n");
        Files.writeString(results.resolve("report.json"), report);
        for (String folder : List.of("logs", "github", "images")) {
            copy(work.resolve(folder), results.resolve(folder));
        }
        if (Files.exists(work.resolve("summary.md"))) {
            Files.copy(work.resolve("summary.md"), results.resolve("summary.md"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        // a step can take any right away; a link may lead to what is not ours
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path locked, IOException problem) throws IOException {
                if (!Files.isDirectory(locked, LinkOption.NOFOLLOW_LINKS)
                        || !unlocked(locked)
                        || !Files.isReadable(locked)) {
                    throw problem;
                }
                delete(locked);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                unlocked(inside);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inside, @Nullable IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.delete(inside);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Whether its owner may do everything in a folder now. */
    private static boolean unlocked(Path folder) {
        File file = folder.toFile();
        return file.setWritable(true) && file.setReadable(true) && file.setExecutable(true);
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            delete(work);
        }
    }
}
