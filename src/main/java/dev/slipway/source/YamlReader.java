package dev.slipway.source;

import java.util.Locale;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into values with their positions: YAML 1.2 with its core schema, so {@code on} and {@code yes} are
 * text, and without what GitHub does not read either (merge keys, explicit types, several documents).
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2, core schema</a>
 */
public final class YamlReader {
    /** The longest text that is read; a workflow or a config is a thousand times shorter. */
    static final int MAX_LENGTH = 1 << 20;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(2 * MAX_LENGTH).build();

    private YamlReader() {}

    /**
     * Reads a document; a text without one is a scalar of type {@link Node.Scalar.Type#NULL}.
     *
     * @throws InvalidSource with the mistake of each key and list item that can be read alone, if the text is not YAML or more than we take
     */
    public static Node read(SourceText source) {
        return read(source, false);
    }

    /**
     * The same for files that GitHub does not read: a key {@code <<} takes in the keys of another mapping, or of several.
     *
     * @throws InvalidSource as {@link #read(SourceText)}
     * @see <a href="https://yaml.org/type/merge.html">merge keys</a>
     */
    public static Node readMerging(SourceText source) {
        return read(source, true);
    }

    private static Node read(SourceText source, boolean merging) {
        YamlFault fault = new YamlFault(source);
        checkCharacters(source.text(), fault);
        Places places = new Places(source);
        return PlainYaml.read(source, places).orElseGet(() -> readAny(source, places, fault, merging));
    }

    /** Reads with the library, which knows all of YAML, and what is wrong with a text. */
    static Node readAny(SourceText source, Places places, YamlFault fault, boolean merging) {
        try {
            return tree(source, places, fault, merging);
        } catch (MarkedYamlEngineException e) {
            throw new YamlEntries(source, merging).with(new SyntaxWords(places, fault).explain(e), true);
        } catch (InvalidSource invalid) {
            throw new YamlEntries(source, merging).with(invalid, false);
        }
    }

    /** The same for a part of a text, up to its first mistake. */
    static Node readOne(SourceText source, boolean merging) {
        Places places = new Places(source);
        YamlFault fault = new YamlFault(source);
        try {
            return tree(source, places, fault, merging);
        } catch (MarkedYamlEngineException e) {
            throw new SyntaxWords(places, fault).explain(e);
        }
    }

    private static Node tree(SourceText source, Places places, YamlFault fault, boolean merging) {
        try {
            return new YamlTree(new Parse(SETTINGS).parseString(source.text()), places, fault, merging).document();
        } catch (MarkedYamlEngineException e) {
            throw e;
        } catch (YamlEngineException e) {
            throw fault.at(
                    Span.START, "this version of YAML cannot be read", "remove the line that starts with '%YAML'");
        }
    }

    static void checkCharacters(String text, YamlFault fault) {
        if (text.length() > MAX_LENGTH) {
            throw fault.at(Span.START, "the file is larger than 1 MiB", "move long text to separate files");
        }
        for (int i = 0; i < text.length(); i++) {
            char usual = text.charAt(i);
            if (usual >= ' ' && usual < 0x7F || usual == '\n') {
                continue;
            }
            int c = text.codePointAt(i);
            if (!printable(c)) {
                throw fault.at(
                        new Span(new SourceText("", text.substring(0, i)).end(), 1),
                        "control character " + String.format(Locale.ROOT, "U+%04X", c),
                        "remove it; inside double quotes it can be written as an escape");
            }
            i += Character.charCount(c) - 1;
        }
    }

    /** The characters of <a href="https://yaml.org/spec/1.2.2/#51-character-set">a YAML text</a>. */
    private static boolean printable(int c) {
        return c >= 0x20 && c < 0x7F
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c == 0x85
                || c >= 0xA0 && c < 0xD800
                || c >= 0xE000 && c < 0xFFFE
                || c >= 0x10000;
    }
}
