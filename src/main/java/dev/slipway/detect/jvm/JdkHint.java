package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the JDK that a project is built with today: in workflows, and in the files of version managers. */
public record JdkHint(RepositoryFiles files, List<ExistingWorkflow> workflows) {
    /** The lowest JDK that ships programs; projects test with older ones as well. */
    private static final int SHIPS = 17;

    /** The input of each action that installs a JDK. */
    private static final Map<String, String> ACTIONS = Map.of(
            "actions/setup-java", "java-version",
            "graalvm/setup-graalvm", "java-version",
            "oracle-actions/setup-java", "release",
            "joschi/setup-jdk", "java-version",
            "AdoptOpenJDK/install-jdk", "version",
            "coursier/setup-action", "jvm",
            "sdkman/sdkman-action", "version",
            "jbangdev/jbang-action", "javaVersion");

    /** A package that is more than a JDK or a runtime: {@code jdk+fx}. */
    private static final Pattern ADDED = Pattern.compile("(?:jdk|jre)\\+[a-z+]{1,20}+");

    private static final Pattern VERSION = Pattern.compile("[A-Za-z_:@-]{0,30}+(?:1\\.)?+([1-9][0-9]?+)(?![0-9]).*+");
    private static final Pattern SDKMAN = Pattern.compile("(?m)^[ \\t]*+java[ \\t]*+=[ \\t]*+(\\S{1,60})");
    private static final Pattern ASDF = Pattern.compile("(?m)^[ \\t]*+java[ \\t]++(\\S{1,60})");
    private static final Pattern MISE = Pattern.compile("(?m)^[ \\t]*+java[ \\t]*+=[ \\t]*+\"([^\"]{1,60})\"");
    private static final Pattern DAEMON =
            Pattern.compile("(?m)^toolchainVersion[ \\t]*+=[ \\t]*+([0-9]{1,2})[ \\t]*+$");
    private static final Pattern FIRST_LINE = Pattern.compile("\\A\\s*+(\\S{1,60})");

    /** That of releases, else that of a file, else the lowest of those that tests run with and that ships programs. */
    public Optional<Fact<Integer>> found() {
        List<Fact<Integer>> releasing = installed(workflows.stream().filter(ExistingWorkflow::releases));
        List<Fact<Integer>> testing = installed(workflows.stream().filter(workflow -> !workflow.releases()));
        return releasing.stream()
                .max(Comparator.comparing(Fact::value))
                .or(this::pinned)
                .or(() -> testing.stream().filter(jdk -> jdk.value() >= SHIPS).min(Comparator.comparing(Fact::value)))
                .or(() -> testing.stream().max(Comparator.comparing(Fact::value)));
    }

    /** What else than the usual JDK builds the project today, which the one of releases lacks: JavaFX, or another addition. */
    public Takeover additions() {
        return new Takeover(
                Map.of(),
                List.of(),
                workflows.stream()
                        .flatMap(workflow -> workflow.jobs().stream())
                        .flatMap(job -> job.steps().stream())
                        .filter(step -> step.action().equals("actions/setup-java"))
                        .filter(step -> ADDED.matcher(step.with().getOrDefault("java-package", ""))
                                .matches())
                        .filter(any -> files.has("pom.xml") || files.has("gradlew"))
                        .limit(1)
                        .map(step -> new Takeover.Open(
                                "java",
                                "today, a JDK with more in it ('java-package: "
                                        + step.with().get("java-package")
                                        + "') builds the program, and the new one builds with a plain JDK: what else"
                                        + " programs need must be among their dependencies; from " + step.place()))
                        .toList());
    }

    private Optional<Fact<Integer>> pinned() {
        return Stream.of(
                        in(".java-version", FIRST_LINE),
                        in(".sdkmanrc", SDKMAN),
                        in(".tool-versions", ASDF),
                        in("mise.toml", MISE),
                        in(".mise.toml", MISE),
                        in("gradle/gradle-daemon-jvm.properties", DAEMON))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Fact<Integer>> in(String file, Pattern pattern) {
        return files.read(file).flatMap(source -> {
            Matcher found = pattern.matcher(source.text());
            return found.find() ? release(found.group(1)).map(jdk -> new Fact<>(jdk, file)) : Optional.empty();
        });
    }

    private List<Fact<Integer>> installed(Stream<ExistingWorkflow> some) {
        return some.flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> job.steps().stream())
                .flatMap(step ->
                        Stream.concat(ofAction(step), ofCommands(step)).map(jdk -> new Fact<>(jdk, step.place())))
                .toList();
    }

    private Stream<Integer> ofAction(DryStep step) {
        String input = ACTIONS.getOrDefault(step.action(), "");
        boolean java = !step.action().equals("sdkman/sdkman-action")
                || step.with().getOrDefault("candidate", "").equals("java");
        if (input.isEmpty() || !java) {
            return Stream.of();
        }
        Stream<Integer> named = step.with().getOrDefault(input, "").lines().flatMap(line -> release(line).stream());
        Stream<Integer> pinned = Stream.of(step.with().getOrDefault("java-version-file", ""))
                .filter(file -> !file.isEmpty())
                .flatMap(file -> Stream.of(in(
                        file, file.endsWith("sdkmanrc") ? SDKMAN : file.endsWith("tool-versions") ? ASDF : FIRST_LINE)))
                .flatMap(Optional::stream)
                .map(Fact::value);
        return Stream.concat(named, pinned);
    }

    private static Stream<Integer> ofCommands(DryStep step) {
        return step.commands().stream().map(Command::words).flatMap(words -> {
            int at = words.indexOf("java");
            boolean sdk = words.size() > 3
                    && words.get(0).equals("sdk")
                    && words.get(1).equals("install")
                    && at == 2;
            boolean jbang = words.size() > 3
                    && words.get(0).equals("jbang")
                    && words.get(1).equals("jdk");
            return sdk || jbang ? release(words.get(3)).stream() : Stream.of();
        });
    }

    /** {@code 17}, {@code 1.8}, {@code 21.0.4-tem}, {@code temurin-17.0.9+9}. */
    private static Optional<Integer> release(String text) {
        Matcher found = VERSION.matcher(text.strip());
        return found.matches() ? Optional.of(Integer.parseInt(found.group(1))) : Optional.empty();
    }
}
