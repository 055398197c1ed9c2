package dev.slipway.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Selects the variables that change what commands build: those of compilers, and for files that Docker or make fills in, all. */
public final class CompilerVariables {
    /** Variables that change what compilers build, or what ko makes of it. */
    private static final Pattern COMPILING =
            Pattern.compile("GOOS|GOARCH|GOARM|GOFLAGS|CGO_ENABLED|RUSTFLAGS|CARGO_BUILD_TARGET"
                    + "|CARGO_PROFILE_\\w+|MACOSX_DEPLOYMENT_TARGET|KO_[A-Z_]+");

    /** What Go gives to compilers of C. */
    private static final Pattern LINKING =
            Pattern.compile("CC|CXX|CGO_(?:C|CPP|CXX|LD)FLAGS|PKG_CONFIG(?:_PATH|_LIBDIR|_SYSROOT_DIR)?");

    /** Programs and actions that fill variables into a file of the repository. */
    private static final Pattern FILLING = Pattern.compile("docker(?:-compose)?|(?:docker|depot)/bake-action|g?make");

    /** Programs that name packages after the machine. */
    private static final Pattern PACKING = Pattern.compile("cargo(?:-deb|-generate-rpm)?");

    private CompilerVariables() {}

    /**
     * Those of a set of variables, in a new map.
     *
     * @param program what gets them: a program, or an action
     */
    public static Map<String, String> of(Map<String, String> variables, String program) {
        if (FILLING.matcher(program).matches()) {
            return new HashMap<>(variables);
        }
        Map<String, String> found = new HashMap<>();
        variables.forEach((name, text) -> {
            boolean library = name.endsWith("_STATIC") || name.contains("_SYS_");
            boolean linker = program.equals("go") && LINKING.matcher(name).matches();
            boolean machine =
                    name.equals("RUNNER_ARCH") && PACKING.matcher(program).matches();
            if (library || linker || machine || COMPILING.matcher(name).matches()) {
                found.put(name, text);
            }
        });
        return found;
    }

    /** With which C library a target is linked if its runner's compiler replaces this one; empty if with the same. */
    public static String otherLibrary(String compiler) {
        if (compiler.contains("musl")) {
            return " and linked with glibc";
        }
        return compiler.contains("-gnu.") ? " and linked with the glibc of its container" : "";
    }
}
