package dev.slipway.run.local.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instruction of a Dockerfile, with the here-documents that follow it.
 *
 * @param head its lines up to the first that does not end with a backslash, without comments
 * @param documents its here-documents, in their order
 * @param body the lines of all of them as they stand, with the words that end them
 * @see <a href="https://docs.docker.com/reference/dockerfile/#here-documents">Here-Documents</a>
 */
record Instruction(String head, List<Document> documents, String body) {
    private static final Pattern OPENING = Pattern.compile("(?<!<)<<(-?)([\"']?)([A-Za-z_][A-Za-z0-9_.]*)\\2");

    /**
     * A here-document.
     *
     * @param opening how it is announced, such as {@code <<EOF}
     * @param name the word that ends it
     * @param text its lines; without leading tabs if {@code <<-} asks for that
     */
    record Document(String opening, String name, String text) {}

    /** The instruction's name in capitals, such as {@code FROM}. */
    String keyword() {
        return head.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** The instructions of a Dockerfile in their order, without comments and empty lines. */
    static List<Instruction> all(String dockerfile) {
        List<Instruction> found = new ArrayList<>();
        List<String> lines = dockerfile.lines().toList();
        for (int i = 0; i < lines.size(); ) {
            if (skipped(lines.get(i))) {
                i++;
                continue;
            }
            List<String> head = new ArrayList<>();
            boolean more = true;
            while (more && i < lines.size()) {
                String line = lines.get(i++);
                if (!skipped(line)) {
                    head.add(line);
                    more = line.matches(".*\\\\\\s*");
                }
            }
            String text = String.join("\n", head).strip();
            List<Document> documents = new ArrayList<>();
            StringBuilder body = new StringBuilder();
            if (text.matches("(?is)(RUN|COPY|ADD)\\s.*")) {
                Matcher opening = OPENING.matcher(text);
                while (opening.find()) {
                    StringBuilder inner = new StringBuilder();
                    boolean tabs = !opening.group(1).isEmpty();
                    String end = opening.group(3);
                    if (lines.stream()
                            .skip(i)
                            .noneMatch(line -> bare(line, tabs).equals(end))) {
                        continue;
                    }
                    while (!bare(lines.get(i), tabs).equals(end)) {
                        body.append(lines.get(i)).append('\n');
                        inner.append(bare(lines.get(i++), tabs)).append('\n');
                    }
                    body.append(lines.get(i++)).append('\n');
                    documents.add(new Document(opening.group(), end, inner.toString()));
                }
            }
            found.add(new Instruction(text, documents, body.toString()));
        }
        return found;
    }

    private static boolean skipped(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static String bare(String line, boolean withoutTabs) {
        return withoutTabs ? line.replaceFirst("^\t+", "") : line;
    }
}
