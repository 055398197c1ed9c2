package dev.slipway.detect.jreleaser;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.Section;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is read off a config while it is read. */
final class Found {
    final List<Asset> assets = new ArrayList<>();
    final Map<String, Fact<List<String>>> keys = new LinkedHashMap<>();

    /** Images with their tags. */
    final List<Fact<String>> images = new ArrayList<>();

    final List<Left> left = new ArrayList<>();
    final List<Takeover.Open> open = new ArrayList<>();

    /**
     * A file of the release.
     *
     * @param from what it is of
     * @param part {@code files} or {@code artifacts}; empty for what is made from those
     * @param checked whether checksums are made of it
     * @param signed whether signatures are made of it
     */
    record Asset(String name, String from, String part, boolean checked, boolean signed) {
        boolean known() {
            return !name.contains(Symbols.UNKNOWN) && name.indexOf('*') < 0;
        }
    }

    /** Several parts may release one file. */
    void asset(Asset asset) {
        if (assets.stream().noneMatch(other -> other.name().equals(asset.name()))) {
            assets.add(asset);
        }
    }

    void key(String path, String value, String from) {
        keys.putIfAbsent(path, new Fact<>(List.of(value), from));
    }

    /** Says that a key is read and not taken over. */
    void left(Section section, String key, String why) {
        if (section.has(key)) {
            section.skip(key);
            left.add(new Left(
                    section.path().isEmpty() ? key : section.path() + "." + key,
                    section.summary(key),
                    why,
                    section.from(key)));
        }
    }

    /** Says in one line that a whole part is not taken over. */
    void whole(Section section, String value, String why) {
        section.skipAll();
        left.add(new Left(section.path(), value, why, section.from()));
    }
}
