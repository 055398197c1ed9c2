package dev.slipway.detect.image;

import dev.slipway.detect.fact.Fact;
import dev.slipway.shell.Symbols;
import dev.slipway.source.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what the image of a Dockerfile is based on: the last {@code FROM}, through the stages it refers to. */
public final class DockerBase {
    private static final Pattern FROM =
            Pattern.compile("(?i)\\s*FROM\\s+(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?\\s*");
    private static final Pattern ARG = Pattern.compile("(?i)\\s*ARG\\s+(\\w+)(?:=\"?([^\"\\s]*)\"?)?\\s*");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)(?::?-([^}]*))?}|(\\w+))");

    /** Images that bring compilers: who runs a program needs none of them. */
    private static final Set<String> COMPILERS = Set.of(
            "rust",
            "golang",
            "maven",
            "gradle",
            "node",
            "muslrust",
            "rust-musl-builder",
            "rust-musl-cross",
            "cross",
            "cargo-chef",
            "gcc");

    private static final Pattern COMPILES = Pattern.compile(
            "\\b(?:cargo\\s+(?:build|install|zigbuild)|go\\s+(?:build|install)|mvnw?\\s|gradlew?\\s)"
                    + "|(?:^|\\bRUN|&&|;)[ \\t]{0,20}+(?:--\\S{1,200}+[ \\t]{1,20}+){0,5}+"
                    + "(?:\\w{1,40}+=\\S{0,200}+[ \\t]{1,20}+){0,5}+make\\b",
            Pattern.MULTILINE);

    private DockerBase() {}

    /** A Dockerfile as far as the end of a stage, which is the image then; the whole if no stage is called so. */
    public static SourceText upTo(SourceText dockerfile, String stage) {
        List<String> lines = dockerfile.lines();
        boolean found = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher from = FROM.matcher(lines.get(i));
            if (from.matches()) {
                if (found) {
                    return new SourceText(dockerfile.name(), String.join("\n", lines.subList(0, i)) + "\n");
                }
                found = stage.equalsIgnoreCase(String.valueOf(from.group(2)));
            }
        }
        return dockerfile;
    }

    /** Whether a program is built on a base, and needs nothing of it to run. */
    public static boolean onlyBuilds(SourceText dockerfile, String base) {
        List<String> lines = dockerfile.lines();
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            last = FROM.matcher(lines.get(i)).matches() ? i : last;
        }
        String stage = lines.subList(last, lines.size()).stream()
                .filter(line -> !line.strip().startsWith("#"))
                .collect(Collectors.joining("\n"))
                .replace("\\\n", " "); // 'make' may be a package that a command installs
        String name = base.substring(base.lastIndexOf('/') + 1).replaceFirst("[:@].*", "");
        return COMPILERS.contains(name) || COMPILES.matcher(stage).find();
    }

    /** @param given the values that its arguments get; others have their defaults */
    static Optional<Fact<String>> of(SourceText dockerfile, Map<String, String> given) {
        Map<String, String> arguments = new HashMap<>();
        Map<String, String> stages = new HashMap<>();
        String base = "";
        int number = 0;
        int found = 0;
        for (String line : dockerfile.lines()) {
            number++;
            Matcher arg = ARG.matcher(line);
            Matcher from = FROM.matcher(line);
            if (arg.matches() && base.isEmpty()) {
                Optional.ofNullable(given.getOrDefault(arg.group(1), arg.group(2)))
                        .ifPresent(value -> arguments.put(arg.group(1), value));
            } else if (from.matches()) {
                String image = fill(from.group(1), arguments);
                found = number;
                base = stages.getOrDefault(image.toLowerCase(Locale.ROOT), image);
                stages.put(String.valueOf(from.group(2)).toLowerCase(Locale.ROOT), base);
            }
        }
        boolean known = !base.isEmpty() && !base.contains("$") && !Symbols.open(base);
        return known ? Optional.of(new Fact<>(base, dockerfile.name() + ":" + found + " FROM")) : Optional.empty();
    }

    private static String fill(String image, Map<String, String> arguments) {
        return VARIABLE.matcher(image).replaceAll(match -> {
            String name = match.group(1) == null ? match.group(3) : match.group(1);
            String other = match.group(2) == null ? match.group() : match.group(2);
            return Matcher.quoteReplacement(arguments.getOrDefault(name, other));
        });
    }
}
