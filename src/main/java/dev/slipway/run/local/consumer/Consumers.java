package dev.slipway.run.local.consumer;

import dev.slipway.run.Observation.Tried;
import dev.slipway.run.local.machine.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Those who download the files of a release: each file is used as they would, with the programs of this machine. */
public final class Consumers {
    private final Bench bench;

    /**
     * @param work an existing folder for what is unpacked and installed
     * @param path the folders of programs, as {@code PATH} has them
     * @param superuser whether the person may do everything on this machine
     * @param placeholders the triples of targets, such as {@code aarch64-apple-darwin}, whose programs may have been built
     *     for this machine instead
     */
    public Consumers(Path work, String path, Host host, boolean superuser, Set<String> placeholders) {
        this.bench = new Bench(work, path, host, superuser, placeholders);
    }

    /**
     * Tries the files of a release, in the order of their names, then what was pushed for it to other repositories.
     *
     * @param files the folder of the release
     * @param pushed the folder of what was pushed; need not exist
     */
    public List<Tried> attempt(Path files, Path pushed) throws IOException {
        List<Tried> all = new ArrayList<>();
        Path released = files.toAbsolutePath().normalize();
        List<Trial> ofRelease = List.of(
                new ChecksumTrial(bench),
                new ArchiveTrial(bench),
                new DebTrial(bench),
                new RpmTrial(bench),
                new ShellInstallerTrial(bench),
                new PowerShellInstallerTrial(bench),
                new JsonTrial(),
                new FormulaTrial(bench, released),
                new RawProgramTrial(bench));
        for (Path file : inside(released)) {
            all.addAll(attempt(file, ofRelease));
        }
        List<Trial> ofPushed =
                List.of(new FormulaTrial(bench, released), new WingetTrial(bench, released), new JsonTrial());
        for (Path file : inside(pushed.toAbsolutePath().normalize())) {
            all.addAll(attempt(file, ofPushed));
        }
        return all;
    }

    private static List<Path> inside(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Tried> attempt(Path file, List<Trial> trials) {
        String name = String.valueOf(file.getFileName());
        Optional<Trial> trial = trials.stream().filter(one -> one.takes(name)).findFirst();
        if (trial.isEmpty()) {
            return List.of(Tried.skipped(name, "use", "no check for files of this kind"));
        }
        try {
            return trial.get().attempt(file);
        } catch (IOException e) {
            return List.of(Tried.failed(name, "read", String.valueOf(e.getMessage())));
        }
    }
}
