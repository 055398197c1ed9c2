package dev.slipway.detect.goreleaser;

import java.util.List;
import java.util.Map;

/** A value of a template: known, known but for what only a release can fill in, or not known. */
sealed interface Value {
    /** How it is printed; what is not known is {@link #UNKNOWN}. */
    String printed();

    /** Whether Go takes it for true; must not be asked of what is not known. */
    boolean truth();

    /** Whether two values can be compared today. */
    default boolean known() {
        return true;
    }

    /** What replaces an unknown part of a text. */
    String UNKNOWN = "{?}";

    /**
     * A text.
     *
     * @param open whether it holds gaps such as {@code {version}}
     */
    record Text(String text, boolean open) implements Value {
        static Text of(String text) {
            return new Text(text, false);
        }

        @Override
        public String printed() {
            return text;
        }

        @Override
        public boolean truth() {
            return !text.isEmpty();
        }

        @Override
        public boolean known() {
            return !open;
        }
    }

    /** Yes or no. */
    record Flag(boolean truth) implements Value {
        @Override
        public String printed() {
            return String.valueOf(truth);
        }
    }

    /** A whole number. */
    record Whole(long number) implements Value {
        @Override
        public String printed() {
            return String.valueOf(number);
        }

        @Override
        public boolean truth() {
            return number != 0;
        }
    }

    /**
     * Values by name.
     *
     * @param missing why a name that is not there is not known
     */
    record Table(Map<String, Value> values, String missing) implements Value {
        public Table {
            values = Map.copyOf(values);
        }

        Value get(String name) {
            Value value = values.get(name);
            return value == null ? new Unknown(missing.replace("%", name)) : value;
        }

        @Override
        public String printed() {
            return UNKNOWN;
        }

        @Override
        public boolean truth() {
            return !values.isEmpty();
        }
    }

    /** Values in a row. */
    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String printed() {
            return UNKNOWN;
        }

        @Override
        public boolean truth() {
            return !values.isEmpty();
        }
    }

    /** What only a run can tell, and why. */
    record Unknown(String why) implements Value {
        @Override
        public String printed() {
            return UNKNOWN;
        }

        @Override
        public boolean truth() {
            throw new IllegalStateException(why);
        }

        @Override
        public boolean known() {
            return false;
        }
    }
}
