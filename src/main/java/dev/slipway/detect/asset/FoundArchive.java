package dev.slipway.detect.asset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of an existing release, and what is in it.
 *
 * @param stem its name without the ending, with {@code {tag}}, {@code {version}} and {@code {name}} where a run fills them in
 * @param ending {@code .tar.gz} and the like; empty if it is the program itself
 * @param layout {@code dir}, {@code flat}, {@code bin} or {@code raw}, if it can be told
 * @param include files of the repository that are in it, each with its folder after {@code =>}
 * @param generated files that the program itself prints, and with which arguments
 * @param unknown files that are in it, but not in the repository
 * @param folder the folder that all of it is in, if that is not named like the archive
 */
public record FoundArchive(
        String stem,
        String ending,
        Optional<String> layout,
        List<String> include,
        Map<String, String> generated,
        List<String> unknown,
        Optional<String> folder) {
    /** What follows an unknown folder if it is a copy of one in the repository, before the path of that. */
    public static final String COPY = ", a copy of ";

    /** What precedes the path of a program in it that is not at the top, or not under its own name. */
    public static final String PROGRAM = "the program ";

    public FoundArchive {
        include = List.copyOf(include);
        unknown = List.copyOf(unknown);
        generated = Collections.unmodifiableMap(new LinkedHashMap<>(generated));
    }

    /** One whose folder, if it has one, is named like it. */
    public FoundArchive(
            String stem,
            String ending,
            Optional<String> layout,
            List<String> include,
            Map<String, String> generated,
            List<String> unknown) {
        this(stem, ending, layout, include, generated, unknown, Optional.empty());
    }

    /** The same contents under another name. */
    public FoundArchive called(String other, String with) {
        return new FoundArchive(other, with, layout, include, generated, unknown, folder);
    }

    /** The whole name. */
    public String name() {
        return stem + ending;
    }
}
