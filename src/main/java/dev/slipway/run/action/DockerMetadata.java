package dev.slipway.run.action;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Json;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tags and labels of an image, as {@code docker/metadata-action} makes them of its inputs and of the run.
 *
 * @see <a href="https://github.com/docker/metadata-action">docker/metadata-action</a>
 */
public final class DockerMetadata {
    private static final String LINE = "\n";

    private final Map<String, String> inputs;
    private final MetadataContext context;
    private final Flavor flavor;
    private final List<String> images;
    private final ImageVersion version;
    private final List<String> levels;

    private DockerMetadata(Map<String, String> inputs, Map<String, String> env, MetadataFacts facts) {
        this.inputs = inputs;
        this.context = MetadataContext.of(trimmed("context", "workflow"), facts, env);
        this.images = ImageList.enabled(lines("images"));
        List<TagEntry> tags = TagEntry.all(lines("tags"));
        this.flavor = Flavor.of(lines("flavor"));
        this.version = new TagRules(context, flavor).version(tags);
        String said = env.getOrDefault("DOCKER_METADATA_ANNOTATIONS_LEVELS", "");
        this.levels = Arrays.asList((said.isEmpty() ? "manifest" : said).split(",", -1));
    }

    /**
     * The outputs of the step.
     *
     * @param inputs what {@code with:} says; a key that the action does not know changes nothing
     * @param env the variables of the step, of which those named {@code DOCKER_METADATA_*} count
     */
    public static MetadataResult of(Map<String, String> inputs, Map<String, String> env, MetadataFacts facts) {
        Map<String, String> known = new HashMap<>();
        inputs.forEach((key, value) -> known.put(key.toLowerCase(Locale.ROOT), value));
        try {
            boolean exported = flag(env.getOrDefault("DOCKER_METADATA_SET_OUTPUT_ENV", ""));
            return new DockerMetadata(known, env, facts).computed(exported);
        } catch (MetadataFault e) {
            return new MetadataResult.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static boolean flag(String value) {
        return switch (value) {
            case "", "1", "t", "T", "true", "TRUE", "True" -> true;
            case "0", "f", "F", "false", "FALSE", "False" -> false;
            default ->
                throw new MetadataFault(
                        "DOCKER_METADATA_SET_OUTPUT_ENV is `%s`: write true or false.".formatted(value));
        };
    }

    private String trimmed(String input, String otherwise) {
        String value = inputs.getOrDefault(input, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private List<String> lines(String input) {
        return CsvText.lines(inputs.getOrDefault(input, ""));
    }

    private String joined(List<String> items, String separator) {
        String between = inputs.getOrDefault(separator, "");
        return String.join(between.isEmpty() ? LINE : between, items);
    }

    private MetadataResult computed(boolean exported) {
        List<String> names = version.tags("", flavor);
        List<String> tags = images.isEmpty()
                ? names
                : images.stream()
                        .flatMap(image -> version.tags(image, flavor).stream())
                        .toList();
        String main = version.main().orElse("");
        List<String> labels = LabelList.of(context, main, lines("labels"));
        List<String> plain = LabelList.of(context, main, lines("annotations"));
        List<String> annotations = levels.stream()
                .flatMap(level -> plain.stream().map(annotation -> level + ":" + annotation))
                .toList();
        if (main.isEmpty()) {
            context.warn("No line of `tags` produces a tag for this run: add one that does, such as type=sha.");
        }

        Map<String, Data> json = new LinkedHashMap<>();
        json.put("tags", texts(tags));
        json.put("tag-names", texts(names));
        json.put("labels", texts(LabelList.firstLines(labels)));
        json.put("annotations", texts(annotations));

        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("version", main);
        outputs.put("tags", joined(tags, "sep-tags"));
        outputs.put("tag-names", joined(names, "sep-tags"));
        outputs.put("labels", joined(labels, "sep-labels"));
        outputs.put("annotations", joined(annotations, "sep-annotations"));
        outputs.put("json", Json.compact(Data.of(json)));
        return new MetadataResult.Computed(outputs, bakeFiles(json), exported, context.warnings());
    }

    private Map<String, MetadataResult.BakeFile> bakeFiles(Map<String, Data> json) {
        Map<String, String> args = new LinkedHashMap<>();
        args.put("DOCKER_META_IMAGES", String.join(",", images));
        version.main().ifPresent(main -> args.put("DOCKER_META_VERSION", main));
        Map<String, Data> all = new LinkedHashMap<>(json);
        all.put("args", texts(args));

        Map<String, MetadataResult.BakeFile> files = new LinkedHashMap<>();
        files.put("bake-file-tags", bakeFile("-tags", all, "tags", "args"));
        files.put("bake-file-labels", bakeFile("-labels", all, "labels"));
        files.put("bake-file-annotations", bakeFile("-annotations", all, "annotations"));
        files.put("bake-file", bakeFile("", all, "tags", "labels", "args"));
        return files;
    }

    private MetadataResult.BakeFile bakeFile(String suffix, Map<String, Data> all, String... parts) {
        Map<String, Data> target = new LinkedHashMap<>();
        Stream.of(parts).filter(all::containsKey).forEach(part -> target.put(part, all.getOrDefault(part, Data.EMPTY)));
        Data content = Data.of(
                Map.of("target", Data.of(Map.of(trimmed("bake-target", "docker-metadata-action"), Data.of(target)))));
        return new MetadataResult.BakeFile("docker-metadata-action-bake%s.json".formatted(suffix), Json.write(content));
    }

    private static Data texts(List<String> texts) {
        return Data.of(texts.stream().map(Data::of).toList());
    }

    private static Data texts(Map<String, String> texts) {
        Map<String, Data> all = new LinkedHashMap<>();
        texts.forEach((name, text) -> all.put(name, Data.of(text)));
        return Data.of(all);
    }
}
