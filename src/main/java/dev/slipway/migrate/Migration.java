package dev.slipway.migrate;

import dev.slipway.source.Edit;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import java.util.List;
import java.util.Optional;

/** Something that a config of an older version says in another way than one of today. */
sealed interface Migration {
    /** The version that brought the change. */
    ConfigVersion since();

    /** The key that it is about. */
    Pointer key();

    /** What has changed, in words. */
    String words();

    /** How a text has to change; nothing if it does not say what has changed. */
    Optional<Edit> edit(ConfigText text);

    /** Whether a text says what has changed, but nobody can tell what it would be now. */
    default boolean isStuck(ConfigText text) {
        return false;
    }

    /** A key that has another name now. */
    record Renamed(ConfigVersion since, Pointer key, String now) implements Migration {
        @Override
        public String words() {
            return "'" + dotted(key) + "' is now '" + dotted(key.parent().child(now)) + "'";
        }

        @Override
        public Optional<Edit> edit(ConfigText text) {
            boolean both = text.root().at(key.parent().child(now)).isPresent();
            return both || text.root().at(key).isEmpty()
                    ? Optional.empty()
                    : Optional.of(Edit.replace(text.root().locate(key.key()), now));
        }

        @Override
        public boolean isStuck(ConfigText text) {
            return text.root().at(key).isPresent() && edit(text).isEmpty();
        }
    }

    /** A number that has to be larger than it had to be. */
    record AtLeast(ConfigVersion since, Pointer key, int least) implements Migration {
        @Override
        public String words() {
            return "'" + dotted(key) + "' is at least " + least;
        }

        @Override
        public Optional<Edit> edit(ConfigText text) {
            return text.root()
                    .at(key)
                    .filter(node -> node instanceof Node.Scalar scalar
                            && scalar.text().matches("[0-9]{1,6}")
                            && Integer.parseInt(scalar.text()) < least)
                    .map(node -> Edit.replace(node.span(), Integer.toString(least)));
        }
    }

    /**
     * A value that was meant if nothing was said, and is not any more.
     *
     * @param needed how many keys of the path, from the first, a config has to have for the value to mean anything
     */
    record FormerDefault(ConfigVersion since, Pointer key, int needed, String former) implements Migration {
        @Override
        public String words() {
            return "the default of '" + dotted(key) + "' was '" + former + "'";
        }

        @Override
        public Optional<Edit> edit(ConfigText text) {
            return text.whole().at(key).isPresent() ? Optional.empty() : text.add(key, needed, former);
        }
    }

    private static String dotted(Pointer key) {
        return String.join(".", key.tokens());
    }

    /** Those of a kind in which a config of no known version can be told to be old. */
    static boolean isCertain(Migration migration) {
        return !(migration instanceof FormerDefault);
    }

    /** Everything that has changed, the oldest first. */
    List<Migration> ALL = List.of(
            new Renamed(new ConfigVersion(0, 1, 0), Pointer.of("/release/name"), "title"),
            new FormerDefault(new ConfigVersion(0, 1, 0), Pointer.of("/release/latest"), 0, "every"),
            new FormerDefault(new ConfigVersion(0, 1, 0), Pointer.of("/docker/smoke/before-tags"), 1, "false"),
            new AtLeast(new ConfigVersion(0, 1, 0), Pointer.of("/maven/java"), 17));
}
