package dev.slipway.detect.upload;

/**
 * Files that a step may leave and whose names are not known.
 *
 * @param by what leaves them
 * @param place the file and the line of the step
 * @param certain whether there are such files, and not only perhaps
 */
record Unseen(Area area, String by, String place, boolean certain) {
    /** What may be in an area; a command that tells the kind of files and not their names leaves such files. */
    static Unseen in(Area area, String by, String place) {
        return new Unseen(area, by, place, area.start().isEmpty() && !area.end().isEmpty());
    }

    Unseen at(Area other) {
        return new Unseen(other, by, place, certain);
    }
}
