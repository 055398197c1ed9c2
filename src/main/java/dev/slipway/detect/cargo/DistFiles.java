package dev.slipway.detect.cargo;

import dev.slipway.detect.dist.DistConfig;
import dev.slipway.detect.dist.DistEntry;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.shell.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settings of dist, for the whole repository and for each package of it.
 *
 * @param common for the whole repository
 */
public record DistFiles(RepositoryFiles files, List<DistEntry> common) {
    private static final String WORKSPACE = "dist-workspace.toml";

    public DistFiles {
        common = List.copyOf(common);
    }

    public static DistFiles of(RepositoryFiles files) {
        List<DistEntry> all = Stream.of(
                        entries(files, WORKSPACE, "dist"),
                        entries(files, "dist.toml", "dist"),
                        entries(files, "Cargo.toml", "workspace", "metadata", "dist"))
                .filter(entries -> !entries.isEmpty())
                .findFirst()
                .orElse(List.of());
        Stream<DistEntry> released = entries(files, WORKSPACE, "workspace").stream()
                .filter(entry -> entry.key().equals("packages"));
        return new DistFiles(files, Stream.concat(all.stream(), released).toList());
    }

    /** The packages that it releases and Cargo does not know. */
    public List<DistMember> members() {
        return entries(files, WORKSPACE, "workspace").stream()
                .filter(entry -> entry.key().equals("members"))
                .flatMap(entry -> entry.values().stream())
                .flatMap(entry -> DistMember.of(entry, files, this).stream())
                .toList();
    }

    /** All that is said about the package in a directory. */
    public DistConfig config(String directory) {
        List<DistEntry> own = ofPackage(directory, "dist");
        String manifest = directory.isEmpty() ? "Cargo.toml" : directory + "/Cargo.toml";
        return DistConfig.of(List.of(
                ofPackage(directory, own),
                ofPackage(directory, entries(files, manifest, "package", "metadata", "dist")),
                common));
    }

    /** What a package is called in its releases, if its {@code dist.toml} gives it another name. */
    public Fact<String> name(CargoPackage crate) {
        return said(crate.directory(), "name").orElse(crate.name());
    }

    /** The version of its releases. */
    public Optional<String> version(CargoPackage crate) {
        return said(crate.directory(), "version").or(crate::version).map(Fact::value);
    }

    private Optional<Fact<String>> said(String directory, String key) {
        return ofPackage(directory, "package").stream()
                .filter(entry -> entry.path().equals(List.of(key)))
                .map(entry -> new Fact<>(entry.text(), entry.from()))
                .findFirst();
    }

    /** A table of a file that dist ignores unless the workspace has one for it, too. */
    private List<DistEntry> ofPackage(String directory, String table) {
        boolean read = !directory.isEmpty() && files.has(WORKSPACE);
        return read ? entries(files, directory + "/dist.toml", table) : List.of();
    }

    /** What a package says, with its paths from the top. */
    private static List<DistEntry> ofPackage(String directory, List<DistEntry> entries) {
        return entries.stream()
                .filter(DistConfig::ofPackage)
                .map(entry -> entry.key().equals("include") ? below(directory, entry) : entry)
                .toList();
    }

    private static DistEntry below(String directory, DistEntry entry) {
        List<String> paths = entry.values().stream()
                .map(path -> directory.isEmpty() ? path : Tree.path(directory, path))
                .toList();
        return new DistEntry(entry.path(), paths, entry.from());
    }

    /** Whether dist releases a package; nothing is released if dist is not used. */
    boolean releases(CargoManifest manifest) {
        DistConfig config = config(manifest.directory());
        String name = said(manifest.directory(), "name")
                .map(Fact::value)
                .orElseGet(() -> manifest.top().text("package", "name").orElse(""));
        return config.builds() && config.releases(name, manifest.publishable());
    }

    /** What builds of a package switch on: the features in the config of dist, which then builds every program that they allow. */
    Set<String> features(CargoManifest manifest) {
        DistConfig config = config(manifest.directory());
        if (!config.builds()) {
            return Features.byDefault(manifest);
        }
        Set<String> named = new HashSet<>(config.allFeatures() ? Features.all(manifest) : config.features());
        return Features.on(manifest, named, config.allFeatures() || config.defaultFeatures());
    }

    private static List<DistEntry> entries(RepositoryFiles files, String path, String... table) {
        return files.read(path).map(TomlFile::read).stream()
                .flatMap(file -> file.entries(table).stream()
                        .map(entry -> new DistEntry(
                                entry.path(),
                                entry.values(),
                                path + ":" + entry.line() + " " + entry.path().get(0))))
                .toList();
    }
}
