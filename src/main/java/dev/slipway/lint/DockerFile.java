package dev.slipway.lint;

import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Dockerfile as rules see it: its instructions, which are the items of its tree, and the stages they form.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/">Dockerfile reference</a>
 */
record DockerFile(SourceText source, Node root, List<Instruction> instructions) implements LintedFile {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern FLAG = Pattern.compile("--([a-z-]+)(?:=(\\S*))?\\s*");

    DockerFile {
        instructions = List.copyOf(instructions);
    }

    /**
     * An instruction.
     *
     * @param keyword in upper case, such as {@code COPY}
     * @param arguments everything after it, flags and continued lines included
     */
    record Instruction(String keyword, String arguments, Place place) {
        boolean is(String... keywords) {
            return List.of(keywords).contains(keyword);
        }

        /** The value of a flag such as {@code --from}. */
        Optional<String> flag(String name) {
            if (!arguments.startsWith("--")) {
                return Optional.empty();
            }
            Matcher flags = FLAG.matcher(arguments);
            for (int at = 0; flags.region(at, arguments.length()).lookingAt(); at = flags.end()) {
                if (flags.group(1).equals(name)) {
                    return Optional.ofNullable(flags.group(2));
                }
            }
            return Optional.empty();
        }

        /** The words after the flags. */
        List<String> words() {
            int at = 0;
            if (arguments.startsWith("--")) {
                for (Matcher flags = FLAG.matcher(arguments);
                        flags.region(at, arguments.length()).lookingAt(); ) {
                    at = flags.end();
                }
            }
            String rest = arguments.substring(at);
            if (rest.startsWith("[")) {
                rest = rest.replaceAll("[\\[\\]\",]", " ");
            }
            return rest.isBlank() ? List.of() : List.of(BLANKS.split(rest.strip()));
        }
    }

    /**
     * A stage.
     *
     * @param from what it starts with
     * @param body what follows
     */
    record Stage(Instruction from, List<Instruction> body) {
        String base() {
            return from.words().isEmpty() ? "" : from.words().get(0);
        }

        /** Its name, or empty. */
        String name() {
            List<String> words = from.words();
            return words.size() == 3 && words.get(1).equalsIgnoreCase("as") ? words.get(2) : "";
        }
    }

    List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        List<Instruction> body = new ArrayList<>();
        for (Instruction instruction : instructions) {
            if (instruction.is("FROM")) {
                body = new ArrayList<>();
                stages.add(new Stage(instruction, body));
            } else {
                body.add(instruction);
            }
        }
        return stages;
    }
}
