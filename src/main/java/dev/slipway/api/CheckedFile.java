package dev.slipway.api;

/**
 * A file of a repository, compared with what the Java code says.
 *
 * @param path relative to the root
 * @param why the reason for the verdict; may be empty
 * @param diff what writing would change, as a unified diff; empty where nothing
 */
public record CheckedFile(String path, Verdict verdict, String why, String diff) {
    /** Everything in a few lines: {@code .github/workflows/test.yml is stale: …}, what would change, what to do. */
    public String text() {
        String reason = why.isEmpty() ? "" : ": " + why;
        String advice = verdict.advice().isEmpty() ? "" : "  " + verdict.advice() + "\n";
        return path + " is " + verdict.words() + reason + "\n" + diff + advice;
    }
}
