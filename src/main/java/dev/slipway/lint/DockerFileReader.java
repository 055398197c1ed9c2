package dev.slipway.lint;

import dev.slipway.source.Node;
import dev.slipway.source.Position;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a Dockerfile into instructions: comments dropped, continued lines joined, here-documents skipped. */
final class DockerFileReader {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ESCAPE = Pattern.compile("#\\s*escape\\s*=\\s*`\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern HERE = Pattern.compile("<<-?([\"']?)(\\w+)\\1");

    private final SourceText source;
    private final List<String> lines;
    private final String escape;
    private final List<Node> nodes = new ArrayList<>();

    /** Where each line is found, to look for the ends of here-documents; filled by the first of them. */
    private final Map<String, NavigableSet<Integer>> numbers = new HashMap<>();

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
        Node root = new Node.Sequence(List.copyOf(nodes), Span.START);
        List<DockerFile.Instruction> instructions = Place.of(root).items().stream()
                .map(DockerFileReader::instruction)
                .toList();
        return new DockerFile(source, root, instructions);
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
        nodes.add(new Node.Scalar(Node.Scalar.Type.TEXT, text.toString().strip(), true, span));
        skipHereDocuments(text.toString());
    }

    private Span span() {
        String line = lines.get(at);
        int indent = line.length() - line.stripLeading().length();
        String shown = line.strip();
        return new Span(new Position(at + 1, indent + 1), shown.codePointCount(0, shown.length()));
    }

    private static DockerFile.Instruction instruction(Place place) {
        String[] parts = BLANKS.split(place.text(), 2);
        return new DockerFile.Instruction(parts[0].toUpperCase(Locale.ROOT), parts.length > 1 ? parts[1] : "", place);
    }

    private Map<String, NavigableSet<Integer>> numbers() {
        if (numbers.isEmpty()) {
            for (int i = 0; i < lines.size(); i++) {
                numbers.computeIfAbsent(lines.get(i).strip(), line -> new TreeSet<>())
                        .add(i);
            }
        }
        return numbers;
    }

    private void skipHereDocuments(String text) {
        if (!text.regionMatches(true, 0, "RUN", 0, 3) && !text.regionMatches(true, 0, "COPY", 0, 4)) {
            return;
        }
        for (Matcher here = HERE.matcher(text); here.find(); ) {
            Integer end = numbers()
                    .getOrDefault(here.group(2), Collections.emptyNavigableSet())
                    .ceiling(at);
            at = end == null ? at : end + 1;
        }
    }
}
