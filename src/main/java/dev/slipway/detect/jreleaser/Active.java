package dev.slipway.detect.jreleaser;

import dev.slipway.detect.tool.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells whether a part of a config takes part in releases; there are others for snapshots. */
final class Active {
    private Active() {}

    /** Nothing if the part does not say. */
    static Optional<Boolean> said(Section part) {
        Optional<String> enabled = part.text("enabled");
        return part.text("active")
                .or(() -> enabled)
                .map(text -> text.toUpperCase(Locale.ROOT))
                .map(text -> !List.of("NEVER", "SNAPSHOT", "PRERELEASE", "FALSE")
                        .contains(text.substring(text.lastIndexOf('.') + 1)));
    }

    /** Most parts do nothing unless they are switched on. */
    static boolean is(Section part) {
        return said(part).orElse(false);
    }

    /** Whether a part takes part that does so unless it is switched off. */
    static boolean unlessOff(Section part) {
        return said(part).orElse(true);
    }
}
