package dev.slipway.blueprint;

import dev.slipway.plan.Registry;
import dev.slipway.plan.ReleasePlan;
import java.util.List;

/**
 * Where somebody makes a package on GitHub public: new packages are private, and no workflow can change that.
 *
 * @param name the name of the image
 * @param organization the address of its settings where an organization owns it
 * @param user the address where a user owns it
 */
public record PackageAccess(String name, String organization, String user) {
    static List<PackageAccess> of(ReleasePlan plan) {
        return plan.image().stream()
                .flatMap(image -> image.registries().stream()
                        .filter(Registry::byToken)
                        .flatMap(registry ->
                                image.names().stream().filter(name -> name.startsWith(registry.host() + "/"))))
                .distinct()
                .map(PackageAccess::of)
                .toList();
    }

    private static PackageAccess of(String name) {
        String path = name.substring(name.indexOf('/') + 1);
        String owner = path.replaceFirst("/.*", "");
        String rest = owner + "/packages/container/"
                + path.substring(owner.length() + 1).replace("/", "%2F") + "/settings";
        return new PackageAccess(name, "https://github.com/orgs/" + rest, "https://github.com/users/" + rest);
    }
}
