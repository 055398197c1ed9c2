package dev.slipway.detect.jvm;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version catalog: what {@code libs.plugins.shadow} and {@code libs.versions.java} mean in scripts.
 *
 * @see <a href="https://docs.gradle.org/current/userguide/version_catalogs.html">Version Catalogs</a>
 */
record GradleCatalog(Map<String, String> plugins, Map<String, String> versions) {
    GradleCatalog {
        plugins = Map.copyOf(plugins);
        versions = Map.copyOf(versions);
    }

    static GradleCatalog read(RepositoryFiles files) {
        Map<String, String> plugins = new HashMap<>();
        Map<String, String> versions = new HashMap<>();
        files.read("gradle/libs.versions.toml")
                .map(TomlFile::read)
                .map(TomlFile::top)
                .ifPresent(top -> {
                    top.table("plugins")
                            .ifPresent(table -> table.keys()
                                    .forEach(key -> table.table(key)
                                            .flatMap(plugin -> plugin.text("id"))
                                            .or(() -> table.text(key).map(text -> text.replaceFirst(":.*", "")))
                                            .ifPresent(id -> plugins.put(accessor(key), id))));
                    top.table("versions")
                            .ifPresent(table -> table.keys()
                                    .forEach(key ->
                                            table.text(key).ifPresent(text -> versions.put(accessor(key), text))));
                });
        return new GradleCatalog(plugins, versions);
    }

    private static String accessor(String key) {
        return key.replace('-', '.').replace('_', '.');
    }

    /** What a statement that names {@code libs} means by it. */
    Optional<String> plugin(List<GradleScript.Token> tokens) {
        return path(tokens, "plugins").map(plugins::get);
    }

    Optional<String> version(List<GradleScript.Token> tokens) {
        return path(tokens, "versions").flatMap(path -> {
            String rest = path;
            while (!rest.isEmpty() && !versions.containsKey(rest)) { // calls such as get() and toInt() follow
                rest = rest.contains(".") ? rest.substring(0, rest.lastIndexOf('.')) : "";
            }
            return Optional.ofNullable(versions.get(rest));
        });
    }

    private static Optional<String> path(List<GradleScript.Token> tokens, String kind) {
        for (int at = 0; at + 4 < tokens.size(); at++) {
            if (tokens.get(at).is("libs") && tokens.get(at + 2).is(kind)) {
                StringBuilder path = new StringBuilder(tokens.get(at + 4).text());
                int next = at + 5;
                while (next + 1 < tokens.size()
                        && tokens.get(next).is(".")
                        && tokens.get(next + 1).word()) {
                    path.append('.').append(tokens.get(next + 1).text());
                    next += 2;
                }
                return Optional.of(path.toString());
            }
        }
        return Optional.empty();
    }
}
