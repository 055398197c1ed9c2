package dev.slipway.plan;

/** A repository on GitHub. */
public record Repository(String owner, String name) {
    /** Reads {@code owner/name}. */
    public static Repository of(String slug) {
        int slash = slug.indexOf('/');
        return new Repository(slug.substring(0, slash), slug.substring(slash + 1));
    }

    /** {@code owner/name}. */
    public String slug() {
        return owner + "/" + name;
    }

    public String url() {
        return "https://github.com/" + slug();
    }
}
