package dev.slipway.shell;

import java.util.ArrayList;
import java.util.Collections;
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
    /** Scripts that print what they start. */
    private static final String WRAPPERS = "mvnw|gradlew";

    private final Scope scope;
    private final Function<String, Optional<String>> files;
    private final Effects effects = new Effects();
    private final WordExpansion words;
    private final Flow flow;
    private final Set<String> unread = new LinkedHashSet<>();
    private final Tree tree;
    private final FileCommands fileCommands;

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
        this.scope = new Scope(variables, Tree.path("", folder));
        this.tree = tree;
        this.fileCommands = new FileCommands(tree);
        this.words = new WordExpansion(scope::value, this::printed, tree.effort());
        this.flow = new Flow(scope, tree, words, this::simple);
        scope.set("GITHUB_ENV", Effects.ENV);
        scope.set("GITHUB_OUTPUT", Effects.OUTPUT);
        this.files = files;
    }

    /** Follows a script to its end; Bash first reads the file that {@code BASH_ENV} names. */
    public void run(String script) {
        String first = scope.text("BASH_ENV");
        if (!first.isEmpty()) {
            Optional<String> text = files.apply(Tree.path("", first));
            text.ifPresent(found -> flow.execute(Parser.parse(found), new StringBuilder(), ""));
            if (text.isEmpty()) {
                unread.add("BASH_ENV names '" + first + "', which is not in the repository");
            }
        }
        flow.execute(Parser.parse(script), new StringBuilder(), "");
        if (flow.cut()) {
            unread.add("it runs more commands than are followed");
        }
        if (flow.deep()) {
            unread.add("its scripts and functions call each other in more levels than are followed");
        }
    }

    /**
     * What Rust builds for on a runner of GitHub, such as {@code aarch64-apple-darwin}; empty if its variables do not tell.
     *
     * @param variables such as {@code RUNNER_OS}
     */
    public static Optional<String> host(Map<String, String> variables) {
        return KnownOutput.host(variables);
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

    /** What commands print that read no file, if all of it is known. */
    static Optional<String> printed(String script, Map<String, String> variables) {
        String text = new Shell(variables, path -> Optional.empty()).printed(script);
        return Optional.of(text).filter(known -> !known.isEmpty() && !known.contains("$") && !Symbols.open(known));
    }

    /** What a substitution stands for. */
    private String printed(String script) {
        StringBuilder out = new StringBuilder();
        Scope.Outside outside = scope.outside();
        flow.execute(Parser.parse(script), out, "");
        scope.back(outside);
        return out.toString().strip();
    }

    private Truth simple(Syntax.Simple simple, StringBuilder out, String in) {
        List<String> all = simple.words();
        boolean not = !all.isEmpty() && all.get(0).equals("!");
        int first = not ? 1 : 0;
        while (first < all.size() && Assignment.of(all.get(first)).isPresent()) {
            first++;
        }
        List<String> assignments = all.subList(not ? 1 : 0, first);
        List<String> rest = all.subList(first, all.size());
        Map<String, Optional<String>> before = scope.values(Assignment.names(assignments));
        boolean tests = !rest.isEmpty() && Test.is(rest.get(0));
        boolean declares = !rest.isEmpty() && Builtins.declares(rest);
        List<String> filled = tests || declares ? List.of() : filled(rest);
        // what a command alone gets is certain for it
        assigns(assignments, flow.doubtful() && rest.isEmpty());
        if (tests) {
            Truth truth = tested(rest.subList(1, rest.size()));
            return not ? truth.not() : truth;
        }
        if (declares) {
            rest.subList(1, rest.size()).forEach(this::declares);
            return Truth.TRUE;
        }
        if (filled.isEmpty()) {
            boolean asks = assignments.stream().anyMatch(Shell::asks);
            Truth truth = asks ? Truth.UNKNOWN : Truth.TRUE;
            return not ? truth.not() : truth;
        }
        flow.jumps(filled);
        Map<String, String> env = scope.environment(filled, before.keySet());
        boolean packs = simple.output().isEmpty() && filled.get(0).matches("zip|tar|gtar|bsdtar");
        String output = packs ? flow.output() : words.whole(simple.output());
        Command command = new Command(filled, output, simple.line(), scope.folder(), env);
        Truth truth = start(command, out, in + words.whole(simple.input()));
        scope.restore(before); // what stands before a command is set for it alone
        return not ? truth.not() : truth;
    }

    /** The words that some words of a script become. */
    private List<String> filled(List<String> rest) {
        List<String> filled = new ArrayList<>();
        int length = 0;
        for (String word : rest) {
            List<String> split = length > Symbols.LONGEST ? List.of(Symbols.UNKNOWN) : words.split(word);
            length += split.stream().mapToInt(String::length).sum();
            filled.addAll(split);
        }
        return filled;
    }

    /** A word after {@code export}: it sets a variable, or what it stands for does. */
    private void declares(String word) {
        if (Assignment.of(word).isPresent()) {
            assigns(List.of(word), flow.doubtful());
        } else {
            words.split(word).stream()
                    .flatMap(one -> Assignment.of(one).stream())
                    .forEach(one -> one.set(scope, one.text(), flow.doubtful()));
        }
    }

    /** Whether a variable gets what a program prints: if that fails, so does the assignment. */
    private static boolean asks(String assignment) {
        int at = assignment.indexOf("$(");
        String asked = at < 0 ? "" : assignment.substring(at + 2).strip();
        boolean known =
                asked.isEmpty() || asked.startsWith("(") || asked.startsWith("echo") || asked.startsWith("printf");
        return !known || assignment.contains("`");
    }

    private Truth tested(List<String> condition) {
        List<String> asked = condition.stream()
                .filter(word -> !word.equals("]") && !word.equals("]]"))
                .map(words::whole)
                .toList();
        return new Test(tree.effort(), this::isThere).of(asked);
    }

    private Truth isThere(String word) {
        String path = Tree.path(scope.folder(), word);
        Truth made = tree.isThere(path, scope.text("RUNNER_OS"));
        return made == Truth.FALSE && files.apply(path).isPresent() ? Truth.UNKNOWN : made;
    }

    private void assigns(List<String> assignments, boolean doubtful) {
        assignments.forEach(word -> Assignment.of(word).ifPresent(one -> one.set(scope, filled(one), doubtful)));
    }

    private String filled(Assignment assignment) {
        if (!assignment.list()) {
            return words.whole(assignment.text());
        }
        List<String> raw = Lexer.tokens(assignment.text()).stream()
                .filter(token -> !token.sign())
                .map(Token::text)
                .toList();
        return new Items(filled(raw).stream()
                        .flatMap(item -> tree.expand(scope.folder(), item).stream())
                        .toList())
                .value();
    }

    private Truth start(Command given, StringBuilder out, String in) {
        Command command = Wrapped.shown(given);
        Builtins builtins = new Builtins(command, in, tree);
        List<String> wrapped = Wrapped.afterEnv(command);
        if (!wrapped.isEmpty() && command.arguments().get(0).contains("=")) {
            List<String> names = Assignment.names(command.arguments());
            Map<String, Optional<String>> before = scope.values(names);
            assigns(command.arguments(), false);
            Map<String, String> env = scope.environment(wrapped, names);
            Truth truth = start(new Command(wrapped, command.output(), command.line(), scope.folder(), env), out, in);
            scope.restore(before);
            return truth;
        }
        Optional<Reading> reading = Reading.of(command.words());
        if (reading.isPresent()) {
            reading.get().values(in, scope.value("IFS")).forEach(scope::set);
            return Truth.UNKNOWN;
        }
        if (scope.changesArguments(command)) {
            return Truth.TRUE;
        }
        List<Command> handed = new Started(command, tree).commands(in);
        if (!handed.isEmpty() && flow.goesDeeper() && !uploads(handed)) {
            flow.deeper(() -> handed.forEach(one -> start(one, out, "")));
            return Truth.UNKNOWN;
        }
        int printed = out.length();
        boolean read = !builtins.quiet() && command.output().isEmpty() && isRead(command);
        Optional<String> text = read
                ? Optional.empty()
                : new KnownOutput(command, scope.variables(), tree, files)
                        .text()
                        .or(() -> temporary(command))
                        .or(builtins::text)
                        .map(said -> goesOn(command, said) ? said + Symbols.UNKNOWN : said);
        text.ifPresent(said -> {
            effects.say(said, builtins.file(), out, flow.doubtful());
            if (builtins.quiet() && !builtins.file().isEmpty()) {
                tree.writes(command, Tree.path(scope.folder(), builtins.file()), said.strip());
                if (builtins.joins()) {
                    effects.started(command);
                }
            }
        });
        if (text.isPresent() && builtins.quiet()) {
            return builtins.truth();
        }
        Optional<Syntax> function = flow.function(command.words().get(0));
        if (function.isPresent()) {
            Truth truth = flow.nested(command.program(), function.get(), command.arguments(), out, in);
            silent(read, printed, out);
            return truth;
        }
        effects.started(command);
        if (!flow.doubtful() || !command.program().equals("rm")) {
            fileCommands.started(command);
        }
        scope.goes(command);
        followed(command, out);
        silent(read, printed, out);
        return builtins.truth();
    }

    /** A path that no other command gets. */
    private Optional<String> temporary(Command command) {
        return command.program().equals("mktemp")
                ? Optional.of("/tmp/tmp." + effects.commands().size())
                : Optional.empty();
    }

    /** Whether a command is a function or a script of which it is known what it prints. */
    private boolean isRead(Command command) {
        return flow.goesDeeper()
                && (flow.function(command.words().get(0)).isPresent()
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

    /** Scripts and Makefiles in the repository. */
    private void followed(Command command, StringBuilder out) {
        if (command.program().matches(WRAPPERS)) {
            return;
        }
        Optional<Script> script = Script.of(command, files);
        String outer = scope.script();
        String path = script.map(Script::path).filter(file -> !file.isEmpty()).orElse(outer);
        scope.script(path);
        Scope.Place before = scope.place();
        int defined = flow.definitions();
        script.ifPresent(found -> flow.nested(found.text(), Parser.parse(found.text()), found.arguments(), out, ""));
        if (!command.program().matches("source|\\.|eval")) { // what another process changes is its own
            scope.returns(before);
            flow.forget(defined);
        }
        scope.script(outer);
        if (script.isEmpty()) {
            Script.unread(command, files).ifPresent(unread::add);
        }
    }
}
