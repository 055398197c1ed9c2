package dev.slipway.run.local.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drops the lines with which Buildah ends after a failed command. They are held back until it is clear that they are the
 * last ones.
 */
final class WithoutStatus implements Consumer<String> {
    private static final Pattern STATUS = Pattern.compile(
            "(.*?)(?:(?:subprocess|process) exited with (?:status \\d+|error: .*)|Error: exit status \\d+)");

    private final Consumer<String> line;
    private final List<String> held = new ArrayList<>();

    WithoutStatus(Consumer<String> line) {
        this.line = line;
    }

    @Override
    public void accept(String text) {
        Matcher status = STATUS.matcher(text);
        if (!status.matches()) {
            held.forEach(line);
            held.clear();
            line.accept(text);
        } else if (status.group(1).isEmpty()) {
            held.add(text);
        } else {
            // The command ended without a line end; its last line runs into Buildah's first one.
            line.accept(status.group(1));
        }
    }
}
