package dev.slipway.source;

import dev.slipway.source.Wildcard.Dialect;
import dev.slipway.source.Wildcard.Range;
import dev.slipway.source.Wildcard.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a pattern once, from its start to its end. What has no partner, such as a lone {@code [}, is a plain character. */
final class WildcardReader {
    private static final int NONE = -1;

    private final int[] chars;
    private final Dialect dialect;
    private final List<Step> steps = new ArrayList<>();

    /** Where each set begins, and the bracket that ends it. */
    private final Map<Integer, Integer> sets = new HashMap<>();

    /** The braces and commas of choices. */
    private final BitSet choices = new BitSet();

    WildcardReader(String pattern, Dialect dialect) {
        this.chars = pattern.codePoints().toArray();
        this.dialect = dialect;
    }

    Wildcard read() {
        if (chars.length > Wildcard.LONGEST) {
            for (int c : chars) {
                literal(c);
            }
            return new Wildcard(steps);
        }
        look();
        // the splits of the open choices, and for each the jumps to its end
        Deque<Integer> splits = new ArrayDeque<>();
        Deque<Deque<Integer>> ends = new ArrayDeque<>();
        for (int i = 0; i < chars.length; i++) {
            int c = chars[i];
            if (choices.get(i) && c == '{') {
                splits.push(open());
                ends.push(new ArrayDeque<>());
            } else if (choices.get(i) && c == ',') {
                ends.element().push(open());
                land(splits.pop(), true);
                splits.push(open());
            } else if (choices.get(i)) {
                splits.pop();
                ends.pop().forEach(end -> land(end, false));
            } else if (c == '*') {
                i = star(i);
            } else if (c == '?') {
                any();
            } else if (c == '[' && sets.containsKey(i)) {
                i = set(i);
            } else if (c == '\\' && dialect.escapes() && i + 1 < chars.length) {
                literal(chars[++i]);
            } else {
                literal(c);
            }
        }
        if (dialect == Dialect.DOCKERIGNORE) {
            below();
        }
        return new Wildcard(steps);
    }

    /** Finds what belongs together. */
    private void look() {
        Deque<List<Integer>> open = new ArrayDeque<>();
        boolean none = false;
        for (int i = 0; i < chars.length; i++) {
            int c = chars[i];
            if (c == '\\' && dialect.escapes()) {
                i++;
            } else if (c == '[' && !none) {
                int end = endOfSet(i);
                if (end == NONE) {
                    none = true;
                } else {
                    sets.put(i, end);
                    i = end;
                }
            } else if (!dialect.braces()) {
                continue;
            } else if (c == '{') {
                open.push(new ArrayList<>(List.of(i)));
            } else if (c == ',' && !open.isEmpty()) {
                open.element().add(i);
            } else if (c == '}' && !open.isEmpty()) {
                List<Integer> choice = open.pop();
                if (choice.size() > 1 || dialect == Dialect.FILES) {
                    choice.forEach(choices::set);
                    choices.set(i);
                }
            }
        }
    }

    /** The bracket that ends a set; one right at its start is in the set. */
    private int endOfSet(int start) {
        int from = start + 1;
        from += from < chars.length && dialect.negates(chars[from]) ? 1 : 0;
        for (int i = from; i < chars.length; i++) {
            if (chars[i] == '\\' && dialect.escapes() && dialect != Dialect.FILES) {
                i++;
            } else if (chars[i] == ']' && i > from) {
                return i;
            }
        }
        return NONE;
    }

    private int set(int start) {
        int end = sets.getOrDefault(start, start);
        boolean negated = dialect.negates(chars[start + 1]);
        List<Range> ranges = new ArrayList<>();
        for (int i = start + (negated ? 2 : 1); i < end; i++) {
            i += escaped(i, end);
            int first = chars[i];
            int last = first;
            if (i + 2 < end && chars[i + 1] == '-') {
                i += 2;
                i += escaped(i, end);
                last = chars[i];
            }
            ranges.add(new Range(first, last));
        }
        steps.add(new Step.Character(List.copyOf(ranges), negated, dialect == Dialect.SHELL));
        return end;
    }

    private int escaped(int at, int end) {
        boolean escape = chars[at] == '\\' && dialect.escapes() && dialect != Dialect.FILES;
        return escape && at + 1 < end ? 1 : 0;
    }

    /** Reads one star, or all that follow each other, and returns the last character that belongs to them. */
    private int star(int start) {
        int last = start;
        while (last + 1 < chars.length && chars[last + 1] == '*') {
            last++;
        }
        boolean paths = last > start && (dialect == Dialect.DOCKERIGNORE || dialect == Dialect.FILES);
        if (!paths || dialect == Dialect.FILES) {
            repeat(paths || dialect == Dialect.SHELL);
            return last;
        }
        if (last + 1 == chars.length) {
            repeat(true);
            return last;
        }
        // any folders, or none
        int none = open();
        repeat(true);
        literal('/');
        land(none, true);
        return chars[last + 1] == '/' ? last + 1 : last;
    }

    /** Adds what a path in a folder that matches has more than the folder. */
    private void below() {
        int itself = open();
        literal('/');
        repeat(true);
        land(itself, true);
    }

    private void literal(int c) {
        steps.add(new Step.Character(List.of(new Range(c, c)), false, true));
    }

    private void any() {
        steps.add(new Step.Character(List.of(), true, dialect == Dialect.SHELL));
    }

    private void repeat(boolean slash) {
        int start = steps.size();
        steps.add(new Step.Split(start + 1, start + 3));
        steps.add(new Step.Character(List.of(), true, slash));
        steps.add(new Step.Split(start, start));
    }

    /** Adds a step whose ways are set later by {@link #land}. */
    private int open() {
        steps.add(new Step.Split(steps.size() + 1, steps.size() + 1));
        return steps.size() - 1;
    }

    /** Lets a step lead to the end of what is read so far, and to what follows itself if it is a choice. */
    private void land(int step, boolean choice) {
        steps.set(step, new Step.Split(choice ? step + 1 : steps.size(), steps.size()));
    }
}
