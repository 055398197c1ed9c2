package dev.slipway.detect.cargo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a package links OpenSSL: for certain from {@code Cargo.lock}, else from what its manifest asks for.
 *
 * @param manifest of the package that is released
 * @param members the manifests of the workspace by the names of their packages
 * @param features those of the package that the build names
 * @param defaultFeatures whether the default features of the package stay on
 */
record OpenSslSearch(
        CargoManifest manifest,
        Map<String, CargoManifest> members,
        Optional<CargoLock> lock,
        Set<String> features,
        boolean defaultFeatures) {
    private static final Set<String> ALWAYS =
            Set.of("openssl", "openssl-sys", "native-tls", "hyper-tls", "tokio-native-tls", "async-native-tls");
    private static final Set<String> FEATURES = Set.of(
            "native-tls",
            "native-tls-vendored",
            "native-tls-alpn",
            "default-tls",
            "openssl",
            "openssl-tls",
            "tls-native-tls");

    /** Crates that leave it to their features which TLS they use. */
    private static final Set<String> CHOOSING =
            Set.of("reqwest", "ureq", "attohttpc", "isahc", "tungstenite", "tokio-tungstenite");

    Optional<OpenSsl> find() {
        return lock.isPresent() ? locked(lock.get()) : declared();
    }

    private Optional<OpenSsl> locked(CargoLock known) {
        return known.chain(packageName(), "openssl-sys", this::links)
                .map(chain -> new OpenSsl(chain, known.has("openssl-src"), cure(chain), "Cargo.lock"));
    }

    /**
     * Whether a crate that is built for Linux links another. A lock file does not tell tests, build scripts, other systems
     * and optional features from the rest; the manifests of the workspace do.
     */
    private boolean links(String crate, String need) {
        CargoManifest own = members.get(crate);
        if (own == null) {
            return !(ALWAYS.contains(need) && isWithout(crate));
        }
        return own.dependencies().stream()
                .filter(dependency -> dependency.crate().equals(need) && !dependency.forBuild())
                .anyMatch(dependency -> switchedOn(own, dependency));
    }

    /** Whether the package itself has such a crate without OpenSSL: others that have it, too, leave the choice to the package. */
    private boolean isWithout(String crate) {
        List<Dependency> own = manifest.dependencies().stream()
                .filter(dependency -> dependency.crate().equals(crate) && !dependency.forBuild())
                .filter(dependency -> isThere(Features.on(manifest, features, defaultFeatures), dependency))
                .toList();
        return CHOOSING.contains(crate)
                && !own.isEmpty()
                && own.stream().noneMatch(dependency -> switchedOn(manifest, dependency));
    }

    private static boolean isThere(Set<String> on, Dependency dependency) {
        String crate = dependency.crate();
        return !dependency.optional()
                || on.contains(crate)
                || on.contains("dep:" + crate)
                || on.stream().anyMatch(one -> one.startsWith(crate + "/"));
    }

    private boolean switchedOn(CargoManifest own, Dependency dependency) {
        Set<String> on = own.equals(manifest) ? Features.on(own, features, defaultFeatures) : Features.byDefault(own);
        String crate = dependency.crate();
        return isThere(on, dependency)
                && (!CHOOSING.contains(crate) || asksForOpenSsl(dependency) || chooses(on, crate));
    }

    private boolean choosesOpenSsl(Dependency dependency) {
        return CHOOSING.contains(dependency.crate())
                && chooses(Features.on(manifest, features, defaultFeatures), dependency.crate());
    }

    private static boolean chooses(Set<String> on, String crate) {
        return FEATURES.stream()
                .anyMatch(feature -> on.contains(crate + "/" + feature) || on.contains(crate + "?/" + feature));
    }

    private String cure(List<String> chain) {
        String culprit = chain.get(Math.min(1, chain.size() - 1));
        return manifest.dependencies().stream()
                .filter(dependency -> dependency.crate().equals(culprit))
                .findFirst()
                .map(OpenSslSearch::cure)
                .orElse("switch '" + culprit + "' to rustls");
    }

    private Optional<OpenSsl> declared() {
        return manifest.dependencies().stream()
                .filter(dependency -> !dependency.forBuild())
                .filter(dependency -> !dependency.optional() || switchedOn(manifest, dependency))
                .filter(dependency -> asksForOpenSsl(dependency) || choosesOpenSsl(dependency))
                .map(dependency -> new OpenSsl(
                        chain(dependency.crate()), vendored(dependency), cure(dependency), dependency.from()))
                .findFirst();
    }

    private List<String> chain(String crate) {
        List<String> chain = new ArrayList<>(List.of(packageName(), crate));
        if (!crate.startsWith("openssl")) {
            chain.addAll(
                    crate.equals("native-tls") || crate.equals("git2")
                            ? List.of("openssl-sys")
                            : List.of("native-tls", "openssl-sys"));
        }
        return chain;
    }

    private static boolean asksForOpenSsl(Dependency dependency) {
        return ALWAYS.contains(dependency.crate())
                || dependency.features().stream().anyMatch(FEATURES::contains)
                || (dependency.defaultFeatures() && byDefault(dependency));
    }

    /** reqwest moved its default from the system's TLS to rustls in 0.13. */
    private static boolean byDefault(Dependency dependency) {
        return (dependency.crate().equals("reqwest") && beforeRustls(dependency))
                || dependency.crate().equals("git2");
    }

    private static boolean beforeRustls(Dependency dependency) {
        return dependency.version().matches("[\\^~=v ]*0\\.(\\d|1[012])(\\D.*)?");
    }

    private static boolean vendored(Dependency dependency) {
        return dependency.features().stream().anyMatch(feature -> feature.contains("vendored"));
    }

    private static String cure(Dependency dependency) {
        String crate = dependency.crate();
        if (crate.equals("reqwest")) {
            return beforeRustls(dependency)
                    ? "write 'default-features = false, features = [\"rustls-tls\"]' for 'reqwest'"
                    : "remove the native-tls features of 'reqwest'; its default is rustls";
        }
        if (crate.startsWith("openssl") || crate.equals("git2")) {
            return "replace '" + crate + "', or add its feature '"
                    + (crate.equals("git2") ? "vendored-openssl" : "vendored") + "'";
        }
        return crate.contains("tls")
                ? "replace '" + crate + "' with rustls"
                : "switch '" + crate + "' to rustls, if it has a feature for that";
    }

    private String packageName() {
        return manifest.top().text("package", "name").orElse("");
    }
}
