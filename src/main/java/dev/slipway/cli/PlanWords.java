package dev.slipway.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What follows {@code plan}: a tag, directories, or a tag and directories.
 *
 * @param tag the tag to be pushed
 */
record PlanWords(Optional<String> tag, List<String> directories) {
    /**
     * A single word is a tag, unless Git does not allow it, or it is a repository and the directory is none. Before other
     * words, it is a tag if no directory has this name.
     */
    static PlanWords of(List<String> words, Repositories repositories) throws IOException {
        if (words.isEmpty()) {
            return new PlanWords(Optional.empty(), words);
        }
        String first = words.get(0);
        boolean several = words.size() > 1 || repositories.recursive();
        boolean directory = first.matches("[./].*|.*/|[A-Za-z]:.*|.*\\\\.*")
                || several && repositories.isDirectory(first)
                || repositories.isProject(first) && !repositories.isProject(".");
        if (directory) {
            return new PlanWords(Optional.empty(), words);
        }
        List<String> rest = words.subList(1, words.size());
        for (String word : rest) {
            if (!repositories.isDirectory(word)) {
                throw new IOException(
                        "no such directory: '" + word + "'\n  'plan' takes one tag, then directories of repositories");
            }
        }
        return new PlanWords(Optional.of(first), rest);
    }
}
