package dev.slipway.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program in Rust, as far as it writes out the commands that it starts. */
final class RustProgram {
    private static final Pattern MODULE = Pattern.compile("\\bmod {1,5}+(\\w{1,60}+);");
    private static final Pattern FILLED = Pattern.compile("\\{(\\w{0,60}+)[^{}]{0,60}+}");

    /** A longer program than this is not read: calls in calls are followed again for each that is around them. */
    private static final int MOST_TOKENS = 20_000;

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, int[]> functions = new HashMap<>();
    private int[] ends = {};

    private RustProgram() {}

    /** @param folder that of its sources, with a slash at its end */
    static RustProgram read(String folder, Function<String, Optional<String>> files) {
        RustProgram program = new RustProgram();
        program.read(folder, "main.rs", files);
        if (program.tokens.size() <= MOST_TOKENS) {
            program.index();
        }
        return program;
    }

    /** What the functions that a word leads to start, as a script; empty if it leads to none. */
    Optional<String> script(String word) {
        Set<String> reached = reached(start(word));
        StringBuilder script = new StringBuilder();
        reached.forEach(name -> body(name).ifPresent(body -> commands(body, script)));
        return reached.isEmpty() ? Optional.empty() : Optional.of(script.toString());
    }

    private void read(String folder, String file, Function<String, Optional<String>> files) {
        files.apply(folder + file).ifPresent(text -> {
            tokens.addAll(RustTokens.of(text));
            if (file.equals("main.rs")) {
                Matcher module = MODULE.matcher(text);
                while (module.find() && tokens.size() <= MOST_TOKENS) {
                    read(folder, module.group(1) + ".rs", files);
                    read(folder, module.group(1) + "/mod.rs", files);
                }
            }
        });
    }

    /** Finds the end of each bracket, and the functions. */
    private void index() {
        ends = new int[tokens.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            ends[i] = i + 1;
            if (is(i, "{") || is(i, "(") || is(i, "[")) {
                ends[i] = tokens.size();
                open.push(i);
            } else if ((is(i, "}") || is(i, ")") || is(i, "]")) && !open.isEmpty()) {
                ends[open.pop()] = i + 1;
            }
        }
        int start = tokens.size();
        for (int i = tokens.size() - 1; i >= 0; i--) { // backwards, so that the first function of a name counts
            if (is(i, "{") || is(i, ";")) {
                start = i;
            } else if (is(i, "fn") && i + 1 < tokens.size()) {
                functions.put(tokens.get(i + 1), new int[] {start, end(start)});
            }
        }
    }

    private boolean is(int at, String token) {
        return at >= 0 && at < tokens.size() && tokens.get(at).equals(token);
    }

    /** The place after the bracket that closes the one at a place; the next place if there is none. */
    private int end(int start) {
        return start < ends.length ? ends[start] : tokens.size();
    }

    /** The functions that a word leads to: one of its name, or those that its arm of a {@code match} calls. */
    private List<String> start(String word) {
        String name = word.replace('-', '_');
        if (functions.containsKey(name)) {
            return List.of(name);
        }
        String camel = word.replace("-", "").toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean arm =
                    token.equals("\"" + word) || token.toLowerCase(Locale.ROOT).equals(camel);
            for (int j = i; arm && j < i + 12; j++) {
                if (is(j, "=") && is(j + 1, ">")) {
                    int stop = is(j + 2, "{") ? end(j + 2) : j + 20;
                    for (int k = j + 2; k < stop && !(is(k, "=") && is(k + 1, ">")); k++) {
                        if (k < tokens.size() && functions.containsKey(tokens.get(k)) && is(k + 1, "(")) {
                            found.add(tokens.get(k));
                        }
                    }
                    break;
                }
            }
        }
        return found;
    }

    /** Some functions, and all that these call. */
    private Set<String> reached(List<String> some) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(some);
        while (!next.isEmpty()) {
            String name = next.pop();
            int[] body = functions.get(name);
            if (body == null || !reached.add(name)) {
                continue;
            }
            List<String> called = new ArrayList<>();
            for (int i = body[0]; i < body[1]; i++) {
                if (is(i + 1, "(") && !is(i - 1, "fn") && !is(i - 1, ".")) {
                    called.add(tokens.get(i));
                }
            }
            Collections.reverse(called);
            called.forEach(next::push);
        }
        return reached;
    }

    private Optional<int[]> body(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    private void commands(int[] body, StringBuilder script) {
        for (int i = body[0]; i < body[1]; i++) {
            boolean starts = is(i, "Command") && is(i + 3, "new") && is(i + 4, "(");
            boolean shell = is(i, "cmd") && is(i + 1, "!") && is(i + 2, "(");
            if (starts) {
                List<String> words = new ArrayList<>(values(i + 4));
                for (int at = end(i + 4); is(at, "."); at = end(at + 2)) {
                    if (is(at + 1, "arg") || is(at + 1, "args")) {
                        words.addAll(values(at + 2));
                    } else if (!is(at + 2, "(")) {
                        break;
                    }
                }
                script.append(String.join(" ", words)).append('\n');
            } else if (shell) {
                List<String> words = values(i + 2);
                words.stream()
                        .skip(1)
                        .limit(1)
                        .forEach(text ->
                                script.append(text.replaceAll("^\"|\"$", "")).append('\n'));
            }
        }
    }

    /** The arguments of a call, each as a word of a shell. */
    private List<String> values(int open) {
        List<String> words = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int depth = 0;
        int close = end(open) - 1;
        for (int i = open + 1; i < close; i++) {
            String token = tokens.get(i);
            boolean list = depth == 0 && token.matches("[&\\[\\]]");
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 && token.equals(",")) {
                word(part).ifPresent(words::add);
                part.clear();
            } else if (!list) {
                part.add(token);
            }
        }
        word(part).ifPresent(words::add);
        return words;
    }

    /** A text with the names of what is filled in, or the first name of an expression. */
    private static Optional<String> word(List<String> part) {
        return part.stream()
                .filter(token -> token.startsWith("\""))
                .findFirst()
                .map(text -> FILLED.matcher(text.substring(1)).replaceAll("\\${$1}"))
                .or(() -> part.stream()
                        .filter(token -> token.matches("[a-z_]\\w*+"))
                        .findFirst()
                        .map(name -> "${" + name + "}"))
                .map(text -> "\"" + text.replace("\"", "\\\"") + "\"");
    }
}
