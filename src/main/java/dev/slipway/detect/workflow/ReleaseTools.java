package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.detect.goreleaser.GoReleaser;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds other release tools that are configured. */
public record ReleaseTools(RepositoryFiles files) {
    private static final List<String> PLEASE =
            List.of("release-please-config.json", ".release-please-config.json", ".github/release-please-config.json");
    /** Where semantic-release has its config, if that is no script. */
    private static final List<String> SEMANTIC =
            List.of(".releaserc", ".releaserc.json", ".releaserc.yaml", ".releaserc.yml", "package.json");

    private static final Map<String, String> FILES = toolFiles();

    private static Map<String, String> toolFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("dist-workspace.toml", "dist");
        files.put("dist.toml", "dist");
        files.put("release-plz.toml", "release-plz");
        files.put(".release-plz.toml", "release-plz");
        files.put("release.toml", "cargo-release");
        GoReleaser.FILES.forEach(file -> files.put(file, "goreleaser"));
        files.put("jreleaser.yml", "jreleaser");
        files.put("jreleaser.yaml", "jreleaser");
        files.put("jreleaser.toml", "jreleaser");
        files.put("jreleaser.json", "jreleaser");
        PLEASE.forEach(file -> files.put(file, "release-please"));
        files.put(".releaserc", "semantic-release");
        for (String ending : List.of("json", "yaml", "yml", "js", "cjs", "mjs")) {
            files.put(".releaserc." + ending, "semantic-release");
        }
        for (String ending : List.of("js", "cjs", "mjs", "ts")) {
            files.put("release.config." + ending, "semantic-release");
        }
        files.put(".changeset/config.json", "changesets");
        files.put(".tagpr", "tagpr");
        return files;
    }

    /** The tools, each with the file that configures it. */
    public List<Fact<String>> found() {
        List<Fact<String>> found = new ArrayList<>();
        Set<String> proposing = proposing();
        FILES.forEach((file, tool) -> {
            if (files.has(file) && !proposing.contains(tool)) {
                found.add(new Fact<>(tool, file));
            }
        });
        boolean inPackage = files.read("package.json")
                .flatMap(ReleaseTools::json)
                .flatMap(top -> top.child("release"))
                .filter(release -> release.child("branches").isPresent()
                        || release.child("plugins").isPresent())
                .isPresent();
        if (inPackage && found.stream().noneMatch(tool -> tool.value().equals("semantic-release"))) {
            found.add(new Fact<>("semantic-release", "package.json"));
        }
        files.read("Cargo.toml")
                .map(TomlFile::read)
                .ifPresent(manifest -> Stream.of("workspace", "package")
                        .filter(table -> manifest.top().has(table, "metadata", "dist"))
                        .map(table -> new Fact<>("dist", "Cargo.toml [" + table + ".metadata.dist]"))
                        .forEach(found::add));
        return found;
    }

    /** Those that only open pull requests, by their config: something else makes the tag. */
    public Set<String> proposing() {
        boolean none = PLEASE.stream()
                .filter(files::has)
                .findFirst()
                .flatMap(files::read)
                .flatMap(ReleaseTools::json)
                .filter(top -> isOn(top) || everyPackage(top))
                .isPresent();
        return none ? Set.of("release-please") : Set.of();
    }

    /** Those that make tags and no releases, by their configs. */
    public Set<String> tagging() {
        Set<String> found = new LinkedHashSet<>();
        Stream.of("release-plz.toml", ".release-plz.toml")
                .filter(files::has)
                .findFirst()
                .flatMap(files::read)
                .map(TomlFile::read)
                .filter(config ->
                        config.top().flag("workspace", "git_release_enable").equals(Optional.of(false)))
                .filter(config -> config.top().tables("package").stream()
                        .noneMatch(one -> one.flag("git_release_enable").orElse(false)))
                .ifPresent(any -> found.add("release-plz"));
        files.read(".tagpr")
                .filter(config ->
                        config.lines().stream().anyMatch(line -> line.matches("\\s*+release\\s*+=\\s*+false\\s*+")))
                .ifPresent(any -> found.add("tagpr"));
        SEMANTIC.stream()
                .flatMap(file -> files.read(file).stream())
                .flatMap(source -> json(source).stream()
                        .flatMap(top ->
                                source.name().equals("package.json") ? top.child("release").stream() : Stream.of(top)))
                .filter(config -> config.child("extends").isEmpty())
                .flatMap(config -> config.child("plugins").stream())
                .map(ReleaseTools::items)
                .filter(plugins -> plugins.stream().noneMatch(ReleaseTools::publishes))
                .forEach(any -> found.add("semantic-release"));
        return found;
    }

    /** A plugin of semantic-release is a name, or a list of its name and its options. */
    private static boolean publishes(Node plugin) {
        return items(plugin).stream()
                .limit(1)
                .anyMatch(name -> name.fold(
                        mapping -> true, list -> true, text -> text.text().equals("@semantic-release/github")));
    }

    private static List<Node> items(Node node) {
        return node.fold(mapping -> List.of(node), Node.Sequence::items, text -> List.of(node));
    }

    private static boolean everyPackage(Node top) {
        List<Node> packages = top.child("packages")
                .map(all -> all.fold(
                        mapping -> mapping.entries().values().stream()
                                .map(Node.Entry::value)
                                .toList(),
                        list -> List.<Node>of(),
                        text -> List.<Node>of()))
                .orElse(List.of());
        return !packages.isEmpty() && packages.stream().allMatch(ReleaseTools::isOn);
    }

    private static boolean isOn(Node node) {
        return node.child("skip-github-release")
                .filter(value -> value.fold(
                        mapping -> false, list -> false, text -> text.text().equals("true")))
                .isPresent();
    }

    /** JSON is YAML except for the tabs that it may be indented with. */
    private static Optional<Node> json(SourceText source) {
        try {
            return Optional.of(
                    YamlReader.read(new SourceText(source.name(), source.text().replace('\t', ' '))));
        } catch (InvalidSource unreadable) {
            return Optional.empty();
        }
    }
}
