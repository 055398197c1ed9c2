package dev.slipway.detect.image;

import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instruction of a Dockerfile that is part of the image, and not only of what builds it.
 *
 * @param word in capital letters, such as {@code USER}
 * @param text what follows it, on one line
 * @param from the file and the line
 */
public record DockerInstruction(String word, String text, String from) {
    private static final Pattern HERE = Pattern.compile("<<-?[\"']?([A-Za-z_]\\w{0,60}+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w++)}|(\\w++))");
    private static final Pattern FROM = Pattern.compile("(?:--\\S++\\s++)*+(\\S++)(?:\\s++(?i:AS)\\s++(\\S++))?.*+");

    /** The stage that an instruction takes files from. */
    private static final Pattern SOURCE = Pattern.compile("\\bfrom=([\\w.-]{1,128}+)");

    /** Those of the last stage, after those of the stages that it is based on; all arguments have their defaults. */
    public static List<DockerInstruction> of(SourceText dockerfile) {
        return of(dockerfile, Map.of());
    }

    /** @param given the values that arguments get, with symbols for what is open; others have their defaults */
    static List<DockerInstruction> of(SourceText dockerfile, Map<String, String> given) {
        Map<String, List<DockerInstruction>> stages = new HashMap<>();
        List<DockerInstruction> stage = new ArrayList<>();
        int number = 0;
        Map<String, String> known = new HashMap<>();
        for (DockerInstruction one : all(dockerfile)) {
            Matcher from = FROM.matcher(one.text());
            if (one.word().equals("FROM") && from.matches()) {
                stage = new ArrayList<>(stages.getOrDefault(from.group(1).toLowerCase(Locale.ROOT), List.of()));
                stages.put(String.valueOf(number), stage);
                stages.put(String.valueOf(from.group(2)).toLowerCase(Locale.ROOT), stage);
                number++;
            } else if (one.word().equals("ARG")) {
                one.pairs().forEach((name, value) -> known.put(name, filled(value, known)));
                one.tokens().stream()
                        .map(token -> token.replaceFirst("=.*+", ""))
                        .filter(given::containsKey)
                        .forEach(name -> known.put(name, given.get(name)));
            } else {
                stage.add(
                        one.word().matches("ENV|EXPOSE|LABEL|USER|VOLUME|WORKDIR")
                                ? new DockerInstruction(one.word(), filled(one.text(), known), one.from())
                                : one);
            }
            if (one.word().equals("ENV")) {
                one.pairs().forEach((name, value) -> known.put(name, filled(value, known)));
            }
        }
        return List.copyOf(stage);
    }

    /** A text with the values that arguments and variables have by default. */
    private static String filled(String text, Map<String, String> known) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement(known.getOrDefault(name, "").isEmpty() ? found.group() : known.get(name));
        });
    }

    /** Those of the last stage, and of all stages that it is based on or takes files from. */
    static List<DockerInstruction> needed(SourceText dockerfile) {
        List<List<DockerInstruction>> stages = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        List<Set<Integer>> sources = new ArrayList<>();
        for (DockerInstruction one : all(dockerfile)) {
            Matcher from = FROM.matcher(one.text());
            if (one.word().equals("FROM") && from.matches()) {
                Integer base = names.get(from.group(1).toLowerCase(Locale.ROOT));
                sources.add(new TreeSet<>(base == null ? Set.of() : Set.of(base)));
                names.put(String.valueOf(stages.size()), stages.size());
                names.put(String.valueOf(from.group(2)).toLowerCase(Locale.ROOT), stages.size());
                stages.add(new ArrayList<>());
            } else if (!stages.isEmpty()) {
                int stage = stages.size() - 1;
                stages.get(stage).add(one);
                SOURCE.matcher(one.text())
                        .results()
                        .map(source -> names.get(source.group(1).toLowerCase(Locale.ROOT)))
                        .filter(Objects::nonNull)
                        .forEach(sources.get(stage)::add);
            }
        }
        Set<Integer> needed = new TreeSet<>();
        for (int stage = stages.size() - 1; stage >= 0; stage--) { // a stage needs only earlier ones
            if (stage == stages.size() - 1 || needed.contains(stage)) {
                needed.add(stage);
                needed.addAll(sources.get(stage));
            }
        }
        return needed.stream().flatMap(stage -> stages.get(stage).stream()).toList();
    }

    /** Those of all stages. */
    static List<DockerInstruction> all(SourceText dockerfile) {
        List<DockerInstruction> found = new ArrayList<>();
        List<String> lines = dockerfile.lines();
        for (int i = 0; i < lines.size(); i++) {
            int start = i;
            StringBuilder text = new StringBuilder(lines.get(i).strip());
            while (text.toString().endsWith("\\") && i + 1 < lines.size()) {
                i++;
                String next = lines.get(i).strip();
                if (!next.startsWith("#") && !next.isEmpty()) {
                    text.setLength(text.length() - 1);
                    boolean word = Character.isWhitespace(lines.get(i).charAt(0))
                            && !Character.isWhitespace(text.isEmpty() ? ' ' : text.charAt(text.length() - 1));
                    text.append(word ? " " : "").append(next);
                }
            }
            String[] parts = text.toString().split("\\s+", 2);
            if (parts.length == 2 && parts[0].matches("[A-Za-z]+")) {
                String word = parts[0].toUpperCase(Locale.ROOT);
                String place = dockerfile.name() + ":" + (start + 1) + " " + word;
                found.add(new DockerInstruction(word, parts[1].strip(), place));
                i = afterHere(text.toString(), lines, i);
            }
        }
        return found;
    }

    /** The last line of the texts that a line begins. */
    private static int afterHere(String text, List<String> lines, int at) {
        Matcher here = HERE.matcher(text);
        int line = at;
        while (here.find()) {
            do {
                line++;
            } while (line < lines.size() && !lines.get(line).strip().equals(here.group(1)));
        }
        return line;
    }

    /** Its words, be they a list in JSON or separated by spaces; nothing if only a shell knows them. */
    public Optional<List<String>> words() {
        if (text.startsWith("[")) {
            try {
                return YamlReader.read(new SourceText(from, text))
                        .fold(
                                mapping -> Optional.empty(),
                                sequence -> Optional.of(sequence.items().stream()
                                        .map(item -> item.fold(any -> "", any -> "", Node.Scalar::text))
                                        .toList()),
                                scalar -> Optional.empty());
            } catch (InvalidSource unreadable) {
                return Optional.empty();
            }
        }
        return text.matches("[^$&|;<>()`\\\\*?]++")
                ? Optional.of(tokens().stream().map(DockerInstruction::plain).toList())
                : Optional.empty();
    }

    /** Its names and values, as those of {@code ENV} and {@code LABEL}; an {@code ARG} may have names without values. */
    public Map<String, String> pairs() {
        List<String> tokens = word.equals("ARG")
                ? tokens().stream().filter(token -> token.indexOf('=') > 0).toList()
                : tokens();
        if (!tokens.isEmpty() && tokens.get(0).indexOf('=') < 0) { // the old form: one name, and all that follows
            return Map.of(
                    tokens.get(0), plain(text.substring(tokens.get(0).length()).strip()));
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String token : tokens) {
            int sign = token.indexOf('=');
            pairs.put(plain(token.substring(0, Math.max(sign, 0))), plain(token.substring(sign + 1)));
        }
        return pairs;
    }

    /** Its parts between spaces that no quotes enclose. */
    private List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        char quote = 0;
        for (char c : (text + " ").toCharArray()) {
            if (quote == 0 && Character.isWhitespace(c)) {
                if (token.length() > 0) {
                    tokens.add(token.toString());
                }
                token.setLength(0);
                continue;
            }
            boolean sign = c == '"' || c == '\'';
            quote = sign && quote == 0 ? c : c == quote ? 0 : quote;
            token.append(c);
        }
        return tokens;
    }

    private static String plain(String word) {
        boolean quoted = word.length() > 1
                && (word.startsWith("\"") && word.endsWith("\"") || word.startsWith("'") && word.endsWith("'"));
        return quoted ? word.substring(1, word.length() - 1) : word;
    }
}
