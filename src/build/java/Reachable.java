import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;

/**
 * Leaves out what the program can never load: the classes of libraries that no class of ours names, directly or through
 * others. Any text of a class file counts as a name, so what a library looks for by its name stays as well.
 */
final class Reachable {
    private static final Pattern NAME = Pattern.compile("\\w[\\w$]*+(?:[./][\\w$]++)++");
    private static final String CLASS = ".class";

    /** How a text is marked in the constants of a class file; every name is one, and comes after its length. */
    private static final int TEXT = 1;

    private final Map<String, byte[]> entries;
    private final Set<String> reached = new TreeSet<>();
    private final Deque<String> left = new ArrayDeque<>();

    private Reachable(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    /**
     * Removes them, and the other files of folders in which no class is left.
     *
     * @param ours how the paths of our own files begin, which all stay
     */
    static void keep(Map<String, byte[]> entries, String ours) {
        Reachable reachable = new Reachable(entries);
        entries.forEach((path, content) -> {
            if (path.startsWith(ours) && path.endsWith(CLASS)) {
                reachable.reach(path);
            } else if (path.startsWith("META-INF/services/")) {
                reachable.reachNames(new String(content, StandardCharsets.UTF_8));
            }
        });
        reachable.follow();
        reachable.remove();
    }

    private void reach(String path) {
        if (entries.containsKey(path) && reached.add(path)) {
            left.add(path);
        }
    }

    private void reachNames(String text) {
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            String path = name.group().replace('.', '/');
            reach(path + CLASS);
            // a descriptor begins with an L
            reach(path.substring(1) + CLASS);
        }
    }

    private void follow() {
        while (!left.isEmpty()) {
            byte[] content = entries.get(left.pop());
            ClassReader reader = new ClassReader(content);
            for (int item = 1; item < reader.getItemCount(); item++) {
                int at = reader.getItem(item);
                if (at > 0 && reader.readByte(at - 1) == TEXT) {
                    reachNames(new String(content, at + 2, reader.readUnsignedShort(at), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void remove() {
        Set<String> folders = folders(reached);
        Set<String> emptied = folders(entries.keySet());
        emptied.removeAll(folders);
        entries.keySet()
                .removeIf(path -> path.endsWith(CLASS) ? !reached.contains(path) : emptied.contains(folder(path)));
    }

    /** The folders that have classes. */
    private static Set<String> folders(Collection<String> paths) {
        return paths.stream()
                .filter(path -> path.endsWith(CLASS))
                .map(Reachable::folder)
                .collect(Collectors.toSet());
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
