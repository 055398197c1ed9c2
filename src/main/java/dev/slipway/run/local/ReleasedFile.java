package dev.slipway.run.local;

import dev.slipway.run.Observation;
import dev.slipway.run.local.consumer.ReleasedArchive;
import dev.slipway.run.local.engine.Elf;
import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.LocalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks at a file of a release as a person would who downloads it: what is in it, and what its programs say.
 *
 * @param file the file
 * @param name its name in the release
 * @param work a folder for what is made on the way
 * @param env what programs see
 * @param processor that of this machine, as {@code uname -m} says it
 */
record ReleasedFile(Path file, String name, Path work, Map<String, String> env, String processor) {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** The files in it, if it is an archive; the program, if it is one. */
    List<Observation.Entry> entries() throws IOException {
        if (name.endsWith(".deb") || name.endsWith(".rpm")) {
            return packaged();
        }
        if (!ReleasedArchive.named(name)) {
            String own = Elf.processor(file);
            if (own.isEmpty()) {
                return List.of();
            }
            Path program = Files.copy(file, work.resolve("program"), StandardCopyOption.REPLACE_EXISTING);
            return List.of(new Observation.Entry(name, true, own, own.equals(processor) ? version(program) : ""));
        }
        Path unpacked = Files.createTempDirectory(work, "unpacked-");
        List<Observation.Entry> entries = new ArrayList<>();
        ReleasedArchive archive = ReleasedArchive.read(file, work, env);
        unpack(unpacked);
        for (ReleasedArchive.Entry entry : archive.entries()) {
            if (entry.kind() != ReleasedArchive.Kind.FOLDER) {
                entries.add(entry(entry, unpacked.resolve(entry.name())));
            }
        }
        return entries;
    }

    /** The files of a package; nothing where this machine has no program that unpacks it. */
    private List<Observation.Entry> packaged() throws IOException {
        Path unpacked = Files.createTempDirectory(work, "unpacked-");
        List<String> words = name.endsWith(".deb")
                ? List.of("dpkg-deb", "--extract", file.toString(), unpacked.toString())
                : List.of("bsdtar", "-xf", file.toString(), "-C", unpacked.toString());
        if (!LocalProcess.start(words, env, work, line -> {}, LONGEST).succeeded()) {
            return List.of();
        }
        List<Observation.Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(unpacked)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.add(new Observation.Entry(
                        unpacked.relativize(each).toString().replace('\\', '/'),
                        Files.isExecutable(each),
                        Elf.processor(each),
                        ""));
            }
        }
        return entries;
    }

    private Observation.Entry entry(ReleasedArchive.Entry entry, Path file) throws IOException {
        String own = Files.isRegularFile(file) ? Elf.processor(file) : "";
        boolean program = entry.executable() && own.equals(processor) && !("/" + entry.name()).contains("/lib/");
        return new Observation.Entry(entry.name(), entry.executable(), own, program ? version(file) : "");
    }

    private void unpack(Path folder) throws IOException {
        if (!name.endsWith(".zip")) {
            LocalProcess.start(
                    List.of("tar", "-xf", file.toString(), "-C", folder.toString()), env, work, line -> {}, LONGEST);
            return;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
                Path to = folder.resolve(entry.getName()).normalize();
                if (to.startsWith(folder)) {
                    Files.createDirectories(to.getParent());
                    Files.copy(zip.getInputStream(entry), to);
                }
            }
        }
    }

    /** The first line that a program prints; empty where it does not know what it is asked for. */
    private String version(Path program) {
        List<String> said = new ArrayList<>();
        if (!program.toFile().setExecutable(true)) {
            return "";
        }
        End end = LocalProcess.start(List.of(program.toString(), "--version"), env, work, said::add, ANSWER);
        return end.succeeded()
                ? said.stream().filter(line -> !line.isBlank()).findFirst().orElse("")
                : "";
    }
}
