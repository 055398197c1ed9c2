package dev.slipway.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Standard output or standard error, in UTF-8 on every system. It keeps the first write error. */
final class Sink extends Writer {
    private final String name;
    private final Writer out;
    private Optional<IOException> failure = Optional.empty();

    /** @param name its name in messages */
    Sink(String name, OutputStream out) {
        this.name = name;
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    /** The message if something could not be written. */
    Optional<String> failure() {
        return failure.map(why -> "cannot write to " + name + ": " + why.getMessage());
    }

    /** Whether the reader closed the pipe, as {@code head} does after enough lines. */
    boolean unread() {
        return failure.map(why -> String.valueOf(why.getMessage()))
                .filter(why -> why.toLowerCase(Locale.ROOT).contains("pipe"))
                .isPresent();
    }

    @Override
    public void write(char[] text, int offset, int length) {
        attempt(() -> out.write(text, offset, length));
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    @Override
    public void close() {
        attempt(out::close);
    }

    /** After a failure, writing more is pointless. */
    private synchronized void attempt(Writing writing) {
        try {
            if (failure.isEmpty()) {
                writing.run();
            }
        } catch (IOException why) {
            failure = Optional.of(why);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
