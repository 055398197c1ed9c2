package dev.slipway.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scripts that steps run: plain shell under {@code templates/scripts}, whose values arrive as environment. */
public final class Scripts {
    private Scripts() {}

    /** Whether there is such a script. */
    public static boolean exists(String name) {
        return Scripts.class.getResource("/dev/slipway/templates/scripts/" + name + ".sh") != null;
    }

    /** The text of a script, such as {@code package}, without a line end behind it. */
    public static String read(String name) {
        try (InputStream in = Scripts.class.getResourceAsStream("/dev/slipway/templates/scripts/" + name + ".sh")) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: scripts/" + name + ".sh");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
