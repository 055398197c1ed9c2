package dev.slipway.run.local.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs that the person has on their path, by name. */
record RealPrograms(Map<String, Path> byName) {
    /** GNU's programs, which macOS has under a name with a {@code g} if they were installed. */
    private static final List<String> GNU = List.of(
            "cp",
            "date",
            "find",
            "grep",
            "install",
            "ls",
            "mktemp",
            "nproc",
            "readlink",
            "sed",
            "sort",
            "stat",
            "tar",
            "timeout",
            "xargs");

    /** Finds the programs of folders; one in an earlier folder comes before its namesakes. */
    static RealPrograms in(List<Path> folders) throws IOException {
        Map<String, Path> found = new LinkedHashMap<>();
        for (Path folder : folders) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    if (Files.isRegularFile(entry) && Files.isExecutable(entry)) {
                        found.putIfAbsent(entry.getFileName().toString(), entry);
                    }
                }
            } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException e) {
                continue; // a shell skips such a folder as well
            }
        }
        return new RealPrograms(found);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The programs of this machine under the names that they have on the runner. */
    Map<String, Path> on(Machine machine) {
        Map<String, Path> all = new LinkedHashMap<>(byName);
        switch (machine.system()) {
            case LINUX -> {
                if (machine.otherSystem()) {
                    GNU.stream()
                            .filter(name -> has("g" + name))
                            .forEach(name -> all.put(name, byName.getOrDefault("g" + name, Path.of(name))));
                }
            }
            case MACOS -> {
                if (machine.otherSystem() && has("bsdtar") && has("tar")) {
                    all.put("gtar", byName.getOrDefault("tar", Path.of("tar")));
                    all.put("tar", byName.getOrDefault("bsdtar", Path.of("bsdtar")));
                }
                // the newest bash of macOS, which is its sh as well
                Optional.ofNullable(byName.get("bash-3.2"))
                        .filter(old -> machine.otherSystem())
                        .ifPresent(old -> List.of("bash", "sh").forEach(name -> all.put(name, old)));
            }
            case WINDOWS -> {
                if (has("7zz")) {
                    all.putIfAbsent("7z", byName.getOrDefault("7zz", Path.of("7zz")));
                }
            }
        }
        return all;
    }

    /** Whether a program may look for files next to it, if a link would lead it astray. */
    static boolean looksAround(Path program) throws IOException {
        if (program.startsWith("/usr/bin")
                || program.startsWith("/bin")
                || program.startsWith("/usr/sbin")
                || program.startsWith("/sbin")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(program)) {
            return in.read() == '#' && in.read() == '!';
        } catch (AccessDeniedException e) {
            return false;
        }
    }
}
