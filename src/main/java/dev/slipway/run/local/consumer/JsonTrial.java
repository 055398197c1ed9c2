package dev.slipway.run.local.consumer;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.expression.Json;
import dev.slipway.run.Observation.Tried;
import dev.slipway.source.English;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads JSON. In a bill of materials, it looks up the references of its parts.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/">SPDX 2.3</a>
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX</a>
 */
record JsonTrial() implements Trial {
    @Override
    public boolean takes(String name) {
        return name.endsWith(".json");
    }

    @Override
    public List<Tried> attempt(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            Data document = Json.read(Files.readString(file, StandardCharsets.UTF_8));
            if (!text(document, "spdxVersion").isEmpty()) {
                return List.of(spdx(name, document));
            }
            if (text(document, "bomFormat").equals("CycloneDX")) {
                return List.of(cyclone(name, document));
            }
            return List.of(Tried.passed(name, "read", "it is JSON"));
        } catch (EvaluationFailure invalid) {
            return List.of(Tried.failed(name, "read", invalid.reason()));
        }
    }

    private static Tried spdx(String name, Data document) {
        Set<String> ids = new TreeSet<>(Set.of(text(document, "SPDXID"), "NOASSERTION", "NONE"));
        List<Data> packages = items(document, "packages");
        packages.forEach(one -> ids.add(text(one, "SPDXID")));
        items(document, "files").forEach(one -> ids.add(text(one, "SPDXID")));
        Optional<String> lost = items(document, "relationships").stream()
                .flatMap(it -> List.of(text(it, "spdxElementId"), text(it, "relatedSpdxElement")).stream())
                .filter(id -> !ids.contains(id))
                .findFirst();
        return bill(name, text(document, "spdxVersion"), packages.size(), lost);
    }

    private static Tried cyclone(String name, Data document) {
        Set<String> ids = new TreeSet<>();
        List<Data> components = items(document, "components");
        components.forEach(one -> ids.add(text(one, "bom-ref")));
        get(document, "metadata")
                .flatMap(metadata -> get(metadata, "component"))
                .ifPresent(root -> ids.add(text(root, "bom-ref")));
        Optional<String> lost = items(document, "dependencies").stream()
                .map(one -> text(one, "ref"))
                .filter(id -> !ids.contains(id))
                .findFirst();
        return bill(name, "CycloneDX " + text(document, "specVersion"), components.size(), lost);
    }

    private static Tried bill(String name, String kind, int parts, Optional<String> lost) {
        return lost.map(id -> Tried.failed(name, "read", kind + ": '" + id + "' is referenced but not described"))
                .orElseGet(() -> Tried.passed(name, "read", kind + " with " + English.count(parts, "part")));
    }

    private static Optional<Data> get(Data data, String key) {
        return data instanceof Data.Dict object ? object.get(key) : Optional.empty();
    }

    private static String text(Data data, String key) {
        return get(data, key).filter(Data::primitive).map(Data::text).orElse("");
    }

    private static List<Data> items(Data data, String key) {
        return get(data, key).orElse(Data.NULL) instanceof Data.Arr list ? list.items() : List.of();
    }
}
