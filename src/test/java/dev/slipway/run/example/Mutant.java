package dev.slipway.run.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that is wrong in what was generated for an example.
 *
 * @param kind what is wrong, in words
 * @param example the example
 * @param version whose release shows it
 * @param changes what makes it wrong; most often one
 */
record Mutant(String kind, String example, Version version, List<Change> changes) {
    private static final String RELEASE = ".github/workflows/release-and-publish.yml";

    Mutant {
        changes = List.copyOf(changes);
    }

    /**
     * A text in the place of another.
     *
     * @param file the path of the file in the repository
     * @param place a text of the file; what is replaced is the first behind its beginning
     */
    record Change(String file, String place, String what, String by) {
        /** The file with the change; one that cannot be made is a fault of the list. */
        String applied(String text) {
            int at = text.indexOf(place);
            int found = at < 0 ? -1 : text.indexOf(what, at);
            if (found < 0) {
                throw new IllegalStateException(file + " has no '" + (at < 0 ? place : what) + "'");
            }
            return text.substring(0, found) + by + text.substring(found + what.length());
        }
    }

    /** All of them. */
    static List<Mutant> all() {
        return Stream.of(JobMutants.ALL, FileMutants.ALL, ImageMutants.ALL, PackageMutants.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** A fault of a file. */
    static Mutant in(String file, String kind, String example, String place, String what, String by) {
        return new Mutant(kind, example, Version.STABLE, List.of(new Change(file, place, what, by)));
    }

    /** A fault of the release workflow. */
    static Mutant of(String kind, String example, String place, String what, String by) {
        return in(RELEASE, kind, example, place, what, by);
    }

    /** A fault of a job of it, or behind the beginning of that job. */
    static Mutant ofJob(String kind, String example, String job, String what, String by) {
        return of(kind, example, "\n  " + job + ":\n", what, by);
    }

    /** The same with another change. */
    Mutant also(String file, String what, String by) {
        List<Change> all = new ArrayList<>(changes);
        all.add(new Change(file, what, what, by));
        return new Mutant(kind, example, version, all);
    }

    /** The same, as the release of another version shows it. */
    Mutant by(Version other) {
        return new Mutant(kind, example, other, changes);
    }

    /** Makes the mistake in a project of the example. */
    void applyTo(Path project) throws IOException {
        for (Change change : changes) {
            Path file = project.resolve(change.file());
            Files.writeString(file, change.applied(Files.readString(file)));
        }
    }

    @Override
    public String toString() {
        return example + ": " + kind;
    }
}
