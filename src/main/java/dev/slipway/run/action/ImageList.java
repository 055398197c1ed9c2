package dev.slipway.run.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The input {@code images}: names that the tags are put behind. */
final class ImageList {
    private ImageList() {}

    /** The enabled images in lower case. One line without keys may hold several, between commas. */
    static List<String> enabled(List<String> lines) {
        if (lines.size() == 1) {
            List<String> names = CsvText.fields(lines.get(0));
            if (names.stream().noneMatch(field -> field.contains("="))) {
                return names.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
            }
        }
        List<String> images = new ArrayList<>();
        for (String line : lines) {
            String name = "";
            boolean enabled = true;
            for (String field : CsvText.fields(line)) {
                String[] parts = field.split("=", -1);
                String key = parts.length == 1 ? "name" : parts[0].strip().toLowerCase(Locale.ROOT);
                String value = parts[Math.min(parts.length, 2) - 1].strip();
                switch (key) {
                    case "name" -> name = value;
                    case "enable" -> enabled = flag(value, line);
                    default ->
                        throw new MetadataFault(
                                "Unknown key `%s` in image `%s`: write name=IMAGE,enable=true.".formatted(key, line));
                }
            }
            if (name.isEmpty()) {
                throw new MetadataFault("The image `%s` has no name: write name=IMAGE.".formatted(line));
            }
            if (enabled) {
                images.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return images;
    }

    private static boolean flag(String value, String line) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new MetadataFault(
                    "`enable=%s` is unknown in image `%s`: write enable=true or enable=false.".formatted(value, line));
        }
        return value.equals("true");
    }
}
