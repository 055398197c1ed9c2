package dev.slipway.detect.cargo;

import dev.slipway.detect.files.TomlFile.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A line of {@code [dependencies]} or {@code [build-dependencies]}.
 *
 * @param crate the name of the crate, also if the manifest renames it
 * @param version what the manifest asks for, such as {@code 0.12}; may be empty
 * @param from the table that contains it
 */
record Dependency(
        String crate,
        String version,
        boolean defaultFeatures,
        List<String> features,
        boolean optional,
        boolean forBuild,
        String from) {
    private static final List<String> NORMAL = List.of("dependencies");
    private static final List<String> BUILD = List.of("build-dependencies", "build_dependencies");

    static List<Dependency> all(CargoManifest manifest) {
        List<Dependency> all = new ArrayList<>(of(manifest, manifest.top(), ""));
        Optional<Table> targets = manifest.top().table("target");
        for (String condition : targets.map(Table::keys).orElse(List.of())) {
            if (concernsLinux(condition)) {
                targets.flatMap(table -> table.table(condition))
                        .ifPresent(table -> all.addAll(of(manifest, table, "target.'" + condition + "'.")));
            }
        }
        return all;
    }

    /** OpenSSL and its like are asked for on Linux only; elsewhere the same crates use the system. */
    private static boolean concernsLinux(String condition) {
        String lower = condition.toLowerCase(Locale.ROOT);
        boolean elsewhere = lower.contains("windows") || lower.contains("macos") || lower.contains("apple");
        return !elsewhere || lower.contains("not(") || lower.contains("any(") || lower.contains("linux");
    }

    private static List<Dependency> of(CargoManifest manifest, Table table, String prefix) {
        List<Dependency> found = new ArrayList<>();
        NORMAL.forEach(kind -> found.addAll(of(manifest, table, prefix, kind, false)));
        BUILD.forEach(kind -> found.addAll(of(manifest, table, prefix, kind, true)));
        return found;
    }

    private static List<Dependency> of(
            CargoManifest manifest, Table table, String prefix, String kind, boolean forBuild) {
        Table dependencies = table.table(kind).orElse(null);
        if (dependencies == null) {
            return List.of();
        }
        String from = "[" + prefix + kind + "]";
        return dependencies.keys().stream()
                .map(name -> read(
                        manifest,
                        dependencies,
                        name,
                        forBuild,
                        dependencies.place(manifest.file().name(), from, name)))
                .toList();
    }

    private static Dependency read(
            CargoManifest manifest, Table dependencies, String name, boolean forBuild, String from) {
        boolean inherited = dependencies.flag(name, "workspace").orElse(false);
        Optional<Table> shared =
                inherited ? manifest.workspace().flatMap(table -> table.table("dependencies")) : Optional.empty();
        Set<String> features = new LinkedHashSet<>(dependencies.texts(name, "features"));
        shared.ifPresent(table -> features.addAll(table.texts(name, "features")));
        Table definition = shared.orElse(dependencies);
        return new Dependency(
                definition.text(name, "package").orElse(name),
                definition.text(name).or(() -> definition.text(name, "version")).orElse(""),
                definition.flag(name, "default-features").orElse(true)
                        || (inherited
                                && dependencies.flag(name, "default-features").orElse(false)),
                List.copyOf(features),
                dependencies.flag(name, "optional").orElse(false),
                forBuild,
                from);
    }
}
