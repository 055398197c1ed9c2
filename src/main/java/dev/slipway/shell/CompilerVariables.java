package dev.slipway.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Selects the variables that change what compilers build, and how crates with a library in C build that. */
public final class CompilerVariables {
    /** Variables that change what compilers build, or where ko pushes it. */
    private static final Pattern COMPILING =
            Pattern.compile("GOOS|GOARCH|GOARM|CGO_ENABLED|RUSTFLAGS|CARGO_BUILD_TARGET"
                    + "|CARGO_PROFILE_\\w+|MACOSX_DEPLOYMENT_TARGET|KO_DOCKER_REPO");

    private CompilerVariables() {}

    /** Those of a set of variables, in a new map. */
    public static Map<String, String> of(Map<String, String> variables) {
        Map<String, String> found = new HashMap<>();
        variables.forEach((name, text) -> {
            boolean library = name.endsWith("_STATIC") || name.contains("_SYS_");
            if (library || COMPILING.matcher(name).matches()) {
                found.put(name, text);
            }
        });
        return found;
    }
}
