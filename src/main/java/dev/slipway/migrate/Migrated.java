package dev.slipway.migrate;

import dev.slipway.source.Document;
import dev.slipway.source.Edit;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A config in the words of today.
 *
 * @param before the text as it was
 * @param after the same text in which only what has changed is other; equal if nothing has
 * @param changes what was changed, a sentence each
 * @param unsure what was not changed because the config does not say its version, a sentence each
 * @param left what its author has to change, a sentence each
 */
public record Migrated(SourceText before, String after, List<String> changes, List<String> unsure, List<String> left) {
    /** The key that says for which version a config was written. */
    public static final String KEY = "slipway";

    private static final Pointer VERSION = Pointer.of("/" + KEY);

    public Migrated {
        changes = List.copyOf(changes);
        unsure = List.copyOf(unsure);
        left = List.copyOf(left);
    }

    /**
     * Rewrites one text of a config.
     *
     * @param document the config
     * @param source the text: the config itself or one that it extends
     * @param from the version of a text that does not say one; nothing if that is not known
     * @param current the version to rewrite it for
     */
    public static Migrated of(
            Document document, SourceText source, Optional<ConfigVersion> from, ConfigVersion current) {
        return of(document, source, from, current, Migration.ALL);
    }

    static Migrated of(
            Document document,
            SourceText source,
            Optional<ConfigVersion> from,
            ConfigVersion current,
            List<Migration> all) {
        boolean base = !source.equals(document.source());
        Node root = YamlReader.read(source);
        ConfigText text = new ConfigText(source, root, document);
        Optional<ConfigVersion> stated = stated(root);
        Optional<ConfigVersion> version = stated.or(() -> from);
        List<Edit> edits = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        List<String> unsure = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Migration migration : all) {
            boolean certain = Migration.isCertain(migration);
            boolean older = version.map(it -> it.isBefore(migration.since())).orElse(true);
            Optional<Edit> edit = older && (certain || !base) ? migration.edit(text) : Optional.empty();
            if (edit.isPresent() && (certain || version.isPresent())) {
                edits.add(edit.get());
                changes.add(migration.words());
            } else if (edit.isPresent()) {
                unsure.add("until " + migration.since() + ", " + migration.words());
            } else if (older && migration.isStuck(text)) {
                left.add(migration.words() + ", but both exist: remove one");
            }
        }
        if (stated.isPresent() && stated.get().isBefore(current)) {
            Node value = root.at(VERSION).orElseThrow();
            edits.add(Edit.replace(value.span(), current.line()));
            changes.add("written for " + current.line());
        } else if (stated.isEmpty() && !edits.isEmpty()) {
            edits.add(0, text.addFirst(KEY + ": " + current.line()));
            changes.add("written for " + current.line());
        }
        Migrated migrated = new Migrated(source, Edit.apply(source, edits), changes, unsure, left);
        return migrated.isReadable() ? migrated : new Migrated(source, source.text(), List.of(), unsure, changes);
    }

    /** If the style of a text does not show where to add a key, this is left to its author. */
    private boolean isReadable() {
        try {
            YamlReader.read(new SourceText(before.name(), after));
            return true;
        } catch (InvalidSource broken) {
            return false;
        }
    }

    public boolean changed() {
        return !after.equals(before.text());
    }

    /** The version that a text says it was written for, if it says one that can be read. */
    public static Optional<ConfigVersion> stated(Node root) {
        return root.at(VERSION)
                .map(node -> node.fold(mapping -> "", list -> "", Node.Scalar::text))
                .flatMap(ConfigVersion::parse);
    }

    /** What means something else today than in the version that a config says it was written for. */
    public static List<Problem> problems(Document document) {
        return problems(document, Migration.ALL);
    }

    static List<Problem> problems(Document document, List<Migration> all) {
        Document.Part own = document.parts().get(0);
        ConfigText text = new ConfigText(own.source(), own.root(), document);
        return stated(own.root()).stream()
                .flatMap(version -> all.stream()
                        .filter(migration -> version.isBefore(migration.since()) && !Migration.isCertain(migration))
                        .filter(migration -> migration.edit(text).isPresent())
                        .map(migration -> Problem.at(
                                VERSION,
                                "until " + migration.since() + ", " + migration.words(),
                                "run 'slipway migrate' to keep it, or write 'slipway: "
                                        + migration.since().line() + "' to use the new one")))
                .toList();
    }

    /** What has become of a key that is not known any more, such as {@code /release/name}. */
    public static Optional<String> renamed(Pointer key) {
        return Migration.ALL.stream()
                .filter(migration -> migration instanceof Migration.Renamed
                        && migration.key().tokens().equals(key.tokens()))
                .map(migration -> migration.words() + ": run 'slipway migrate'")
                .findFirst();
    }
}
