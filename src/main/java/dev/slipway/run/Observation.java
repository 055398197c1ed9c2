package dev.slipway.run;

import java.util.List;
import java.util.Optional;

/**
 * What a run did, as far as others would see it.
 *
 * @param jobs in the order in which they ran
 * @param release what is on GitHub then, if it made a release or added to one
 * @param images what is in registries then
 * @param attested names of files and images that were attested
 * @param recorded what would have left the machine
 * @param standIns what stood in for something else, in plain words
 * @param warnings of steps
 */
public record Observation(
        List<JobRun> jobs,
        Optional<Release> release,
        List<Image> images,
        List<String> attested,
        List<String> recorded,
        List<String> standIns,
        List<String> warnings) {
    public Observation {
        jobs = List.copyOf(jobs);
        images = List.copyOf(images);
        attested = List.copyOf(attested);
        recorded = List.copyOf(recorded);
        standIns = List.copyOf(standIns);
        warnings = List.copyOf(warnings);
    }

    /** Whether no job failed. */
    public boolean succeeded() {
        return jobs.stream().noneMatch(job -> job.result() == Result.FAILURE);
    }

    /**
     * A release.
     *
     * @param latest whether GitHub calls it the latest
     */
    public record Release(String tag, boolean draft, boolean prerelease, boolean latest, List<File> files) {
        public Release {
            files = List.copyOf(files);
        }
    }

    /**
     * A file of a release.
     *
     * @param size in bytes
     * @param sha256 in hexadecimal
     */
    public record File(String name, long size, String sha256) {}

    /**
     * A container image.
     *
     * @param name without a tag, such as {@code ghcr.io/otto-rs/otto}
     * @param tags those that point at it, without the name, in order
     * @param platforms such as {@code linux/amd64}, in order
     */
    public record Image(String name, String digest, List<String> tags, List<String> platforms) {
        public Image {
            tags = List.copyOf(tags);
            platforms = List.copyOf(platforms);
        }
    }
}
