package dev.slipway.published;

import dev.slipway.published.PublishedRelease.Asset;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Position;
import dev.slipway.source.Quote;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the list of the files of a release: JSON of {@code gh release view --json tagName,assets} or of GitHub's REST API,
 * what {@code gh release view} prints without a terminal, a file of checksums, or names, one a line.
 *
 * @see <a href="https://docs.github.com/en/rest/releases/releases">the REST API of releases</a>
 */
public final class ReleaseList {
    /** GitHub's own limit is 1000. */
    static final int MOST = 5000;

    private static final int LONGEST_NAME = 255;
    static final String FORMS =
            "write what 'gh release view TAG --json tagName,assets' prints, a SHA256SUMS file, or one name per line";

    private final SourceText source;
    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private Optional<String> tag = Optional.empty();

    private ReleaseList(SourceText source) {
        this.source = source;
    }

    /** @throws InvalidSource with the first place that is no part of such a list */
    public static PublishedRelease read(SourceText source) {
        String start = source.text().stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return new ReleaseJson(source).read();
        }
        ReleaseList list = new ReleaseList(source);
        if (start.startsWith("title:\t")) {
            list.view();
        } else {
            list.lines();
        }
        if (list.assets.isEmpty()) {
            throw refused(source, Position.START, 1, "the list contains no file names", FORMS);
        }
        return new PublishedRelease(source.name(), list.tag, List.copyOf(list.assets.values()));
    }

    private void lines() {
        List<String> lines = source.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                int before = lines.get(i).indexOf(line);
                add(i + 1, before + 1, line, summed(line));
            }
        }
    }

    /** The name in a line of {@code sha256sum}, of BSD's {@code sha256}, or the line itself. */
    private static String summed(String line) {
        int open = line.indexOf(" (");
        int close = line.lastIndexOf(") = ");
        if (open > 0 && close > open && line.substring(close + 4).matches("[0-9A-Fa-f]{32,128}")) {
            return line.substring(open + 2, close);
        }
        int digits = 0;
        while (digits < line.length() && Character.digit(line.charAt(digits), 16) >= 0) {
            digits++;
        }
        boolean sum = digits >= 32 && digits + 1 < line.length() && Character.isWhitespace(line.charAt(digits));
        String name = sum ? line.substring(digits).strip() : line;
        return sum && name.startsWith("*") ? name.substring(1) : name;
    }

    /** What {@code gh release view} prints if nobody reads it at a terminal. */
    private void view() {
        List<String> lines = source.lines();
        for (int i = 0; i < lines.size() && !lines.get(i).equals("--"); i++) {
            String[] parts = lines.get(i).split(":\t", 2);
            if (parts.length == 2 && parts[0].equals("tag")) {
                tag = tag(parts[1].strip());
            } else if (parts.length == 2 && parts[0].equals("asset")) {
                add(i + 1, parts[0].length() + 3, parts[1].strip(), parts[1].strip());
            }
        }
    }

    private void add(int line, int column, String written, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Position place = new Position(line, column);
        if (!isName(name)) {
            throw refused(
                    source,
                    place,
                    written.length(),
                    Quote.of(written) + " is neither a file name nor a line of a checksum file",
                    FORMS);
        }
        assets.putIfAbsent(name, new Asset(name, line));
        if (assets.size() > MOST) {
            throw refused(
                    source, place, written.length(), "more than " + MOST + " names", "list the files of one release");
        }
    }

    /** Whether GitHub could have a file of this name: it replaces every other character by a dot. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._+-~@()=,".indexOf(c) >= 0);
    }

    /** A tag as far as one can be in a file name or an address. */
    static Optional<String> tag(String text) {
        return Optional.of(text).filter(some -> some.length() <= LONGEST_NAME && some.matches("[^\\s\\p{Cntrl}]++"));
    }

    static InvalidSource refused(SourceText source, Position place, int length, String message, String help) {
        return new InvalidSource(
                source,
                List.of(new Finding("release", Severity.ERROR, source.name(), new Span(place, length), message, help)));
    }
}
