package dev.slipway.lint;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What workflows tell of the contexts that they build images in.
 *
 * @param byDockerfile the main context of the first build of each Dockerfile; nothing if only a run knows it
 * @param named the names of all further contexts, in lower case
 */
record BuildContexts(Map<String, Optional<String>> byDockerfile, Set<String> named) {
    static final BuildContexts NONE = new BuildContexts(Map.of(), Set.of());

    BuildContexts {
        byDockerfile = Map.copyOf(byDockerfile);
        named = Set.copyOf(named);
    }

    static BuildContexts of(List<ImageBuild> builds) {
        Map<String, Optional<String>> byDockerfile = new HashMap<>();
        Set<String> named = new HashSet<>();
        for (ImageBuild build : builds) {
            build.dockerfile().ifPresent(path -> byDockerfile.putIfAbsent(path, build.context()));
            named.addAll(build.namedContexts().keySet());
        }
        return new BuildContexts(byDockerfile, named);
    }

    /** What all of them tell; of two about the same Dockerfile, the first counts. */
    static BuildContexts all(Collection<BuildContexts> each) {
        Map<String, Optional<String>> byDockerfile = new HashMap<>();
        Set<String> named = new HashSet<>();
        for (BuildContexts one : each) {
            one.byDockerfile.forEach(byDockerfile::putIfAbsent);
            named.addAll(one.named);
        }
        return new BuildContexts(byDockerfile, named);
    }
}
