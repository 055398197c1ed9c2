package dev.slipway.detect.jreleaser;

import dev.slipway.detect.tool.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words for platforms in names of files. */
final class Platforms {
    private Platforms() {}

    /** What the words of JReleaser become in names, in a part and in the whole config. */
    static Map<String, String> replacements(Section root, Section part) {
        Map<String, String> all = new LinkedHashMap<>(root.section("platform").pairs("replacements"));
        all.putAll(part.section("platform").pairs("replacements"));
        return all;
    }

    static String replaced(String platform, Map<String, String> replacements) {
        return replacements.containsKey(platform)
                ? replacements.get(platform)
                : Stream.of(platform.split("-"))
                        .map(word -> replacements.getOrDefault(word, word))
                        .collect(Collectors.joining("-"));
    }

    static Map<String, String> names(String platform, Map<String, String> replacements) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String key : List.of("platform", "artifactPlatform", "distributionArtifactPlatform")) {
            names.put(key, platform);
            names.put(key + "Replaced", replaced(platform, replacements));
        }
        String[] words = platform.split("-");
        if (words.length == 2) {
            names.put("artifactOs", words[0]);
            names.put("artifactArch", words[1]);
        }
        return names;
    }
}
