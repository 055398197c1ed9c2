package dev.slipway.detect.cargo;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.TomlFile.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a manifest says about a package for Debian or RPM.
 *
 * @param kind {@code deb} or {@code rpm}
 * @param name what people install, if it is not the name of the crate
 * @param depends what it needs beyond what the programs are linked with
 * @param assets files in it, by their sources, in addition to programs and licenses
 * @param rest keys that were not understood
 * @see <a href="https://github.com/kornelski/cargo-deb">cargo-deb</a>
 * @see <a href="https://github.com/cat-in-136/cargo-generate-rpm">cargo-generate-rpm</a>
 */
public record PackageMetadata(
        String kind,
        Optional<String> name,
        Optional<String> maintainer,
        Optional<String> section,
        List<String> depends,
        List<String> assets,
        List<String> rest) {
    /** What Slipway finds out by itself, or takes from the rest of a manifest. */
    private static final Set<String> GIVEN = Set.of(
            "name",
            "maintainer",
            "section",
            "depends",
            "requires",
            "assets",
            "license-file",
            "license",
            "copyright",
            "summary",
            "priority",
            "description",
            "extended-description",
            "extended-description-file",
            "auto-req",
            "homepage",
            "url",
            "vcs");

    /** Where both tools look for what Cargo builds, whatever the profile and the target are. */
    private static final Pattern PROGRAM = Pattern.compile("target/(?:[^/]++/)?release/[^/]++");

    public PackageMetadata {
        depends = List.copyOf(depends);
        assets = List.copyOf(assets);
        rest = List.copyOf(rest);
    }

    /** What a manifest says of both kinds, each with its table. */
    static List<Fact<PackageMetadata>> of(CargoManifest manifest) {
        Stream<Fact<PackageMetadata>> deb = table(manifest, "deb").map(PackageMetadata::deb).stream()
                .map(read -> new Fact<>(read, manifest.file().name() + " [package.metadata.deb]"));
        Stream<Fact<PackageMetadata>> rpm = table(manifest, "generate-rpm").map(PackageMetadata::rpm).stream()
                .map(read -> new Fact<>(read, manifest.file().name() + " [package.metadata.generate-rpm]"));
        return Stream.concat(deb, rpm).toList();
    }

    private static Optional<Table> table(CargoManifest manifest, String kind) {
        return manifest.top().table("package", "metadata", kind);
    }

    private static PackageMetadata deb(Table table) {
        List<String> listed = table.texts("depends");
        Stream<String> depends = listed.isEmpty()
                ? Arrays.stream(table.text("depends").orElse("").split(","))
                : listed.stream();
        return new PackageMetadata(
                "deb",
                table.text("name"),
                table.text("maintainer"),
                table.text("section"),
                depends.map(String::strip)
                        .filter(one -> !one.isEmpty() && !one.equals("$auto"))
                        .toList(),
                assets(table),
                rest(table));
    }

    private static PackageMetadata rpm(Table table) {
        List<String> depends = new ArrayList<>();
        table.table("requires")
                .ifPresent(requires -> requires.keys().forEach(name -> {
                    String version = requires.text(name).orElse("*").strip();
                    depends.add(version.equals("*") || version.isEmpty() ? name : name + " " + version);
                }));
        return new PackageMetadata(
                "rpm", table.text("name"), Optional.empty(), Optional.empty(), depends, assets(table), rest(table));
    }

    private static List<String> assets(Table table) {
        return Stream.concat(
                        table.tables("assets").stream().flatMap(asset -> asset.text("source").stream()),
                        table.rows("assets").stream()
                                .flatMap(asset -> asset.stream().limit(1)))
                .filter(source -> !PROGRAM.matcher(source).matches() && !source.equals("$auto"))
                .filter(source -> !source.matches("(?i)(?:[^/]*/)*+(?:licen[cs]e|copying|copyright)[^/]*"))
                .distinct()
                .toList();
    }

    private static List<String> rest(Table table) {
        return table.keys().stream().filter(key -> !GIVEN.contains(key)).toList();
    }
}
