package dev.slipway.toolchain;

/**
 * What users get of a build.
 *
 * @param entry the file or folder at the top of an archive, such as {@code otto}
 * @param program the executable as a path in the archive: the entry itself, or a file in it
 */
public record Shipped(String entry, String program) {
    /** A single executable file. */
    public static Shipped file(String name) {
        return new Shipped(name, name);
    }

    /** Whether the entry is a folder with the executable in it. */
    public boolean folder() {
        return !entry.equals(program);
    }

    /** The name that the program is called by. */
    public String command() {
        return program.substring(program.lastIndexOf('/') + 1);
    }
}
