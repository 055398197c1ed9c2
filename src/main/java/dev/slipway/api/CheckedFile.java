package dev.slipway.api;

/**
 * A file of a repository, compared with what the Java code would write.
 *
 * @param path relative to the root of the repository, with {@code /}
 * @param why the reason for the verdict; may be empty
 * @param diff what {@link Slipway#write} would change, as a unified diff; empty for a file that would be created, deleted or refused as a whole
 */
public record CheckedFile(String path, Verdict verdict, String why, String diff) {
    /** The result in a few lines: {@code .github/workflows/test.yml is stale: …}, the diff, and what to do. */
    public String text() {
        String reason = why.isEmpty() ? "" : ": " + why;
        String advice = verdict.advice().isEmpty() ? "" : "  " + verdict.advice() + "\n";
        return path + " is " + verdict.words() + reason + "\n" + diff + advice;
    }
}
