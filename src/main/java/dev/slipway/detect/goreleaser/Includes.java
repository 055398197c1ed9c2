package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Section;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a config with those that it includes: files of the repository count as if they were in it, a key of the config
 * itself first. What is at a URL is not known, so it may set every key that the config leaves out.
 *
 * @see <a href="https://goreleaser.com/customization/includes/">includes</a>
 */
final class Includes {
    private static final String KEY = "includes";

    private final Surroundings around;
    private final Map<String, Section.Placed> entries = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();

    private Includes(Surroundings around) {
        this.around = around;
    }

    static Section root(SourceText source, Surroundings around) {
        Includes includes = new Includes(around);
        Section config = Section.root(Elsewhere.GORELEASER, source.name(), YamlReader.readMerging(source));
        includes.take(config);
        for (Section include : config.sections(KEY)) {
            String path = include.section("from_file").text("path").orElse("").replaceFirst("^(\\./)++", "");
            Optional<Section> other = path.isEmpty() ? Optional.empty() : includes.file(path);
            other.ifPresentOrElse(includes::take, () -> includes.open.add(config.from(KEY)));
            other.filter(section -> section.has(KEY)).ifPresent(section -> includes.open.add(section.from(KEY)));
        }
        return Section.root(
                Elsewhere.GORELEASER,
                source.name(),
                includes.entries,
                includes.open.stream().findFirst());
    }

    private void take(Section config) {
        config.placed().forEach(entries::putIfAbsent);
    }

    private Optional<Section> file(String path) {
        return around.tree().read(path).flatMap(source -> {
            try {
                Node document = YamlReader.readMerging(source);
                return Optional.of(Section.root(Elsewhere.GORELEASER, source.name(), document));
            } catch (InvalidSource broken) {
                return Optional.empty();
            }
        });
    }
}
