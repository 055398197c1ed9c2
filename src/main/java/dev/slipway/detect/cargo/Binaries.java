package dev.slipway.detect.cargo;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the binaries of a package as Cargo does: those that the manifest lists, and those in the folders where Cargo looks.
 *
 * @see <a href="https://doc.rust-lang.org/cargo/reference/cargo-targets.html#target-auto-discovery">Target auto-discovery</a>
 */
record Binaries(RepositoryFiles files, CargoManifest manifest, Set<String> features) {
    /**
     * Those of a package.
     *
     * @param features the features that builds of a release switch on
     */
    static List<Fact<Binary>> of(RepositoryFiles files, CargoManifest manifest, Set<String> features) {
        return new Binaries(files, manifest, features).find();
    }

    private List<Fact<Binary>> find() {
        List<Fact<Binary>> binaries = new ArrayList<>(listed());
        Set<String> names = new HashSet<>();
        Set<String> paths = new HashSet<>();
        binaries.forEach(binary -> {
            names.add(binary.value().name());
            paths.add(binary.value().path());
        });
        if (discovers(!binaries.isEmpty())) {
            discovered().stream()
                    .filter(binary -> !names.contains(binary.value().name()))
                    .filter(binary -> !paths.contains(binary.value().path()))
                    .forEach(binaries::add);
        }
        return binaries;
    }

    private boolean discovers(boolean someAreListed) {
        boolean firstEdition =
                manifest.text("edition").map(Fact::value).orElse("2015").equals("2015");
        return manifest.top().flag("package", "autobins").orElse(!(firstEdition && someAreListed));
    }

    private List<Fact<Binary>> listed() {
        return manifest.top().tables("bin").stream()
                .flatMap(table -> listed(table).stream())
                .toList();
    }

    private Optional<Fact<Binary>> listed(Table table) {
        List<String> missing = table.texts("required-features").stream()
                .filter(feature -> !features.contains(feature))
                .toList();
        return table.text("name").map(name -> {
            String path = table.text("path").orElseGet(() -> usualPath(name));
            return new Fact<>(
                    new Binary(name, path, missing), table.place(manifest.file().name(), "[[bin]]", "name"));
        });
    }

    private String usualPath(String name) {
        return discovered().stream()
                .map(Fact::value)
                .filter(binary -> binary.name().equals(name))
                .map(Binary::path)
                .findFirst()
                .orElse("src/bin/" + name + ".rs");
    }

    private List<Fact<Binary>> discovered() {
        List<Fact<Binary>> found = new ArrayList<>();
        String packageName = manifest.top().text("package", "name").orElse("");
        if (files.has(manifest.path("src/main.rs"))) {
            found.add(at(packageName, "src/main.rs"));
        }
        for (String entry : files.list(manifest.path("src/bin"))) {
            if (entry.endsWith(".rs") && files.has(manifest.path("src/bin/" + entry))) {
                found.add(at(entry.substring(0, entry.length() - ".rs".length()), "src/bin/" + entry));
            } else if (files.has(manifest.path("src/bin/" + entry + "/main.rs"))) {
                found.add(at(entry, "src/bin/" + entry + "/main.rs"));
            }
        }
        return found;
    }

    private Fact<Binary> at(String name, String path) {
        return new Fact<>(new Binary(name, path, List.of()), manifest.path(path));
    }
}
