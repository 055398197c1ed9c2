package dev.slipway.detect.workflow;

import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.asset.Triples;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.run.dry.DryRow;
import dev.slipway.shell.Made;
import dev.slipway.shell.PackCommand;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what jobs build and what they upload together: a platform counts by the file that people download for it. */
public final class HandedOut {
    private final List<DryRow> rows;
    private final Map<String, Builds> builds = new LinkedHashMap<>();
    private final List<Fact<ReleasedFile>> released;
    private final Map<String, Fact<FoundTarget>> found = new LinkedHashMap<>();

    public HandedOut(List<DryRow> rows, RepositoryFiles files, Set<String> uploads) {
        this.rows = rows;
        this.released = Uploads.of(rows);
        rows.forEach(row -> builds.put(row.key(), Builds.read(row, files, uploads)));
    }

    /**
     * A target for each platform and each variant of one, with the file that people download. If a part of what is
     * uploaded could not be seen, also what is built without a file that is known to be uploaded.
     */
    public List<Fact<FoundTarget>> targets() {
        Set<List<String>> rare = rare();
        List<Fact<ReleasedFile>> plainFirst = released.stream()
                .filter(file -> file.value().known())
                .sorted(Comparator.comparing((Fact<ReleasedFile> file) -> rare.contains(programs(file.value())))
                        .thenComparing(file -> !plain(file.value().name()))
                        .thenComparing(file -> around(file.value().name())))
                .toList();
        plainFirst.forEach(file -> file.value()
                .made()
                .ifPresent(made -> shown(made, file.value().name()).ifPresent(triple -> add(file, made, triple))));
        Set<String> shown =
                found.values().stream().map(fact -> fact.value().triple()).collect(Collectors.toSet());
        plainFirst.forEach(file -> file.value()
                .made()
                .filter(made -> made.programs().isEmpty() && packed(file.value().name()))
                .ifPresent(made -> Optional.ofNullable(builds.get(made.row()))
                        .flatMap(Builds::platform)
                        .filter(triple -> !shown.contains(triple))
                        .ifPresent(triple -> add(file, made, triple))));
        if (found.isEmpty()) {
            return List.of();
        }
        if (!seen()) {
            Set<String> triples = Set.copyOf(
                    found.values().stream().map(fact -> fact.value().triple()).toList());
            rows.forEach(row -> of(row.key()).targets().stream()
                    .filter(target -> !triples.contains(target.triple()))
                    .forEach(target -> found.putIfAbsent(target.id(), fact(target, row))));
        }
        return List.copyOf(found.values());
    }

    /** The programs of archives that are for far fewer platforms than those of other programs. */
    private Set<List<String>> rare() {
        Map<List<String>, Long> counts = released.stream()
                .map(file -> programs(file.value()))
                .collect(Collectors.groupingBy(names -> names, Collectors.counting()));
        counts.remove(List.of());
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return counts.entrySet().stream()
                .filter(count -> 2 * count.getValue() < most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What the programs in an archive are called. */
    private static List<String> programs(ReleasedFile file) {
        return file.made().stream()
                .filter(made -> packed(file.name()))
                .flatMap(made -> made.programs().stream())
                .map(program -> program.path().replaceFirst("^.*/", "").replaceFirst("\\.exe$", ""))
                .distinct()
                .sorted()
                .toList();
    }

    /** What is in an archive, if a command of these jobs packs it. */
    public Optional<FoundArchive> contents(ReleasedFile file) {
        return file.made().filter(made -> packed(file.name())).flatMap(made -> packing(made, of(source(made))));
    }

    private Optional<FoundArchive> packing(Made made, Builds by) {
        return Stream.concat(Stream.of(by), builds.values().stream())
                .flatMap(some -> made.by().flatMap(some::archive).stream())
                .findFirst();
    }

    /** As the job builds it that makes the file; if that only packs, as another job does. */
    private FoundTarget built(Builds by, String triple) {
        return Stream.concat(Stream.of(by), builds.values().stream())
                .flatMap(some -> some.compiled(triple).stream())
                .findFirst()
                .orElseGet(() -> by.target(triple));
    }

    private Builds of(String key) {
        return Optional.ofNullable(builds.get(key))
                .orElseThrow(() -> new IllegalStateException("no run of a job has the key " + key));
    }

    private static Fact<FoundTarget> fact(FoundTarget target, DryRow row) {
        return new Fact<>(target, row.place() + " jobs." + row.id());
    }

    /** Whether every upload was seen to its file. */
    private boolean seen() {
        return released.stream()
                .allMatch(file -> file.value().made().isPresent()
                        || file.value().known() && !packed(file.value().name()));
    }

    /** Whether a name ends with the platform: of several files for it, the usual one. */
    private static boolean plain(String name) {
        String stem = name.substring(0, name.length() - PackCommand.ending(name).length());
        return Triples.in(stem).filter(stem::endsWith).isPresent();
    }

    /** How long a name is without the platform: of two, the longer one is of a variant, or of a program for another one. */
    private static int around(String name) {
        String stem = name.substring(0, name.length() - PackCommand.ending(name).length());
        return Triples.in(stem).map(triple -> stem.length() - triple.length()).orElse(0);
    }

    private static boolean packed(String name) {
        return !PackCommand.ending(name).isEmpty();
    }

    private void add(Fact<ReleasedFile> file, Made made, String triple) {
        String name = file.value().name();
        Builds by = of(source(made));
        FoundArchive archive = archive(made, name, by);
        boolean same = found.values().stream()
                .map(Fact::value)
                .filter(one -> one.triple().equals(triple))
                .flatMap(one -> one.archive().stream())
                .anyMatch(one -> one.stem().equals(archive.stem()));
        if (!same) {
            FoundTarget target = built(by, triple);
            FoundTarget whole = own(made)
                    .map(target::owning)
                    .orElse(target)
                    .released(archive, found.containsKey(triple) ? archive.stem() : "");
            found.putIfAbsent(
                    whole.id(), row(made).map(row -> fact(whole, row)).orElseGet(() -> file.map(any -> whole)));
        }
    }

    /** The variables of the compiler, if Go made what is in a file, and all of it with the same ones. */
    private static Optional<Map<String, String>> own(Made made) {
        List<Map<String, String>> own = made.programs().stream()
                .flatMap(program -> program.by().stream())
                .filter(GoFlags::builds)
                .map(command -> new GoFlags(command).own())
                .distinct()
                .toList();
        return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    }

    private FoundArchive archive(Made made, String name, Builds by) {
        String ending = PackCommand.ending(name);
        String stem = name.substring(0, name.length() - ending.length());
        Optional<FoundArchive> packed = packing(made, by);
        if (!ending.isEmpty()) {
            return packed.map(archive -> archive.called(stem, ending))
                    .orElseGet(() -> new FoundArchive(stem, ending, Optional.empty(), List.of(), Map.of(), List.of()));
        }
        String compressed = stem.replaceFirst("^.*?(\\.(?:gz|xz|bz2|zst))?$", "$1");
        String plain = stem.substring(0, stem.length() - compressed.length()).replaceFirst("\\.exe$", "");
        return new FoundArchive(plain, compressed, Optional.of("raw"), List.of(), Map.of(), List.of());
    }

    /** The run of a job that compiled what is in a file, else the one that made it; what it fetches from others only comes with it. */
    private String source(Made made) {
        return Stream.concat(own(made.programs(), made), made.programs().stream())
                .findFirst()
                .map(Made.Program::row)
                .filter(builds::containsKey)
                .or(() -> Optional.of(made.row()).filter(builds::containsKey))
                .orElse(rows.get(0).key());
    }

    /** The programs that the run of a job compiles which also makes the file. */
    private static Stream<Made.Program> own(List<Made.Program> programs, Made made) {
        return programs.stream().filter(program -> program.row().equals(made.row()));
    }

    private Optional<DryRow> row(Made made) {
        String key = source(made);
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    private List<String> platforms(Stream<Made.Program> programs) {
        return programs.flatMap(program ->
                        Optional.ofNullable(builds.get(program.row())).flatMap(some -> some.platform(program)).stream())
                .distinct()
                .toList();
    }

    /** Whether the command that builds a program also says for which platform. */
    private static boolean isChosen(Made.Program program) {
        return program.by()
                .filter(command -> GoFlags.builds(command) && new GoFlags(command).crosses())
                .isPresent();
    }

    /** The platform that the programs in a file or its name show. */
    private Optional<String> shown(Made made, String name) {
        List<String> all = platforms(made.programs().stream());
        List<String> programs = all.size() < 2
                ? all
                : platforms(
                        made.programs().stream().filter(HandedOut::isChosen)); // others may be built for the machine
        boolean alone = made.programs().size() == 1
                && made.by().flatMap(PackCommand::of).isEmpty();
        if (!packed(name) && !alone) {
            return Optional.empty();
        }
        List<String> here = programs.size() == 1 ? programs : platforms(own(made.programs(), made));
        return here.size() == 1 ? Optional.of(here.get(0)) : Triples.in(name);
    }
}
