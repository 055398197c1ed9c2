package dev.slipway.shipped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that comes with the program.
 *
 * <p>Class loaders ask every module of the JDK first, which for the 40 files of a check takes a twentieth of its time. So
 * where the program is one jar, its files are read from there; elsewhere, as in tests, by the class loader.
 */
public final class ShippedFile {
    private static final String FOLDER = "dev/slipway/";
    private static final @Nullable ZipFile JAR = jar();

    private ShippedFile() {}

    /**
     * The text of a file.
     *
     * @param name such as {@code templates/workflow.yml.ftl}
     * @throws IllegalStateException if there is no such file
     */
    public static String text(String name) {
        try (InputStream in = open(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream open(String path) throws IOException {
        if (JAR != null) {
            ZipEntry entry = JAR.getEntry(path);
            return entry == null ? null : JAR.getInputStream(entry);
        }
        return ShippedFile.class.getResourceAsStream("/" + path);
    }

    /** The jar that the program runs from; it is open already, and the JVM reads the directory of a jar once. */
    private static @Nullable ZipFile jar() {
        String path = System.getProperty("java.class.path", "");
        if (path.endsWith(".jar") && ShippedFile.class.getClassLoader() == ClassLoader.getSystemClassLoader()) {
            try {
                ZipFile jar = new ZipFile(path);
                if (jar.getEntry(FOLDER + "shipped/ShippedFile.class") != null) {
                    return jar;
                }
                jar.close();
            } catch (IOException several) {
                // a list of jars, which is for the class loader
            }
        }
        return null;
    }
}
