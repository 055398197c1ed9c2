package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.List;

/** What has a value. */
sealed interface Expression {
    Expression UNKNOWN = new Unknown();

    /** What it is in words of a shell. */
    Value value(Written before);

    /** What only a run can tell. */
    record Unknown() implements Expression {
        @Override
        public Value value(Written before) {
            return Value.UNKNOWN;
        }
    }

    record Plain(Word word) implements Expression {
        static Plain of(String word) {
            return new Plain(Word.of(word));
        }

        @Override
        public Value value(Written before) {
            return Value.of(word.shell(before));
        }
    }

    /**
     * A variable.
     *
     * @param expansion as a shell expands it
     */
    record Named(String expansion) implements Expression {
        @Override
        public Value value(Written before) {
            Value value = Value.of(expansion.isEmpty() ? "''" : "\"" + expansion + "\"");
            return expansion.equals("true") ? new Value(value.items(), "true", "", "") : value;
        }
    }

    /** What statements print. */
    record Output(Block body) implements Expression {
        @Override
        public Value value(Written before) {
            return Value.output(body.shell(before));
        }
    }

    /** What a single statement prints. */
    record Result(Statement of) implements Expression {
        @Override
        public Value value(Written before) {
            return Value.output(of.shell(before));
        }
    }

    /** What a command prints that reads no other one. */
    record Run(Command command) implements Expression {
        @Override
        public Value value(Written before) {
            return Value.output(command.shell("", before));
        }
    }

    /** {@code @(…)}: the words of each. */
    record Array(List<Expression> parts) implements Expression {
        @Override
        public Value value(Written before) {
            List<String> items = new ArrayList<>();
            parts.forEach(part -> items.addAll(part.value(before).spread()));
            return Value.list(items);
        }
    }

    /** What commas separate. */
    record Several(List<Expression> parts) implements Expression {
        @Override
        public Value value(Written before) {
            List<String> items = new ArrayList<>();
            parts.forEach(part -> items.addAll(part.value(before).items()));
            return Value.list(items);
        }
    }

    record Not(Expression of) implements Expression {
        @Override
        public Value value(Written before) {
            String test = of.value(before).test();
            return Value.answer(
                    test.startsWith("[")
                            ? "! " + test
                            : test.startsWith("! [") ? test.substring(2) : Value.UNKNOWN.test());
        }
    }

    /**
     * {@code [Type]::Method(…)}
     *
     * @param written all of it, as the script has it
     */
    record Static(String type, String method, List<Expression> arguments, String written) implements Expression {
        @Override
        public Value value(Written before) {
            return Types.called(type, method, words(arguments, before), written);
        }
    }

    /** A value and what is done with it, from left to right. */
    record Chain(Expression first, List<Step> steps) implements Expression {
        static Expression of(Expression first, List<Step> steps) {
            return steps.isEmpty() ? first : new Chain(first, steps);
        }

        @Override
        public Value value(Written before) {
            Value value = first.value(before);
            for (Step step : steps) {
                value = step.after(value, before);
            }
            return value;
        }
    }

    static List<String> words(List<Expression> all, Written before) {
        return all.stream().map(one -> one.value(before).word()).toList();
    }
}
