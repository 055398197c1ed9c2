package dev.slipway.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Turns the bytes of a file into text, and says where they are not UTF-8. */
record Decoding(String name, byte[] bytes) {
    private static final char REPLACEMENT = '\uFFFD';

    SourceText text() {
        if (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE)) {
            throw fault("", Span.START, "the file is UTF-16");
        }
        String read = new String(bytes, StandardCharsets.UTF_8);
        return read.indexOf(REPLACEMENT) < 0 ? new SourceText(name, withoutMark(read)) : strict();
    }

    /** Tells a replacement character that somebody wrote from one for what is not UTF-8. */
    private SourceText strict() {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        boolean malformed = decoder.decode(input, output, true).isError();
        String text = withoutMark(output.flip().toString());
        if (malformed) {
            int bad = bytes[input.position()] & 0xFF;
            throw fault(
                    text,
                    new Span(new SourceText("", text).end(), 1),
                    String.format(Locale.ROOT, "byte 0x%02X is not UTF-8", bad));
        }
        return new SourceText(name, text);
    }

    private boolean startsWith(int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private InvalidSource fault(String readable, Span span, String message) {
        return new YamlFault(new SourceText(name, readable)).at(span, message, "save the file as UTF-8");
    }
}
