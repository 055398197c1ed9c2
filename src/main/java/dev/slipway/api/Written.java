package dev.slipway.api;

import java.util.List;

/**
 * What was done to a repository.
 *
 * @param written the files that were made or replaced, relative to the root; those that were current are not among them
 * @param deleted the files of an earlier call that no workflow asks for any more
 * @param leftAlone such files that stay because somebody has edited them
 * @param warnings what was found in the workflows and keeps nobody from writing them, for people to read; may be empty
 */
public record Written(List<String> written, List<String> deleted, List<String> leftAlone, String warnings) {
    public Written {
        written = List.copyOf(written);
        deleted = List.copyOf(deleted);
        leftAlone = List.copyOf(leftAlone);
    }
}
