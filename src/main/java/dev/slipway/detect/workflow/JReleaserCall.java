package dev.slipway.detect.workflow;

import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a step starts JReleaser for, be it by its action, by its program, or by its plugin for Maven or Gradle.
 *
 * @param command such as {@code full-release}
 * @param tried whether an option says that nothing leaves the machine
 */
public record JReleaserCall(String command, boolean tried) {
    private static final String ACTION = "jreleaser/release-action";
    private static final String GOAL = "jreleaser:";
    private static final String TASK = "jreleaser";
    private static final Set<String> RELEASING = Set.of("release", "full-release", "auto-config-release");
    private static final Set<String> PUBLISHING = Set.of("deploy", "publish", "upload", "announce");
    private static final Set<String> TRYING = Set.of(
            "--dry-run",
            "--dryrun",
            "-dry-run",
            "-Djreleaser.dry.run",
            "-Djreleaser.dry.run=true",
            "-Djreleaser.dryrun",
            "-Djreleaser.dryrun=true");

    static Stream<JReleaserCall> of(DryStep step) {
        if (step.action().equals(ACTION)) {
            List<String> words = List.of(step.with()
                    .getOrDefault("arguments", "full-release")
                    .strip()
                    .split("\\s++"));
            return Stream.of(new JReleaserCall(words.get(0), tries(words)));
        }
        return step.commands().stream()
                .flatMap(command ->
                        command(command).map(name -> new JReleaserCall(name, tries(command.arguments()))).stream());
    }

    /** Whether a step publishes artifacts, packages or announcements of a release that something else makes. */
    public static boolean publishes(DryStep step) {
        return of(step).anyMatch(call -> !call.tried() && PUBLISHING.contains(call.command()));
    }

    boolean releases() {
        return !tried && RELEASING.contains(command);
    }

    static boolean tries(List<String> words) {
        return words.stream().anyMatch(TRYING::contains);
    }

    private static Optional<String> command(Command command) {
        String program = command.program();
        Stream<String> words = command.arguments().stream();
        if (program.startsWith("mvn")) {
            return words.filter(word -> word.contains(GOAL))
                    .map(word -> word.substring(word.lastIndexOf(GOAL) + GOAL.length()))
                    .findFirst();
        }
        if (program.startsWith("gradle")) {
            return words.map(word -> word.substring(word.lastIndexOf(':') + 1))
                    .filter(task -> task.startsWith(TASK) && task.length() > TASK.length())
                    .map(task -> dashed(task.substring(TASK.length())))
                    .findFirst();
        }
        return program.equals(TASK) || program.equals("jreleaser-cli")
                ? words.filter(word -> !word.startsWith("-")).findFirst()
                : Optional.empty();
    }

    /** {@code FullRelease} as {@code full-release}. */
    private static String dashed(String task) {
        StringBuilder dashed = new StringBuilder();
        for (char letter : task.toCharArray()) {
            dashed.append(Character.isUpperCase(letter) && dashed.length() > 0 ? "-" : "")
                    .append(letter);
        }
        return dashed.toString().toLowerCase(Locale.ROOT);
    }
}
