package dev.slipway.run.local.consumer;

import dev.slipway.run.local.machine.Host;
import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.LocalProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Where files are tried: a machine with its programs, and a person who has nothing yet.
 *
 * @param work an existing folder for all that is made
 * @param path the folders of programs, as {@code PATH} has them
 * @param superuser whether the person may do everything on this machine
 * @param placeholders the triples of targets, such as {@code aarch64-apple-darwin}, whose programs may have been built for
 *     this machine instead
 */
record Bench(Path work, String path, Host host, boolean superuser, Set<String> placeholders) {
    /** Long enough for a slow machine to start a Java program. */
    static final Duration START = Duration.ofSeconds(30);

    static final Duration INSTALL = Duration.ofMinutes(3);

    Bench {
        placeholders = Set.copyOf(placeholders);
    }

    boolean has(String program) {
        return LocalProcess.executable(program, programs()).isPresent();
    }

    /** A new and empty folder. */
    Path folder(String name) throws IOException {
        return Files.createTempDirectory(work, name + "-");
    }

    /** The variables of a program that is tried. */
    Map<String, String> environment(Path home) {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("PATH", programs());
        env.put("HOME", home.toString());
        env.put("TMPDIR", work.toString());
        env.put("LC_ALL", "C");
        return env;
    }

    /** Package managers look for programs of the system administrator, which a person may not have in the path. */
    private String programs() {
        return path.contains("/sbin") || File.pathSeparatorChar != ':' ? path : path + ":/usr/sbin:/sbin";
    }

    /** Runs a program that starts in a folder, in a new home. */
    Said run(Path folder, Duration longest, List<String> words) throws IOException {
        return run(folder, folder("home"), longest, words);
    }

    /** Runs a program that starts in a folder. */
    Said run(Path folder, Path home, Duration longest, List<String> words) {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        End end = LocalProcess.start(words, environment(home), folder, lines::add, longest);
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        synchronized (lines) {
            return new Said(end, lines);
        }
    }

    /** Whether a program with this name may have been built for this machine instead. */
    boolean mayBePlaceholder(NamedFor named) {
        return placeholders.stream().map(NamedFor::of).anyMatch(named::agrees);
    }
}
