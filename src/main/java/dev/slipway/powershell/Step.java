package dev.slipway.powershell;

import java.util.List;

/** What is done with the value before it. */
sealed interface Step {
    Value after(Value left, Written before);

    /**
     * {@code -join ','} and its like.
     *
     * @param name without the dash; {@code *} for all that count
     */
    record Operator(String name, List<Expression> operands) implements Step {
        @Override
        public Value after(Value left, Written before) {
            Value right = operands.get(0).value(before);
            return switch (name) {
                case "and" -> both(left, "&&", right);
                case "or" -> both(left, "||", right);
                case "replace" ->
                    left.through("sed 's|'" + right.word() + "'|'"
                            + String.join("", Expression.words(operands.subList(1, operands.size()), before))
                            + "'|g'");
                case "join" -> left.joined(right.word());
                case "eq", "like" -> asked(left, "=", right);
                case "ne", "notlike" -> asked(left, "!=", right);
                case "match" -> asked(left, "=~", right);
                case "notmatch" -> Value.answer("[[ ! " + left.word() + " =~ " + right.word() + " ]]");
                case "split" -> left.cut(right.word());
                case "+" -> left.plus(right);
                case "f" -> left.formatted(right.items());
                default -> Value.UNKNOWN;
            };
        }

        private static Value both(Value left, String sign, Value right) {
            return Value.answer("{ " + left.test() + " " + sign + " " + right.test() + "; }");
        }

        private static Value asked(Value left, String sign, Value right) {
            return Value.answer("[[ " + left.word() + " " + sign + " " + right.word() + " ]]");
        }
    }

    /** {@code [0]} */
    record Index(int place) implements Step {
        @Override
        public Value after(Value left, Written before) {
            return left.at(place);
        }
    }

    record Property(String name) implements Step {
        @Override
        public Value after(Value left, Written before) {
            return Types.property(left, name);
        }
    }

    record Method(String name, List<Expression> arguments) implements Step {
        @Override
        public Value after(Value left, Written before) {
            return Types.method(left, name, Expression.words(arguments, before));
        }
    }

    /**
     * A command that reads what the one before prints.
     *
     * @param first whether no other one stands before it
     */
    record Piped(Command command, boolean first) implements Step {
        @Override
        public Value after(Value left, Written before) {
            boolean plain = first && left.prints().isEmpty();
            String input = plain ? "echo " + String.join(" ", left.spread()) : left.printed();
            return Value.output(command.shell(input, before));
        }
    }

    /** A block that does not read what the command before it prints. */
    record Instead(Block body) implements Step {
        @Override
        public Value after(Value left, Written before) {
            return Value.output(body.shell(before));
        }
    }

    /** What is done for each item. */
    record Each(Block body) implements Step {
        @Override
        public Value after(Value left, Written before) {
            String each = "; do " + body.shell(before) + "; done";
            return Value.output(
                    left.prints().isEmpty()
                            ? "for _ in " + String.join(" ", left.spread()) + each
                            : left.prints() + " | while read -r _" + each);
        }
    }

    /** A file that the output goes to. */
    record Redirection(String sign, List<Argument.Words> to) implements Step {
        @Override
        public Value after(Value left, Written before) {
            List<String> words = Argument.words(to, before);
            String file = words.isEmpty() ? Word.UNKNOWN : words.get(0);
            return Value.output(left.printed() + (file.isEmpty() || file.equals("''") ? " > /dev/null" : sign + file));
        }
    }

    /** {@code &&} or {@code ||} with what is run by how the one before ended. */
    record Then(String sign, Expression next) implements Step {
        @Override
        public Value after(Value left, Written before) {
            return Value.output(
                    left.printed() + " " + sign + " " + next.value(before).printed());
        }
    }
}
