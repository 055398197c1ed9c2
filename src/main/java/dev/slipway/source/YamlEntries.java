package dev.slipway.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds further mistakes after the one at which reading a text ended: reads each entry of a mapping or a list alone, and if
 * one has a mistake, the entries inside it.
 *
 * <p>This invents no mistake: what begins an entry is certain (see {@link YamlEntry}). Text in quotes may have lines that look
 * like keys, so an entry that is valid only together with those after it is joined with them. An entry can also lack the
 * anchors of others, so none that may have an alias is reported.
 */
final class YamlEntries {
    /** Text in quotes with more lines like keys is not expected in a config or a workflow. */
    private static final int MOST_JOINED = 8;

    private static final int LONGEST_JOINED = 1 << 13;

    /** How many characters are read again, all entries together: several times the longest text that people write. */
    private static final int BUDGET = 1 << 20;

    private static final int LONGEST = 1 << 17;

    private final SourceText source;
    private final boolean merging;
    private int left = BUDGET;

    YamlEntries(SourceText source, boolean merging) {
        this.source = source;
        this.merging = merging;
    }

    /**
     * The mistake at which reading has ended, and those in other entries.
     *
     * @param syntax whether the parser has ended there: it may have noticed a mistake of an entry only in the next one
     */
    InvalidSource with(InvalidSource first, boolean syntax) {
        List<YamlEntry> entries =
                source.text().length() > LONGEST ? List.of() : joined(YamlEntry.ofDocument(source.text()));
        List<Finding> others = new ArrayList<>();
        entries.forEach(entry -> others.addAll(mistakes(entry)));
        others.addAll(duplicates(entries));
        others.sort(Comparator.naturalOrder());
        List<Finding> findings = new ArrayList<>(first.findings());
        if (syntax && !others.isEmpty()) {
            findings.set(0, clearer(findings.get(0), others.remove(0)));
        }
        findings.addAll(others);
        return first.with(findings);
    }

    /** The mistakes of an entry in the order of the text: those of the entries inside it, or its first one. */
    private List<Finding> mistakes(YamlEntry entry) {
        Optional<Finding> first = mistake(entry);
        if (first.isEmpty()) {
            return List.of();
        }
        List<YamlEntry> inside = joined(entry.inside());
        List<Finding> deeper = new ArrayList<>();
        inside.forEach(one -> deeper.addAll(mistakes(one)));
        deeper.addAll(duplicates(inside));
        deeper.sort(Comparator.naturalOrder());
        boolean mayHaveAlias = entry.text().indexOf('*') >= 0;
        if (!mayHaveAlias && (deeper.isEmpty() || isBefore(first.get(), deeper.get(0)))) {
            return List.of(first.get());
        }
        if (!deeper.isEmpty()) {
            deeper.set(0, clearer(first.get(), deeper.get(0)));
        }
        return deeper;
    }

    /** The one of two findings about a mistake that is at its beginning; at the same place, the one that knows what is around it. */
    private static Finding clearer(Finding around, Finding inside) {
        return isBefore(inside, around) ? inside : around;
    }

    private static boolean isBefore(Finding one, Finding other) {
        return one.position().compareTo(other.position()) < 0;
    }

    /** Entries with those that are lines of their text in quotes. */
    private List<YamlEntry> joined(List<YamlEntry> entries) {
        List<YamlEntry> joined = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            YamlEntry entry = entries.get(i);
            if (mayQuote(entry) && mistake(entry).isPresent()) {
                StringBuilder text = new StringBuilder(entry.text());
                for (int last = i + 1; last < Math.min(entries.size(), i + MOST_JOINED); last++) {
                    text.append(entries.get(last).text());
                    YamlEntry wider = entry.with(text.toString());
                    if (text.length() <= LONGEST_JOINED && mistake(wider).isEmpty()) {
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

    private static boolean mayQuote(YamlEntry entry) {
        return entry.text().indexOf('"') >= 0 || entry.text().indexOf('\'') >= 0;
    }

    /** The first mistake of an entry, at its place in the whole text; none is found once the budget is used. */
    private Optional<Finding> mistake(YamlEntry entry) {
        left -= entry.line() + entry.text().length();
        if (left < 0) {
            return Optional.empty();
        }
        SourceText alone = new SourceText(source.name(), "\n".repeat(entry.line() - 1) + entry.text());
        try {
            YamlReader.readOne(alone, merging);
            return Optional.empty();
        } catch (InvalidSource invalid) {
            return invalid.findings().stream().findFirst();
        }
    }

    private List<Finding> duplicates(List<YamlEntry> entries) {
        YamlFault fault = new YamlFault(source);
        Map<String, YamlEntry> firsts = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (YamlEntry entry : entries) {
            YamlEntry first = entry.key().isEmpty() ? null : firsts.putIfAbsent(entry.key(), entry);
            if (first != null) {
                findings.addAll(fault.duplicate(entry.key(), entry.place(), first.line())
                        .findings());
            }
        }
        return findings;
    }
}
