package dev.slipway.detect.image;

import dev.slipway.run.dry.DryRow;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The features with which a Dockerfile compiles a crate.
 *
 * @param usual whether the default ones are among them
 * @param names the others; {@code *} for all
 */
public record DockerFeatures(boolean usual, Set<String> names) {
    /** The word of an instruction that stands for a build. */
    public static final String BUILD = "BUILD";

    private static final String NAMES = "[\\w,/:-]{1,200}";

    public DockerFeatures {
        names = Set.copyOf(names);
    }

    /** The builds whose programs may be in the image and that choose features, each as an instruction with the flags alone. */
    static List<DockerInstruction> of(SourceText dockerfile) {
        return DockerInstruction.needed(dockerfile).stream()
                .filter(one -> one.word().equals("RUN"))
                .flatMap(one -> Stream.of(one.text().split("&&|;|\\|\\|"))
                        .map(command -> flags(List.of(command.strip().split("\\s+"))))
                        .filter(flags -> !flags.isEmpty())
                        .map(flags -> new DockerInstruction(BUILD, "cargo build " + flags, one.from())))
                .toList();
    }

    /** The same of builds for a release that a job does before an image gets their programs. */
    public static List<DockerInstruction> of(DryRow job) {
        return job.steps().stream()
                .flatMap(step -> step.commands().stream()
                        .filter(command -> command.words().stream()
                                .anyMatch(word -> word.matches("--release|-r|--profile(?:=.*)?")))
                        .map(command -> flags(command.words()))
                        .filter(flags -> !flags.isEmpty())
                        .map(flags -> new DockerInstruction(BUILD, "cargo build " + flags, step.place())))
                .distinct()
                .toList();
    }

    /** The flags of a build that choose features, if all of them are known. */
    private static String flags(List<String> words) {
        boolean builds = words.contains("cargo")
                && Stream.of("build", "install", "zigbuild").anyMatch(words::contains);
        List<String> found = new ArrayList<>();
        for (int i = 0; builds && i < words.size(); i++) {
            String word = words.get(i).replaceFirst("^--features=", "--features ");
            if (word.matches("--(?:no-default|all)-features")) {
                found.add(word);
            } else if (word.matches("--features|-F")) {
                found.add("--features " + (i + 1 < words.size() ? plain(words.get(i + 1)) : ""));
            } else if (word.startsWith("--features ")) {
                found.add("--features " + plain(word.substring("--features ".length())));
            }
        }
        boolean known = found.stream().allMatch(flag -> flag.matches("--[\\w-]++|--features " + NAMES));
        return known ? String.join(" ", found) : "";
    }

    private static String plain(String word) {
        return word.replaceAll("^[\"']|[\"']$", "");
    }

    /** What an instruction says that stands for a build. */
    public static DockerFeatures of(DockerInstruction build) {
        List<String> words = List.of(build.text().split("[ ,]"));
        Set<String> names = new TreeSet<>();
        words.stream().filter(word -> !word.startsWith("--")).skip(2).forEach(names::add);
        if (words.contains("--all-features")) {
            names.add("*");
        }
        return new DockerFeatures(!words.contains("--no-default-features"), names);
    }
}
