package dev.slipway.detect.release;

import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads which files semantic-release attaches to a release, and what else it runs then.
 *
 * @param files what its plugin for GitHub uploads
 * @param commands what its plugin for commands runs once a version is known
 * @param unread a config in JavaScript
 * @param tagged whether that mentions how tags are written
 * @see <a href="https://github.com/semantic-release/github#assets">assets</a>
 */
public record SemanticReleaseImport(
        List<Fact<ReleasedFile>> files, List<Fact<String>> commands, Optional<String> unread, boolean tagged) {
    private static final String PLUGIN = "@semantic-release/github";
    private static final String RUNNER = "@semantic-release/exec";

    /** Which of its commands can release; {@code prepareCmd} runs before the tag exists. */
    private static final List<String> LATE = List.of("publishCmd", "addChannelCmd", "successCmd");

    private static final List<String> CONFIGS =
            List.of(".releaserc", ".releaserc.json", ".releaserc.yaml", ".releaserc.yml", "package.json");

    private static final List<String> SCRIPTS = List.of(
            ".releaserc.js",
            ".releaserc.cjs",
            ".releaserc.mjs",
            "release.config.js",
            "release.config.cjs",
            "release.config.mjs");

    public SemanticReleaseImport {
        files = List.copyOf(files);
        commands = List.copyOf(commands);
    }

    public static SemanticReleaseImport of(RepositoryFiles repository) {
        List<Fact<Node>> plugins = CONFIGS.stream()
                .filter(repository::has)
                .flatMap(file -> repository.read(file).stream())
                .flatMap(source -> config(source).stream()
                        .flatMap(top ->
                                source.name().endsWith("package.json") ? top.child("release").stream() : Stream.of(top))
                        .flatMap(top -> top.child("plugins").stream())
                        .flatMap(all -> items(all).stream())
                        .map(plugin -> new Fact<>(plugin, source.name())))
                .toList();
        List<Fact<ReleasedFile>> found = plugins.stream()
                .flatMap(plugin -> assets(plugin.value()).stream().flatMap(asset -> files(asset, plugin.from())))
                .toList();
        List<Fact<String>> commands = plugins.stream()
                .flatMap(plugin -> options(plugin.value(), RUNNER).stream()
                        .flatMap(options -> LATE.stream().flatMap(key -> options.child(key).stream()))
                        .map(command -> new Fact<>(
                                text(command),
                                plugin.from() + ":" + command.span().start().line())))
                .filter(command -> !command.value().isBlank())
                .toList();
        Optional<String> script = SCRIPTS.stream().filter(repository::has).findFirst();
        boolean tagged = script.flatMap(repository::read)
                .filter(source -> source.text().contains("tagFormat"))
                .isPresent();
        return new SemanticReleaseImport(found, commands, script, tagged);
    }

    /** A release set-up with these files. */
    public ReleaseSetup into(ReleaseSetup setup) {
        if (files.isEmpty() && commands.isEmpty() && unread.isEmpty()) {
            return setup;
        }
        List<Fact<ReleasedFile>> all = new ArrayList<>(setup.released());
        all.addAll(files);
        Stream<Takeover.Open> run = commands.stream()
                .map(command -> Takeover.Open.run(
                        command.from(),
                        "semantic-release",
                        command.value().lines().findFirst().orElse("").strip()));
        Stream<Takeover.Open> scripts = unread.stream()
                .flatMap(file -> Stream.of(
                                new Takeover.Open(
                                        "release.files",
                                        "'" + file + "' was not read; if it lists 'assets' of " + PLUGIN
                                                + ", they are no longer released"),
                                new Takeover.Open(
                                        "tag",
                                        "'" + file + "' was not read, but mentions 'tagFormat': compare it with 'tag'"))
                        .limit(tagged ? 2 : 1));
        List<Takeover.Open> open = Stream.concat(run, scripts).toList();
        return setup.with(
                setup.targets(), all, setup.takeover().and(new Takeover(Map.of(), List.of(), open)), setup.untold());
    }

    /** JSON is YAML except for the tabs that it may be indented with. */
    private static Optional<Node> config(SourceText source) {
        try {
            return Optional.of(
                    YamlReader.read(new SourceText(source.name(), source.text().replace('\t', ' '))));
        } catch (InvalidSource unreadable) {
            return Optional.empty();
        }
    }

    private static List<Node> assets(Node plugin) {
        return options(plugin, PLUGIN)
                .flatMap(options -> options.child("assets"))
                .map(SemanticReleaseImport::items)
                .orElse(List.of());
    }

    /** The options of a plugin that is a list of its name and its options. */
    private static Optional<Node> options(Node plugin, String name) {
        List<Node> both = items(plugin);
        return both.size() > 1 && name.equals(text(both.get(0))) ? Optional.of(both.get(1)) : Optional.empty();
    }

    /** A path or a pattern, alone or with another name. */
    private static Stream<Fact<ReleasedFile>> files(Node asset, String file) {
        String name = asset.child("name").map(SemanticReleaseImport::text).orElse("");
        String place = file + ":" + asset.span().start().line();
        Node paths = asset.child("path").orElse(asset);
        return items(paths).stream()
                .map(SemanticReleaseImport::text)
                .filter(path -> !path.isEmpty() && !path.startsWith("!"))
                .map(path -> new Fact<>(
                        new ReleasedFile(
                                open(name.isEmpty() ? path.replaceFirst("^.*/", "") : name),
                                Optional.empty(),
                                false,
                                Tree.path("", open(path)),
                                Optional.empty(),
                                Optional.empty()),
                        place));
    }

    private static String open(String text) {
        return text.replaceAll("\\$\\{\\s*+nextRelease\\.version\\s*+}", Symbols.VERSION)
                .replaceAll("\\$\\{\\s*+nextRelease\\.gitTag\\s*+}", Symbols.TAG)
                .replaceAll("\\$\\{[^}]*+}", Symbols.UNKNOWN);
    }

    /** What a list contains; a text or a group of keys is a list of itself. */
    private static List<Node> items(Node node) {
        return node.fold(mapping -> List.of(node), Node.Sequence::items, scalar -> List.of(node));
    }

    private static String text(Node node) {
        return node.fold(mapping -> "", sequence -> "", Node.Scalar::text);
    }
}
