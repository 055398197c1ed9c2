package dev.slipway.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Tells by a path whether Cargo leaves a program there, which no command of a script names. */
final class CargoProgram {
    /** Folders below {@code target} in which no compiler leaves a program. */
    private static final Set<String> OTHERS =
            Set.of("debian", "generate-rpm", "wix", "package", "doc", "tmp", "artifacts", "bundle");

    private CargoProgram() {}

    /** Whether Cargo would leave a program there: below {@code target}, a triple if one is asked for, and a profile. */
    static boolean is(String path) {
        List<String> parts = Arrays.asList(path.split("/"));
        List<String> below = parts.subList(parts.indexOf("target") + 1, parts.size());
        boolean crossed =
                below.size() == 3 && (below.get(0).contains("-") || below.get(0).equals(Symbols.UNKNOWN));
        if (!parts.contains("target") || below.size() != 2 && !crossed) {
            return false;
        }
        String name = below.get(below.size() - 1);
        String stem = name.endsWith(".exe") ? name.substring(0, name.length() - ".exe".length()) : name;
        boolean plain = !stem.isEmpty() && ".*?".chars().noneMatch(c -> stem.indexOf(c) >= 0);
        return plain
                && !OTHERS.contains(below.get(below.size() - 2))
                && !stem.equals("release")
                && !stem.equals("debug");
    }

    /**
     * Whether a program is there after a build: it has its ending where it is built for Windows, and has none elsewhere.
     *
     * @param system the value of {@code RUNNER_OS}, or nothing
     */
    static Truth isThere(String path, String system) {
        if (!is(path) || path.contains(Symbols.UNKNOWN)) {
            return Truth.UNKNOWN;
        }
        List<String> parts = Arrays.asList(path.split("/"));
        String triple = parts.get(parts.indexOf("target") + 1);
        boolean crossed = triple.contains("-");
        if (!crossed && system.isEmpty()) {
            return Truth.UNKNOWN;
        }
        boolean windows = crossed ? triple.contains("windows") : system.equals("Windows");
        return Truth.of(path.endsWith(".exe") == windows);
    }
}
