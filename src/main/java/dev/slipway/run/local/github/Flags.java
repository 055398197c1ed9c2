package dev.slipway.run.local.github;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The flags that a command of the GitHub CLI knows, and how they are written: those of Go's pflag.
 *
 * @param values the names of those that take a value
 * @param switches the names of those that may take one behind an equals sign: {@code --draft=false}
 * @param letters the short forms
 */
record Flags(Set<String> values, Set<String> switches, Map<Character, String> letters) {
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

    Flags {
        values = Set.copyOf(values);
        switches = Set.copyOf(switches);
        letters = Map.copyOf(letters);
    }

    /** What a command was given. */
    record Given(List<String> words, Map<String, List<String>> flags) {
        boolean has(String flag) {
            return flags.containsKey(flag);
        }

        /** The value of a flag; the last one counts. */
        Optional<String> text(String flag) {
            return Optional.ofNullable(flags.get(flag)).map(all -> all.get(all.size() - 1));
        }

        List<String> all(String flag) {
            return flags.getOrDefault(flag, List.of());
        }

        /** Whether a switch was set or reset, if it was. */
        Optional<Boolean> asked(String flag) {
            return text(flag).map(TRUE::contains);
        }

        boolean is(String flag) {
            return asked(flag).orElse(false);
        }
    }

    /**
     * Reads a list such as {@code "draft/d notes/n= latest"}: a slash before the short form, an equals sign behind what
     * takes a value.
     */
    static Flags of(String list) {
        Set<String> values = new HashSet<>();
        Set<String> switches = new HashSet<>();
        Map<Character, String> letters = new LinkedHashMap<>();
        for (String word : ("help/h " + list).split(" ")) {
            String plain = word.replace("=", "");
            int slash = plain.indexOf('/');
            String name = slash < 0 ? plain : plain.substring(0, slash);
            if (slash >= 0) {
                letters.put(plain.charAt(slash + 1), name);
            }
            (word.endsWith("=") ? values : switches).add(name);
        }
        return new Flags(values, switches, letters);
    }

    /**
     * Sorts words into flags and others.
     *
     * @throws Failure if a flag is unknown or its value is wrong or not there
     */
    Given read(List<String> words) {
        List<String> rest = new ArrayList<>();
        Map<String, List<String>> flags = new LinkedHashMap<>();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (word.equals("--")) {
                rest.addAll(words.subList(at + 1, words.size()));
                break;
            }
            Optional<String> next = at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
            if (word.startsWith("--")) {
                at += readLong(word, next, flags);
            } else if (word.length() > 1 && word.startsWith("-")) {
                at += readShort(word, next, flags);
            } else {
                rest.add(word);
            }
        }
        return new Given(rest, flags);
    }

    /** @return how many of the following words belong to it */
    private int readLong(String word, Optional<String> next, Map<String, List<String>> flags) {
        int sign = word.indexOf('=');
        String name = word.substring(2, sign < 0 ? word.length() : sign);
        if (!values.contains(name) && !switches.contains(name)) {
            throw new Failure("unknown flag: --" + name);
        }
        if (sign >= 0) {
            put(flags, name, word.substring(sign + 1));
            return 0;
        }
        if (switches.contains(name)) {
            put(flags, name, "true");
            return 0;
        }
        put(flags, name, next.orElseThrow(() -> new Failure("flag needs an argument: --" + name)));
        return 1;
    }

    private int readShort(String word, Optional<String> next, Map<String, List<String>> flags) {
        for (int at = 1; at < word.length(); at++) {
            char letter = word.charAt(at);
            String name = Optional.ofNullable(letters.get(letter))
                    .orElseThrow(() -> new Failure("unknown shorthand flag: '" + letter + "' in " + word));
            String behind = word.substring(at + 1);
            if (behind.startsWith("=")) {
                put(flags, name, behind.substring(1));
                return 0;
            }
            if (values.contains(name)) {
                put(
                        flags,
                        name,
                        behind.isEmpty()
                                ? next.orElseThrow(
                                        () -> new Failure("flag needs an argument: '" + letter + "' in " + word))
                                : behind);
                return behind.isEmpty() ? 1 : 0;
            }
            put(flags, name, "true");
        }
        return 0;
    }

    private void put(Map<String, List<String>> flags, String name, String value) {
        if (switches.contains(name) && !TRUE.contains(value) && !FALSE.contains(value)) {
            throw new Failure("invalid argument \"" + value + "\" for \"--" + name
                    + "\" flag: strconv.ParseBool: parsing \"" + value + "\": invalid syntax");
        }
        flags.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
}
