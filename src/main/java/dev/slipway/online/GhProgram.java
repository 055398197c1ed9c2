package dev.slipway.online;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** GitHub's own program, if it is installed. */
record GhProgram(String program) {
    private static final long SECONDS = 20;

    /**
     * What it said.
     *
     * @param json of the release, if it finds one
     * @param error why it does not; empty if it is not installed
     */
    record Said(Optional<String> json, String error) {}

    Said ask(String repository) {
        ProcessBuilder builder = new ProcessBuilder(
                List.of(program, "release", "view", "--repo", repository, "--json", "tagName,assets"));
        Map<String, String> environment = builder.environment();
        environment.put("GH_PROMPT_DISABLED", "1");
        environment.put("GH_NO_UPDATE_NOTIFIER", "1");
        environment.put("NO_COLOR", "1");
        try {
            return finish(builder.start());
        } catch (IOException missing) {
            return new Said(Optional.empty(), "");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Said(Optional.empty(), "interrupted");
        }
    }

    private static Said finish(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        Pipe out = Pipe.of(process.getInputStream());
        Pipe error = Pipe.of(process.getErrorStream());
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Said(Optional.empty(), "no answer within " + SECONDS + " seconds");
        }
        String text = out.text();
        boolean whole = process.exitValue() == 0 && text.length() < LatestRelease.LARGEST;
        return new Said(
                whole ? Optional.of(text) : Optional.empty(), error.text().strip());
    }

    /** Reads while it waits, so that a long answer blocks nothing. */
    private record Pipe(Thread thread, ByteArrayOutputStream bytes) {
        static Pipe of(InputStream stream) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Thread thread = new Thread(
                    () -> {
                        try (stream) {
                            bytes.writeBytes(stream.readNBytes(LatestRelease.LARGEST));
                            stream.transferTo(OutputStream.nullOutputStream());
                        } catch (IOException closed) {
                            // the process was ended; what it said until then counts
                        }
                    },
                    "gh-output");
            thread.setDaemon(true);
            thread.start();
            return new Pipe(thread, bytes);
        }

        String text() throws InterruptedException {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
