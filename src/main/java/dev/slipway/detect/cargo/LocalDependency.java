package dev.slipway.detect.cargo;

import dev.slipway.detect.files.TomlFile.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dependency by path or from Git, which is published under a version or not at all.
 *
 * @param crate the name of the package, also if the manifest renames it
 * @param source the key that says where it is, {@code path} or {@code git}
 * @param versioned whether the manifest says which version the published package needs
 * @param forTests whether it is for tests, examples and benchmarks only
 * @param from the table that names it
 * @see <a href="https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html#multiple-locations">Multiple
 *     locations</a>
 */
public record LocalDependency(String crate, String source, boolean versioned, boolean forTests, String from) {
    private static final List<String> TESTS = List.of("dev-dependencies", "dev_dependencies");
    private static final List<String> KINDS = Stream.concat(
                    Stream.of("dependencies", "build-dependencies", "build_dependencies"), TESTS.stream())
            .toList();

    static List<LocalDependency> all(CargoManifest manifest) {
        List<LocalDependency> all = new ArrayList<>(of(manifest, manifest.top(), ""));
        manifest.top()
                .table("target")
                .ifPresent(targets -> targets.keys()
                        .forEach(condition -> targets.table(condition)
                                .ifPresent(table -> all.addAll(of(manifest, table, "target.'" + condition + "'.")))));
        return all;
    }

    private static List<LocalDependency> of(CargoManifest manifest, Table table, String prefix) {
        return KINDS.stream()
                .flatMap(kind -> table.table(kind).stream()
                        .flatMap(dependencies -> dependencies.keys().stream()
                                .flatMap(name ->
                                        read(manifest, dependencies, name, prefix + kind, TESTS.contains(kind)))))
                .toList();
    }

    private static Stream<LocalDependency> read(
            CargoManifest manifest, Table dependencies, String name, String table, boolean forTests) {
        Table definition = dependencies.flag(name, "workspace").orElse(false)
                ? manifest.workspace()
                        .flatMap(workspace -> workspace.table("dependencies"))
                        .orElse(dependencies)
                : dependencies;
        return Stream.of("path", "git")
                .filter(source -> definition.has(name, source))
                .limit(1)
                .map(source -> new LocalDependency(
                        definition.text(name, "package").orElse(name),
                        source,
                        definition.has(name, "version"),
                        forTests,
                        dependencies.place(manifest.file().name(), "[" + table + "]", name)));
    }
}
