package dev.slipway.detect.tool;

import dev.slipway.detect.fact.Fact;
import dev.slipway.source.English;
import dev.slipway.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mapping of the config that knows which of its keys were read, so that everything else can be said.
 *
 * <p>A value of another kind than expected counts as not read.
 */
public final class Section {
    /** More items than any release has. */
    public static final int MAX_ITEMS = 100;

    private static final int SHOWN = 60;

    private final Tool tool;
    private final String file;
    private final String path;
    private final Map<String, Node.Entry> entries;
    private final int line;
    private final Map<String, Optional<List<Section>>> read = new LinkedHashMap<>();

    /** The file of each key that is in another file. */
    private final Map<String, String> elsewhere;

    /** What may set a key that this section lacks: the place of an include that cannot be read. */
    private final Optional<String> include;

    private Section(Tool tool, String file, String path, Map<String, Node.Entry> entries, int line) {
        this(tool, file, path, entries, line, Map.of(), Optional.empty());
    }

    private Section(
            Tool tool,
            String file,
            String path,
            Map<String, Node.Entry> entries,
            int line,
            Map<String, String> elsewhere,
            Optional<String> include) {
        this.tool = tool;
        this.file = file;
        this.path = path;
        this.entries = entries;
        this.line = line;
        this.elsewhere = elsewhere;
        this.include = include;
    }

    /** A key and its value, and the file that has it. */
    public record Placed(String file, Node.Entry entry) {}

    /** The whole document; empty if it is no mapping. */
    public static Section root(Tool tool, String file, Node document) {
        Map<String, Node.Entry> entries = document.fold(Node.Mapping::entries, list -> Map.of(), text -> Map.of());
        return new Section(tool, file, "", entries, document.span().start().line());
    }

    /**
     * A document of several files.
     *
     * @param include where one is included that cannot be read
     */
    public static Section root(Tool tool, String file, Map<String, Placed> placed, Optional<String> include) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        Map<String, String> elsewhere = new LinkedHashMap<>();
        placed.forEach((key, one) -> {
            entries.put(key, one.entry());
            elsewhere.put(key, one.file());
        });
        return new Section(tool, file, "", entries, 1, elsewhere, include);
    }

    /** The keys of a document, with the file of each. */
    public Map<String, Placed> placed() {
        Map<String, Placed> placed = new LinkedHashMap<>();
        entries.forEach((key, entry) -> placed.put(key, new Placed(file(key), entry)));
        return placed;
    }

    /** Where a config is included that cannot be read. */
    public Optional<String> include() {
        return include;
    }

    /** Whether a config that cannot be read may set a key that is not set here. */
    public boolean unknown(String key) {
        return !has(key) && include.isPresent();
    }

    private String file(String key) {
        return elsewhere.getOrDefault(key, file);
    }

    /** One that says nothing, if the config has none. */
    public Section absent(String key) {
        return new Section(tool, file(key), child(key), Map.of(), line, Map.of(), include);
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** All keys, in the order of the file. */
    public List<String> names() {
        return entries.keySet().stream().limit(MAX_ITEMS).toList();
    }

    /** Whether it was written at all. */
    public boolean written() {
        return !entries.isEmpty();
    }

    /**
     * Where a key is, such as {@code .goreleaser.yml:12 builds[0].ldflags}. Of an absent key it is the nearest mapping
     * that is there, with a note that the value is the tool's default.
     */
    public String from(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null
                ? usual(key)
                : file(key) + ":" + entry.keySpan().start().line() + " " + child(key);
    }

    /** The place of a default; a key of a mapping that is absent itself counts as that mapping. */
    private String usual(String key) {
        String absent = written() ? key : path;
        String note = " ("
                + include.map(some -> Fact.DOUBT + "'" + some + "' sets '" + absent + "'")
                        .orElse(tool.name() + "'s default: no '" + absent + "'")
                + ")";
        return written() && !path.isEmpty() ? file + ":" + line + " " + path + note : file + note;
    }

    public String from() {
        return written() ? file + ":" + line + " " + path : usual(path);
    }

    public String path() {
        return path;
    }

    /** A single value, as it is written. */
    public Optional<String> text(String key) {
        Optional<String> text = node(key).flatMap(node -> scalar(node));
        text.ifPresent(found -> read.putIfAbsent(key, Optional.empty()));
        return text;
    }

    private Optional<Node> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(Node.Entry::value);
    }

    private static Optional<String> scalar(Node node) {
        return node.fold(
                mapping -> Optional.empty(),
                sequence -> Optional.empty(),
                text -> text.type() == Node.Scalar.Type.NULL ? Optional.empty() : Optional.of(text.text()));
    }

    /** The first of several keys that is there: some have had other names. */
    public Optional<String> text(String key, String other) {
        return text(key).or(() -> text(other));
    }

    /** Several values, or a single one. */
    public List<String> texts(String key) {
        Optional<List<String>> texts = node(key)
                .flatMap(node -> node.fold(
                        mapping -> Optional.<List<String>>empty(),
                        sequence -> sequence.items().stream()
                                        .allMatch(item -> scalar(item).isPresent())
                                ? Optional.of(sequence.items().stream()
                                        .limit(MAX_ITEMS)
                                        .flatMap(item -> scalar(item).stream())
                                        .toList())
                                : Optional.empty(),
                        text -> scalar(text).map(List::of)));
        texts.ifPresent(found -> read.putIfAbsent(key, Optional.empty()));
        return texts.orElse(List.of());
    }

    /** Names and single values. */
    public Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        node(key)
                .ifPresent(node -> node.fold(
                        mapping -> {
                            mapping.entries().values().stream()
                                    .limit(MAX_ITEMS)
                                    .forEach(entry ->
                                            scalar(entry.value()).ifPresent(text -> pairs.put(entry.key(), text)));
                            if (pairs.size() == mapping.entries().size()) {
                                read.putIfAbsent(key, Optional.empty());
                            }
                            return pairs;
                        },
                        sequence -> pairs,
                        text -> pairs));
        return pairs;
    }

    /** Whether a value is true, in any of the ways that YAML 1.1 writes it; a template is not. */
    public boolean flag(String key) {
        return text(key)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> List.of("true", "yes", "on", "y").contains(text))
                .isPresent();
    }

    /** A mapping below a key; an empty one if there is none. */
    public Section section(String key) {
        List<Section> found = sections(key);
        return found.size() == 1 ? found.get(0) : absent(key);
    }

    /** The mappings of a list, or a single one; items of another kind are left. */
    public List<Section> sections(String key) {
        Optional<List<Section>> before = read.get(key);
        if (before != null) {
            return before.orElse(List.of());
        }
        List<Section> found = new ArrayList<>();
        node(key)
                .ifPresent(node -> node.fold(
                        mapping -> found.add(new Section(
                                tool,
                                file(key),
                                child(key),
                                mapping.entries(),
                                mapping.span().start().line(),
                                Map.of(),
                                include)),
                        sequence -> {
                            for (int i = 0;
                                    i < Math.min(MAX_ITEMS, sequence.items().size());
                                    i++) {
                                Node item = sequence.items().get(i);
                                String name = child(key) + "[" + i + "]";
                                item.fold(
                                        mapping -> found.add(new Section(
                                                tool,
                                                file(key),
                                                name,
                                                mapping.entries(),
                                                mapping.span().start().line())),
                                        list -> false,
                                        text -> false);
                            }
                            return found.size() == sequence.items().size();
                        },
                        text -> false));
        boolean whole = node(key)
                .map(node -> node.fold(
                        mapping -> true,
                        sequence -> found.size() == sequence.items().size(),
                        text -> false))
                .orElse(false);
        if (whole) {
            read.put(key, Optional.of(found));
        }
        return found;
    }

    /** The items of a list, of which those that are single values stand for mappings with one key. */
    public List<Section> items(String key, String inner) {
        List<Section> items = new ArrayList<>();
        node(key)
                .ifPresent(node -> node.fold(
                        mapping -> items.addAll(sections(key)),
                        sequence -> {
                            for (int i = 0;
                                    i < Math.min(MAX_ITEMS, sequence.items().size());
                                    i++) {
                                items.add(item(file(key), sequence.items().get(i), child(key) + "[" + i + "]", inner));
                            }
                            return true;
                        },
                        text -> items.add(item(file(key), text, child(key), inner))));
        if (!items.isEmpty()) {
            read.put(key, Optional.of(List.copyOf(items)));
        }
        return items;
    }

    private Section item(String file, Node node, String name, String inner) {
        Map<String, Node.Entry> content = node.fold(
                Node.Mapping::entries,
                list -> Map.of(inner, new Node.Entry(inner, list.span(), list)),
                text -> Map.of(inner, new Node.Entry(inner, text.span(), text)));
        return new Section(tool, file, name, content, node.span().start().line());
    }

    /** Marks a key as read, because what it says is said elsewhere or needs no word. */
    public void skip(String key) {
        read.putIfAbsent(key, Optional.empty());
    }

    /** Marks all keys as read, because the whole mapping is said in one line. */
    public void skipAll() {
        entries.keySet().forEach(key -> read.put(key, Optional.empty()));
    }

    /** Every key that nobody has read, here and below; one without a value does nothing. */
    public List<Left> unread() {
        List<Left> unread = new ArrayList<>();
        entries.forEach((key, entry) -> {
            Optional<List<Section>> known = read.get(key);
            if (known == null && isEmpty(entry.value())) {
                return;
            }
            if (known == null) {
                unread.add(new Left(child(key), summary(entry.value()), tool.why(path, key, entry.value()), from(key)));
            } else {
                known.ifPresent(below -> below.forEach(section -> unread.addAll(section.unread())));
            }
        });
        return unread;
    }

    private static boolean isEmpty(Node value) {
        return value.fold(
                mapping -> false,
                sequence -> sequence.items().isEmpty(),
                scalar -> scalar.plain() && scalar.text().strip().matches("|~|null"));
    }

    /** What stands at a key, on one line. */
    public String summary(String key) {
        return node(key).map(Section::summary).orElse("");
    }

    private static String summary(Node node) {
        String text = node.fold(
                mapping -> mapping.entries().keySet().stream().limit(8).collect(Collectors.joining(", ", "{ ", " }")),
                sequence -> English.count(sequence.items().size(), "item"),
                scalar -> scalar.text().strip().replaceAll("\\s+", " "));
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
