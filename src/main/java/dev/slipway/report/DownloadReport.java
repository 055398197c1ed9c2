package dev.slipway.report;

import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Tag;
import dev.slipway.report.DownloadChange.Kind;
import dev.slipway.report.DownloadChange.Part;
import dev.slipway.source.English;
import dev.slipway.source.Severity;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What changes for people who download releases, from one state of the config to another.
 *
 * @param base what the other state is called
 * @param tag an example, or the tag that was asked for
 */
public record DownloadReport(String base, Tag tag, List<DownloadChange> changes) {
    /** More of a kind are counted, not named. */
    private static final int NAMED = 3;

    public DownloadReport {
        changes = List.copyOf(changes);
    }

    /** @param before the plan of the base; nothing if it has no config */
    public static DownloadReport of(String base, Optional<ReleasePlan> before, ReleasePlan after, Tag tag) {
        return new DownloadReport(base, tag, DownloadChanges.of(before, after, tag));
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** All in one sentence without its full stop: {@code adds windows-arm64, renames 2 files}. */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<String> objects = new ArrayList<>();
            for (Part part : Part.values()) {
                List<DownloadChange> alike = changes.stream()
                        .filter(change -> change.part() == part && change.kind() == kind)
                        .toList();
                if (!alike.isEmpty()) {
                    objects.add(object(part, alike));
                }
            }
            if (!objects.isEmpty()) {
                parts.add(kind.verb + " " + English.and(objects));
            }
        }
        return parts.isEmpty() ? "changes nothing for people who download" : String.join("; ", parts);
    }

    private static String object(Part part, List<DownloadChange> alike) {
        if (part.isState()) {
            return part.one;
        }
        int most = part == Part.FILE || part == Part.CONTENT ? 1 : NAMED;
        if (alike.size() > most) {
            return alike.size() + " " + (part == Part.CONTENT ? "entries of each archive" : part.many);
        }
        List<String> names = alike.stream().map(DownloadReport::name).toList();
        String noun = part.one.isEmpty() || names.size() == 1 ? part.one : part.many;
        if (part == Part.CONTENT) {
            return names.get(0) + " " + part.one;
        }
        return (noun.isEmpty() ? "" : noun + " ") + English.and(names);
    }

    private static String name(DownloadChange change) {
        return switch (change.kind()) {
            case ADDED, CHANGED -> change.after();
            case REMOVED -> change.before();
            case RENAMED -> change.before() + " to " + change.after();
        };
    }

    /** For a terminal: the sentence, then each change on its line. */
    public String text(Style style) {
        if (isEmpty()) {
            return style.line(
                    "Compared with " + Printable.oneLine(base) + ", nothing changes for people who download.");
        }
        StringBuilder text = new StringBuilder(style.line(
                "Compared with " + Printable.oneLine(base) + ", the config " + style.strong(sentence()) + ".", 0));
        for (Part part : Part.values()) {
            List<DownloadChange> own =
                    changes.stream().filter(change -> change.part() == part).toList();
            if (!own.isEmpty()) {
                text.append('\n').append(style.strong(title(part))).append('\n');
                own.forEach(change -> text.append(line(change, style)));
            }
        }
        if (changes.stream().anyMatch(change -> change.part() == Part.FILE)) {
            text.append('\n')
                    .append(style.faint("File names are those of the tag " + tag.name() + "."))
                    .append('\n');
        }
        return text.toString();
    }

    private static String title(Part part) {
        return part.many.substring(0, 1).toUpperCase(Locale.ROOT) + part.many.substring(1);
    }

    private static String line(DownloadChange change, Style style) {
        return switch (change.kind()) {
            case ADDED -> style.line(style.good("  + " + change.after()), 4);
            case REMOVED -> style.line(style.bad("  - " + change.before()), 4);
            case RENAMED, CHANGED ->
                style.line(style.bad("  - " + change.before()), 4)
                        + style.line(style.good("    -> " + change.after()), 7);
        };
    }

    public String json() {
        return Json.of(json -> json.put("version", 1)
                .put("base", base)
                .put("tag", tag.name())
                .put("summary", sentence())
                .list("changes", changes, change -> {
                    json.put("change", change.kind().name().toLowerCase(Locale.ROOT))
                            .put("part", change.part().word());
                    if (!change.before().isEmpty()) {
                        json.put("before", change.before());
                    }
                    if (!change.after().isEmpty()) {
                        json.put("after", change.after());
                    }
                }));
    }

    /** A notice that GitHub shows at the config. */
    public String annotation(String config) {
        return new Annotation(Severity.NOTE, config, Span.START, "slipway", "compared with " + base + ": " + sentence())
                + "\n";
    }

    /** For the summary of a job or a comment. */
    public String markdown() {
        String head = "### Changes for people who download\n\nCompared with " + Markdown.code(base) + ", ";
        if (isEmpty()) {
            return head + "nothing.\n";
        }
        StringBuilder text = new StringBuilder(head + "the config " + Markdown.text(sentence()) + ".\n\n"
                + Markdown.head("", "what", "before", "after"));
        for (DownloadChange change : changes) {
            text.append(Markdown.row(
                    List.of(change.kind().verb, change.part().many, cell(change.before()), cell(change.after()))));
        }
        return text.append("\nFile names are those of the tag " + Markdown.code(tag.name()) + ".\n")
                .toString();
    }

    private static String cell(String value) {
        return value.isEmpty() ? "" : Markdown.code(value);
    }
}
