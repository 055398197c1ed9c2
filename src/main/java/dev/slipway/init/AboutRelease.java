package dev.slipway.init;

import dev.slipway.detect.Repository;

/** How releases are started and published. */
final class AboutRelease {
    private static final String INNER = "release.";

    private AboutRelease() {}

    static void add(Repository repository, Draft draft) {
        Setting.Group keys = new Setting.Group();
        repository.release().publishing().forEach((key, value) -> {
            if (key.startsWith("docker.") || key.startsWith("packages.")) {
                return;
            }
            if (key.startsWith(INNER)) {
                keys.word(key.substring(INNER.length()), value.value());
            } else {
                draft.put(key, new Setting.Flag(Boolean.parseBoolean(value.value())));
            }
            draft.taken(key, value);
        });
        draft.put("release", keys.keys());
    }
}
