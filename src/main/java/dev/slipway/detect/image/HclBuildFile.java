package dev.slipway.detect.image;

import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a bake file in HCL, as far as it names things literally.
 *
 * @see <a href="https://docs.docker.com/build/bake/reference/">Bake file reference</a>
 */
final class HclBuildFile {
    private final String text;
    private int at;

    private HclBuildFile(String text) {
        this.text = text;
    }

    static BuildFile read(String text) {
        return new HclBuildFile(text).blocks();
    }

    private BuildFile blocks() {
        Map<String, Map<String, List<String>>> targets = new LinkedHashMap<>();
        Map<String, List<String>> groups = new LinkedHashMap<>();
        Map<String, String> variables = new LinkedHashMap<>();
        for (skip(); at < text.length(); skip()) {
            String kind = word();
            skip();
            String name = here() == '"' ? quoted() : "";
            skip();
            if (here() != '{') {
                expression();
                continue;
            }
            Map<String, List<String>> keys = keys(true);
            switch (kind) {
                case "target" -> targets.put(name, keys);
                case "group" -> groups.put(name, keys.getOrDefault("targets", List.of()));
                case "variable" ->
                    keys.getOrDefault("default", List.of()).stream()
                            .limit(1)
                            .filter(value -> !value.equals(Symbols.UNKNOWN))
                            .forEach(value -> variables.put(name, value));
                default -> {}
            }
        }
        return new BuildFile(targets, groups, variables);
    }

    /**
     * The keys between two braces.
     *
     * @param deep whether their values may have keys themselves
     */
    private Map<String, List<String>> keys(boolean deep) {
        Map<String, List<String>> keys = new TreeMap<>();
        at++;
        for (skip(); at < text.length() && here() != '}'; skip()) {
            String key = here() == '"' ? quoted() : word();
            skip();
            if (here() == '=' || here() == ':') {
                at++;
                keys.put(key, values(deep));
            } else {
                expression(); // a block in a block
            }
            skip();
            at += here() == ',' ? 1 : 0;
        }
        at++;
        return keys;
    }

    /** The texts of a value: one, those of a list, or those of a map with their keys. */
    private List<String> values(boolean deep) {
        skip();
        if (here() == '{' && deep) {
            return keys(false).entrySet().stream()
                    .flatMap(key -> key.getValue().stream().map(value -> key.getKey() + "=" + value))
                    .toList();
        }
        if (here() != '[') {
            return List.of(value());
        }
        List<String> found = new ArrayList<>();
        at++;
        for (skip(); at < text.length() && here() != ']'; skip()) {
            found.add(here() == '{' ? BuildFile.grouped(keys(false)) : value());
            skip();
            at += here() == ',' ? 1 : 0;
        }
        at++;
        return found;
    }

    private String value() {
        String value = expression();
        boolean single = value.length() > 1 && value.startsWith("\"") && end(value, 0) == value.length();
        if (single) {
            return plain(value);
        }
        boolean variable = value.matches("[A-Za-z_]\\w*+") && !value.matches("true|false|null");
        return variable
                ? "${" + value + "}"
                : value.matches("[\\w.-]+") && !value.equals("null") ? value : Symbols.UNKNOWN;
    }

    private static String plain(String quoted) {
        return quoted.replaceFirst("^\"", "").replaceFirst("\"$", "");
    }

    /** An expression as it is written: up to a comma, the end of the line, a comment, or what closes the brackets around it. */
    private String expression() {
        int start = at;
        int depth = 0;
        while (at < text.length()) {
            char sign = here();
            boolean ends = sign == ',' || sign == '\n' || sign == '#' || text.startsWith("//", at);
            if (depth == 0 && ends) {
                break;
            }
            if (sign == '"') {
                at = end(text, at);
                continue;
            }
            depth += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
            if (depth < 0) {
                break;
            }
            at++;
        }
        at += at == start ? 1 : 0;
        return text.substring(start, Math.min(at, text.length())).strip();
    }

    /** A text in quotes. */
    private String quoted() {
        int start = at;
        at = end(text, at);
        return plain(text.substring(start, at));
    }

    /** Where a text in quotes ends: an expression in it may have others in quotes, and so on. */
    private static int end(String text, int from) {
        StringBuilder open = new StringBuilder("\"");
        for (int i = from + 1; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean quoted = open.charAt(open.length() - 1) == '"';
            if (quoted && sign == '\\') {
                i++;
            } else if (quoted && sign == '"' || !quoted && sign == '}') {
                open.setLength(open.length() - 1);
                if (open.length() == 0) {
                    return i + 1;
                }
            } else if (!quoted && sign == '"' || sign == '{' && (!quoted || text.charAt(i - 1) == '$')) {
                open.append(sign);
            }
        }
        return text.length();
    }

    private char here() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private String word() {
        int start = at;
        while (Character.isLetterOrDigit(here()) || here() == '_' || here() == '-') {
            at++;
        }
        at += at == start ? 1 : 0;
        return text.substring(start, Math.min(at, text.length()));
    }

    /** Goes on to what is neither a space nor a comment. */
    private void skip() {
        while (at < text.length()) {
            if (Character.isWhitespace(here())) {
                at++;
            } else if (here() == '#' || text.startsWith("//", at)) {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }
}
