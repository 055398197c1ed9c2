package dev.slipway.detect.jvm;

import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryRow;
import dev.slipway.shell.Command;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What workflows build when they release: of several programs, theirs are the ones that people get. What is only published, to
 * a repository for developers, is none of them.
 *
 * @param names the modules that they build by name: folders of Maven modules and {@code :name}, and paths of Gradle projects
 *     such as {@code :cli}; behind a {@code !}, those that they leave out
 * @param machines the labels of the runners on which they compile with GraalVM
 * @param folders those whose results they name, such as {@code cli} in {@code cli/build/libs/tool.jar}
 */
public record BuiltModules(Set<String> names, Set<String> machines, Set<String> folders) {
    private static final String GRADLE = "gradlew?(\\.bat)?";
    private static final String MAVEN = "mvnw?(\\.cmd)?|mvnd";

    /** A file or a folder below that in which a module is built, but for what is said about the build. */
    private static final Pattern RESULT = Pattern.compile(
            "^([\\w.-][\\w./-]*?)/(?:build|target)/(?!reports|test-results|docs/|site/|surefire|failsafe|jacoco)");

    /** Tasks that make nothing that a release of files has. */
    private static final String ASIDE =
            "(?i)(?:publish|docker|jib|boot(?:build)?image|check|lint|dokka|javadoc|sdk|run(?!time)|boot(?:test)?run|exec|jmh|bench).*"
                    + "|.*(?:test|tests)";

    public BuiltModules {
        names = Set.copyOf(names);
        machines = Set.copyOf(machines);
        folders = Set.copyOf(folders);
    }

    /** Of the workflows that release. */
    public static BuiltModules of(List<ExistingWorkflow> workflows) {
        List<DryRow> jobs = workflows.stream()
                .filter(ExistingWorkflow::releases)
                .flatMap(workflow -> workflow.jobs().stream())
                .toList();
        Set<String> names = new LinkedHashSet<>();
        jobs.stream().flatMap(DryRow::commands).forEach(command -> names.addAll(built(command)));
        Set<String> machines = jobs.stream()
                .filter(job -> job.commands().anyMatch(BuiltModules::compiles))
                .flatMap(job -> job.runner().stream())
                .collect(Collectors.toSet());
        Set<String> folders = jobs.stream()
                .flatMap(job -> job.steps().stream())
                .flatMap(step -> Stream.concat(
                        step.with().values().stream().flatMap(String::lines),
                        step.commands().stream()
                                .flatMap(command ->
                                        command.arguments().stream().map(word -> Tree.path(command.folder(), word)))))
                .flatMap(text -> RESULT.matcher(text).results().map(result -> Tree.path("", result.group(1))))
                .collect(Collectors.toSet());
        return new BuiltModules(names, machines, folders);
    }

    /** Whether they compile with GraalVM for several systems. */
    boolean compiles() {
        return machines.stream().map(BuiltModules::system).distinct().count() > 1;
    }

    private static String system(String label) {
        return Stream.of("macos", "windows")
                .filter(label.toLowerCase(Locale.ROOT)::contains)
                .findFirst()
                .orElse("linux");
    }

    /** The profile that compiles is called {@code native} where a config can use it. */
    private static boolean compiles(Command command) {
        return command.program().matches(MAVEN)
                        && command.toString()
                                .matches("(?s).* (?:-P ?|--activate-profiles[ =])(?:\\S*,)?native\\b(?!-).*")
                || command.program().matches(GRADLE)
                        && command.arguments().stream().anyMatch(task -> task.matches("(?:\\S*:)?nativeCompile"));
    }

    private static List<String> built(Command command) {
        if (command.program().matches(GRADLE)) {
            return gradle(command.arguments());
        }
        boolean builds = command.program().matches(MAVEN)
                && command.arguments().stream().anyMatch(goal -> goal.matches("package|verify|install"));
        return builds ? maven(command) : List.of();
    }

    /** The projects whose tasks Gradle runs, if these make something: a path may do without its first colon. */
    private static List<String> gradle(List<String> words) {
        return IntStream.range(0, words.size())
                .filter(at -> at == 0 || !words.get(at - 1).matches("-x|--exclude-task"))
                .mapToObj(words::get)
                .filter(word -> word.matches(":?[\\w.-]++(?::[\\w.-]++)++") && !word.startsWith("-"))
                .filter(word -> !word.substring(word.lastIndexOf(':') + 1).matches(ASIDE))
                .map(word -> word.substring(0, word.lastIndexOf(':')))
                .map(path -> path.startsWith(":") ? path : ":" + path)
                .toList();
    }

    /** What Maven has to build, or to leave out, or the module in whose folder it starts. */
    private static List<String> maven(Command command) {
        List<String> words = command.arguments();
        List<String> names = new ArrayList<>();
        String file = "";
        for (int i = 0; i < words.size(); i++) {
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            String word = words.get(i);
            if (word.matches("-pl|--projects")) {
                names.addAll(List.of(next.split(",")));
            } else if (word.matches("(?:-pl=?|--projects=).+")) {
                names.addAll(
                        List.of(word.replaceFirst("^(?:-pl=?|--projects=)", "").split(",")));
            } else if (word.matches("-f|--file")) {
                file = next;
            } else if (word.startsWith("--file=")) {
                file = word.substring("--file=".length());
            }
        }
        String folder = Tree.path(command.folder(), file.replaceFirst("(?:^|/)pom\\.xml$", ""));
        return names.isEmpty()
                ? Stream.of(folder).filter(path -> !path.isEmpty()).toList()
                : names.stream().map(BuiltModules::module).toList();
    }

    /** As a folder or as {@code :name}; behind a {@code !} if it is left out. */
    private static String module(String word) {
        boolean out = word.matches("[!-].*");
        String name = word.replaceFirst("^[!+?-]{1,2}", "").replaceFirst("^[^:]+(?=:)", "");
        return (out ? "!" : "") + (name.startsWith(":") ? name : Tree.path("", name));
    }

    /**
     * Those of the modules; all that are not left out if none of them is built by its name. Of several, those whose results the
     * release takes.
     *
     * @param folder where a module is
     */
    <T> List<T> among(List<T> programs, Function<T, Set<String>> called, Function<T, String> folder) {
        List<T> some = programs.stream()
                .filter(program -> called.apply(program).stream().anyMatch(names::contains))
                .toList();
        List<T> others = programs.stream()
                .filter(program -> called.apply(program).stream().noneMatch(name -> names.contains("!" + name)))
                .toList();
        List<T> built = !some.isEmpty() ? some : others.isEmpty() ? programs : others;
        List<T> taken = built.stream()
                .filter(program -> folders.contains(folder.apply(program)))
                .toList();
        return taken.isEmpty() ? built : taken;
    }
}
