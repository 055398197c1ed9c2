package dev.slipway.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds further mistakes after the one at which reading a text ended: reads each entry of its outermost mapping alone.
 *
 * <p>This invents no mistake. In YAML, a value that begins after a key at the margin continues only in indented lines, or in
 * lines of a list that start with {@code -}. So a key at the margin begins a new entry, whatever is wrong before it. The parser
 * makes one exception: text in quotes may continue at the margin, so an entry that is valid only together with those after it
 * is joined with them. An entry can also lack the anchors of others, so none that may have an alias is reported. Inside an
 * entry, no place is as certain: only its first mistake is found.
 */
final class YamlEntries {
    /** A config has some thirty keys, and a workflow fewer. */
    private static final int MOST = 100;

    /** Text in quotes at the margin with more lines like keys is not expected in a config or a workflow. */
    private static final int MOST_JOINED = 8;

    private static final int LONGEST_JOINED = 1 << 13;

    private static final int LONGEST = 1 << 17;
    private static final Pattern KEY = Pattern.compile("(?md)^([\"']?)([A-Za-z][A-Za-z0-9_-]*+)\\1:(?=[ \t\r\n]|\\z)");
    private static final Pattern NO_ENTRY =
            Pattern.compile("(?md)^(?:---|\\.\\.\\.|[%?{\\[])|\r(?!\n)|[\u0085\u2028\u2029]");

    /** @param key without quotes */
    private record Entry(String key, Span place, int from, int to) {
        Entry upTo(Entry last) {
            return new Entry(key, place, from, last.to);
        }
    }

    private final SourceText source;
    private final boolean merging;

    YamlEntries(SourceText source, boolean merging) {
        this.source = source;
        this.merging = merging;
    }

    /**
     * The mistake at which reading has ended, and those in other entries.
     *
     * @param syntax whether the parser has ended there: it may notice a mistake of an entry only in the next one
     */
    InvalidSource with(InvalidSource first, boolean syntax) {
        List<Entry> entries = joined(entries());
        List<Finding> findings = new ArrayList<>(first.findings());
        boolean told = !syntax;
        for (Entry entry : entries) {
            Optional<Finding> own = mayHaveAlias(entry) ? Optional.empty() : mistake(entry);
            if (told) {
                own.ifPresent(findings::add);
            }
            told |= own.isPresent();
        }
        findings.addAll(duplicates(entries));
        return first.with(findings);
    }

    private List<Entry> entries() {
        String text = source.text();
        Matcher key = KEY.matcher(text);
        if (text.length() > LONGEST
                || NO_ENTRY.matcher(text).find()
                || !key.find()
                || !text.substring(0, key.start()).lines().allMatch(YamlEntries::isComment)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        int line = 1;
        int counted = 0;
        do {
            int from = key.start();
            line += (int)
                    text.substring(counted, from).chars().filter(c -> c == '\n').count();
            counted = from;
            Span place = new Span(new Position(line, 1), key.end() - 1 - from);
            String name = key.group(2);
            boolean more = key.find();
            entries.add(new Entry(name, place, from, more ? key.start() : text.length()));
            if (!more) {
                return entries;
            }
        } while (entries.size() < MOST);
        return entries;
    }

    /** Entries with those that are lines of their text in quotes. */
    private List<Entry> joined(List<Entry> entries) {
        List<Entry> joined = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (mayQuote(entry) && mistake(entry).isPresent()) {
                for (int last = i + 1; last < Math.min(entries.size(), i + MOST_JOINED); last++) {
                    Entry wider = entry.upTo(entries.get(last));
                    if (wider.to() - wider.from() <= LONGEST_JOINED
                            && mistake(wider).isEmpty()) {
                        entry = wider;
                        i = last;
                        break;
                    }
                }
            }
            joined.add(entry);
        }
        return joined;
    }

    private boolean mayQuote(Entry entry) {
        String text = text(entry);
        return text.indexOf('"') >= 0 || text.indexOf('\'') >= 0;
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    /** The first mistake of an entry, at its place in the whole text. */
    private Optional<Finding> mistake(Entry entry) {
        String above = "\n".repeat(entry.place().start().line() - 1);
        SourceText alone = new SourceText(source.name(), above + text(entry));
        try {
            YamlReader.readOne(alone, merging);
            return Optional.empty();
        } catch (InvalidSource invalid) {
            return invalid.findings().stream().findFirst();
        }
    }

    private boolean mayHaveAlias(Entry entry) {
        return text(entry).indexOf('*') >= 0;
    }

    private String text(Entry entry) {
        return source.text().substring(entry.from(), entry.to());
    }

    private List<Finding> duplicates(List<Entry> entries) {
        YamlFault fault = new YamlFault(source);
        Map<String, Entry> firsts = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Entry entry : entries) {
            Entry first = firsts.putIfAbsent(entry.key(), entry);
            if (first != null) {
                findings.addAll(fault.duplicate(
                                entry.key(),
                                entry.place(),
                                first.place().start().line())
                        .findings());
            }
        }
        return findings;
    }
}
