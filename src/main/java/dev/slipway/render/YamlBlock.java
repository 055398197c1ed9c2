package dev.slipway.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text of several lines that YAML can show as it is, behind {@code |}.
 *
 * @param header {@code |}, or {@code |-} if the last line does not end; with a digit if the first line is indented
 * @see <a href="https://yaml.org/spec/1.2.2/#812-literal-style">Literal style</a>
 */
record YamlBlock(String header, List<String> lines) {
    /** Empty if the text is one line, or if a block would contain invisible spaces. */
    static Optional<YamlBlock> of(String text) {
        if (text.indexOf('\n') < 0 || text.endsWith("\n\n") || text.isBlank()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        for (int start = 0, end; start < text.length(); start = end + 1) {
            end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            if (!isClean(line)) {
                return Optional.empty();
            }
            lines.add(line);
        }
        int first = 0;
        while (lines.get(first).isEmpty()) {
            first++;
        }
        String indented = Characters.isBlank(lines.get(first).codePointAt(0)) ? "2" : "";
        return Optional.of(new YamlBlock("|" + indented + (text.endsWith("\n") ? "" : "-"), lines));
    }

    private static boolean isClean(String line) {
        return line.isEmpty() || Characters.fitOnLine(line) && !Characters.isBlank(line.codePointBefore(line.length()));
    }
}
