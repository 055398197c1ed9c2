package a;

import b.Base;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Every kind of lambda and method reference that the compiler knows. */
public class Samples extends Base {
    interface Marker {}

    interface Wide {
        double of(long one, float two, char three);
    }

    interface Named<T extends Comparable<T>> {
        T name(T from);
    }

    /** Its method has two erased forms, which the second interface joins. */
    interface OfObject<T> {
        String say(T what);
    }

    interface OfText extends OfObject<String> {
        @Override
        String say(String what);
    }

    interface SaysText {
        String say(String what);
    }

    interface Joined extends OfObject<String>, SaysText {}

    interface WithBody {
        String hidden();

        default Supplier<String> twice() {
            return () -> hidden() + hidden();
        }

        static Supplier<String> constant() {
            return () -> "constant of an interface";
        }
    }

    static class Inner {
        private final int number;

        private Inner(int number) {
            this.number = number;
        }

        private int number() {
            return number;
        }

        private static int doubled(int number) {
            return 2 * number;
        }
    }

    /** Has lambdas of the same names as its subclass. */
    static class Parent {
        private final String own = "parent";

        Supplier<String> supplier() {
            return () -> own;
        }

        private String secret() {
            return "secret of the " + own;
        }

        Supplier<String> secrets() {
            return this::secret;
        }
    }

    static class Child extends Parent {
        private final String own = "child";

        @Override
        Supplier<String> supplier() {
            Supplier<Supplier<String>> before = super::supplier;
            return () -> own + " of " + super.supplier().get() + before.get().get();
        }

        String secret() {
            return "secret of the " + own;
        }
    }

    private final long field = 40;

    public Samples() {
        super("b");
    }

    @Override
    protected String kept(int times) {
        return "overridden";
    }

    private static Integer boxed(Number number) {
        return number.intValue() + 1;
    }

    private static void consume(List<Object> into, Object... some) {
        into.addAll(Arrays.asList(some));
    }

    private long add(int more) {
        return field + more;
    }

    static <T> T make(Supplier<? extends T> supplier) {
        return supplier.get();
    }

    static <T extends Number & Comparable<T>> String both(T one) {
        Supplier<String> text = one::toString;
        ToIntFunction<T> compare = one::compareTo;
        return text.get() + compare.applyAsInt(one);
    }

    public static List<String> results() throws Exception {
        List<Object> all = new ArrayList<>();
        new Samples().fill(all);
        List<String> texts = new ArrayList<>();
        for (Object one : all) {
            texts.add(String.valueOf(one));
        }
        return texts;
    }

    private void fill(List<Object> all) throws Exception {
        byte b = 1;
        short s = 2;
        char c = 'c';
        int i = 4;
        long l = 5L;
        float f = 6.5f;
        double d = 7.25;
        boolean z = true;
        Object nothing = null;
        int[] numbers = {3, 1, 2};
        // captured: everything, in an order in which slots matter
        Supplier<String> captured = () -> b + "|" + s + c + i + "|" + l + f + d + z + nothing + numbers[0] + field + word;
        all.add(captured.get());
        Callable<Long> own = () -> add(2);
        all.add(own.call());
        // static, virtual, interface, constructor, array
        Function<String, Integer> parse = Integer::parseInt;
        all.add(parse.apply("12"));
        Function<Object, String> virtual = Object::toString;
        all.add(virtual.apply(13));
        Function<List<String>, Integer> size = List::size;
        all.add(size.apply(Collections.singletonList("x")));
        Supplier<Integer> bound = "four"::length;
        all.add(bound.get());
        IntFunction<Inner> create = Inner::new;
        all.add(create.apply(21).number);
        Supplier<List<String>> list = ArrayList::new;
        all.add(list.get());
        IntFunction<int[]> array = int[]::new;
        all.add(array.apply(3).length);
        IntFunction<String[][]> arrays = String[][]::new;
        all.add(arrays.apply(2).length);
        Supplier<int[]> copy = numbers::clone;
        all.add(copy.get() != numbers && copy.get()[2] == 2);
        // private methods of nested classes
        ToIntFunction<Inner> number = Inner::number;
        all.add(number.applyAsInt(new Inner(5)));
        IntUnaryOperator doubled = Inner::doubled;
        all.add(doubled.applyAsInt(8));
        // boxing, unboxing, widening
        Function<Integer, Integer> box = Samples::boxed;
        all.add(box.apply(6));
        ToLongFunction<Integer> widened = Integer::intValue;
        all.add(widened.applyAsLong(7));
        IntToDoubleFunction intToDouble = x -> x;
        all.add(intToDouble.applyAsDouble(8));
        LongSupplier fromInt = "text"::length;
        all.add(fromInt.getAsLong());
        DoubleSupplier fromFloat = Float.valueOf(f)::floatValue;
        all.add(fromFloat.getAsDouble());
        DoubleSupplier fromLong = this::toLong;
        all.add(fromLong.getAsDouble());
        Function<Byte, Long> fromByte = Samples::ofLong;
        all.add(fromByte.apply(b));
        Function<Character, Integer> fromCharacter = Samples::ofInt;
        all.add(fromCharacter.apply(c));
        Function<Boolean, Boolean> not = x -> !x;
        all.add(not.apply(z));
        IntFunction<Object> toObject = Samples::ofInt;
        all.add(toObject.apply(9).getClass());
        LongFunction<Number> toNumber = Long::valueOf;
        all.add(toNumber.apply(10L).getClass());
        Supplier<Object> zero = Samples::character;
        all.add(zero.get().getClass());
        Wide wide = (one, two, three) -> one + two + three;
        all.add(wide.of(1L, 2.5f, 'x'));
        Wide wider = Samples::sum;
        all.add(wider.of(1L, 2.5f, 'x'));
        IntBinaryOperator max = Math::max;
        all.add(max.applyAsInt(3, 2));
        BinaryOperator<Integer> least = Math::min;
        all.add(least.apply(3, 2));
        Comparator<Integer> order = Integer::compare;
        all.add(order.compare(1, 2));
        // results that nobody wants
        Consumer<List<Object>> adding = to -> to.add("added");
        adding.accept(all);
        Consumer<Object> reference = all::add;
        reference.accept("added by reference");
        ObjIntConsumer<List<Object>> longs = Samples::longOf;
        longs.accept(all, 1);
        Runnable creation = Child::new;
        creation.run();
        // any number of arguments
        BiFunction<Object, Object, String> format = (one, two) -> String.format("%s-%s", one, two);
        all.add(format.apply(1, 2));
        Consumer<List<Object>> varargs = Samples::consume;
        varargs.accept(all);
        // supers, protected methods, hidden ones
        Function<Integer, String> above = super::kept;
        all.add(above.apply(2));
        Function<Integer, String> here = this::kept;
        all.add(here.apply(2));
        IntUnaryOperator half = Base::half;
        all.add(half.applyAsInt(9));
        Function<Samples, String> open = Samples::open;
        all.add(open.apply(this));
        all.add(new Child().supplier().get());
        all.add(new Child().secrets().get());
        all.add(new Child().secret());
        // several interfaces, several forms of a method, serializable ones
        Runnable marked = (Runnable & Marker) () -> all.add("marked");
        marked.run();
        all.add(marked instanceof Marker);
        Callable<String> alike = (Callable<String> & Marker) () -> "alike";
        all.add(alike.call());
        OfText text = what -> "said " + what;
        OfObject<String> erased = text;
        all.add(erased.say("this") + text.say("that"));
        Joined joined = what -> "joined " + what;
        all.add(((OfObject<String>) joined).say("this") + ((SaysText) joined).say("that"));
        Named<String> named = String::trim;
        all.add(named.name("  trimmed "));
        Supplier<String> kept = (Supplier<String> & Serializable) () -> "serializable";
        all.add(kept.get() + (kept instanceof Serializable));
        all.add(both(11));
        WithBody body = () -> "body";
        all.add(body.twice().get() + WithBody.constant().get());
        // lambdas in lambdas, generic ones, those that fail
        Function<Integer, Function<Integer, Supplier<Integer>>> curried = x -> y -> () -> x * y + i;
        all.add(curried.apply(3).apply(4).get());
        all.add(make(() -> make(() -> make("deep"::toUpperCase))));
        Function<Object, Object> wrong = raw((Function<String, Integer>) String::length);
        try {
            all.add(wrong.apply(1));
        } catch (ClassCastException expected) {
            all.add("ClassCastException");
        }
        try {
            Supplier<Integer> none = ((String) nothing)::length;
            all.add(none.get());
        } catch (NullPointerException expected) {
            all.add("NullPointerException");
        }
        Predicate<Object> one = same();
        all.add(one == same());
        all.add("" + nothing + '\u0001' + "\u0002" + b + s + c + i + l + f + d + z + new char[0].length + Void.class);
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> raw(Function<?, ?> function) {
        return (Function<Object, Object>) function;
    }

    private static Predicate<Object> same() {
        return x -> x == null;
    }

    private long toLong() {
        return field;
    }

    private static long ofLong(long number) {
        return number;
    }

    private static int ofInt(int number) {
        return number;
    }

    private static char character() {
        return 'q';
    }

    private static long longOf(List<Object> into, long number) {
        into.add(number);
        return number;
    }

    private static double sum(double one, double two, double three) {
        return one + two + three;
    }
}
