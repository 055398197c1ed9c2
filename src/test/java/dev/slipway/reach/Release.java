package dev.slipway.reach;

import dev.slipway.source.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project releases.
 *
 * @param project its name
 * @param needs everything that its release has
 * @param own the targets, and what else is its own
 * @param note what differs from theirs
 */
record Release(String project, List<Feature> needs, Merge.Keys own, Optional<String> note) {
    static final Path FILE = Path.of("docs/reach/releases.yml");

    static List<Release> all(Map<String, Feature> features) {
        return Feature.mapping(FILE).values().stream()
                .map(entry -> of(entry.key(), entry.value(), features))
                .toList();
    }

    private static Release of(String project, Node node, Map<String, Feature> features) {
        List<Feature> needs = Feature.texts(node, "needs").stream()
                .map(word -> Optional.ofNullable(features.get(word))
                        .orElseThrow(() -> new IllegalArgumentException(project + " needs '" + word + "'")))
                .toList();
        Merge.Keys own = new Merge.Keys(Map.of());
        for (String key : List.of("targets", "linux", "docker")) {
            Optional<Node> value = node.child(key);
            own = value.isPresent() ? own.with(key, Merge.of(value.get())) : own;
        }
        return new Release(project, needs, own, Feature.text(node, "note"));
    }

    int targets() {
        return own.keys().get("targets") instanceof Merge.Items list
                ? list.items().size()
                : 0;
    }

    /** What no config can say. */
    List<Feature> missing() {
        return needs.stream().filter(feature -> !feature.carried()).toList();
    }

    /** One config with everything that can be said. */
    String config() {
        Merge config = Feature.BASE;
        for (Feature feature : needs) {
            config = feature.config().map(config::and).orElse(config);
        }
        Merge.Keys merged = (Merge.Keys) config;
        for (Map.Entry<String, Merge> key : own.keys().entrySet()) {
            boolean add =
                    merged.keys().containsKey(key.getKey()) && !key.getKey().equals("targets");
            merged = merged.with(
                    key.getKey(), add ? merged.keys().get(key.getKey()).and(key.getValue()) : key.getValue());
        }
        return merged.text();
    }
}
