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
     * @param images ends of names, and {@code tags} words of tags
     */
    private record Kind(String without, List<Shape> images, List<Shape> tags) {
        static Kind read(Row row) {
            return new Kind(
                    row.maybe("without").orElse(""),
                    row.all("images").stream()
                            .map(image -> Shape.of("*/" + image))
                            .toList(),
                    row.all("tags").stream().map(Shape::of).toList());
        }

        boolean fits(String path, List<String> words) {
            for (String word : words) {
                if (fit(tags, word)) {
                    return true;
                }
            }
            return fit(images, path);
        }

        private static boolean fit(List<Shape> shapes, String text) {
            for (Shape shape : shapes) {
                if (shape.fits(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * A text with {@code *} for any text.
     *
     * @param parts what is between them
     */
    private record Shape(String text, List<String> parts) {
        static Shape of(String text) {
            return new Shape(text, List.of(text.split("\\*")));
        }

        /** Most texts lack a part, so few shapes have to become regular expressions. Dots stand for themselves. */
        boolean fits(String other) {
            for (String part : parts) {
                if (!other.contains(part)) {
                    return false;
                }
            }
            return Pattern.compile(text.replace(".", "\\.").replace("*", ".*"))
                    .matcher(other)
                    .matches();
        }
    }
}
