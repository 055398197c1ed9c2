package dev.slipway.facts;

import dev.slipway.facts.FactFile.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells from the names of images whether builds can run in them: they need apt-get and bash. */
public final class Containers {
    private static final Pattern DIGEST = Pattern.compile("@.*");
    private static final Pattern TAG = Pattern.compile(":[^/:]*$");
    private static final Pattern LIBRARY = Pattern.compile("^docker\\.io/(?!.*/)");

    private static final Containers STANDARD = new Containers(
            FactFile.rows("containers.yml").stream().map(Kind::read).toList());

    private final List<Kind> kinds;

    private Containers(List<Kind> kinds) {
        this.kinds = kinds;
    }

    /** Those that ship with this version. */
    public static Containers standard() {
        return STANDARD;
    }

    /** What an image lacks, such as {@code no apt, but dnf}; an empty text for nothing, no text if it is unknown. */
    public Optional<String> lack(String reference) {
        String image = DIGEST.matcher(reference.toLowerCase(Locale.ROOT)).replaceFirst("");
        String name = TAG.matcher(image).replaceFirst("");
        List<String> words = image.equals(name)
                ? List.of()
                : List.of(image.substring(name.length() + 1).split("-"));
        String path = name.contains("/") ? LIBRARY.matcher(name).replaceFirst("library/") : "library/" + name;
        return kinds.stream()
                .filter(kind -> kind.fits("/" + path, words))
                .map(Kind::without)
                .findFirst()
                .or(() -> Libcs.standard()
                        .ofImage(reference)
                        .filter(libc -> libc.origin().matches("(debian|ubuntu) .*"))
                        .map(libc -> ""));
    }

    /** Whether a build can run in an image for certain. */
    public boolean builds(String reference) {
        return lack(reference).filter(String::isEmpty).isPresent();
    }

    /**
     * What some images lack.
     *
     * @param images ends of names, and {@code tags} words of tags; {@code *} is any text
     */
    private record Kind(String without, List<String> images, List<String> tags) {
        static Kind read(Row row) {
            return new Kind(
                    row.maybe("without").orElse(""),
                    row.all("images").stream().map("*/"::concat).toList(),
                    row.all("tags"));
        }

        boolean fits(String path, List<String> words) {
            return words.stream().anyMatch(word -> fit(tags, word)) || fit(images, path);
        }

        private static boolean fit(List<String> patterns, String text) {
            return patterns.stream().anyMatch(pattern -> couldFit(pattern, text) && fits(pattern, text));
        }

        /** Most do not, so few have to become regular expressions. */
        private static boolean couldFit(String pattern, String text) {
            for (String part : pattern.split("\\*")) {
                if (!text.contains(part)) {
                    return false;
                }
            }
            return true;
        }

        /** In this file dots stand for themselves. */
        private static boolean fits(String pattern, String text) {
            return Pattern.compile(pattern.replace(".", "\\.").replace("*", ".*"))
                    .matcher(text)
                    .matches();
        }
    }
}
