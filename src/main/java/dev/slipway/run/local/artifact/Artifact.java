package dev.slipway.run.local.artifact;

import java.util.List;
import java.util.Locale;

/**
 * What a job of this run uploaded under a name.
 *
 * @param id counts from 1 in the order in which uploads began
 * @param name unique in a run
 * @param jobId the job that uploaded it
 * @param archived whether it is kept as a zip; false for a file that is kept as it is
 * @param files what is in it, with slashes, in the order in which it was found
 * @param size bytes of what is kept
 * @param digest SHA-256 of what is kept, in hexadecimal
 */
public record Artifact(
        long id, String name, String jobId, boolean archived, List<String> files, long size, String digest) {
    public Artifact {
        files = List.copyOf(files);
    }

    /** Its name if it is not unpacked. */
    public String fileName() {
        return archived ? name + ".zip" : name;
    }

    /** Whether a download unpacks it: GitHub unpacks a zip that was uploaded as it is as well. */
    public boolean unpacks() {
        return fileName().toLowerCase(Locale.ROOT).endsWith(".zip");
    }
}
