package dev.slipway.detect.image;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.shell.Command;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a bake file of Docker names literally: Dockerfiles, and images.
 *
 * @see <a href="https://docs.docker.com/build/bake/reference/">Bake file reference</a>
 */
record BakeFile(RepositoryFiles files) {
    private static final Pattern VARIABLE = Pattern.compile(
            "variable[ \\t]++\"([A-Za-z_][A-Za-z0-9_]{0,60})\"[ \\t]*+\\{\\s*+default[ \\t]*+=[ \\t]*+\"([^\"]{0,200})\"");
    private static final Pattern TAGS = Pattern.compile("\\btags[ \\t]*+=[ \\t]*+\\[([^\\]]{0,2000})]");
    private static final Pattern FILE = Pattern.compile("\\bdockerfile[ \\t]*+=[ \\t]*+\"([^\"]{1,200})\"");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]{1,300})\"");
    private static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]{0,60})}");

    private Optional<SourceText> source(String named) {
        Stream<String> names = named.isBlank()
                ? Stream.of("docker-bake.override.hcl", "docker-bake.hcl")
                : named.lines().flatMap(line -> Stream.of(line.split(","))).map(String::strip);
        return names.map(RepositoryFiles::plain)
                .flatMap(name -> files.read(name).stream())
                .findFirst();
    }

    /** The files that a command builds from, a line each; empty if it runs none of bake, and blank for the usual one. */
    static Optional<String> named(Command command) {
        List<String> words = command.arguments();
        int bake = words.indexOf("bake");
        if (!command.program().equals("docker") || bake < 0) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (int i = bake + 1; i < words.size(); i++) {
            if (words.get(i).startsWith("--file=")) {
                names.add(words.get(i).substring("--file=".length()));
            } else if (words.get(i).matches("-f|--file") && i + 1 < words.size()) {
                names.add(words.get(i + 1));
            }
        }
        return Optional.of(String.join("\n", names));
    }

    /** @param named the files that a command or an action names; empty for the usual one */
    List<String> dockerfiles(String named) {
        return source(named).stream()
                .flatMap(source -> FILE.matcher(source.text()).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** The names with their tags; what a run fills in stays as it is. */
    Set<String> images(String named) {
        Set<String> images = new LinkedHashSet<>();
        source(named).ifPresent(source -> {
            Map<String, String> variables = new HashMap<>();
            VARIABLE.matcher(source.text()).results().forEach(found -> variables.put(found.group(1), found.group(2)));
            TAGS.matcher(source.text())
                    .results()
                    .flatMap(list -> TEXT.matcher(list.group(1)).results())
                    .map(text -> HOLE.matcher(text.group(1))
                            .replaceAll(hole ->
                                    Matcher.quoteReplacement(variables.getOrDefault(hole.group(1), hole.group()))))
                    .forEach(images::add);
        });
        return images;
    }
}
