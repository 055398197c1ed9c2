package dev.slipway.run.example;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows of the examples' releases a machine could build by itself; the others need a stand-in for what they make.
 *
 * @param machine the machine that is asked about
 */
public record HostRows(Machine machine) {
    /** For this machine. */
    public static HostRows here() {
        return new HostRows(Machine.here());
    }

    /** The rows of an example that could be built, those of all its projects. */
    public List<BuildRow> of(String example) {
        return rows(example).filter(row -> row.missing(machine).isEmpty()).toList();
    }

    /** The rows that could be built of each example, by its name; an empty list if there is none. */
    public SortedMap<String, List<BuildRow>> all() {
        SortedMap<String, List<BuildRow>> all = new TreeMap<>();
        ExampleProject.names().forEach(example -> all.put(example, of(example)));
        return all;
    }

    /** A line for every row of an example: its platform, and {@code built here} or what is missing. */
    public String table(String example) {
        return rows(example)
                .map(row -> "%s %s: %s%n"
                        .formatted(
                                example,
                                row.platform(),
                                row.missing(machine)
                                        .map(what -> "there is no " + what)
                                        .orElse("built here")))
                .collect(Collectors.joining());
    }

    private static Stream<BuildRow> rows(String example) {
        return ExampleProject.of(example).releases().stream().flatMap(tags -> BuildRow.of(example, tags).stream());
    }
}
