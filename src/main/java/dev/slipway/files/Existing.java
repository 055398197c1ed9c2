package dev.slipway.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What a file of the tree holds now.
 *
 * @param bytes exactly what it holds
 * @param text the same without byte order mark and with {@code \n}; one character for each byte if it is not UTF-8
 * @param utf8 whether it is UTF-8
 * @param crlf whether its lines end in {@code \r\n}, judged by the first
 */
record Existing(byte[] bytes, String text, boolean utf8, boolean crlf) {
    static Existing of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return of(bytes, text, true);
        } catch (CharacterCodingException e) {
            return of(bytes, new String(bytes, StandardCharsets.ISO_8859_1), false);
        }
    }

    private static Existing of(byte[] bytes, String text, boolean utf8) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int end = plain.indexOf('\n');
        boolean crlf = end > 0 && plain.charAt(end - 1) == '\r';
        return new Existing(bytes, plain.replace("\r\n", "\n"), utf8, crlf);
    }

    boolean holds(String wanted) {
        return utf8 && text.equals(wanted);
    }

    String fingerprint(String path, Locked locked) {
        return utf8 ? Fingerprint.of(path, locked.undo(text)) : Fingerprint.of(bytes);
    }

    /** A new text for this file, with the line ends that it has. */
    byte[] encode(String newText) {
        return (crlf ? newText.replace("\n", "\r\n") : newText).getBytes(StandardCharsets.UTF_8);
    }
}
