package dev.slipway.lint;

import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Position;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a Dockerfile into instructions: comments dropped, continued lines joined, here-documents skipped. */
final class DockerFileReader {
    private static final Pattern ESCAPE = Pattern.compile("#\\s*escape\\s*=\\s*`\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern HERE = Pattern.compile("<<-?([\"']?)(\\w+)\\1");

    private final SourceText source;
    private final List<String> lines;
    private final String escape;
    private final List<Node> nodes = new ArrayList<>();
    private final List<DockerFile.Instruction> instructions = new ArrayList<>();
    private int at;

    private DockerFileReader(SourceText source) {
        this.source = source;
        this.lines = source.lines();
        this.escape = ESCAPE.matcher(lines.get(0)).matches() ? "`" : "\\";
    }

    static DockerFile read(SourceText source) {
        return new DockerFileReader(source).read();
    }

    private DockerFile read() {
        while (at < lines.size()) {
            if (isSkipped(lines.get(at))) {
                at++;
            } else {
                instruction();
            }
        }
        return new DockerFile(source, new Node.Sequence(List.copyOf(nodes), Span.START), instructions);
    }

    private static boolean isSkipped(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private void instruction() {
        Span span = span();
        StringBuilder text = new StringBuilder();
        boolean continued = true;
        while (continued && at < lines.size()) {
            String line = lines.get(at++).strip();
            if (isSkipped(line)) {
                continue;
            }
            continued = line.endsWith(escape);
            text.append(continued ? line.substring(0, line.length() - 1) : line).append(' ');
        }
        add(text.toString().strip(), span);
        skipHereDocuments(text.toString());
    }

    private Span span() {
        String line = lines.get(at);
        int indent = line.length() - line.stripLeading().length();
        String shown = line.strip();
        return new Span(new Position(at + 1, indent + 1), shown.codePointCount(0, shown.length()));
    }

    private void add(String text, Span span) {
        String[] parts = text.split("\\s+", 2);
        Node node = new Node.Scalar(Node.Scalar.Type.TEXT, text, true, span);
        Place place = new Place(Pointer.ROOT.child(nodes.size()), node);
        nodes.add(node);
        instructions.add(
                new DockerFile.Instruction(parts[0].toUpperCase(Locale.ROOT), parts.length > 1 ? parts[1] : "", place));
    }

    private void skipHereDocuments(String text) {
        if (!text.regionMatches(true, 0, "RUN", 0, 3) && !text.regionMatches(true, 0, "COPY", 0, 4)) {
            return;
        }
        for (Matcher here = HERE.matcher(text); here.find(); ) {
            int end = at;
            while (end < lines.size() && !lines.get(end).strip().equals(here.group(2))) {
                end++;
            }
            at = end < lines.size() ? end + 1 : at;
        }
    }
}
