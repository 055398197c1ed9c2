package dev.slipway.detect.jvm;

import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A build script in Kotlin or Groovy, as far as it can be read without running it: its statements, each with the blocks around
 * it. What a script computes is no literal, and is not guessed.
 */
record GradleScript(List<Statement> statements) {
    private static final Set<String> CONDITIONS = Set.of(
            "if", "else", "when", "for", "while", "forEach", "each", "try", "catch", "switch", "fun", "def", "class");
    /** What a name may be part of, and mean the same. */
    private static final Set<String> PREFIXES =
            Set.of("project", "ext", "this", "rootProject", "application", "base", "springBoot");
    /** If a line ends with one of them, the statement goes on. */
    private static final String OPEN_ENDED = ",=.+&|:(";

    GradleScript {
        statements = List.copyOf(statements);
    }

    /** Words in the names of tasks that pack no program. */
    private static final Pattern ASIDE = Pattern.compile("(?i)source|doc|test|report|coverage|sample|example|log");

    /** Words in the names of tasks that put everything into one jar. */
    private static final Pattern WHOLE =
            Pattern.compile("(?i)^(?:fat|uber|shadow|shaded|standalone|executable|all|bundle)|(?:fat|uber|shadow)jar");

    private static final Set<String> ADDING = Set.of("register", "registering", "create", "creating", "task");

    /**
     * A word, a text in quotes, or a sign.
     *
     * @param literal whether it is a text in quotes that holds no value of the script's
     */
    record Token(String text, boolean quoted, boolean literal) {
        boolean is(String other) {
            return !quoted && text.equals(other);
        }

        boolean word() {
            return !quoted && Character.isJavaIdentifierStart(text.charAt(0));
        }
    }

    /** Braces with something before them: {@code application}, {@code tasks.named("shadowJar")}. */
    record Block(List<Token> head) {
        Block {
            head = List.copyOf(head);
        }

        boolean named(String name) {
            return head.stream().anyMatch(token -> token.text.equals(name));
        }

        /** Whether it adds another task of a type, as in {@code tasks.register("serverJar", ShadowJar)}. */
        boolean adds() {
            return head.stream().anyMatch(token -> !token.quoted && ADDING.contains(token.text));
        }

        /** The task that it adds, if that packs an archive, or a jar with everything by its name. */
        Optional<String> packs() {
            boolean archive = head.stream().anyMatch(token -> token.is("Zip") || token.is("Tar"));
            boolean jar = head.stream().anyMatch(token -> token.is("Jar"));
            return added().filter(task -> archive && !ASIDE.matcher(task).find()
                    || jar && WHOLE.matcher(task).find());
        }

        /** What the task that it adds is called: the text in quotes, or the word behind {@code task} or {@code val}. */
        Optional<String> added() {
            if (!adds()) {
                return Optional.empty();
            }
            Optional<String> text = head.stream()
                    .filter(token -> token.quoted && token.literal)
                    .map(Token::text)
                    .findFirst();
            return text.or(() -> IntStream.range(1, head.size())
                    .filter(at ->
                            head.get(at - 1).is("task") || head.get(at - 1).is("val"))
                    .filter(at -> head.get(at).word())
                    .mapToObj(at -> head.get(at).text)
                    .findFirst());
        }

        boolean conditional() {
            return head.stream().anyMatch(token -> !token.quoted && CONDITIONS.contains(token.text));
        }
    }

    /**
     * A statement.
     *
     * @param blocks the braces around it, the outermost first; no more than a few are kept
     * @param place its file and line
     */
    record Statement(List<Block> blocks, List<Token> tokens, String place) {
        Statement {
            blocks = List.copyOf(blocks);
            tokens = List.copyOf(tokens);
        }

        /** Whether it is in a block at the top that is called so and nothing else. */
        boolean in(String name) {
            return blocks.size() == 1
                    && blocks.get(0).head.size() == 1
                    && blocks.get(0).head.get(0).is(name);
        }

        boolean inside(String name) {
            return blocks.stream().anyMatch(block -> block.named(name));
        }

        boolean certain() {
            return blocks.stream().noneMatch(Block::conditional)
                    && (tokens.isEmpty() || !CONDITIONS.contains(tokens.get(0).text));
        }

        boolean has(String word) {
            return tokens.stream().anyMatch(token -> token.is(word));
        }

        /** Whether it gives a project a name, as in {@code project(':cli').name = 'tool'} or {@code it.name = "x"}. */
        boolean names() {
            return IntStream.range(2, tokens.size() - 1)
                    .anyMatch(at -> tokens.get(at).is("name")
                            && tokens.get(at - 1).is(".")
                            && tokens.get(at + 1).is("="));
        }

        /** The same without its outermost block. */
        Statement unwrapped() {
            return new Statement(blocks.subList(1, blocks.size()), tokens, place);
        }

        /** The same without the blocks that say what it is about, and with those that may leave it out. */
        Statement bare() {
            return new Statement(blocks.stream().filter(Block::conditional).toList(), tokens, place);
        }

        List<String> literals() {
            return tokens.stream().filter(Token::literal).map(Token::text).toList();
        }

        /** Whether it gives something of this name a value, be it by {@code =}, {@code set} or nothing between. */
        boolean sets(String name) {
            return named(name) >= 0;
        }

        /** The position after the name, if the statement begins with it. */
        private int named(String name) {
            int at = 0;
            while (at + 1 < tokens.size()
                    && PREFIXES.contains(tokens.get(at).text)
                    && tokens.get(at + 1).is(".")) {
                at += 2;
            }
            return at < tokens.size() && tokens.get(at).is(name) && at + 1 < tokens.size() ? at + 1 : -1;
        }

        /** The text that it gives to a name, empty for {@code null}; nothing if the script computes it. */
        Optional<String> literal(String name) {
            int at = named(name);
            if (at < 0) {
                return Optional.empty();
            }
            List<Token> rest = tokens.subList(at, tokens.size());
            Optional<Token> value = rest.stream()
                    .filter(token -> token.word() && !token.is("set"))
                    .findFirst();
            if (value.filter(token -> token.is("null")).isPresent()) {
                return Optional.of("");
            }
            List<Token> texts = rest.stream().filter(Token::quoted).toList();
            boolean plain = rest.stream()
                    .allMatch(token ->
                            token.quoted || List.of("=", ".", "set", "(", ")").contains(token.text));
            return texts.size() == 1 && plain && texts.get(0).literal
                    ? Optional.of(texts.get(0).text)
                    : Optional.empty();
        }
    }

    static GradleScript read(SourceText source) {
        return new Reading(source).script();
    }

    /** The way through the text, once from its start to its end. */
    private static final class Reading {
        private static final int DEEPEST = 8;

        private final String text;
        private final String name;
        private final List<Statement> statements = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();
        private final List<Integer> depths = new ArrayList<>();
        private List<Token> tokens = new ArrayList<>();
        private int at;
        private int line = 1;
        private int started = 1;
        private int parentheses;
        private int beyond;

        Reading(SourceText source) {
            this.text = source.text();
            this.name = source.name();
        }

        GradleScript script() {
            while (at < text.length()) {
                step();
            }
            end();
            return new GradleScript(statements);
        }

        private void step() {
            char next = text.charAt(at);
            if (next == '\n') {
                newline();
            } else if (Character.isWhitespace(next)) {
                at++;
            } else if (text.startsWith("//", at)) {
                skipTo("\n", 0);
            } else if (text.startsWith("/*", at)) {
                skipTo("*/", 2);
            } else if (next == '"' || next == '\'') {
                quoted(next);
            } else if (next == '`') {
                int end = text.indexOf('`', at + 1);
                add(new Token(
                        text.substring(at + 1, end < 0 ? text.length() : end) + (end < 0 ? "?" : ""), false, false));
                at = end < 0 ? text.length() : end + 1;
            } else if (Character.isJavaIdentifierPart(next)) {
                word();
            } else {
                sign(next);
            }
        }

        private void newline() {
            boolean open = !tokens.isEmpty()
                    && OPEN_ENDED.contains(tokens.get(tokens.size() - 1).text)
                    && !tokens.get(tokens.size() - 1).quoted;
            int next = at + 1;
            while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
                next++;
            }
            boolean chained = next < text.length() && ".?:".indexOf(text.charAt(next)) >= 0;
            if (parentheses == 0 && !open && !chained) {
                end();
            }
            line++;
            at++;
        }

        private void skipTo(String end, int beyondIt) {
            int found = text.indexOf(end, at);
            int stop = found < 0 ? text.length() : found + beyondIt;
            count(at, stop);
            at = stop;
        }

        private void count(int from, int to) {
            for (int i = from; i < to; i++) {
                if (text.charAt(i) == '\n') {
                    line++;
                }
            }
        }

        private void quoted(char quote) {
            String three = String.valueOf(quote).repeat(3);
            boolean wide = text.startsWith(three, at);
            String end = wide ? three : String.valueOf(quote);
            StringBuilder value = new StringBuilder();
            boolean literal = true;
            int here = at + end.length();
            while (here < text.length() && !text.startsWith(end, here) && (wide || text.charAt(here) != '\n')) {
                char next = text.charAt(here);
                if (next == '\\' && here + 1 < text.length()) {
                    here++;
                    next = text.charAt(here);
                } else if (next == '$' && quote == '"') {
                    literal = false;
                    int computed = text.startsWith("${", here) ? computed(here + 1) : here;
                    value.append(text, here, computed);
                    here = computed;
                    next = text.charAt(here);
                }
                value.append(next);
                here++;
            }
            add(new Token(value.toString(), true, literal));
            int stop = Math.min(text.length(), text.startsWith(end, here) ? here + end.length() : here);
            count(at, stop);
            at = stop;
        }

        /** The brace that closes an expression in a string, which may contain strings too; the first brace if none in this line closes it. */
        private int computed(int open) {
            int depth = 0;
            char inside = 0;
            for (int here = open; here < text.length() && text.charAt(here) != '\n'; here++) {
                char next = text.charAt(here);
                if (next == '\\') {
                    here++;
                } else if (inside != 0) {
                    inside = next == inside ? 0 : inside;
                } else if (next == '"' || next == '\'') {
                    inside = next;
                } else if (next == '{') {
                    depth++;
                } else if (next == '}' && --depth == 0) {
                    return here;
                }
            }
            return open;
        }

        private void word() {
            int start = at;
            boolean number = Character.isDigit(text.charAt(at));
            while (at < text.length()
                    && (Character.isJavaIdentifierPart(text.charAt(at)) || number && text.charAt(at) == '.')) {
                at++;
            }
            add(new Token(text.substring(start, at), false, false));
        }

        private void sign(char next) {
            at++;
            switch (next) {
                case '{' -> open();
                case '}' -> close();
                case ';' -> end();
                default -> {
                    parentheses += next == '(' || next == '[' ? 1 : next == ')' || next == ']' ? -1 : 0;
                    parentheses = Math.max(0, parentheses);
                    add(new Token(String.valueOf(next), false, false));
                }
            }
        }

        private void add(Token token) {
            if (tokens.isEmpty()) {
                started = line;
            }
            tokens.add(token);
        }

        private void open() {
            if (blocks.size() < DEEPEST) {
                blocks.add(new Block(tokens));
                depths.add(parentheses);
                parentheses = 0;
            } else {
                beyond++;
            }
            tokens = new ArrayList<>();
        }

        private void close() {
            end();
            if (beyond > 0) {
                beyond--;
            } else if (!blocks.isEmpty()) {
                blocks.remove(blocks.size() - 1);
                parentheses = depths.remove(depths.size() - 1);
            }
        }

        private void end() {
            if (!tokens.isEmpty() && beyond == 0) {
                statements.add(new Statement(blocks, tokens, name + ":" + started));
            }
            tokens = new ArrayList<>();
        }
    }
}
