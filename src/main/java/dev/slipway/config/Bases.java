package dev.slipway.config;

import dev.slipway.migrate.ConfigVersion;
import dev.slipway.migrate.Migrated;
import dev.slipway.source.Document;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Locator;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a config and the files that it extends, which its own keys are merged into. */
public final class Bases {
    /** The key that names them. */
    static final String KEY = "extends";

    /** What a file says about itself, so that those who extend it do not inherit it. */
    private static final List<String> OWN = List.of(KEY, Migrated.KEY);

    /** The key that no two projects share: files and packages are called by it. */
    private static final String NAME = "name";

    /** More than anybody needs, and few enough that a config cannot keep Slipway busy. */
    private static final int MOST = 16;

    private final Optional<ConfigVersion> current;
    private final Files files;
    private final List<Document.Part> parts = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();

    private Bases(String current, Files files) {
        this.current = ConfigVersion.parse(current);
        this.files = files;
    }

    /** The files of a repository. */
    public interface Files {
        /**
         * The bytes of a file; nothing if there is none.
         *
         * @param path relative to what the name of the config is relative to
         * @throws IOException if something is there that is not read; the message names it
         */
        Optional<byte[]> bytes(String path) throws IOException;
    }

    /**
     * Reads a config with everything that it extends.
     *
     * @param current the version of this program
     * @throws InvalidSource if one of the texts is no YAML or needs a newer program, or a base cannot be read
     */
    public static Document read(SourceText config, String current, Files files) {
        Node root = YamlReader.read(config);
        if (root.child(KEY).isEmpty() && root.child(Migrated.KEY).isEmpty()) {
            return Document.of(config, root);
        }
        Bases bases = new Bases(current, files);
        bases.add(config, root);
        return Document.of(bases.parts);
    }

    /** What a config inherits and must not. */
    static List<Problem> problems(Document document) {
        Pointer name = Pointer.of("/" + NAME);
        boolean inherited =
                document.at(name).isPresent() && !document.find(name).source().equals(document.source());
        return inherited
                ? List.of(Problem.at(
                        name.key(),
                        "'name' cannot be inherited, because every project would have the same name",
                        "move it to " + document.source().name()))
                : List.of();
    }

    private void add(SourceText source, Node root) {
        reject(source, root, newer(root)); // a newer version may have keys that this one does not know
        List<Problem> problems = new ArrayList<>();
        boolean base = !parts.isEmpty();
        List<String> named = own(root, base, problems);
        parts.add(new Document.Part(source, base ? inheritable(root) : root));
        open.addLast(source.name());
        List<SourceText> texts = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Pointer whole = Pointer.of("/" + KEY);
            Pointer item = root.at(whole.child(i)).isPresent() ? whole.child(i) : whole;
            if (named.get(i).isEmpty()) {
                continue; // it is no path, which has been reported
            }
            if (parts.size() + texts.size() < MOST) {
                open(source.name(), named.get(i), item, problems).ifPresent(texts::add);
            } else if (problems.isEmpty()) {
                problems.add(Problem.at(
                        item, "the config extends more than " + (MOST - 1) + " files", "merge some of them"));
            }
        }
        reject(source, root, problems);
        for (int i = texts.size() - 1; i >= 0; i--) { // the last one decides, so it comes first
            add(texts.get(i), YamlReader.read(texts.get(i)));
        }
        open.removeLast();
    }

    private static void reject(SourceText source, Node root, List<Problem> problems) {
        if (!problems.isEmpty()) {
            Locator locator = new Locator(Document.of(source, root));
            throw new InvalidSource(
                    List.of(source),
                    locator.locate("config", Severity.ERROR, problems),
                    "the other keys and the generated files");
        }
    }

    private List<Problem> newer(Node root) {
        return Migrated.stated(root).stream()
                .filter(stated -> current.filter(it -> it.isBefore(stated)).isPresent())
                .map(stated -> Problem.at(
                        Pointer.of("/" + Migrated.KEY),
                        "the config needs Slipway " + stated + ", and this is Slipway " + current.orElse(stated),
                        "install Slipway " + stated + " or newer"))
                .toList();
    }

    /** What a text says about itself: the files that it extends. */
    private static List<String> own(Node root, boolean base, List<Problem> problems) {
        if (root instanceof Node.Mapping mapping) {
            Fields fields = WrittenFields.some(mapping, problems);
            if (base) {
                fields.text(Migrated.KEY, ProjectGrammars.VERSION);
            }
            return fields.texts(KEY, ProjectGrammars.BASE);
        }
        if (base) {
            problems.add(Problem.at(
                    Pointer.ROOT,
                    "expected a mapping, found " + root.kind(),
                    "write keys of a config, each on its own line"));
        }
        return List.of();
    }

    private static Node inheritable(Node root) {
        if (!(root instanceof Node.Mapping mapping)) {
            return root;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>(mapping.entries());
        OWN.forEach(entries::remove);
        return new Node.Mapping(entries, mapping.span());
    }

    private Optional<SourceText> open(String by, String named, Pointer where, List<Problem> problems) {
        String path = resolved(by, named);
        if (open.contains(path)) {
            problems.add(Problem.at(
                    where,
                    Quote.of(path) + " extends itself" + (open.size() == 1 ? "" : ": " + circle(path)),
                    "remove one 'extends' from the cycle"));
            return Optional.empty();
        }
        try {
            Optional<byte[]> bytes = files.bytes(path);
            if (bytes.isEmpty()) {
                problems.add(Problem.at(
                        where,
                        "no such file: " + Quote.of(path),
                        "write a path relative to the folder of " + by
                                + "; check out a file of another repository first, for example as a submodule"));
            }
            return bytes.map(content -> SourceText.decode(path, content));
        } catch (IOException unreadable) {
            problems.add(
                    Problem.at(where, String.valueOf(unreadable.getMessage()), "name a YAML file of the repository"));
            return Optional.empty();
        }
    }

    private String circle(String path) {
        List<String> names = new ArrayList<>(open);
        names.add(path);
        return String.join(" → ", names.subList(names.indexOf(path), names.size()));
    }

    /** A path that is relative to the folder of a file, in the words that the name of the file is in. */
    private static String resolved(String by, String named) {
        Deque<String> names = new ArrayDeque<>();
        int folder = by.lastIndexOf('/') + 1;
        for (String name : (by.substring(0, folder) + named).split("/")) {
            boolean up = name.equals("..");
            if (up && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else if (!name.equals(".") && (!name.isEmpty() || names.isEmpty())) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }
}
