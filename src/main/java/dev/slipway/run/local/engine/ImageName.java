package dev.slipway.run.local.engine;

/** The names of images as Docker completes them, since other engines ask which registry was meant. */
final class ImageName {
    private ImageName() {}

    /**
     * {@code debian:bookworm} is {@code docker.io/library/debian:bookworm}. What stands before the first slash is a
     * registry only if it has a dot or a colon, or is {@code localhost}.
     */
    static String full(String name) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
        if (registry || name.contains("$") || name.equals("scratch")) {
            return name;
        }
        return "docker.io/" + (slash < 0 ? "library/" : "") + name;
    }
}
