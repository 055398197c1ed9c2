package dev.slipway.run.local.consumer;

import dev.slipway.archive.Entry;
import dev.slipway.archive.Entry.Kind;
import dev.slipway.run.Observation.Tried;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Unpacks an archive with the programs that people have for it, and starts what is in it. */
record ArchiveTrial(Bench bench) implements Trial {
    private static final int LISTED = 12;

    /** @param words a program and its arguments; {@code FILE} is the archive, and the folder where it starts the target */
    private record Unpacker(String ending, List<String> words) {}

    private static final List<Unpacker> UNPACKERS = List.of(
            new Unpacker(".zip", List.of("unzip", "-q", "FILE")),
            new Unpacker(".zip", List.of("bsdtar", "-xf", "FILE")),
            new Unpacker(".7z", List.of("7z", "x", "-y", "FILE")),
            new Unpacker(".7z", List.of("7zz", "x", "-y", "FILE")),
            new Unpacker(".7z", List.of("bsdtar", "-xf", "FILE")),
            new Unpacker("", List.of("tar", "-xf", "FILE")));

    @Override
    public boolean takes(String name) {
        return ReleasedArchive.named(name);
    }

    @Override
    public List<Tried> attempt(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        List<Entry> entries = ReleasedArchive.read(file, bench.work(), bench.environment(bench.folder("home")))
                .entries();
        Optional<String> fault = fault(entries);
        if (fault.isPresent()) {
            return List.of(Tried.failed(name, "unpack", fault.get()));
        }
        Optional<Unpacker> unpacker = UNPACKERS.stream()
                .filter(it -> name.endsWith(it.ending()) && bench.has(it.words().get(0)))
                .findFirst();
        if (unpacker.isEmpty()) {
            return List.of(Tried.skipped(name, "unpack", "no program on this machine unpacks it; " + list(entries)));
        }
        Path folder = bench.folder("unpacked");
        String what = "unpack with " + unpacker.get().words().get(0);
        Said said = bench.run(
                folder,
                Bench.INSTALL,
                unpacker.get().words().stream()
                        .map(word -> word.equals("FILE") ? file.toString() : word)
                        .toList());
        if (!said.succeeded()) {
            return List.of(Tried.failed(name, what, said.problem()));
        }
        List<Tried> all = new ArrayList<>();
        all.add(Tried.passed(name, what, list(entries)));
        all.addAll(new Programs(bench).in(folder, name, NamedFor.of(name)));
        return all;
    }

    /** What nobody wants to unpack. */
    private static Optional<String> fault(List<Entry> entries) {
        if (entries.stream().noneMatch(entry -> entry.kind() == Kind.FILE)) {
            return Optional.of("it has no files");
        }
        for (Entry entry : entries) {
            String name = entry.name();
            if (name.startsWith("/") || name.matches("([A-Za-z]:.*|(.*/)?\\.\\.(/.*)?)")) {
                return Optional.of("'" + name + "' is outside of the folder that it is unpacked into");
            }
            if (entry.kind() == Kind.OTHER) {
                return Optional.of("'" + name + "' is not a file, a folder or a link");
            }
            if (entry.kind() != Kind.SYMBOLIC_LINK && (entry.mode() & 06002) != 0) {
                return Optional.of("'" + name + "' has mode " + Integer.toOctalString(entry.mode())
                        + ": it is world-writable or setuid");
            }
        }
        return Optional.empty();
    }

    private static String list(List<Entry> entries) {
        List<Entry> shown =
                entries.stream().filter(entry -> entry.kind() != Kind.FOLDER).toList();
        String top = top(shown);
        String rest = shown.size() > LISTED ? " and " + (shown.size() - LISTED) + " more" : "";
        return (top.isEmpty() ? "" : top + ": ")
                + shown.stream()
                        .limit(LISTED)
                        .map(entry -> line(entry, top.length()))
                        .collect(Collectors.joining(", "))
                + rest;
    }

    /** The folder that all are in, with a slash; empty if there is none. */
    private static String top(List<Entry> entries) {
        String first = entries.get(0).name().replaceFirst("/.*", "/");
        return first.endsWith("/")
                        && entries.stream().allMatch(entry -> entry.name().startsWith(first))
                ? first
                : "";
    }

    private static String line(Entry entry, int from) {
        String name = entry.name().substring(from);
        return entry.link().isEmpty()
                ? name + (entry.mode() == 0 ? "" : " " + Integer.toOctalString(entry.mode()))
                : name + " -> " + entry.link();
    }
}
