package dev.slipway.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run did, as far as others would see it.
 *
 * @param jobs in the order in which they ran
 * @param release what is on GitHub then, if it made a release or added to one
 * @param images what is in registries then
 * @param tried how its files did when they were used as those would who download them
 * @param attested the files and images that were attested
 * @param recorded what would have left the machine
 * @param standIns what stood in for something else, in plain words
 * @param faults what nobody would want, whatever was planned, in plain words
 * @param warnings of steps
 */
public record Observation(
        List<JobRun> jobs,
        Optional<Release> release,
        List<Image> images,
        List<Tried> tried,
        List<Attestation> attested,
        List<Recorded> recorded,
        List<String> standIns,
        List<String> faults,
        List<String> warnings) {
    public Observation {
        jobs = List.copyOf(jobs);
        images = List.copyOf(images);
        tried = List.copyOf(tried);
        attested = List.copyOf(attested);
        recorded = List.copyOf(recorded);
        standIns = List.copyOf(standIns);
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /** Whether no job failed, and no file that was tried. */
    public boolean succeeded() {
        return jobs.stream().noneMatch(job -> job.result() == Result.FAILURE)
                && tried.stream().noneMatch(one -> one.result() == Result.FAILURE);
    }

    /** Whether nothing was left out that GitHub would run. */
    public boolean complete() {
        return jobs.stream().allMatch(JobRun::complete);
    }

    /** The effects of a kind, in their order. */
    public <T extends Effect> Stream<T> effects(Class<T> kind) {
        return recorded.stream().map(Recorded::effect).filter(kind::isInstance).map(kind::cast);
    }

    /**
     * A release.
     *
     * @param notes its text, in Markdown
     * @param latest whether GitHub calls it the latest
     */
    public record Release(
            String tag,
            String title,
            String notes,
            boolean draft,
            boolean prerelease,
            boolean latest,
            List<File> files) {
        public Release {
            files = List.copyOf(files);
        }
    }

    /**
     * A file of a release.
     *
     * @param size in bytes
     * @param sha256 in hexadecimal
     * @param entries its contents if it is an archive, without folders
     * @param sums the files that it has checksums of
     */
    public record File(String name, long size, String sha256, List<Entry> entries, List<String> sums) {
        public File {
            entries = List.copyOf(entries);
            sums = List.copyOf(sums);
        }
    }

    /** A file in an archive. */
    public record Entry(String path, boolean executable) {}

    /**
     * A container image.
     *
     * @param name without a tag, such as {@code ghcr.io/otto-rs/otto}
     * @param tags those that point at it, without the name, in order
     * @param platforms such as {@code linux/amd64}, in order
     * @param labels that it was built with
     * @param recipe what its Dockerfile says
     */
    public record Image(
            String name,
            String digest,
            List<String> tags,
            List<String> platforms,
            Map<String, String> labels,
            Recipe recipe) {
        public Image {
            labels = Map.copyOf(labels);
            tags = List.copyOf(tags);
            platforms = List.copyOf(platforms);
        }
    }

    /**
     * A file that was used as those would who download it, or that could not be.
     *
     * @param file its name
     * @param result {@link Result#SKIPPED} if this machine cannot try it
     * @param what what was done with it, such as {@code otto --version}
     * @param detail what came of it, or why nothing could
     * @param program the one that was to be started; empty if the file was used in another way
     */
    public record Tried(String file, Result result, String what, String detail, Optional<Program> program) {
        public static Tried passed(String file, String what, String detail) {
            return new Tried(file, Result.SUCCESS, what, detail, Optional.empty());
        }

        public static Tried failed(String file, String what, String detail) {
            return new Tried(file, Result.FAILURE, what, detail, Optional.empty());
        }

        public static Tried skipped(String file, String what, String detail) {
            return new Tried(file, Result.SKIPPED, what, detail, Optional.empty());
        }

        /** The same of a program that printed no version. */
        public Tried of(String name) {
            return of(new Program(name, Optional.empty()));
        }

        public Tried of(Program one) {
            return new Tried(file, result, what, detail, Optional.of(one));
        }
    }

    /**
     * A program of a release.
     *
     * @param version what it printed when it was asked for its version
     */
    public record Program(String name, Optional<String> version) {}

    /**
     * What a Dockerfile says about how its image starts; empty if it leaves that to the base.
     *
     * @param base the image that it is built on
     */
    public record Recipe(String base, String user, List<String> entrypoint) {
        public Recipe {
            entrypoint = List.copyOf(entrypoint);
        }
    }
}
