package dev.slipway.report;

import java.util.List;

/**
 * What pushing some tag would do: what a page says about a tag that somebody types.
 *
 * @param accepted for each pattern of the trigger whether it matches; none if no pattern is asked
 * @param version what the tag says behind its prefix; empty if that is not a version
 * @param refused why it releases nothing; empty if it makes a release
 * @param outcome what happens, in a sentence
 * @param help what happens to the jobs of a tag that is refused, and what to push instead
 * @param visibility how people get to see the release
 * @param files the names of the files of the release
 * @param images what becomes of the tags of each variant of the image
 * @param jobs what becomes of each job
 */
public record TagAnswer(
        String tag,
        List<Boolean> accepted,
        String version,
        boolean prerelease,
        String refused,
        String outcome,
        List<String> help,
        String visibility,
        List<String> files,
        List<ImageAnswer> images,
        List<JobAnswer> jobs) {
    public TagAnswer {
        accepted = List.copyOf(accepted);
        help = List.copyOf(help);
        files = List.copyOf(files);
        images = List.copyOf(images);
        jobs = List.copyOf(jobs);
    }

    /**
     * A variant of the image.
     *
     * @param tags that it gets
     * @param staying the tags that stay at another release
     * @param why they stay; empty if none does
     */
    public record ImageAnswer(List<ImageTagAnswer> tags, List<String> staying, String why) {
        public ImageAnswer {
            tags = List.copyOf(tags);
            staying = List.copyOf(staying);
        }
    }

    /** A tag of the image, and what is said of it: {@code moves here}; empty for one that is new. */
    public record ImageTagAnswer(String name, String note) {}

    /**
     * A job.
     *
     * @param runs {@code yes}, {@code no}, {@code maybe}, or {@code fails} if it stops because the tag is refused
     * @param note what is to say of it for this tag; may be empty
     */
    public record JobAnswer(String id, String runs, String note) {}
}
