package dev.slipway.blueprint;

import dev.slipway.plan.ReleasePlan;
import java.util.List;

/**
 * Where a maintainer makes a package of GitHub public: no workflow can change its visibility.
 *
 * @param name the name of the image
 * @param organization the address of its settings if an organization owns it
 * @param user the address if a user owns it
 */
public record PackageAccess(String name, String organization, String user) {
    private static final String HOST = "ghcr.io/";

    static List<PackageAccess> of(ReleasePlan plan) {
        return plan.image().stream()
                .flatMap(image -> image.names().stream())
                .filter(name -> name.startsWith(HOST))
                .map(PackageAccess::of)
                .toList();
    }

    private static PackageAccess of(String name) {
        String path = name.substring(HOST.length());
        String owner = path.replaceFirst("/.*", "");
        String rest = owner + "/packages/container/"
                + path.substring(owner.length() + 1).replace("/", "%2F") + "/settings";
        return new PackageAccess(name, "https://github.com/orgs/" + rest, "https://github.com/users/" + rest);
    }
}
