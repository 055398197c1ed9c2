package dev.slipway.report;

import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes one JSON object, indented, its keys in the order of the calls. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    static String of(Consumer<Json> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(new Indented(), text)) {
            out.writeStartObject();
            members.accept(new Json(out));
            out.writeEndObject();
        }
        return Printable.json(text.append('\n').toString());
    }

    /** The same without a line break. */
    static String line(Consumer<Json> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            members.accept(new Json(out));
            out.writeEndObject();
        }
        return text.append('\n').toString();
    }

    Json put(String key, String value) {
        out.writeStringProperty(key, value);
        return this;
    }

    /** Nothing at all if there is no value. */
    Json put(String key, Optional<String> value) {
        value.ifPresent(there -> put(key, there));
        return this;
    }

    Json put(String key, int value) {
        out.writeNumberProperty(key, value);
        return this;
    }

    Json put(String key, long value) {
        out.writeNumberProperty(key, value);
        return this;
    }

    Json put(String key, boolean value) {
        out.writeBooleanProperty(key, value);
        return this;
    }

    Json put(String key, List<String> values) {
        out.writeArrayPropertyStart(key);
        values.forEach(out::writeString);
        out.writeEndArray();
        return this;
    }

    Json object(String key, Consumer<Json> members) {
        out.writeObjectPropertyStart(key);
        members.accept(this);
        out.writeEndObject();
        return this;
    }

    /** An object that is text already. */
    Json copy(String key, String object) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), object)) {
            parser.nextToken();
            out.writeName(key);
            out.copyCurrentStructure(parser);
        }
        return this;
    }

    /** The members of an object that is text already. */
    Json copy(String object) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                out.copyCurrentStructure(parser);
            }
        }
        return this;
    }

    /** A list with an object for each item. */
    <T> Json list(String key, Collection<T> items, Consumer<T> members) {
        out.writeArrayPropertyStart(key);
        for (T item : items) {
            out.writeStartObject();
            members.accept(item);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }

    /** How the text is laid out: the same on every system. */
    private static final class Indented extends ObjectWriteContext.Base {
        private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
        private static final Separators SEPARATORS = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(SEPARATORS)
                    .withObjectIndenter(LINES)
                    .withArrayIndenter(LINES);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
