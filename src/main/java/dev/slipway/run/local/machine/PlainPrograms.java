package dev.slipway.run.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The programs of this machine that need no stand-in, and the scripts of those that do. The jobs of a rehearsal share
 * them: a machine has more than a thousand programs, and linking each for each job takes longer than a small build.
 */
public final class PlainPrograms {
    private final Path root;
    private final Person person;
    private final Map<Kind, Shelf> shelves = new HashMap<>();
    private final RealPrograms real;

    private PlainPrograms(Path root, Person person, RealPrograms real) {
        this.root = root;
        this.person = person;
        this.real = real;
    }

    /** Looks for the programs of a person; what is made for runners goes into a new folder. */
    public static PlainPrograms of(Person person, Path root) throws IOException {
        Path scripts = Files.createDirectories(root.toAbsolutePath().resolve("stand-ins"));
        for (String script : ToolboxScript.NAMES) {
            Files.writeString(scripts.resolve(script + ".sh"), ToolboxScript.text(script));
        }
        return new PlainPrograms(root.toAbsolutePath(), person, RealPrograms.in(person.programs()));
    }

    /** How the programs of one runner differ from those of another. */
    private record Kind(RunnerSystem system, Processor processor, boolean hosted) {}

    /**
     * The programs of one kind of runner.
     *
     * @param bin those that the runner has as well
     * @param real those behind stand-ins, those that the runner lacks, and what stand-ins need themselves
     */
    public record Shelf(Path bin, Path real) {}

    Person person() {
        return person;
    }

    RealPrograms real() {
        return real;
    }

    /** The folder of the scripts. */
    Path scripts() {
        return root.resolve("stand-ins");
    }

    /** @param standIns the names of programs that a stand-in comes before; runners of one kind have the same */
    synchronized Shelf of(Machine machine, Set<String> standIns) throws IOException {
        Kind kind = new Kind(machine.system(), machine.processor(), machine.hosted());
        Shelf shelf = shelves.get(kind);
        if (shelf == null) {
            shelf = fill(machine, standIns, root.resolve(String.valueOf(shelves.size() + 1)));
            shelves.put(kind, shelf);
        }
        return shelf;
    }

    private Shelf fill(Machine machine, Set<String> standIns, Path folder) throws IOException {
        Shelf shelf = new Shelf(
                Files.createDirectories(folder.resolve("bin")), Files.createDirectories(folder.resolve("real")));
        Predicate<String> lacking = Lacking.on(machine).asMatchPredicate();
        Set<String> behind = new TreeSet<>(ToolboxScript.CALLED);
        behind.addAll(standIns);
        for (Map.Entry<String, Path> program : real.byName().entrySet()) {
            if (behind.contains(program.getKey()) || lacking.test(program.getKey())) {
                Files.createSymbolicLink(shelf.real().resolve(program.getKey()), program.getValue());
            }
        }
        for (Map.Entry<String, Path> program : real.on(machine).entrySet()) {
            String name = program.getKey();
            if (standIns.contains(name) || lacking.test(name)) {
                continue;
            }
            Path place = shelf.bin().resolve(name);
            if (RealPrograms.looksAround(program.getValue())) {
                ToolboxScript.write(
                        place,
                        "#!/bin/sh\nexec "
                                + ToolboxScript.quoted(program.getValue().toString()) + " \"$@\"\n");
            } else {
                Files.createSymbolicLink(place, program.getValue());
            }
        }
        return shelf;
    }
}
