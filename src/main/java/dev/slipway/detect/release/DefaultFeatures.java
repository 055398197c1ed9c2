package dev.slipway.detect.release;

import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The default features of a package of which only some builds do without. Cargo calls them {@code default}, so all builds can do
 * without them, and those that have them name them.
 *
 * @see <a href="https://doc.rust-lang.org/cargo/reference/features.html#the-default-feature">The default feature</a>
 */
public final class DefaultFeatures {
    private static final String NAME = "default";
    private static final String FLAG = "default-features";

    private DefaultFeatures() {}

    /** A setup whose builds name the default features; unchanged if all have them, none does, or the package has none. */
    public static ReleaseSetup named(ReleaseSetup setup, CargoPackage crate, RepositoryFiles files) {
        long without = setup.targets().stream()
                .filter(target -> isWithout(target.value()))
                .count();
        return without == 0
                        || without == setup.targets().size()
                        || !isIn(
                                files.read((crate.directory().isEmpty() ? "" : crate.directory() + "/") + "Cargo.toml"))
                ? setup
                : setup.with(
                        setup.targets().stream()
                                .map(fact -> fact.map(DefaultFeatures::named))
                                .toList(),
                        setup.released(),
                        setup.takeover(),
                        setup.untold());
    }

    private static boolean isIn(Optional<SourceText> manifest) {
        return manifest.map(TomlFile::read)
                .filter(file -> !file.top().texts("features", NAME).isEmpty())
                .isPresent();
    }

    private static boolean isWithout(FoundTarget target) {
        return target.flags().containsKey(FLAG);
    }

    private static FoundTarget named(FoundTarget target) {
        List<String> features = isWithout(target) || target.features().contains(NAME)
                ? target.features()
                : Stream.concat(Stream.of(NAME), target.features().stream()).toList();
        Map<String, String> flags = new TreeMap<>(target.flags());
        flags.put(FLAG, "false");
        return target.with(features, flags);
    }
}
