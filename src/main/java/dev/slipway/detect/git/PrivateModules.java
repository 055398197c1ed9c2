package dev.slipway.detect.git;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Modules that Go fetches and that {@code GOPRIVATE} covers, so that builds may need a token for them.
 *
 * @see <a href="https://go.dev/ref/mod#private-modules">private modules</a>
 */
final class PrivateModules {
    private static final String WORKFLOWS = ".github/workflows";

    /** Where the variable is set, in a workflow, a makefile or a script. */
    private static final Pattern SET = Pattern.compile("\\bGOPRIVATE\\s{0,4}[:?]?=?\\s{0,4}[\"']?([^\\s\"'#]{1,300})");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{[^}]{0,200}}}");
    private static final Pattern REQUIRED = Pattern.compile("^(?:require)?\\s*+([\\w.~-]++(?:/[\\w.~-]++)++)\\s++v\\d");

    /** More patterns than any honest list has. */
    private static final int MOST = 100;

    private PrivateModules() {}

    /** The first that {@code go.mod} requires; a copy of all in the repository needs no token. */
    static Optional<Fact<String>> first(RepositoryFiles files) {
        if (files.has("vendor/modules.txt")) {
            return Optional.empty();
        }
        List<String> patterns = Stream.concat(
                        files.list(WORKFLOWS).stream()
                                .filter(name -> name.matches(".*\\.ya?ml"))
                                .map(name -> WORKFLOWS + "/" + name),
                        Stream.of("Makefile", "go.env"))
                .flatMap(file -> files.read(file).stream())
                .flatMap(source -> source.lines().stream())
                .filter(line -> !line.strip().startsWith("#"))
                .flatMap(line ->
                        SET.matcher(EXPRESSION.matcher(line).replaceAll("*")).results())
                .flatMap(found -> Stream.of(found.group(1).split(",")))
                .filter(pattern -> !pattern.startsWith("*/") && !pattern.equals("*")) // only a run knows it
                .distinct()
                .limit(MOST)
                .toList();
        return files.read("go.mod").stream()
                .flatMap(source -> {
                    List<String> lines = source.lines();
                    return IntStream.range(0, lines.size())
                            .boxed()
                            .flatMap(line -> required(lines.get(line))
                                    .filter(module -> patterns.stream().anyMatch(pattern -> covers(pattern, module)))
                                    .map(module -> new Fact<>(module, source.name() + ":" + (line + 1)))
                                    .stream());
                })
                .findFirst();
    }

    private static Optional<String> required(String line) {
        Matcher found = REQUIRED.matcher(line);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Whether the first parts of a path are those of a pattern, as many as it has. */
    private static boolean covers(String pattern, String module) {
        String[] wanted = pattern.split("/");
        String[] parts = module.split("/");
        return wanted.length <= parts.length
                && IntStream.range(0, wanted.length).allMatch(at -> matches(wanted[at], parts[at]));
    }

    private static boolean matches(String wanted, String part) {
        int star = wanted.indexOf('*');
        return star < 0
                ? wanted.equals(part)
                : part.length() >= wanted.length() - 1
                        && part.startsWith(wanted.substring(0, star))
                        && part.endsWith(wanted.substring(star + 1));
    }
}
