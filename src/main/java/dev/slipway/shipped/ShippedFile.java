package dev.slipway.shipped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a file that comes with the program.
 *
 * <p>In the jar, the files of a check are constants of a class. The others are read by the class loader, which takes
 * longer: it asks every module of the JDK first, and reads the names of all files in the jar.
 */
public final class ShippedFile {
    private ShippedFile() {}

    /**
     * The text of a file.
     *
     * @param name such as {@code templates/workflow.yml.ftl}
     * @throws IllegalStateException if there is no such file
     */
    public static String text(String name) {
        String packed = Packed.text(name);
        if (packed != null) {
            return packed;
        }
        try (InputStream in = ShippedFile.class.getResourceAsStream("/dev/slipway/" + name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
