package dev.slipway;

import dev.slipway.cli.Main;
import dev.slipway.files.Configs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder that holds a config and what is generated from it, and nothing else.
 *
 * @param folder the real one, whose files are what a user's repository would hold
 */
record GoldenFolder(Path folder) {
    /** Every file by its path, as the program writes it into an empty repository. */
    SortedMap<String, String> wanted(Path empty) throws IOException {
        for (String config : new Configs(folder).named()) {
            Files.copy(folder.resolve(config), empty.resolve(config));
        }
        generate(empty);
        return files(empty);
    }

    /** Runs {@code slipway generate}; gives what it says. */
    static String generate(Path folder) {
        StringWriter words = new StringWriter();
        PrintWriter writer = new PrintWriter(words);
        int code = Main.run(List.of("-C", folder.toString(), "generate"), writer, writer);
        if (code != 0) {
            throw new AssertionError("slipway generate says " + code + ": " + words);
        }
        return words.toString();
    }

    SortedMap<String, String> there() {
        return files(folder);
    }

    /** Makes the folder hold what is wanted and no more; gives how many files that changed. */
    int write(SortedMap<String, String> wanted) throws IOException {
        SortedMap<String, String> there = there();
        List<String> changed = new ArrayList<>();
        for (String path : new TreeSet<>(
                Stream.concat(wanted.keySet().stream(), there.keySet().stream()).toList())) {
            Path file = folder.resolve(path);
            if (!wanted.containsKey(path)) {
                Files.delete(file);
                changed.add(path);
            } else if (!wanted.get(path).equals(there.get(path))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, wanted.get(path));
                changed.add(path);
            }
        }
        return changed.size();
    }

    /** Every file below a folder, by its path with forward slashes. */
    static SortedMap<String, String> files(Path root) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
