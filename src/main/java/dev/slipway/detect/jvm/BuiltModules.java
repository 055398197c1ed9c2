package dev.slipway.detect.jvm;

import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.shell.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The modules that workflows build by name when they release: of several programs, theirs are the ones that people get. What
 * is only published, to a repository for developers, is none of them.
 *
 * @param names folders of Maven modules and {@code :name}, and paths of Gradle projects such as {@code :cli}
 */
public record BuiltModules(Set<String> names) {
    public BuiltModules {
        names = Set.copyOf(names);
    }

    /** Of the workflows that release. */
    public static BuiltModules of(List<ExistingWorkflow> workflows) {
        Set<String> names = new LinkedHashSet<>();
        workflows.stream()
                .filter(ExistingWorkflow::releases)
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> job.commands())
                .forEach(command -> names.addAll(built(command)));
        return new BuiltModules(names);
    }

    private static List<String> built(Command command) {
        List<String> words = command.arguments();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (command.program().matches("gradlew?(\\.bat)?")
                    && word.matches(":[^:]++(:[^:]++)++")
                    && !word.substring(word.lastIndexOf(':') + 1).startsWith("publish")) {
                names.add(word.substring(0, word.lastIndexOf(':')));
            } else if (command.program().matches("mvnw?(\\.cmd)?|mvnd") && word.matches("-pl|--projects")) {
                String list = i + 1 < words.size() ? words.get(i + 1) : "";
                Arrays.stream(list.split(","))
                        .filter(name -> !name.startsWith("!") && !name.startsWith("-") && !name.isBlank())
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** Those of the modules; all if none of them is built by its name. */
    <T> List<T> among(List<T> programs, Function<T, Set<String>> called) {
        List<T> some = programs.stream()
                .filter(program -> called.apply(program).stream().anyMatch(names::contains))
                .toList();
        return some.isEmpty() ? programs : some;
    }
}
