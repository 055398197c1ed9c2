package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.PackageMetadata;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.publish.CratePublishing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a release is packaged as, in addition to its archives. */
final class AboutPackages {
    private static final String TOKEN = "CARGO_REGISTRY_TOKEN";

    private static final String CARGO_DEB = "{package}_{version}-1_{arch}.deb";

    /** What the build of the programs decides, and no package. */
    private static final Set<String> FEATURES = Set.of("features", "default-features");

    private AboutPackages() {}

    /**
     * Takes over what manifests say.
     *
     * @param project what packages are called if they say nothing
     */
    static void add(List<CargoPackage> shipped, String project, Repository repository, Draft draft) {
        Setting.Group packages = new Setting.Group();
        shipped.stream()
                .flatMap(one -> one.packaged().stream())
                .forEach(fact -> packages.put(fact.value().kind(), keys(fact, project, repository, draft)));
        repository
                .release()
                .crates()
                .ifPresent(found -> crates(found, shipped, repository, draft)
                        .ifPresent(setting -> packages.put("crates", setting)));
        draft.put("packages", packages.keys());
    }

    /** What is published stays so; what no manifest lets is listed as any other step. */
    private static Optional<Setting> crates(
            Fact<CratePublishing> found, List<CargoPackage> shipped, Repository repository, Draft draft) {
        CratePublishing today = found.value();
        List<String> own = shipped.stream().map(one -> one.name().value()).toList();
        List<String> all = today.packages().stream().distinct().toList();
        List<String> named = all.equals(own) ? List.of() : all;
        boolean may = named.isEmpty()
                ? shipped.stream().allMatch(CargoPackage::publishable)
                : named.stream()
                        .allMatch(name -> repository
                                .rust()
                                .flatMap(rust -> rust.named(name))
                                .filter(CargoPackage::publishable)
                                .isPresent());
        if (!may) {
            return Optional.empty();
        }
        String login = today.trusted() ? "trusted" : "token";
        draft.taken(
                "packages.crates",
                named.isEmpty() ? login : login + ", " + String.join(", ", named),
                "from " + found.from());
        today.condition()
                .ifPresent(condition -> draft.open(
                        "packages.crates",
                        "today, " + condition + " decides what is published; the config publishes every release, "
                                + "prereleases too; from " + found.from()));
        if (today.trusted()) {
            draft.open(
                    "packages.crates",
                    "crates.io trusts today's workflow: add 'release-and-publish.yml' to the package settings on crates.io");
        } else {
            today.secret()
                    .filter(name -> !name.equals(TOKEN))
                    .ifPresent(name -> draft.open(
                            "packages.crates",
                            "the token is in the secret '" + name + "' today: add it as '" + TOKEN + "'"));
        }
        return Optional.of(
                named.isEmpty()
                        ? new Setting.Word(login)
                        : new Setting.Group()
                                .word("login", login)
                                .words("packages", named)
                                .keys());
    }

    /** How cargo-deb names its files, if no file of a release shows it. */
    private static Optional<String> file(Fact<PackageMetadata> fact, Repository repository, Draft draft) {
        PackageMetadata metadata = fact.value();
        boolean named = repository.release().released().stream()
                .anyMatch(file -> file.value().known() && file.value().name().endsWith(".deb"));
        if (!metadata.kind().equals("deb") || named || metadata.rest().contains("revision")) {
            return Optional.empty();
        }
        draft.guess(
                "packages.deb.file",
                CARGO_DEB,
                "this is how 'cargo deb' names packages by default; from " + fact.from(),
                AboutTargets.LAST_RELEASE);
        return Optional.of(CARGO_DEB);
    }

    private static void rest(String key, List<String> some, String why, Fact<PackageMetadata> fact, Draft draft) {
        if (!some.isEmpty()) {
            draft.left(key, String.join(", ", some), why + "; from " + fact.from());
        }
    }

    private static Setting keys(Fact<PackageMetadata> fact, String project, Repository repository, Draft draft) {
        PackageMetadata metadata = fact.value();
        String key = "packages." + metadata.kind();
        Setting.Group keys = new Setting.Group();
        metadata.name().filter(name -> !name.equals(project)).ifPresent(name -> keys.word("package", name));
        file(fact, repository, draft).ifPresent(name -> keys.word("file", name));
        metadata.maintainer().filter(name -> name.contains("<")).ifPresent(name -> keys.word("maintainer", name));
        metadata.section().filter(name -> !name.equals("utils")).ifPresent(name -> keys.word("section", name));
        if (!metadata.depends().isEmpty()) {
            keys.words("depends", metadata.depends());
        }
        draft.taken(key, "true", "from " + fact.from());
        if (!metadata.assets().isEmpty()) {
            draft.left(
                    key,
                    String.join(", ", metadata.assets()),
                    "packages contain programs, license, and the manuals and completions in the archive; from "
                            + fact.from());
        }
        Map<Boolean, List<String>> rest = metadata.rest().stream().collect(Collectors.groupingBy(FEATURES::contains));
        rest(
                key,
                rest.getOrDefault(true, List.of()),
                "packages contain the programs of the archives, with their features",
                fact,
                draft);
        rest(key, rest.getOrDefault(false, List.of()), "no config key for this", fact, draft);
        Setting.Keys all = keys.keys();
        return all.entries().isEmpty() ? new Setting.Flag(true) : all;
    }
}
