package dev.slipway.files;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one config generates.
 *
 * @param files in the order in which they are shown; no two have the same path, not even without regard to case
 */
public record FileSet(List<GeneratedFile> files) {
    public FileSet {
        files = List.copyOf(files);
        Map<String, String> places = new HashMap<>();
        for (GeneratedFile file : files) {
            String other = places.put(file.path().toLowerCase(Locale.ROOT), file.path());
            if (other != null) {
                throw new IllegalArgumentException("'" + file.path() + "' and '" + other + "' are the same file");
            }
        }
        for (GeneratedFile file : files) {
            String path = file.path().toLowerCase(Locale.ROOT);
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                String parent = places.get(path.substring(0, slash));
                if (parent != null) {
                    throw new IllegalArgumentException("'" + parent + "' would be a file and a folder");
                }
            }
        }
    }

    /** The file at a path. */
    public Optional<GeneratedFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }
}
