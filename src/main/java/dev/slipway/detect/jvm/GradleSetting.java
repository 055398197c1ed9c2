package dev.slipway.detect.jvm;

import dev.slipway.detect.jvm.GradleScript.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a statement of a build script sets, without running it.
 *
 * @param path the names that lead to it
 * @param values one, or those of a list; what the script computes is {@code ${…}}
 */
record GradleSetting(List<String> path, List<String> values) {
    private static final int SHOWN = 60;

    /** Calls after a property that give it a value. */
    private static final Set<String> GIVING = Set.of("set", "add", "convention", "value", "addAll");

    /** Functions that make a list of texts. */
    private static final Set<String> LISTING = Set.of("listOf", "setOf", "arrayOf", "mutableListOf", "asList", "of");

    /** Functions that make a file of a path. */
    private static final Set<String> FILES = Set.of("file", "files");

    GradleSetting {
        path = List.copyOf(path);
        values = List.copyOf(values);
    }

    /** @param versions what the script calls the version of the project */
    static GradleSetting of(List<Token> tokens, Set<String> versions) {
        List<String> path = new ArrayList<>();
        int at = 0;
        while (at < tokens.size() && tokens.get(at).word()) {
            path.add(tokens.get(at).text());
            at++;
            if (at + 1 < tokens.size()
                    && tokens.get(at).is(".")
                    && tokens.get(at + 1).word()) {
                at++;
            } else {
                break;
            }
        }
        List<Token> rest = new ArrayList<>(tokens.subList(at, tokens.size()));
        if (!rest.isEmpty() && rest.get(0).is("=")) {
            rest.remove(0);
        } else if (path.size() > 1
                && last(path).equals("put")
                && rest.size() > 3
                && rest.get(1).quoted()) {
            path.set(path.size() - 1, rest.get(1).text());
            rest = rest.subList(3, rest.size() - 1);
        } else if (path.size() > 1 && GIVING.contains(last(path))) {
            path.remove(path.size() - 1);
        }
        path.replaceAll(GradleSetting::property);
        return new GradleSetting(path, values(rest, versions));
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    /** The property of a setter; the one for an owner has another name. */
    private static String property(String name) {
        if (name.equals("repoOwner")) {
            return "owner";
        }
        boolean setter = name.length() > 3 && name.startsWith("set") && Character.isUpperCase(name.charAt(3));
        return setter ? name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4) : name;
    }

    private static List<String> values(List<Token> tokens, Set<String> versions) {
        List<Token> quoted = tokens.stream().filter(Token::quoted).toList();
        List<Token> words = tokens.stream().filter(Token::word).toList();
        boolean list = tokens.stream().anyMatch(token -> token.is("["))
                || words.stream().anyMatch(token -> LISTING.contains(token.text()));
        boolean file = words.stream().anyMatch(token -> FILES.contains(token.text()));
        boolean text = !tokens.isEmpty() && (first(tokens).quoted() || file && quoted.size() == 1);
        if (list && quoted.isEmpty() && !words.isEmpty()) {
            return words.stream()
                    .map(Token::text)
                    .filter(word -> word.equals(word.toUpperCase(Locale.ROOT)))
                    .toList();
        }
        if (list && !quoted.isEmpty() || text && quoted.size() == 1) {
            return quoted.stream().map(token -> filled(token, versions)).toList();
        }
        boolean plain = tokens.stream().allMatch(token -> token.word() || isSign(token) || isNumber(token));
        if (plain && !words.isEmpty() && tokens.stream().noneMatch(GradleSetting::isNumber)) {
            String word = words.get(words.size() - 1).text();
            boolean constant = word.equals(word.toUpperCase(Locale.ROOT)) || word.matches("true|false");
            return List.of(
                    versions.contains(word) ? "{{projectVersion}}" : constant ? word : "${" + shown(tokens) + "}");
        }
        if (plain && words.isEmpty() && !tokens.isEmpty()) {
            return List.of(tokens.stream()
                    .filter(GradleSetting::isNumber)
                    .map(Token::text)
                    .collect(Collectors.joining()));
        }
        return tokens.isEmpty() ? List.of() : List.of("${" + shown(tokens) + "}");
    }

    private static Token first(List<Token> tokens) {
        return tokens.stream().filter(token -> !token.is("(")).findFirst().orElse(tokens.get(0));
    }

    private static boolean isSign(Token token) {
        return !token.quoted() && List.of(".", "(", ")").contains(token.text());
    }

    private static boolean isNumber(Token token) {
        return !token.quoted() && Character.isDigit(token.text().charAt(0));
    }

    private static String shown(List<Token> tokens) {
        String text = tokens.stream().map(Token::text).collect(Collectors.joining());
        return text.substring(0, Math.min(SHOWN, text.length()))
                .replace('}', ' ')
                .replace('{', ' ');
    }

    /** A text with {@code $name} written as {@code ${name}}, and the version under the name that templates have for it. */
    private static String filled(Token token, Set<String> versions) {
        String text = token.text();
        if (token.literal()) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '$') {
                filled.append(text.charAt(at));
                continue;
            }
            boolean braced = at + 1 < text.length() && text.charAt(at + 1) == '{';
            int end = at + (braced ? 2 : 1);
            while (end < text.length()
                    && (braced ? text.charAt(end) != '}' : Character.isJavaIdentifierPart(text.charAt(end)))) {
                end++;
            }
            String name = text.substring(at + (braced ? 2 : 1), end);
            filled.append(versions.contains(name) ? "{{projectVersion}}" : "${" + name + "}");
            at = braced ? end : end - 1;
        }
        return filled.toString();
    }
}
