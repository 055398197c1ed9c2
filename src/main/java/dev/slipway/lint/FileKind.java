package dev.slipway.lint;

import dev.slipway.lock.ActionsLock;
import java.util.Locale;

/** The kind of a file for the linter, by its name. */
enum FileKind {
    WORKFLOW,
    DOCKERFILE,
    IGNORE_FILE,
    LOCK,
    OTHER;

    static FileKind of(String path) {
        if (path.startsWith(".slipway/") || path.contains("/.slipway/")) {
            return OTHER; // manifests of packages end like workflows
        }
        if (path.endsWith(ActionsLock.PATH)) {
            return LOCK;
        }
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.endsWith(".dockerignore")) {
            return IGNORE_FILE;
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return WORKFLOW;
        }
        return name.equals("dockerfile") || name.startsWith("dockerfile.") || name.endsWith(".dockerfile")
                ? DOCKERFILE
                : OTHER;
    }
}
