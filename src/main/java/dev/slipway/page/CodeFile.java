package dev.slipway.page;

import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * A file as the page shows it.
 *
 * @param id what its place in the page is called
 * @param generated whether Slipway makes it
 * @param open whether its lines are shown at once
 * @param more says how many lines are left out at the end, if any: a page with all of them would be too much for a browser
 */
public record CodeFile(String id, String path, boolean generated, boolean open, List<CodeLine> lines, String more) {
    private static final int LONGEST = 5000;

    public CodeFile {
        lines = List.copyOf(lines);
    }

    /** How many lines are shown. */
    public int lineCount() {
        return lines.size();
    }

    /**
     * A line.
     *
     * @param id what its place in the page is called
     * @param notes the findings that are about it
     */
    public record CodeLine(String id, int number, List<Piece> pieces, List<Note> notes) {
        public CodeLine {
            pieces = List.copyOf(pieces);
            notes = List.copyOf(notes);
        }

        /** How bad the worst of its findings is; empty if there is none. */
        public String worst() {
            return notes.stream()
                    .map(Note::severity)
                    .min((one, other) -> Note.rank(one) - Note.rank(other))
                    .orElse("");
        }
    }

    /**
     * The files of a sheet.
     *
     * @param configs how many of them are configs; what is generated from them follows
     */
    static List<CodeFile> of(String sheet, List<SourceText> texts, int configs, List<Finding> findings) {
        List<CodeFile> files = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            SourceText text = texts.get(i);
            List<Finding> own = findings.stream()
                    .filter(finding -> finding.file().equals(text.name()))
                    .toList();
            files.add(of(sheet, id(sheet, i), text, i >= configs, own));
        }
        return files;
    }

    static String id(String sheet, int file) {
        return sheet + "-file" + (file + 1);
    }

    private static String more(int left) {
        return left == 0 ? "" : "… and " + left + " more lines";
    }

    private static CodeFile of(String sheet, String id, SourceText text, boolean generated, List<Finding> findings) {
        List<String> all = text.lines();
        int count = all.size() - (all.get(all.size() - 1).isEmpty() ? 1 : 0);
        Colours colours = Colours.of(text.name());
        List<CodeLine> lines = new ArrayList<>();
        for (int number = 1; number <= Math.min(count, LONGEST); number++) {
            int here = number;
            lines.add(new CodeLine(
                    id + "-" + number,
                    number,
                    colours.pieces(all.get(number - 1)),
                    Note.of(
                            sheet,
                            findings.stream()
                                    .filter(finding -> finding.position().line() == here)
                                    .toList(),
                            List.of(text))));
        }
        return new CodeFile(id, text.name(), generated, !findings.isEmpty(), lines, more(count - lines.size()));
    }
}
