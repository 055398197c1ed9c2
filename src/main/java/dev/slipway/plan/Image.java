package dev.slipway.plan;

import java.util.List;

/**
 * The container image of a release.
 *
 * @param name registry and repository, such as {@code ghcr.io/otto-rs/otto}
 * @param user who the program runs as
 * @param builds the builds whose programs the image takes, one a platform
 */
public record Image(String name, Base base, String user, List<Build> builds) {
    public Image {
        builds = List.copyOf(builds);
    }

    /** The host that the image is pushed to, such as {@code ghcr.io}. */
    public String registry() {
        String host = name.substring(0, Math.max(0, name.indexOf('/')));
        return host.contains(".") || host.contains(":") || host.equals("localhost") ? host : "docker.io";
    }

    /** What Docker calls the platforms, such as {@code linux/amd64}. */
    public List<String> platforms() {
        return builds.stream().map(build -> build.target().platform()).toList();
    }
}
