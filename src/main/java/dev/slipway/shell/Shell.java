package dev.slipway.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Follows the scripts of a job without running anything: variables are filled in, conditions that can be told are
 * decided, and scripts of the repository and recipes of its Makefile are followed, too. If a condition is open, both
 * ways are taken.
 */
public final class Shell {
    private static final int MOST = 10_000;
    private static final int DEEPEST = 10;

    /** Scripts that print what they start. */
    private static final String WRAPPERS = "mvnw|gradlew";

    private final Map<String, String> variables;
    private final Function<String, Optional<String>> files;
    private final Map<String, Syntax> functions = new HashMap<>();
    private final Effects effects = new Effects();
    private List<String> arguments = List.of();
    private final Deque<String> visited = new ArrayDeque<>();
    private int depth;
    private int steps;
    private boolean doubtful;
    private String path = "";
    private final Set<String> unread = new LinkedHashSet<>();
    private String folder;
    private final Tree tree;

    /**
     * A shell at the top of a repository.
     *
     * @param variables that are set
     * @param files the text of a file of the repository
     */
    public Shell(Map<String, String> variables, Function<String, Optional<String>> files) {
        this(variables, files, "", new Tree("", Map.of()));
    }

    /**
     * A shell in a folder of a work tree.
     *
     * @param folder where it starts, from the workspace
     * @param tree the files that were made before; grows
     */
    public Shell(Map<String, String> variables, Function<String, Optional<String>> files, String folder, Tree tree) {
        this.folder = Tree.path("", folder);
        this.tree = tree;
        this.variables = new HashMap<>(variables);
        this.variables.put("GITHUB_ENV", Effects.ENV);
        this.variables.put("GITHUB_OUTPUT", Effects.OUTPUT);
        this.files = files;
    }

    /** Follows a script to its end; Bash first reads the file that {@code BASH_ENV} names. */
    public void run(String script) {
        String first = variables.getOrDefault("BASH_ENV", "");
        if (!first.isEmpty()) {
            Optional<String> text = files.apply(Tree.path("", first));
            text.ifPresent(found -> execute(Parser.parse(found), new StringBuilder(), ""));
            if (text.isEmpty()) {
                unread.add("BASH_ENV names '" + first + "', which is not in the repository");
            }
        }
        execute(Parser.parse(script), new StringBuilder(), "");
    }

    /** Whether a command starts a script or a recipe of the repository, which is followed. */
    public static boolean follows(Command command, Function<String, Optional<String>> files) {
        return !command.program().matches(WRAPPERS) && Script.of(command, files).isPresent();
    }

    /** What of the script could not be followed, and why. */
    public Set<String> unread() {
        return Collections.unmodifiableSet(unread);
    }

    /** What was started, in order. */
    public List<Command> commands() {
        return effects.commands();
    }

    /** What the script leaves for later steps in {@code GITHUB_ENV}. */
    public Map<String, String> env() {
        return effects.env();
    }

    /** What the script leaves in {@code GITHUB_OUTPUT}. */
    public Map<String, String> outputs() {
        return effects.outputs();
    }

    private WordExpansion words() {
        return new WordExpansion(this::value, this::printed);
    }

    private Optional<String> value(String name) {
        if (name.equals("0") || name.equals("BASH_SOURCE")) {
            return Optional.of(path);
        }
        if (name.equals("PWD")) {
            return Optional.of(Builtins.absolute(folder));
        }
        if (name.matches("[0-9]")) {
            int at = Integer.parseInt(name) - 1;
            return Optional.of(at >= 0 && at < arguments.size() ? arguments.get(at) : "");
        }
        return name.equals("@") || name.equals("*")
                ? Optional.of(String.join(" ", arguments))
                : Optional.ofNullable(variables.get(name));
    }

    /** What a substitution stands for. */
    private String printed(String script) {
        StringBuilder out = new StringBuilder();
        String outside = folder;
        execute(Parser.parse(script), out, "");
        folder = outside;
        return out.toString().strip();
    }

    private Truth execute(Syntax syntax, StringBuilder out, String in) {
        if (steps++ > MOST || depth > DEEPEST) {
            return Truth.UNKNOWN;
        }
        if (syntax instanceof Syntax.Simple simple) {
            return simple(simple, out, in);
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
        if (syntax instanceof Syntax.Subshell subshell) {
            String outside = folder;
            Truth truth = execute(subshell.body(), out, in);
            folder = outside;
            return truth;
        }
        if (syntax instanceof Syntax.Definition definition) {
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
        out.append(between);
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
            given(before.not().and(holds), branch.body(), out, in);
            before = before.or(holds);
            if (holds == Truth.TRUE) {
                break;
            }
        }
        return Truth.UNKNOWN;
    }

    private Truth cases(Syntax.Case some, StringBuilder out, String in) {
        String word = words().whole(some.word());
        Truth before = Truth.FALSE;
        for (Map.Entry<List<String>, Syntax> arm : some.arms().entrySet()) {
            Truth fits = arm.getKey().stream()
                    .map(pattern -> Test.of(List.of(word, "=", words().whole(pattern)), none -> Truth.UNKNOWN))
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
        loop.items().forEach(item -> words().split(item).forEach(word -> items.addAll(tree.expand(folder, word))));
        if (items.isEmpty()) {
            items.add(Symbols.UNKNOWN);
        }
        items.forEach(item -> {
            variables.put(loop.variable(), item);
            execute(loop.body(), out, in);
        });
        return Truth.UNKNOWN;
    }

    private Truth simple(Syntax.Simple simple, StringBuilder out, String in) {
        List<String> rest = new ArrayList<>(simple.words());
        boolean not = !rest.isEmpty() && rest.get(0).equals("!");
        if (not) {
            rest.remove(0);
        }
        Map<String, Optional<String>> before = new HashMap<>();
        while (!rest.isEmpty() && isAssignment(rest.get(0))) {
            String name = assigned(rest.get(0));
            before.putIfAbsent(name, Optional.ofNullable(variables.get(name)));
            assigns(rest.remove(0));
        }
        if (!rest.isEmpty() && Test.is(rest.get(0))) {
            List<String> asked = rest.stream()
                    .skip(1)
                    .filter(word -> !word.equals("]") && !word.equals("]]"))
                    .map(words()::whole)
                    .toList();
            Truth truth = Test.of(asked, word -> tree.isThere(folder, word, variables.getOrDefault("RUNNER_OS", "")));
            return not ? truth.not() : truth;
        }
        List<String> filled = new ArrayList<>();
        rest.forEach(word -> filled.addAll(words().split(word)));
        Truth truth = filled.isEmpty()
                ? Truth.TRUE
                : start(
                        new Command(
                                filled,
                                words().whole(simple.output()),
                                simple.line(),
                                folder,
                                environment(before.keySet())),
                        out,
                        in + words().whole(simple.input()));
        if (!filled.isEmpty()) { // what stands before a command is set for it alone
            before.forEach((name, text) ->
                    text.ifPresentOrElse(value -> variables.put(name, value), () -> variables.remove(name)));
        }
        return not ? truth.not() : truth;
    }

    private static boolean isAssignment(String word) {
        return word.matches("(?s)[A-Za-z_][A-Za-z0-9_]*+\\+?=.*");
    }

    private static String assigned(String word) {
        return word.replaceFirst("(?s)\\+?=.*", "");
    }

    private boolean assigns(String word) {
        if (!isAssignment(word)) {
            return false;
        }
        String name = assigned(word);
        String text = words().whole(word.replaceFirst("(?s)^[^=]*=", ""));
        boolean adds = word.startsWith(name + "+");
        String known = text.equals(Symbols.UNKNOWN) ? Symbols.byName(name) : text;
        String before = adds ? variables.getOrDefault(name, "") : "";
        String all = before + (before.isEmpty() ? known.stripLeading() : known);
        variables.put(name, doubtful && Effects.answers(all) ? Symbols.UNKNOWN : all);
        return true;
    }

    private Truth start(Command command, StringBuilder out, String in) {
        Builtins builtins = new Builtins(command, in, tree);
        if (builtins.declares()) {
            command.arguments().forEach(this::assigns);
            List<String> rest = Wrapped.afterEnv(command);
            return rest.isEmpty()
                    ? Truth.TRUE
                    : start(
                            new Command(
                                    rest,
                                    command.output(),
                                    command.line(),
                                    folder,
                                    environment(command.arguments().stream()
                                            .filter(Shell::isAssignment)
                                            .map(Shell::assigned)
                                            .toList())),
                            out,
                            in);
        }
        if (command.program().equals("shift")) {
            arguments = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
            return Truth.TRUE;
        }
        List<Command> handed = new Started(command, tree).commands(in);
        if (!handed.isEmpty() && depth < DEEPEST && !uploads(handed)) {
            depth++;
            handed.forEach(one -> start(one, out, ""));
            depth--;
            return Truth.UNKNOWN;
        }
        int printed = out.length();
        boolean read = !builtins.quiet() && command.output().isEmpty() && isRead(command);
        Optional<String> text = read
                ? Optional.empty()
                : new KnownOutput(command, variables, tree, files)
                        .text()
                        .or(builtins::text)
                        .map(said -> goesOn(command, said) ? said + Symbols.UNKNOWN : said);
        text.ifPresent(said -> {
            effects.say(said, builtins.file(), out, doubtful);
            if (builtins.quiet() && !builtins.file().isEmpty()) {
                tree.writes(command, Tree.path(folder, builtins.file()), said.strip());
                if (builtins.joins()) {
                    effects.started(command);
                }
            }
        });
        if (text.isPresent() && builtins.quiet()) {
            return builtins.truth();
        }
        Syntax function = functions.get(command.words().get(0));
        if (function != null) {
            Truth truth = nested(function, command.arguments(), out, in);
            silent(read, printed, out);
            return truth;
        }
        effects.started(command);
        if (!doubtful || !command.program().equals("rm")) {
            tree.started(command);
        }
        goes(command);
        followed(command, out);
        silent(read, printed, out);
        return builtins.truth();
    }

    /** Whether a command is a function or a script of which it is known what it prints. */
    private boolean isRead(Command command) {
        return depth < DEEPEST
                && (functions.containsKey(command.words().get(0))
                        || !command.program().matches(WRAPPERS)
                                && Script.of(command, files).isPresent());
    }

    /** What is read and prints nothing that is known prints something else. */
    private static void silent(boolean read, int printed, StringBuilder out) {
        if (read && out.length() == printed) {
            out.append(Symbols.UNKNOWN).append('\n');
        }
    }

    /** Whether commands upload files that are not known: what finds the files says more of them. */
    private static boolean uploads(List<Command> handed) {
        return handed.stream()
                .allMatch(command -> command.program().matches("gh|hub|ghr")
                        && command.words().contains(Symbols.UNKNOWN));
    }

    /** Whether the value that belongs to a name is printed by the command after this one. */
    private static boolean goesOn(Command command, String said) {
        boolean open = command.program().equals("printf")
                || command.program().equals("echo") && command.arguments().contains("-n");
        return open && said.endsWith("=");
    }

    private void goes(Command command) {
        List<String> words = command.arguments().stream()
                .filter(word -> !word.startsWith("-"))
                .toList();
        if (command.program().matches("cd|pushd|Set-Location") && !words.isEmpty()) {
            visited.push(folder);
            folder = Tree.path(folder, words.get(0));
        } else if (command.program().equals("popd") && !visited.isEmpty()) {
            folder = visited.pop();
        }
    }

    /** What a command gets that changes what it builds: by its name, or because it is set for this command alone. */
    private Map<String, String> environment(Collection<String> own) {
        Map<String, String> all = CompilerVariables.of(variables);
        own.forEach(name -> all.put(name, variables.getOrDefault(name, "")));
        return all;
    }

    private Truth nested(Syntax body, List<String> given, StringBuilder out, String in) {
        List<String> outer = arguments;
        arguments = List.copyOf(given);
        depth++;
        Truth truth = execute(body, out, in);
        depth--;
        arguments = outer;
        return truth;
    }

    /** Scripts and Makefiles in the repository. */
    private void followed(Command command, StringBuilder out) {
        if (depth < DEEPEST && !command.program().matches(WRAPPERS)) {
            Optional<Script> script = Script.of(command, files);
            String outer = path;
            path = script.map(Script::path).filter(file -> !file.isEmpty()).orElse(outer);
            script.ifPresent(found -> nested(Parser.parse(found.text()), found.arguments(), out, ""));
            path = outer;
            if (script.isEmpty()) {
                Script.unread(command, files).ifPresent(unread::add);
            }
        }
    }
}
