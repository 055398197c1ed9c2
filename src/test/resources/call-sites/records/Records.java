package records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Records with components of every type, compared, hashed and printed. */
public class Records {
    record None() {}

    record Every(
            boolean z, char c, byte b, short s, int i, long j, float f, double d, String text, int[] numbers, Object any) {}

    record Letters(char[] them) {}

    record Pair<A extends Comparable<A>, B>(A first, B second) {}

    record OwnHash(String text) {
        @Override
        public int hashCode() {
            return 7;
        }
    }

    record Throwing(Object thrower) {}

    interface Holder {
        record Held(int depth, Held next) {}
    }

    static final class Fails {
        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("equals");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hashCode");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("toString");
        }
    }

    public static List<String> results() {
        int[] numbers = {1, 2};
        List<Object> all = new ArrayList<>(List.of(new None(), new OwnHash("x"), "no record"));
        for (boolean z : new boolean[] {true, false}) {
            all.add(new Every(z, 'a', (byte) -1, (short) 300, 5, 1L << 40, 1.5f, 2.5, "text", null, 'x'));
        }
        all.add(new Every(true, 'b', (byte) -1, (short) 300, 5, 1L << 40, 1.5f, 2.5, "text", null, 'x'));
        all.add(new Every(true, 'a', (byte) -2, (short) 300, 5, 1L << 40, 1.5f, 2.5, "text", null, 'x'));
        all.add(new Every(true, 'a', (byte) -1, (short) 301, 5, 1L << 40, 1.5f, 2.5, "text", null, 'x'));
        all.add(new Every(true, 'a', (byte) -1, (short) 300, 6, 1L << 40, 1.5f, 2.5, "text", null, 'x'));
        all.add(new Every(true, 'a', (byte) -1, (short) 300, 5, 1L << 41, 1.5f, 2.5, "text", null, 'x'));
        all.add(new Every(true, 'a', (byte) -1, (short) 300, 5, 1L << 40, Float.NaN, 2.5, "text", null, 'x'));
        all.add(new Every(true, 'a', (byte) -1, (short) 300, 5, 1L << 40, -0f, 0.0, "text", null, 'x'));
        all.add(new Every(true, 'a', (byte) -1, (short) 300, 5, 1L << 40, 0f, -0.0, "text", null, 'x'));
        all.add(new Every(true, 'a', (byte) -1, (short) 300, 5, 1L << 40, 1.5f, Double.NaN, "text", null, 'x'));
        all.add(new Every(true, 'a', (byte) -1, (short) 300, 5, 1L << 40, 1.5f, 2.5, null, null, null));
        all.add(new Every(true, 'a', (byte) -1, (short) 300, 5, 1L << 40, 1.5f, 2.5, "text", null, new None()));
        all.add(new Pair<>("a", List.of(1)));
        all.add(new Pair<>("a", List.of(2)));
        all.add(new Pair<>(null, new Pair<>(1, 2)));
        all.add(new Holder.Held(1, new Holder.Held(2, null)));
        record Local(String text, long number) {}
        all.add(new Local("=;, []", 3));
        List<String> results = new ArrayList<>();
        for (Object one : all) {
            results.add(one + " " + one.hashCode());
            for (Object other : all) {
                results.add(String.valueOf(one.equals(other)));
            }
            results.add(String.valueOf(one.equals(null)));
        }
        results.add(String.valueOf(new Pair<>("a", List.of(1)).equals(new Pair<>("a", List.of(1)))));
        results.add(String.valueOf(new Every(true, 'a', (byte) 1, (short) 3, 5, 4L, Float.NaN, Double.NaN, "t", numbers, 'x')
                .equals(new Every(true, 'a', (byte) 1, (short) 3, 5, 4L, Float.NaN, Double.NaN, "t", numbers, 'x'))));
        results.add(String.valueOf(new Letters(new char[] {'a'}).equals(new Letters(new char[] {'a'}))));
        results.add(String.valueOf(new Letters(new char[] {'a'}).toString().startsWith("Letters[them=[C@")));
        Throwing throwing = new Throwing(new Fails());
        results.add(String.valueOf(throwing.equals(throwing)));
        for (Supplier<?> call :
                Arrays.<Supplier<?>>asList(() -> throwing.equals(new Throwing(1)), throwing::hashCode, throwing::toString)) {
            try {
                results.add(String.valueOf(call.get()));
            } catch (IllegalStateException thrown) {
                results.add(thrown.getMessage());
            }
        }
        return results;
    }
}
