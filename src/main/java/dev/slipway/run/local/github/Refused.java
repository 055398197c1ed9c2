package dev.slipway.run.local.github;

/** What GitHub answers if it does not do what it was asked for. */
final class Refused extends RuntimeException {
    private final int status;
    private final String detail;

    Refused(int status, String message) {
        this(status, message, "");
    }

    /**
     * @param status the HTTP status, such as 422
     * @param message what GitHub calls {@code message}
     * @param detail the first of its {@code errors}, or nothing
     */
    Refused(int status, String message, String detail) {
        super(message);
        this.status = status;
        this.detail = detail;
    }

    /** A value that GitHub does not take. */
    static Refused invalid(String detail) {
        return new Refused(422, "Validation Failed", detail);
    }

    static Refused notFound() {
        return new Refused(404, "Not Found");
    }

    static Refused notAllowed() {
        return new Refused(403, "Resource not accessible by integration");
    }

    int status() {
        return status;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    String detail() {
        return detail;
    }

    /** What the GitHub CLI prints about it. */
    String line(String address) {
        return "HTTP " + status + ": " + message() + " (" + address + ")\n" + (detail.isEmpty() ? "" : detail + "\n");
    }
}
