package dev.slipway.lint;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Patterns of names with <code>*</code>, <code>?</code> and <code>{a,b}</code>. A brace without a partner is a plain character. */
final class NamePattern {
    private NamePattern() {}

    static boolean matches(String pattern, String name) {
        return compile(pattern).matches(name);
    }

    private static Wildcard compile(String pattern) {
        int[] chars = pattern.codePoints().toArray();
        BitSet paired = pairedBraces(chars);
        Wildcard compiled = new Wildcard();
        // the splits of the open groups, and for each group the jumps to its end
        Deque<Integer> splits = new ArrayDeque<>();
        Deque<Deque<Integer>> ends = new ArrayDeque<>();
        for (int i = 0; i < chars.length; i++) {
            int c = chars[i];
            if (c == '{' && paired.get(i)) {
                splits.push(compiled.split());
                ends.push(new ArrayDeque<>());
            } else if (c == ',' && !splits.isEmpty()) {
                ends.element().push(compiled.jump());
                compiled.land(splits.pop());
                splits.push(compiled.split());
            } else if (c == '}' && paired.get(i)) {
                splits.pop();
                ends.pop().forEach(compiled::land);
            } else if (c == '*') {
                compiled.anyName();
            } else if (c == '?') {
                compiled.notSlash();
            } else {
                compiled.literal(c);
            }
        }
        return compiled;
    }

    private static BitSet pairedBraces(int[] chars) {
        BitSet paired = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == '{') {
                open.push(i);
            } else if (chars[i] == '}' && !open.isEmpty()) {
                paired.set(open.pop());
                paired.set(i);
            }
        }
        return paired;
    }
}
