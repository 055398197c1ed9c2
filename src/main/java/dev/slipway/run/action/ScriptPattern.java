package dev.slipway.run.action;

import dev.slipway.source.BoundedText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/** A regular expression of JavaScript, written for {@link Pattern}. */
final class ScriptPattern {
    private static final Pattern QUANTIFIER = Pattern.compile("\\{\\d+(?:,\\d*)?}");
    private static final Pattern GROUP = Pattern.compile("\\(\\?(?:[:=!]|<[=!]|[ims]*(?:-[ims]+)?:)");
    private static final Pattern NAMED = Pattern.compile("\\(\\?<([\\p{L}_$][\\p{L}\\p{N}_$]*)>");
    private static final Pattern CODE =
            Pattern.compile("\\\\(?:x[\\da-fA-F]{2}|u[\\da-fA-F]{4}|c[a-zA-Z]|k<[a-zA-Z]\\w*>)");
    private static final Pattern SLASHED = Pattern.compile("/(.+)/(.*)");

    private final Pattern pattern;
    private final String flags;

    private ScriptPattern(Pattern pattern, String flags) {
        this.pattern = pattern;
        this.flags = flags;
    }

    /** {@code /expression/flags}, or an expression without flags. */
    static ScriptPattern slashed(String text) {
        Matcher slashed = SLASHED.matcher(text);
        return slashed.matches() ? of(slashed.group(1), slashed.group(2)) : of(text, "");
    }

    static ScriptPattern of(String source, String flags) {
        if (!flags.matches("(?:([dgimsuvy])(?!.*\\1))*") || flags.contains("u") && flags.contains("v")) {
            throw new MetadataFault("Unknown flags `%s` after a regular expression: write i, m or s.".formatted(flags));
        }
        int set = (flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                | (flags.contains("m") ? Pattern.MULTILINE : 0)
                | (flags.contains("s") ? Pattern.DOTALL : 0);
        try {
            return new ScriptPattern(Pattern.compile(new Translation(source, flags).written(), set), flags);
        } catch (PatternSyntaxException e) {
            throw fault(source, e.getDescription());
        }
    }

    private static MetadataFault fault(String source, String why) {
        return new MetadataFault(
                "`%s` cannot be used as a regular expression of JavaScript: %s. Write one such as v(.*)."
                        .formatted(source, why));
    }

    /** The whole match and its groups, or with the flag {@code g} all matches; nothing if nothing matches. */
    Optional<List<Optional<String>>> match(String text) {
        try {
            return BoundedText.find(pattern.pattern(), pattern.flags(), this::match, text);
        } catch (BoundedText.TooMuch e) {
            throw fault(pattern.pattern(), "it takes too long");
        }
    }

    private Optional<List<Optional<String>>> match(Matcher found) {
        if (flags.contains("g")) {
            List<Optional<String>> all =
                    found.results().map(result -> Optional.of(result.group())).toList();
            return Optional.of(all).filter(some -> !some.isEmpty());
        }
        if (flags.contains("y") ? !found.lookingAt() : !found.find()) {
            return Optional.empty();
        }
        return Optional.of(IntStream.rangeClosed(0, found.groupCount())
                .mapToObj(group -> Optional.ofNullable(found.group(group)))
                .toList());
    }

    /** Rewrites the parts of an expression in which the two languages differ. */
    private static final class Translation {
        private final String source;
        private final boolean unicode;
        private final boolean lines;
        private final StringBuilder out = new StringBuilder();
        private final Deque<Boolean> looksBehind = new ArrayDeque<>();
        private int at;

        Translation(String source, String flags) {
            this.source = source;
            this.unicode = flags.contains("u") || flags.contains("v");
            this.lines = flags.contains("m");
        }

        String written() {
            boolean repeatable = false;
            while (at < source.length()) {
                char next = source.charAt(at);
                Matcher times = QUANTIFIER.matcher(source).region(at, source.length());
                if ("*+?".indexOf(next) >= 0 || times.lookingAt()) {
                    if (!repeatable) {
                        throw fault(source, "nothing to repeat at `" + source.substring(at) + "`");
                    }
                    copy(next == '{' ? times.end() : at + 1);
                    copy(source.startsWith("?", at) ? at + 1 : at);
                    repeatable = false;
                } else {
                    int start = at;
                    atom(next);
                    repeatable = "(|^$".indexOf(next) < 0
                            && !source.substring(start, at).matches("\\\\[bB]")
                            && !(next == ')' && !looksBehind.isEmpty() && looksBehind.pop());
                }
            }
            return out.toString();
        }

        private void atom(char next) {
            switch (next) {
                case '\\' -> escape(false);
                case '[' -> set();
                case '(' -> group();
                case '$' -> replace(lines ? "$" : "\\z", at + 1);
                case '{', '}', ']' -> replace("\\" + next, at + 1);
                default -> copy(at + 1);
            }
        }

        private void group() {
            looksBehind.push(source.startsWith("(?<=", at) || source.startsWith("(?<!", at));
            Matcher named = NAMED.matcher(source).region(at, source.length());
            Matcher special = GROUP.matcher(source).region(at, source.length());
            if (named.lookingAt()) {
                replace(named.group(1).matches("[a-zA-Z][a-zA-Z0-9]*") ? named.group() : "(", named.end());
            } else if (special.lookingAt()) {
                copy(special.end());
            } else if (source.startsWith("(?", at)) {
                throw fault(source, "`(?` starts an unknown kind of group");
            } else {
                copy(at + 1);
            }
        }

        /** Between brackets, where {@link Pattern} gives a meaning to more characters. */
        private void set() {
            boolean negated = source.startsWith("[^", at);
            int first = at + (negated ? 2 : 1);
            if (source.startsWith("]", first)) {
                replace(negated ? "[\\s\\S]" : "(?!)", first + 1);
                return;
            }
            copy(first);
            while (at < source.length() && source.charAt(at) != ']') {
                char next = source.charAt(at);
                if (next == '\\') {
                    escape(true);
                } else {
                    replace(next == '[' || next == '&' || next == '^' ? "\\" + next : String.valueOf(next), at + 1);
                }
            }
            if (at == source.length()) {
                throw fault(source, "a [ is not closed");
            }
            copy(at + 1);
        }

        private void escape(boolean inSet) {
            if (at + 1 == source.length()) {
                throw fault(source, "a \\ is at its end");
            }
            char letter = source.charAt(at + 1);
            Matcher code = CODE.matcher(source).region(at, source.length());
            if (code.lookingAt()) {
                copy(code.end());
            } else if (letter == 'b' && inSet) {
                replace("\\x08", at + 2);
            } else if (letter == 'v') {
                replace("\\x0B", at + 2);
            } else if (letter == '0') {
                replace("\\x00", at + 2);
            } else if ("dDwWsSbBtnrf123456789".indexOf(letter) >= 0 || unicode && "pP".indexOf(letter) >= 0) {
                copy(at + 2);
            } else if (Character.isLetter(letter) && unicode) {
                throw fault(source, "\\" + letter + " means nothing");
            } else {
                replace(Character.isLetter(letter) ? String.valueOf(letter) : "\\" + letter, at + 2);
            }
        }

        private void copy(int end) {
            replace(source.substring(at, end), end);
        }

        private void replace(String text, int end) {
            out.append(text);
            at = end;
        }
    }
}
