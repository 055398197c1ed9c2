package dev.slipway.shell;

import java.util.List;
import java.util.Locale;

/** Stands for what only a run can know, so that names can be read although a part of them is open. */
public final class Symbols {
    /** The tag that is released. */
    public static final String TAG = "{tag}";

    /** The tag without what stands before the version. */
    public static final String VERSION = "{version}";

    /** Probably the tag: only the name of a variable suggests it. */
    public static final String PROBABLE_TAG = "{tag?}";

    /** Probably the version: only the name of a variable suggests it, which may hold the whole tag. */
    public static final String PROBABLE_VERSION = "{version?}";

    /** The project. */
    public static final String NAME = "{name}";

    /** What cargo-deb calls a package of the project. */
    public static final String DEB = "{deb}";

    /** What cargo-generate-rpm calls one. */
    public static final String RPM = "{rpm}";

    /** Who the repository belongs to. */
    public static final String OWNER = "{owner}";

    /** What the repository is called, without its owner. */
    public static final String REPOSITORY = "{repository}";

    /** Anything else. */
    public static final String UNKNOWN = "{?}";

    /** More characters than any honest value has: scripts can double a text with each line. */
    static final int LONGEST = 20_000;

    private static final List<String> ALL =
            List.of(TAG, VERSION, PROBABLE_TAG, PROBABLE_VERSION, NAME, DEB, RPM, OWNER, REPOSITORY, UNKNOWN);

    private Symbols() {}

    /** A text, unless it is too long to be remembered. */
    static String bounded(String text) {
        return text.length() > LONGEST ? UNKNOWN : text;
    }

    /** What a value probably is that nobody can tell, by the name that it goes under, or by that of the step it is from. */
    public static String byName(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split("\\.");
        String last = parts[parts.length - 1];
        if (last.equals("name") && name.startsWith("github.event.") && !name.endsWith(".repository.name")) {
            return UNKNOWN; // of a release or a person
        }
        String meant = byWord(last);
        boolean output = parts.length > 2 && parts[parts.length - 2].equals("outputs") && meant.equals(UNKNOWN);
        return output && last.matches("value|result|output|out|full|string") ? byWord(parts[parts.length - 3]) : meant;
    }

    private static String byWord(String word) {
        if (word.matches(".*(?:major|minor|(?<!dis)patch).*")) {
            return UNKNOWN; // a part of a version
        }
        if (word.contains("version") || word.equals("vers") || word.equals("semver")) {
            return PROBABLE_VERSION;
        }
        if (word.contains("tag") && !word.contains("stag")) {
            return PROBABLE_TAG;
        }
        return word.matches("((crate|project|package|bin|app|repo)_?)?name") ? NAME : UNKNOWN;
    }

    /** Whether only the name of a variable says what a part of a text is. */
    public static boolean guessed(String text) {
        return text.contains(PROBABLE_TAG) || text.contains(PROBABLE_VERSION);
    }

    /** A text in which guesses count as known; a version behind a {@code v} is one. */
    public static String settled(String text) {
        return text.indexOf('{') < 0 ? text : text.replace(PROBABLE_TAG, TAG).replace(PROBABLE_VERSION, VERSION);
    }

    /** A text of which what was known is a guess. */
    static String doubted(String text) {
        return text.replace(TAG, PROBABLE_TAG).replace(VERSION, PROBABLE_VERSION);
    }

    /** A text as people read it: on one line, and with one ellipsis for each part that is not known. */
    public static String shown(String text) {
        return settled(text).replace(UNKNOWN, "…").replaceAll("…{2,}+", "…").replaceAll("[\\r\\n]\\s*+", " ");
    }

    /** All of them. */
    public static List<String> all() {
        return ALL;
    }

    /** Whether a part of a text is open. */
    public static boolean open(String text) {
        return text.indexOf('{') >= 0 && ALL.stream().anyMatch(text::contains);
    }
}
