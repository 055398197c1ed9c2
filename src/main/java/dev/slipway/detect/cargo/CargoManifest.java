package dev.slipway.detect.cargo;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.detect.files.TomlFile.Table;
import java.util.List;
import java.util.Optional;

/**
 * A {@code Cargo.toml} and the workspace that it inherits from.
 *
 * @param directory where it is; empty for the root
 * @param file its content
 * @param workspace the {@code [workspace]} table of the root manifest, empty if there is none
 */
record CargoManifest(String directory, TomlFile file, Optional<Table> workspace) {
    boolean isPackage() {
        return top().text("package", "name").isPresent();
    }

    Table top() {
        return file.top();
    }

    String path(String relative) {
        return directory.isEmpty() ? relative : directory + "/" + relative;
    }

    /** A text of {@code [package]}, written there or inherited from the workspace. */
    Optional<Fact<String>> text(String key) {
        Optional<Fact<String>> own = top().text("package", key)
                .map(text -> new Fact<>(text, top().place(file.name(), "[package] " + key, "package", key)));
        return own.or(() -> inherits(key) ? workspace.flatMap(table -> offered(table, key)) : Optional.empty());
    }

    /** What a workspace offers to its packages. */
    static Optional<Fact<String>> offered(Table workspace, String key) {
        return workspace
                .text("package", key)
                .map(text ->
                        new Fact<>(text, workspace.place("Cargo.toml", "[workspace.package] " + key, "package", key)));
    }

    /** Whether the manifest allows crates.io; {@code publish = false} and a list without it do not. */
    boolean publishable() {
        Optional<Table> inherited = inherits("publish") ? workspace : Optional.empty();
        return inherited.map(table -> allows(table)).orElseGet(() -> allows(top()));
    }

    private static boolean allows(Table table) {
        boolean list = table.has("package", "publish")
                && table.flag("package", "publish").isEmpty()
                && table.table("package", "publish").isEmpty();
        return list
                ? table.texts("package", "publish").contains("crates-io")
                : table.flag("package", "publish").orElse(true);
    }

    private boolean inherits(String key) {
        return top().flag("package", key, "workspace").orElse(false);
    }

    /** What the package depends on to run or to build; not what only its tests use. */
    List<Dependency> dependencies() {
        return Dependency.all(this);
    }
}
