package dev.slipway.powershell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a script that does something. */
sealed interface Statement {
    Statement NOTHING = new Fixed("true");

    /** The same in words of a shell. */
    String shell(Written before);

    /** What a shell says in the same way everywhere. */
    record Fixed(String text) implements Statement {
        @Override
        public String shell(Written before) {
            return text;
        }
    }

    /** Prints a value, or runs what has none. */
    record Print(Expression of) implements Statement {
        @Override
        public String shell(Written before) {
            return of.value(before).printed();
        }
    }

    record Echo(Expression of) implements Statement {
        @Override
        public String shell(Written before) {
            return "echo " + of.value(before).word();
        }
    }

    /**
     * Sets a variable.
     *
     * @param sign a plus if it gets longer
     */
    record Assignment(String name, String sign, Expression to) implements Statement {
        @Override
        public String shell(Written before) {
            Value value = to.value(before);
            boolean list = value.items().size() != 1 && value.between().isEmpty();
            boolean proper = name.matches("[A-Za-z_]\\w*") && !name.equals("unknown");
            return (proper ? name : "unseen")
                    + sign
                    + "="
                    + (list ? "(" + String.join(" ", value.items()) + ")" : value.word());
        }
    }

    /** Sets a variable that names the arguments of a command. */
    record Table(String name, Map<String, Expression> entries) implements Statement {
        @Override
        public String shell(Written before) {
            Map<String, List<String>> words = new LinkedHashMap<>();
            entries.forEach((key, value) -> words.put(key, value.value(before).spread()));
            before.tables.put(name, words);
            return "unseen=" + Word.UNKNOWN;
        }
    }

    /** {@code if} and what is done otherwise. */
    record Choice(List<Branch> branches, Optional<Block> otherwise) implements Statement {
        record Branch(Expression condition, Block body) {}

        @Override
        public String shell(Written before) {
            StringBuilder all = new StringBuilder();
            for (Branch branch : branches) {
                all.append(all.length() == 0 ? "if " : "; elif ")
                        .append(branch.condition.value(before).test())
                        .append("; then ")
                        .append(branch.body.shell(before));
            }
            otherwise.ifPresent(body -> all.append("; else ").append(body.shell(before)));
            return all.append("; fi").toString();
        }
    }

    /**
     * {@code foreach}
     *
     * @param items none if only a run can tell them
     */
    record Loop(String variable, Optional<Expression> items, Block body) implements Statement {
        @Override
        public String shell(Written before) {
            List<String> words = items.map(all -> all.value(before).spread()).orElse(List.of(Word.UNKNOWN));
            return "for " + variable + " in " + String.join(" ", words) + "; do " + body.shell(before) + "; done";
        }
    }

    /** {@code while} and {@code for} */
    record While(Expression condition, Block body) implements Statement {
        @Override
        public String shell(Written before) {
            return "while " + condition.value(before).test() + "; do " + body.shell(before) + "; done";
        }
    }

    /** {@code do}, with what is asked at the end. */
    record Do(Block body, Optional<Expression> condition) implements Statement {
        @Override
        public String shell(Written before) {
            String done = "{ " + body.shell(before) + "; }";
            return done + condition.map(one -> "; " + one.value(before).test()).orElse("");
        }
    }

    /** {@code switch} */
    record Cases(Expression of, List<Arm> arms) implements Statement {
        record Arm(Expression pattern, Block body) {}

        @Override
        public String shell(Written before) {
            StringBuilder all = new StringBuilder("case " + of.value(before).word() + " in");
            for (Arm arm : arms) {
                all.append(" (").append(arm.pattern.value(before).word()).append(") ");
                all.append(arm.body.shell(before)).append(" ;;");
            }
            return all.append(" esac").toString();
        }
    }

    /** {@code try} with what is done on errors. */
    record Guarded(Block body, List<Handler> handlers) implements Statement {
        record Handler(boolean always, Block body) {}

        @Override
        public String shell(Written before) {
            StringBuilder all = new StringBuilder("{ " + body.shell(before) + "; }");
            for (Handler handler : handlers) {
                all.append(handler.always ? "; { " : "; if " + Value.UNKNOWN.test() + "; then ");
                all.append(handler.body.shell(before)).append(handler.always ? "; }" : "; fi");
            }
            return all.toString();
        }
    }

    record Function(String name, Optional<Parameters> parameters, Block body) implements Statement {
        @Override
        public String shell(Written before) {
            String sets = parameters.map(all -> all.shell(before) + "; ").orElse("");
            return "function " + name + " { " + sets + body.shell(before) + "; }";
        }
    }

    /** Sets each parameter to the argument in its place. */
    record Parameters(List<Parameter> all) implements Statement {
        record Parameter(String name, int place, Optional<Expression> otherwise) {}

        @Override
        public String shell(Written before) {
            StringBuilder text = new StringBuilder("true");
            for (Parameter one : all) {
                text.append("; ").append(one.name).append("=\"${").append(one.place > 9 ? "unknown" : one.place);
                one.otherwise.ifPresent(
                        value -> text.append(":-").append(value.value(before).word()));
                text.append("}\"");
            }
            return text.toString();
        }
    }
}
