package dev.slipway.init;

import dev.slipway.detect.Repository;
import java.util.List;

/** How releases are started and published. */
final class AboutRelease {
    private static final String INNER = "release.";

    private AboutRelease() {}

    static void add(Repository repository, Draft draft) {
        repository.release().publishing().forEach((key, value) -> {
            if (key.startsWith("packages.")) {
                return;
            }
            if (key.startsWith(INNER)) {
                draft.set(List.of("release", key.substring(INNER.length())), new Setting.Word(value.value()));
            } else {
                draft.put(key, new Setting.Flag(Boolean.parseBoolean(value.value())));
            }
            draft.taken(key, value);
        });
    }
}
