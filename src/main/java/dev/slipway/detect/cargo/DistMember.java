package dev.slipway.detect.cargo;

import dev.slipway.detect.dist.DistConfig;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.Optional;

/**
 * A package that dist releases and Cargo does not know: one of npm, or one that any other command builds.
 *
 * @param name what it is called in its releases
 * @param config all that dist's files say about it
 */
public record DistMember(String name, Optional<String> version, DistConfig config) {
    /** What an entry in the list of a workspace stands for, such as {@code npm:web}; nothing if it releases no program. */
    static Optional<DistMember> of(String entry, RepositoryFiles files, DistFiles dist) {
        int colon = entry.indexOf(':');
        String folder = colon < 0 ? "" : RepositoryFiles.plain(entry.substring(colon + 1));
        DistConfig config = dist.config(folder);
        Optional<DistMember> found = switch (colon < 0 ? "" : entry.substring(0, colon)) {
            case "dist" -> own(folder, files, config);
            case "npm" -> npm(folder, files, config);
            default -> Optional.empty();
        };
        return found.filter(one -> config.builds() && config.releases(one.name, true));
    }

    private static Optional<DistMember> own(String folder, RepositoryFiles files, DistConfig config) {
        return files.read(path(folder, "dist.toml"))
                .map(source -> TomlFile.read(source).top())
                .filter(top -> !top.texts("package", "binaries").isEmpty())
                .flatMap(top -> top.text("package", "name")
                        .map(name -> new DistMember(name, top.text("package", "version"), config)));
    }

    private static Optional<DistMember> npm(String folder, RepositoryFiles files, DistConfig config) {
        return files.read(path(folder, "package.json"))
                .flatMap(DistMember::json)
                .filter(top -> top.child("bin").isPresent())
                .flatMap(top -> text(top, "name")
                        .map(name -> new DistMember(name.replaceFirst("^@[^/]*/", ""), text(top, "version"), config)));
    }

    private static String path(String folder, String file) {
        return folder.isEmpty() || folder.equals(".") ? file : folder + "/" + file;
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

    private static Optional<String> text(Node top, String key) {
        return top.child(key)
                .flatMap(value -> value.fold(
                        mapping -> Optional.<String>empty(),
                        list -> Optional.<String>empty(),
                        text -> Optional.of(text.text())));
    }
}
