package dev.slipway.api;

import java.util.List;

/**
 * The result of {@link Slipway#check}: how the files of a repository differ from what the Java code would write.
 *
 * @param files every file that the code writes, and the files of earlier calls that it no longer writes, sorted by path
 * @param valid whether GitHub would accept the workflows: whether no finding is an error
 * @param findings the errors and warnings in the workflows, as text for people; may be empty
 */
public record Checked(List<CheckedFile> files, boolean valid, String findings) {
    public Checked {
        files = List.copyOf(files);
    }

    /** Whether every file is current and every workflow valid. If not, {@link #text} gives the reasons. */
    public boolean clean() {
        return valid && files.stream().allMatch(file -> file.verdict() == Verdict.CURRENT);
    }

    /** The whole result as text for people: the findings, then the verdict of each file, what would change, and what to do. */
    public String text() {
        StringBuilder text = new StringBuilder(findings);
        for (CheckedFile file : files) {
            text.append(file.text());
        }
        return text.toString();
    }
}
