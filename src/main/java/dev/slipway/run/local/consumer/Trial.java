package dev.slipway.run.local.consumer;

import dev.slipway.run.Observation.Tried;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way to use one kind of file. */
interface Trial {
    /** Whether a file of this name is of the kind. */
    boolean takes(String name);

    /**
     * Uses a file as those would who download it.
     *
     * @throws IOException if the file cannot be read; the message says why
     */
    List<Tried> attempt(Path file) throws IOException;
}
