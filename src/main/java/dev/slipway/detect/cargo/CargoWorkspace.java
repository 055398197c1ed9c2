package dev.slipway.detect.cargo;

import dev.slipway.detect.files.Globs;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.detect.files.TomlFile.Table;
import dev.slipway.source.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The root manifest and those of the workspace's members.
 *
 * @param packages the root package first, then the members in the order of their directories
 * @param defaults the directories that {@code default-members} names
 * @see <a href="https://doc.rust-lang.org/cargo/reference/workspaces.html">Workspaces</a>
 */
public record CargoWorkspace(
        CargoManifest root, List<CargoManifest> packages, List<String> defaults, List<Finding> findings) {
    public static Optional<CargoWorkspace> read(RepositoryFiles files) {
        return files.read("Cargo.toml").map(TomlFile::read).map(file -> read(files, file));
    }

    private static CargoWorkspace read(RepositoryFiles files, TomlFile file) {
        Optional<Table> workspace = file.top().table("workspace");
        CargoManifest root = new CargoManifest("", file, workspace);
        List<Finding> findings = new ArrayList<>(file.findings());
        Map<String, CargoManifest> manifests = new LinkedHashMap<>();
        manifests.put("", root);
        for (String directory : members(files, workspace)) {
            if (!manifests.containsKey(directory)) {
                files.read(directory + "/Cargo.toml").map(TomlFile::read).ifPresent(member -> {
                    findings.addAll(member.findings());
                    manifests.put(directory, new CargoManifest(directory, member, workspace));
                });
            }
        }
        List<CargoManifest> packages =
                manifests.values().stream().filter(CargoManifest::isPackage).toList();
        return new CargoWorkspace(root, packages, expand(files, workspace, "default-members"), findings);
    }

    private static List<String> members(RepositoryFiles files, Optional<Table> workspace) {
        List<String> excluded = workspace.map(table -> table.texts("exclude")).orElse(List.of());
        return expand(files, workspace, "members").stream()
                .filter(directory -> excluded.stream()
                        .map(path -> path.replaceFirst("^\\./", "").replaceFirst("(?<!/)/+$", ""))
                        .noneMatch(path -> directory.equals(path) || directory.startsWith(path + "/")))
                .toList();
    }

    private static List<String> expand(RepositoryFiles files, Optional<Table> workspace, String key) {
        return workspace.map(table -> table.texts(key)).orElse(List.of()).stream()
                .flatMap(glob -> Globs.directories(files, glob).stream())
                .distinct()
                .toList();
    }
}
