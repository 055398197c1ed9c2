package dev.slipway.published;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a release names its downloads: one text for all, with the name of each platform in it.
 *
 * @param before what comes before the word, with {@code {version}} where the version is
 * @param after what comes after it, without the ending
 * @param words the word in each name that fits, in the order of the release
 * @param apart the whole text of each name that fits no such text, without its ending
 */
public record NameTemplate(String before, String after, Map<AssetName, String> words, Map<AssetName, String> apart) {
    public NameTemplate {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        apart = Collections.unmodifiableMap(new LinkedHashMap<>(apart));
    }

    /** The text of most downloads, of two the one that ends with the platform; nothing if no name contains a platform. */
    public static Optional<NameTemplate> of(PublishedRelease release) {
        String version = release.version();
        List<AssetName> all = release.read().stream()
                .filter(name -> name.kind().holdsProgram() && !name.written().isUnknown())
                .toList();
        List<AssetName> programs = all.stream().filter(name -> !name.split()).toList();
        Map<List<String>, List<AssetName>> alike = programs.stream()
                .collect(Collectors.groupingBy(
                        name -> List.of(
                                open(name.stem().substring(0, name.start()), version),
                                open(name.stem().substring(name.end()), version)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return alike.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<List<String>, List<AssetName>> entry) ->
                                entry.getValue().size())
                        .thenComparing(entry -> entry.getKey().get(1).isEmpty())
                        .thenComparing(entry -> packed(entry.getValue())))
                .map(most -> {
                    Map<AssetName, String> words = new LinkedHashMap<>();
                    for (AssetName name : programs) {
                        between(
                                        most.getKey().get(0),
                                        open(name.stem(), version),
                                        most.getKey().get(1))
                                .filter(word -> word.indexOf('{') < 0)
                                .ifPresent(word -> words.put(name, word));
                    }
                    return new NameTemplate(
                            most.getKey().get(0), most.getKey().get(1), words, apart(all, words, version));
                })
                .or(() -> Optional.of(new NameTemplate("", "", Map.of(), apart(all, Map.of(), version)))
                        .filter(template -> !template.apart().isEmpty()));
    }

    private static long packed(List<AssetName> names) {
        return names.stream().filter(name -> name.kind() != FileKind.PROGRAM).count();
    }

    /** Names that say which machine they are for, and do not follow the others. */
    private static Map<AssetName, String> apart(List<AssetName> all, Map<AssetName, String> words, String version) {
        Map<AssetName, String> apart = new LinkedHashMap<>();
        all.stream()
                .filter(name -> !words.containsKey(name))
                .filter(name -> !name.platform().os().isEmpty()
                        && !name.platform().arch().isEmpty())
                .forEach(name -> apart.put(name, open(name.stem(), version)));
        return apart;
    }

    /** The text with {@code {platform}}. */
    public String text() {
        return before + "{platform}" + after;
    }

    /** All names, those that follow the text first. */
    public Stream<AssetName> names() {
        return Stream.concat(words.keySet().stream(), apart.keySet().stream());
    }

    /** The word in a name; empty for one that does not follow the text. */
    public String word(AssetName name) {
        return words.getOrDefault(name, "");
    }

    /** A name with {@code {version}}, without its ending. */
    public String stem(AssetName name) {
        return apart.getOrDefault(name, before + word(name) + after);
    }

    /** The word in a text that follows this one; nothing for any other text. */
    public Optional<String> middle(String stem) {
        return between(before, stem, after);
    }

    /** Whether the word of a name says the platform and nothing else. */
    public boolean plain(AssetName name) {
        return word(name).equals(name.stem().substring(name.start(), name.end()));
    }

    private static Optional<String> between(String before, String stem, String after) {
        boolean follows =
                stem.length() > before.length() + after.length() && stem.startsWith(before) && stem.endsWith(after);
        return follows
                ? Optional.of(stem.substring(before.length(), stem.length() - after.length()))
                : Optional.empty();
    }

    private static String open(String text, String version) {
        StringBuilder open = new StringBuilder();
        int from = 0;
        for (int at = version.isEmpty() ? -1 : text.indexOf(version); at >= 0; at = text.indexOf(version, at + 1)) {
            if (at >= from && AssetName.isWhole(text, at, at + version.length())) {
                open.append(text, from, at).append("{version}");
                from = at + version.length();
            }
        }
        return open.append(text, from, text.length()).toString();
    }
}
