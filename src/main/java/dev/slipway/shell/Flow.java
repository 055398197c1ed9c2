package dev.slipway.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the syntax of a script: sequences, pipelines, conditions, loops, functions. If a condition is open, both ways are
 * taken.
 *
 * @see Shell what a command does
 */
final class Flow {
    private static final int MOST = 10_000;
    private static final int DEEPEST = 10;

    /** What follows a single command, for the text that it reads and a place for the text that it prints. */
    interface Commands {
        Truth simple(Syntax.Simple command, StringBuilder out, String in);
    }

    private final Scope scope;
    private final Tree tree;
    private final WordExpansion words;
    private final Commands commands;
    private final Map<String, Syntax> functions = new HashMap<>();
    private final List<Definition> definitions = new ArrayList<>();
    private int depth;
    private int steps;
    private final Deque<String> nested = new ArrayDeque<>();
    private boolean cut;
    private boolean deep;
    private boolean doubtful;
    private String output = "";

    /** How many loops this place is in. */
    private int loops;

    /** The word that ends this turn of a loop, or all of them; empty if none does. */
    private String jump = "";

    /** @param before what the function did before it was defined; empty if there was none */
    private record Definition(String name, Optional<Syntax> before) {}

    Flow(Scope scope, Tree tree, WordExpansion words, Commands commands) {
        this.scope = scope;
        this.tree = tree;
        this.words = words;
        this.commands = commands;
    }

    /** Whether the script has more commands than are followed. */
    boolean cut() {
        return cut;
    }

    /** Whether scripts and functions call each other in more levels than are followed; one that calls itself is known. */
    boolean deep() {
        return deep;
    }

    /** Whether only a run can tell that this place is reached. */
    boolean doubtful() {
        return doubtful;
    }

    /** Whether one script or function inside another can still be followed. */
    boolean goesDeeper() {
        return depth < DEEPEST;
    }

    /** Where an archive goes that a command prints; empty if the command says it. */
    String output() {
        return output;
    }

    /** How many functions were defined so far, for {@link #forget}. */
    int definitions() {
        return definitions.size();
    }

    /** Takes back the functions that another process has defined: they are its own. */
    void forget(int count) {
        while (definitions.size() > count) {
            Definition last = definitions.remove(definitions.size() - 1);
            last.before()
                    .ifPresentOrElse(body -> functions.put(last.name(), body), () -> functions.remove(last.name()));
        }
    }

    /** The body of a function that was defined. */
    Optional<Syntax> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /** Leaves out the rest of a loop's turn, if it is certain that this place is reached. */
    void jumps(List<String> words) {
        boolean known = words.size() == 1
                && (words.get(0).equals("continue") || words.get(0).equals("break"));
        if (known && loops > 0 && !doubtful) {
            jump = words.get(0);
        }
    }

    /** Follows one turn of a loop; whether there may be another one. */
    private boolean turns(Syntax body, StringBuilder out, String in) {
        loops++;
        execute(body, out, in);
        loops--;
        boolean ends = jump.equals("break");
        jump = "";
        return !ends;
    }

    /** Follows a part of a script. */
    Truth execute(Syntax syntax, StringBuilder out, String in) {
        if (depth > DEEPEST || !jump.isEmpty()) {
            return Truth.UNKNOWN;
        }
        if (steps++ > MOST || !tree.effort().follows()) {
            cut = true;
            return Truth.UNKNOWN;
        }
        if (syntax instanceof Syntax.Simple simple) {
            return commands.simple(simple, out, in);
        }
        if (syntax instanceof Syntax.Chain chain) {
            return chain(chain, out, in);
        }
        if (syntax instanceof Syntax.Pipeline pipeline) {
            return pipeline(pipeline, out, in);
        }
        if (syntax instanceof Syntax.Choice choice) {
            return choice(choice, out, in);
        }
        if (syntax instanceof Syntax.Case some) {
            return cases(some, out, in);
        }
        if (syntax instanceof Syntax.Loop loop) {
            return loop(loop, out, in);
        }
        if (syntax instanceof Syntax.While repeated) {
            return repeated(repeated, out, in);
        }
        if (syntax instanceof Syntax.Subshell subshell) {
            Scope.Outside outside = scope.outside();
            int defined = definitions();
            Truth truth = execute(subshell.body(), out, in);
            forget(defined);
            scope.back(outside);
            return truth;
        }
        if (syntax instanceof Syntax.Packing packing) {
            String outer = output;
            output = Builtins.absolute(Tree.path(scope.folder(), words.whole(packing.file())));
            Truth truth = execute(packing.body(), out, in);
            output = outer;
            return truth;
        }
        if (syntax instanceof Syntax.Definition definition) {
            definitions.add(new Definition(definition.name(), function(definition.name())));
            functions.put(definition.name(), definition.body());
        }
        return syntax instanceof Syntax.Sequence sequence ? all(sequence.parts(), out, in) : Truth.TRUE;
    }

    private Truth all(List<Syntax> parts, StringBuilder out, String in) {
        Truth last = Truth.TRUE;
        for (Syntax part : parts) {
            last = execute(part, out, in);
        }
        return last;
    }

    private Truth chain(Syntax.Chain chain, StringBuilder out, String in) {
        Truth last = execute(chain.parts().get(0), out, in);
        for (int i = 0; i < chain.ifTrue().size(); i++) {
            Truth wanted = chain.ifTrue().get(i) ? last : last.not();
            if (wanted != Truth.FALSE) {
                Truth next = given(wanted, chain.parts().get(i + 1), out, in);
                last = wanted == Truth.TRUE ? next : chain.ifTrue().get(i) ? last.and(next) : last.or(next);
            }
        }
        return last;
    }

    private Truth pipeline(Syntax.Pipeline pipeline, StringBuilder out, String in) {
        String between = in;
        Truth last = Truth.TRUE;
        for (int i = 0; i < pipeline.parts().size(); i++) {
            StringBuilder next = new StringBuilder();
            last = execute(pipeline.parts().get(i), next, between);
            between = next.toString();
        }
        Effects.print(between, out);
        return last;
    }

    /** Takes a way unless it is known not to be taken. */
    private Truth given(Truth condition, Syntax way, StringBuilder out, String in) {
        if (condition == Truth.FALSE) {
            return Truth.UNKNOWN;
        }
        boolean outside = doubtful;
        doubtful = outside || condition == Truth.UNKNOWN;
        Truth truth = execute(way, out, in);
        doubtful = outside;
        return truth;
    }

    private Truth choice(Syntax.Choice choice, StringBuilder out, String in) {
        Truth before = Truth.FALSE;
        for (Syntax.Branch branch : choice.branches()) {
            Truth holds = execute(branch.condition(), new StringBuilder(), in);
            int printed = out.length();
            given(before.not().and(holds), branch.body(), out, in);
            if (before.not().and(holds) == Truth.UNKNOWN && fails(branch.body())) {
                out.setLength(printed); // nobody goes on with that
            }
            before = before.or(holds);
            if (holds == Truth.TRUE) {
                break;
            }
        }
        return Truth.UNKNOWN;
    }

    /** Whether a way ends the script with an error. */
    private static boolean fails(Syntax way) {
        if (way instanceof Syntax.Sequence sequence && !sequence.parts().isEmpty()) {
            return fails(sequence.parts().get(sequence.parts().size() - 1));
        }
        return way instanceof Syntax.Simple simple
                && simple.words().size() == 2
                && simple.words().get(0).equals("exit")
                && simple.words().get(1).matches("[1-9][0-9]{0,2}");
    }

    private Truth cases(Syntax.Case some, StringBuilder out, String in) {
        String word = words.whole(some.word());
        Truth before = Truth.FALSE;
        for (Map.Entry<List<String>, Syntax> arm : some.arms().entrySet()) {
            Truth fits = arm.getKey().stream()
                    .map(pattern ->
                            new Test(tree.effort(), none -> Truth.UNKNOWN).of(List.of(word, "=", words.whole(pattern))))
                    .reduce(Truth.FALSE, Truth::or);
            given(before.not().and(fits), arm.getValue(), out, in);
            before = before.or(fits);
            if (fits == Truth.TRUE) {
                break;
            }
        }
        return Truth.UNKNOWN;
    }

    private Truth loop(Syntax.Loop loop, StringBuilder out, String in) {
        List<String> items = new ArrayList<>();
        loop.items()
                .forEach(item -> words.split(item).forEach(word -> items.addAll(tree.expand(scope.folder(), word))));
        if (items.isEmpty()) {
            items.add(Symbols.UNKNOWN);
        }
        for (String item : items) {
            scope.set(loop.variable(), item);
            if (!turns(loop.body(), out, in)) {
                break;
            }
        }
        return Truth.UNKNOWN;
    }

    /** Once, or once for each line that is known to be read. */
    private Truth repeated(Syntax.While loop, StringBuilder out, String in) {
        Optional<Options> options = Options.by(loop.condition());
        boolean told =
                scope.arguments().stream().noneMatch(word -> word.startsWith(Symbols.UNKNOWN)); // or several words
        if (options.isPresent() && told) {
            for (Map<String, String> values : options.get().values(scope.arguments())) {
                values.forEach(scope::set);
                if (!turns(loop.body(), out, "")) {
                    break;
                }
            }
            return Truth.UNKNOWN;
        }
        if (asksForArguments(loop.condition()) && scope.arguments().stream().noneMatch(word -> word.startsWith("{"))) {
            return consumed(loop, out, in);
        }
        Optional<Syntax> reads = Reading.in(loop.condition());
        boolean known = reads.isPresent() && !in.isBlank() && !in.contains(Symbols.UNKNOWN);
        if (!known) {
            execute(loop.condition(), new StringBuilder(), in);
            turns(loop.body(), out, in);
            return Truth.UNKNOWN;
        }
        for (String line : in.lines().toList()) {
            execute(reads.get(), new StringBuilder(), line + "\n");
            if (!turns(loop.body(), out, "")) {
                break;
            }
        }
        return Truth.UNKNOWN;
    }

    /** Whether a condition asks if there is another argument. */
    private static boolean asksForArguments(Syntax condition) {
        if (condition instanceof Syntax.Sequence sequence && sequence.parts().size() == 1) {
            return asksForArguments(sequence.parts().get(0));
        }
        return condition instanceof Syntax.Simple simple
                && !simple.words().isEmpty()
                && Test.is(simple.words().get(0))
                && simple.words().stream().anyMatch(word -> word.matches("\"?\\$(?:#|\\{#}|1|\\{1(?::?-)?})\"?"));
    }

    /** Follows turns that each take arguments away; one that takes none, or fewer than are there, is the last. */
    private Truth consumed(Syntax.While loop, StringBuilder out, String in) {
        int left = scope.arguments().size();
        while (left > 0 && turns(loop.body(), out, in) && scope.arguments().size() < left) {
            left = scope.arguments().size();
        }
        return Truth.UNKNOWN;
    }

    /**
     * Follows a function or a script with its arguments.
     *
     * @param name that of the function, or the text of the script
     */
    Truth nested(String name, Syntax body, List<String> given, StringBuilder out, String in) {
        if (!goesDeeper()) {
            deep |= !nested.contains(name);
            return Truth.UNKNOWN;
        }
        List<String> outer = scope.arguments();
        scope.arguments(given);
        nested.push(name);
        depth++;
        Truth truth = execute(body, out, in);
        depth--;
        nested.pop();
        scope.arguments(outer);
        return truth;
    }

    /** Follows what a command starts in its turn. */
    void deeper(Runnable started) {
        depth++;
        started.run();
        depth--;
    }
}
