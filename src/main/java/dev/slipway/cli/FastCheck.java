package dev.slipway.cli;

import dev.slipway.files.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;

/**
 * {@code slipway check --fast}: no check if nothing has changed since one that found everything in order. It is asked
 * before anything of the program is loaded, so it reads the command line itself, and knows only the plain forms of it.
 *
 * @param root the root of the repository, a real path
 * @param stamp where the stamp of its last check is
 * @param program what tells this program from every other
 */
record FastCheck(Path root, Path stamp, String program) {
    static final String OPTION = "--fast";
    static final String CURRENT = "nothing has changed since the last check: all files are current";

    /** Whether the command line may ask for a fast check. Otherwise, nothing else is read. */
    static boolean isAsked(String[] args) {
        for (String word : args) {
            if (word.equals(OPTION)) {
                return true;
            }
        }
        return false;
    }

    /** The output, if the command line asks for a fast check and a stamp answers it. */
    static Optional<String> answer(String[] args, Map<String, String> environment, String classPath, long now) {
        String directory = "";
        boolean fast = false;
        String text = CURRENT + "\n";
        int commands = 0;
        for (int i = 0; i < args.length; i++) {
            String word = args[i];
            if (word.equals("check") && commands == 0) {
                commands++;
            } else if (word.equals("-q") || word.equals("--quiet")) {
                text = "";
            } else if (word.equals("-C") && directory.isEmpty() && i + 1 < args.length) {
                directory = args[++i];
            } else if (word.equals(OPTION)) {
                fast = true;
            } else {
                return Optional.empty();
            }
        }
        if (!fast || commands == 0) {
            return Optional.empty();
        }
        try {
            Optional<FastCheck> check = of(Path.of(directory), environment, classPath);
            return check.isPresent() && check.get().passes(now) ? Optional.of(text) : Optional.empty();
        } catch (RuntimeException noPath) {
            return Optional.empty();
        }
    }

    /**
     * Nothing if no stamp is trusted: in continuous integration, without a folder for it outside of the repository, or
     * if the program is not a single jar, whose size and time show its version.
     */
    static Optional<FastCheck> of(Path directory, Map<String, String> environment, String classPath) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        if (environment.containsKey("CI") || cache.isEmpty() && home.isEmpty() || !classPath.endsWith(".jar")) {
            return Optional.empty();
        }
        try {
            Path root = directory.toRealPath();
            Path folder = (cache.isEmpty() ? Path.of(home, ".cache") : Path.of(cache)).resolve("slipway/checks");
            Path jar = Path.of(classPath).toRealPath();
            BasicFileAttributes is = Files.readAttributes(jar, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!folder.isAbsolute() || folder.startsWith(root) || !is.isRegularFile()) {
                return Optional.empty();
            }
            String name = Integer.toHexString(root.toString().hashCode()) + ".stamp";
            String program = jar + " " + is.size() + " " + is.lastModifiedTime().toMillis() + " " + is.fileKey();
            return Optional.of(new FastCheck(root, folder.resolve(name), program));
        } catch (IOException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    boolean passes(long now) {
        return Stamp.holds(stamp, root, program, now);
    }
}
