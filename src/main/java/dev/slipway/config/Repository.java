package dev.slipway.config;

/** A repository on GitHub, such as {@code otto-rs/otto}. */
public record Repository(String owner, String name) {
    /** Stands for a repository that could not be read; such a reading has problems. */
    static final Repository UNREADABLE = new Repository("owner", "name");

    static Repository of(String text) {
        int slash = text.indexOf('/');
        return new Repository(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
