package dev.slipway.cli;

/** How much a command found and in how many files, for its row where it works on several repositories. */
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
