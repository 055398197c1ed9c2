package dev.slipway.run;

import dev.slipway.source.English;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What a job asked of the outside, or changed there. In a rehearsal, a stand-in answers and nothing is sent. Code that compares
 * effects uses their values; only reports use {@link #text}.
 */
public sealed interface Effect {
    /** A sentence for reports, such as {@code uploaded 2 files to release v1.2.3}. */
    String text();

    /** A change of a tag of the repository itself, or of the release of a tag. */
    sealed interface OfTag extends Effect {
        String tag();
    }

    /** What became of a release. */
    enum Change {
        CREATED,
        PUBLISHED,
        EDITED,
        DELETED
    }

    /**
     * A release was changed as a whole.
     *
     * @param kind {@code draft}, {@code prerelease} or {@code release}, as it is afterward
     * @param files how many it has; empty if that is not its news
     * @param latest whether it is the latest release now
     */
    record ReleaseChanged(Change change, String kind, String tag, OptionalInt files, boolean latest) implements OfTag {
        /** A change that is not about its files. */
        public ReleaseChanged(Change change, String kind, String tag) {
            this(change, kind, tag, OptionalInt.empty(), false);
        }

        @Override
        public String text() {
            return change.name().toLowerCase(Locale.ROOT) + " " + kind + " " + tag
                    + (files.isPresent() ? " with " + English.count(files.getAsInt(), "file") : "")
                    + (latest ? ", now the latest" : "");
        }
    }

    /** A draft was created, but not all of its files were uploaded. */
    record DraftLeft(String tag) implements OfTag {
        @Override
        public String text() {
            return "created draft " + tag + ", and failed to upload all of its files";
        }
    }

    /**
     * Files were uploaded to a release.
     *
     * @param replaced how many of them it had before
     */
    record FilesUploaded(int files, int replaced, String kind, String tag) implements OfTag {
        @Override
        public String text() {
            return "uploaded " + English.count(files, "file") + " to " + kind + " " + tag
                    + (replaced == 0 ? "" : ", replacing " + English.count(replaced, "file"));
        }
    }

    /** A file of a release was deleted. */
    record FileDeleted(String file, String kind, String tag) implements OfTag {
        @Override
        public String text() {
            return "deleted " + file + " of " + kind + " " + tag;
        }
    }

    /** A tag was created. */
    record TagCreated(String tag, String commit) implements OfTag {
        @Override
        public String text() {
            return "created tag " + tag + " at " + commit;
        }
    }

    /** A tag was deleted. */
    record TagDeleted(String tag) implements OfTag {
        @Override
        public String text() {
            return "deleted tag " + tag;
        }
    }

    /**
     * An image was signed.
     *
     * @param image as the step names it: with its digest, or with a tag
     */
    record ImageSigned(String image) implements Effect {
        @Override
        public String text() {
            return "signed " + image;
        }
    }

    /** A package was published to a registry of Rust. */
    record CratePublished(String name, String version) implements Effect {
        @Override
        public String text() {
            return "would publish " + name + " " + version + " to a registry of Rust";
        }
    }

    /** All packages of a workspace were published to a registry of Rust; only its tool knows which these are. */
    record WorkspacePublished() implements Effect {
        @Override
        public String text() {
            return "would publish the packages of the workspace to a registry of Rust";
        }
    }

    /**
     * A file was pushed to another repository.
     *
     * @param branch empty if it is the default
     * @param kept where the file is among the results of the rehearsal
     */
    record FilePushed(String path, String repository, String branch, String kept) implements Effect {
        @Override
        public String text() {
            return "pushed " + path + " to " + repository + (branch.isEmpty() ? "" : ", branch " + branch)
                    + " (kept at " + kept + ")";
        }
    }

    /** A pull request was opened at another repository. */
    record PullRequestOpened(String repository, String head, String base, String title) implements Effect {
        @Override
        public String text() {
            return "opened a pull request at " + repository + ", from " + head + " to " + base + ": " + title;
        }
    }

    /** Anything else, which only people read. */
    record Other(String text) implements Effect {}
}
