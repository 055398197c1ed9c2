package dev.slipway.cli;

/** The number of findings and files of a command, for its row in the table of several repositories. */
final class Tally {
    private int findings;
    private int files;

    void add(int moreFindings, int moreFiles) {
        findings += moreFindings;
        files += moreFiles;
    }

    int findings() {
        return findings;
    }

    int files() {
        return files;
    }
}
