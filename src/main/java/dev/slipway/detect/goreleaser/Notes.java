package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.List;

/** Collects what is read off a config while it is read. */
final class Notes {
    final List<Key> keys = new ArrayList<>();
    final List<Said<String>> assets = new ArrayList<>();

    /** The same files, for what is named after them. */
    final List<Asset> made = new ArrayList<>();

    final List<String> extra = new ArrayList<>();
    final List<Left> left = new ArrayList<>();
    final List<Said<String>> open = new ArrayList<>();

    void text(String path, String text, String from) {
        texts(path, List.of(text), from);
    }

    void texts(String path, List<String> texts, String from) {
        keys.add(new Key(path, texts, from));
    }

    void flag(String path, boolean on, String from) {
        text(path, String.valueOf(on), from);
    }

    boolean has(String path) {
        return keys.stream().anyMatch(key -> key.path().equals(path));
    }

    /** Says that a key of the config is read and not taken over. */
    void left(Section section, String key, String why) {
        section.skip(key);
        String path = section.path().isEmpty() ? key : section.path() + "." + key;
        left.add(new Left(path, section.summary(key), why, section.from(key)));
    }

    /** Says in one line that a whole mapping is not taken over. */
    void whole(Section section, String value, String why) {
        section.skipAll();
        left.add(new Left(section.path(), value, why, section.from()));
    }

    /** Says the same of a part of a value. */
    void part(Section section, String key, String part, String why) {
        String path = section.path().isEmpty() ? key : section.path() + "." + key;
        left.add(new Left(path, part, why, section.from(key)));
    }

    /**
     * A file of the release; one whose name only a release knows is said as such.
     *
     * @param asset the file with its name still to come
     */
    void asset(Asset asset, Evaluation.Result name, String ending, String from) {
        if (name.told() && !name.text().isBlank()) {
            String whole = name.text() + ending;
            assets.add(new Said<>(whole, from));
            made.add(new Asset(whole, asset.kind(), asset.id(), asset.fields()));
        } else {
            left.add(new Left("assets", name.text() + ending, "the name is unknown: " + name.why(), from));
        }
    }
}
