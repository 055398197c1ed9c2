package dev.slipway.api;

import java.util.List;

/**
 * How far a repository is from what the Java code says.
 *
 * @param files every file that is wanted, and those of earlier calls that are not wanted any more
 * @param valid whether GitHub would take the workflows
 * @param findings what was found in the workflows, for people to read; may be empty
 */
public record Checked(List<CheckedFile> files, boolean valid, String findings) {
    public Checked {
        files = List.copyOf(files);
    }

    /** Whether every file is current and every workflow valid; where not, {@link #text} says why. */
    public boolean clean() {
        return valid && files.stream().allMatch(file -> file.verdict() == Verdict.CURRENT);
    }

    /** Everything for people to read: what was found, what each file is, what would change and what to do about it. */
    public String text() {
        StringBuilder text = new StringBuilder(findings);
        for (CheckedFile file : files) {
            text.append(file.text());
        }
        return text.toString();
    }
}
