package dev.slipway.init;

import dev.slipway.detect.fact.Fact;
import dev.slipway.init.Remark.Kind;
import dev.slipway.source.Pointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A config in the making, in the order of its keys, and the report about it. */
final class Draft {
    /** Keys that are about names of files. */
    private static final Pattern NAMED = Pattern.compile("name|targets(?:\\.archive)?|archive\\..*");

    private static final String HEADER = """
            # yaml-language-server: $schema=https://raw.githubusercontent.com/slipway-dev/slipway/main/schemas/slipway.schema.json
            # How this project is released. 'slipway generate' writes the workflows from this file.
            # All keys: https://github.com/slipway-dev/slipway/blob/main/docs/config.md
            """;
    private static final List<String> ORDER = List.of(
            "slipway",
            "name",
            "repository",
            "description",
            "license",
            "tag",
            "tag-scheme",
            "submodules",
            "lfs",
            "rust",
            "go",
            "maven",
            "gradle",
            "command",
            "targets",
            "linux",
            "macos",
            "windows",
            "freebsd",
            "archive",
            "checksums",
            "checksum-file",
            "hashes",
            "release",
            "attest",
            "sbom",
            "sign",
            "packages",
            "docker",
            "ci");

    /** Keys that mean something even with nothing after them. */
    private static final Set<String> MEANINGFUL = Set.of("rust", "go", "maven", "gradle", "command", "docker");

    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final Map<String, String> comments = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    /** The same, to try something. */
    Draft copy() {
        Draft copy = new Draft();
        copy.settings.putAll(settings);
        copy.comments.putAll(comments);
        copy.remarks.addAll(remarks);
        return copy;
    }

    /** Writes a key at the top; a group without keys only if it has a meaning. */
    void put(String key, Setting setting) {
        if (!setting.equals(new Setting.Keys(Map.of())) || MEANINGFUL.contains(key)) {
            settings.put(key, setting);
        }
    }

    /** Writes a sentence above a key at the top. */
    void comment(String key, String sentence) {
        comments.put(key, sentence);
    }

    /** The word of a key at the top; empty if it has none. */
    String word(String key) {
        return settings.get(key) instanceof Setting.Word word ? word.text() : "";
    }

    /** The word or the words of a key at the top. */
    List<String> words(String key) {
        return Optional.ofNullable(settings.get(key)).map(Draft::words).orElse(List.of());
    }

    /** The word or the words of a key in a group at the top. */
    List<String> words(String key, String inner) {
        return settings.get(key) instanceof Setting.Keys keys
                ? Optional.ofNullable(keys.entries().get(inner))
                        .map(Draft::words)
                        .orElse(List.of())
                : List.of();
    }

    private static List<String> words(Setting setting) {
        return setting instanceof Setting.Items items
                ? items.items().stream().flatMap(item -> words(item).stream()).toList()
                : setting instanceof Setting.Word word && !word.text().isEmpty() ? List.of(word.text()) : List.of();
    }

    /** Whether a key at the top is written. */
    boolean has(String key) {
        return settings.containsKey(key);
    }

    /** Whether a group at the top says something. */
    boolean has(String key, String inner) {
        return settings.get(key) instanceof Setting.Keys keys && keys.entries().containsKey(inner);
    }

    /** Writes a value at a path, and keeps what its groups already contain. */
    void set(List<String> path, Setting setting) {
        String key = path.get(0);
        put(key, path.size() == 1 ? setting : Setting.with(settings.get(key), path.subList(1, path.size()), setting));
    }

    /** Takes back what was said about a key: somebody knows better. */
    void forget(String key) {
        remarks.removeIf(remark -> remark.key().equals(key));
    }

    /** Takes back where the value of a key is from: something shows it better. What it does not cover stays lost. */
    void renew(String key) {
        remarks.removeIf(remark -> remark.kind() != Kind.LEFT && remark.key().equals(key));
    }

    /** Takes back that a key was guessed: something shows it. */
    void prove(String key) {
        remarks.removeIf(remark -> remark.kind() == Kind.GUESS && remark.key().equals(key));
    }

    /**
     * Takes back that a key is in the config.
     *
     * @param item the only value of its list that is not
     */
    void refuse(Pointer place, Optional<String> item) {
        String key = String.join(".", place.tokens());
        remarks.removeIf(remark -> remark.kind() == Kind.TAKEN
                && remark.key().equals(key)
                && item.map(value -> value.equals(remark.value())).orElse(true));
    }

    /** Takes back the last time that a key was said to have a value; false if it never was. */
    boolean takeBack(String key, String value) {
        for (int i = remarks.size() - 1; i >= 0; i--) {
            Remark remark = remarks.get(i);
            if (remark.kind() == Kind.TAKEN
                    && remark.key().equals(key)
                    && remark.value().equals(value)) {
                remarks.remove(i);
                return true;
            }
        }
        return false;
    }

    /** Reports a fact and its source; it is a guess if the source may not prove it. */
    void taken(String key, Fact<?> fact) {
        taken(key, String.valueOf(fact.value()), "from " + fact.from());
    }

    void taken(String key, String value, String why) {
        int called = why.indexOf(Fact.CALLED);
        if (called >= 0 && !NAMED.matcher(key).matches()) {
            taken(key, value, why.substring(0, called)); // the doubt is about names
        } else if (Fact.doubtful(why)) {
            guess(key, value, why, AboutTargets.LAST_RELEASE);
        } else {
            remarks.add(new Remark(Kind.TAKEN, key, value, why));
        }
    }

    /**
     * Says what the config has although nobody said so.
     *
     * @param why what it follows from
     * @param proof what would show whether it is right
     */
    void guess(String key, String value, String why, String proof) {
        remarks.add(new Remark(Kind.GUESS, key, value, why, proof));
    }

    /** Says what the config cannot say. */
    void left(String key, String value, String why) {
        remarks.add(new Remark(Kind.LEFT, key, value, why));
    }

    /** Says what somebody has to decide. */
    void open(String key, String why) {
        remarks.add(new Remark(Kind.OPEN, key, "", why));
    }

    /** What stands at a place, or the nearest that holds it. */
    String at(Pointer place) {
        return setting(place).map(Setting::flow).orElse("");
    }

    /** The same as a value. */
    Optional<Setting> setting(Pointer place) {
        List<String> path = place.tokens();
        return path.stream()
                .findFirst()
                .flatMap(key -> Optional.ofNullable(settings.get(key)))
                .flatMap(setting -> setting.at(path.subList(1, path.size())));
    }

    /** Takes out what stands at a place, or the nearest that holds it; nothing is done if nothing does. */
    boolean remove(Pointer place) {
        List<String> path = place.tokens();
        String key = path.stream().findFirst().orElse("");
        Optional<Setting> there = Optional.ofNullable(settings.remove(key));
        there.flatMap(setting -> setting.without(path.subList(1, path.size()))).ifPresent(rest -> put(key, rest));
        return there.isPresent();
    }

    /** How many items the list at a place has; none if there is no list. */
    int items(Pointer place) {
        List<String> path = place.tokens();
        return path.stream()
                .findFirst()
                .flatMap(key -> Optional.ofNullable(settings.get(key)))
                .flatMap(setting -> setting.at(path.subList(1, path.size())))
                .map(setting ->
                        setting instanceof Setting.Items list ? list.items().size() : 0)
                .orElse(0);
    }

    /** The config without what stands at a place, which stays in this one. */
    String textWithout(Pointer place) {
        Map<String, Setting> before = new LinkedHashMap<>(settings);
        remove(place);
        String text = text();
        settings.clear();
        settings.putAll(before);
        return text;
    }

    /** In the order of the config; first what is about the whole. */
    List<Remark> remarks() {
        return remarks.stream()
                .sorted(Comparator.comparing(
                        remark -> ORDER.indexOf(remark.key().replaceFirst("\\..*", ""))))
                .distinct()
                .toList();
    }

    String text() {
        StringBuilder text = new StringBuilder(HEADER);
        for (String key : ORDER) {
            Optional.ofNullable(settings.get(key)).ifPresent(setting -> {
                Optional.ofNullable(comments.get(key))
                        .ifPresent(comment -> text.append("# ").append(comment).append('\n'));
                Yaml.lines(key, setting).forEach(line -> text.append(line).append('\n'));
            });
        }
        return text.toString();
    }
}
