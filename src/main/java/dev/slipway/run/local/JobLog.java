package dev.slipway.run.local;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file with what a job prints. A job that prints without end does not fill the disk with it. */
final class JobLog implements Closeable {
    /** More than a log that anybody reads, in characters. */
    static final long MOST = 100_000_000;

    private final BufferedWriter file;
    private long left;

    private JobLog(BufferedWriter file, long most) {
        this.file = file;
        this.left = most;
    }

    /**
     * Begins a file.
     *
     * @param most how many characters it may get; the lines after that are left out, which a last line reports
     */
    static JobLog in(Path file, long most) throws IOException {
        return new JobLog(Files.newBufferedWriter(file), most);
    }

    /** Adds a line. */
    synchronized void line(String line) {
        if (left < 0) {
            return;
        }
        left -= line.length() + 1;
        try {
            file.write(left < 0 ? "(the rest is left out: this log is too long)" : line);
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
