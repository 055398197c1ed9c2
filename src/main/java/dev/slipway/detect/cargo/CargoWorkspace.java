package dev.slipway.detect.cargo;

import dev.slipway.detect.files.Globs;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.detect.files.TomlFile.Table;
import dev.slipway.source.Finding;
import dev.slipway.source.Severity;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        Globs globs = new Globs(files);
        for (String directory : members(globs, workspace)) {
            if (!manifests.containsKey(directory)) {
                files.read(directory + "/Cargo.toml").map(TomlFile::read).ifPresent(member -> {
                    findings.addAll(member.findings());
                    manifests.put(directory, new CargoManifest(directory, member, workspace));
                });
            }
        }
        List<CargoManifest> packages =
                manifests.values().stream().filter(CargoManifest::isPackage).toList();
        List<String> defaults = expand(globs, workspace, "default-members");
        if (globs.cut()) {
            findings.add(new Finding(
                    "detect",
                    Severity.WARNING,
                    "Cargo.toml",
                    Span.START,
                    "the patterns of 'members' fit more directories than Slipway looks into, so some members are left out",
                    "name the members"));
        }
        return new CargoWorkspace(root, packages, defaults, findings);
    }

    private static List<String> members(Globs globs, Optional<Table> workspace) {
        Set<String> excluded = workspace.map(table -> table.texts("exclude")).orElse(List.of()).stream()
                .map(path -> path.replaceFirst("^\\./", "").replaceFirst("(?<!/)/+$", ""))
                .collect(Collectors.toSet());
        return expand(globs, workspace, "members").stream()
                .filter(directory -> !isIn(directory, excluded))
                .toList();
    }

    /** Whether a directory is one of some, or in one of them. */
    private static boolean isIn(String directory, Set<String> some) {
        for (int end = directory.length(); end > 0; end = directory.lastIndexOf('/', end - 1)) {
            if (some.contains(directory.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> expand(Globs globs, Optional<Table> workspace, String key) {
        return workspace.map(table -> table.texts(key)).orElse(List.of()).stream()
                .flatMap(glob -> globs.directories(glob).stream())
                .distinct()
                .toList();
    }
}
