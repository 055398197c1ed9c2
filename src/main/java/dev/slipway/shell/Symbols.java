package dev.slipway.shell;

import java.util.Locale;

/** Stands for what only a run can know, so that names can be read although a part of them is open. */
public final class Symbols {
    /** The tag that is released. */
    public static final String TAG = "{tag}";

    /** The tag without what stands before the version. */
    public static final String VERSION = "{version}";

    /** The project. */
    public static final String NAME = "{name}";

    /** Anything else. */
    public static final String UNKNOWN = "{?}";

    private Symbols() {}

    /** What a value probably is that nobody can tell, by the name that it goes under. */
    public static String byName(String name) {
        String last = name.replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT);
        if (last.contains("version") || last.equals("vers") || last.equals("semver")) {
            return VERSION;
        }
        if (last.contains("tag") && !last.contains("stag")) {
            return TAG;
        }
        return last.matches("((crate|project|package|bin|app|repo)_?)?name") ? NAME : UNKNOWN;
    }

    /** Whether a part of a text is open. */
    public static boolean open(String text) {
        return text.contains(UNKNOWN) || text.contains(TAG) || text.contains(VERSION) || text.contains(NAME);
    }
}
