package dev.slipway.plan;

/**
 * Where images are pushed to.
 *
 * @param host such as {@code ghcr.io}
 * @param username the secret that holds the user; empty if the job's own token is enough
 * @param password the secret that holds the user's token; empty likewise
 */
public record Registry(String host, String username, String password) {
    private static final String HUB = "docker.io";
    private static final String GHCR = "ghcr.io";

    /** The host in an image's name, such as {@code ghcr.io}. */
    static String host(String image) {
        String host = image.substring(0, Math.max(0, image.indexOf('/')));
        return host.contains(".") || host.contains(":") || host.equals("localhost") ? host : HUB;
    }

    /** A registry with its usual secrets. */
    static Registry of(String host) {
        return switch (host) {
            case GHCR -> new Registry(host, "", "");
            case HUB -> new Registry(host, "DOCKERHUB_USERNAME", "DOCKERHUB_TOKEN");
            default -> new Registry(host, "REGISTRY_USERNAME", "REGISTRY_TOKEN");
        };
    }

    /** Whether the token of every job can log in to it. */
    public boolean byToken() {
        return username.isEmpty();
    }
}
