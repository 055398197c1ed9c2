package dev.slipway.report;

import java.util.Locale;

/**
 * Something that is otherwise for those who download a release.
 *
 * @param before as it was; empty if it is new
 * @param after as it will be; empty if it is gone
 */
record DownloadChange(Part part, String before, String after) {
    /** What can change. */
    enum Part {
        REPOSITORY("the repository", "repositories"),
        TAG("the tag", "tags"),
        VISIBILITY("when the release is visible", "states of the release"),
        PLATFORM("", "platforms"),
        FILE("the file", "files"),
        CONTENT("in each archive", "entries of archives"),
        LAYOUT("how archives are laid out", "layouts"),
        NEEDS("what programs need", "needs of programs"),
        IMAGE("the image", "images"),
        IMAGE_PLATFORM("the image platform", "image platforms"),
        IMAGE_TAG("the image tag", "image tags"),
        IMAGE_BASE("the base of the image", "bases of images"),
        IMAGE_USER("the user of the image", "users of images"),
        PACKAGE("", "packages"),
        PROOF("", "proofs");

        final String one;
        final String many;

        Part(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /** The word for programs: {@code image-tag}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether both values of it are shown in a sentence, since neither is the name of a thing. */
        boolean isState() {
            return switch (this) {
                case REPOSITORY, TAG, VISIBILITY, LAYOUT, NEEDS, IMAGE_BASE, IMAGE_USER -> true;
                default -> false;
            };
        }
    }

    /** How it changes. */
    enum Kind {
        ADDED("adds"),
        RENAMED("renames"),
        REMOVED("removes"),
        CHANGED("changes");

        final String verb;

        Kind(String verb) {
            this.verb = verb;
        }
    }

    Kind kind() {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        if (after.isEmpty()) {
            return Kind.REMOVED;
        }
        return part == Part.FILE || part == Part.PLATFORM ? Kind.RENAMED : Kind.CHANGED;
    }
}
