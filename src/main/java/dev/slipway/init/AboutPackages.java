package dev.slipway.init;

import dev.slipway.detect.CargoPackage;
import dev.slipway.detect.Fact;
import dev.slipway.detect.PackageMetadata;
import java.util.List;

/** What a release is packaged as, beside its archives. */
final class AboutPackages {
    private AboutPackages() {}

    /**
     * Takes over what manifests say.
     *
     * @param project what packages are called where they say nothing
     */
    static void add(List<CargoPackage> shipped, String project, Draft draft) {
        Setting.Group packages = new Setting.Group();
        shipped.stream()
                .flatMap(one -> one.packaged().stream())
                .forEach(fact -> packages.put(fact.value().kind(), keys(fact, project, draft)));
        draft.put("packages", packages.keys());
    }

    private static Setting keys(Fact<PackageMetadata> fact, String project, Draft draft) {
        PackageMetadata metadata = fact.value();
        String key = "packages." + metadata.kind();
        Setting.Group keys = new Setting.Group();
        metadata.name().filter(name -> !name.equals(project)).ifPresent(name -> keys.word("package", name));
        metadata.maintainer().filter(name -> name.contains("<")).ifPresent(name -> keys.word("maintainer", name));
        metadata.section().filter(name -> !name.equals("utils")).ifPresent(name -> keys.word("section", name));
        if (!metadata.depends().isEmpty()) {
            keys.words("depends", metadata.depends());
        }
        draft.taken(key, "true", "from " + fact.from());
        if (!metadata.rest().isEmpty()) {
            draft.left(key, String.join(", ", metadata.rest()), "there are no such keys; from " + fact.from());
        }
        Setting.Keys all = keys.keys();
        return all.entries().isEmpty() ? new Setting.Flag(true) : all;
    }
}
