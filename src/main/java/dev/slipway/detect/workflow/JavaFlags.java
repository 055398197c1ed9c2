package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the properties that releases give Gradle and Maven when they build: no config has a key for them. */
public final class JavaFlags {
    private static final Pattern BUILDS =
            Pattern.compile("(?i)build|assemble|package|verify|install|jar|dist|native|shadow|jlink|jpackage");

    /** Parts of properties that leave something out of a run, sign, publish, or are about the run itself. */
    private static final List<String> ASIDE = List.of(
            "skip",
            "test",
            "sign",
            "gpg",
            "key",
            "sonar",
            "nexus",
            "ossrh",
            "sonatype",
            "staging",
            "central",
            "publish",
            "deploy",
            "javadoc",
            "sources",
            "token",
            "password",
            "user",
            "passphrase",
            "secret",
            "http.",
            "https.",
            "wagon",
            "transfer",
            "org.gradle",
            "kotlin.daemon",
            "enforcer",
            "checkstyle",
            "spotless",
            "jacoco",
            "license",
            "style",
            "arguments",
            "performrelease",
            "scan",
            "cache",
            "parallel",
            "retry",
            "jib",
            "image",
            "docker",
            "changelist",
            "file.encoding",
            "failonwarn");

    /** What the version of the project is called; that of a library has its name in front. */
    private static final String OWN_VERSION =
            "(?:(?:project|app|application|artifact|build|dist|full|new|next|package|product|release)[._-]?)?version";

    private JavaFlags() {}

    /** Those of workflows whose builds are replaced, each once. */
    public static Takeover of(List<ExistingWorkflow> workflows) {
        Map<String, Takeover.Left> found = new LinkedHashMap<>();
        workflows.stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> job.steps().stream())
                .forEach(step -> step.commands()
                        .forEach(command -> flags(command)
                                .forEach(flag -> found.putIfAbsent(flag, left(tool(command), flag, step)))));
        return new Takeover(Map.of(), List.copyOf(found.values()), List.of());
    }

    private static String tool(Command command) {
        return command.program().matches("gradlew?(?:\\.bat)?")
                ? "gradle"
                : command.program().matches("mvnw?(?:\\.cmd)?|mvnd") ? "maven" : "";
    }

    private static Stream<String> flags(Command command) {
        String tool = tool(command);
        if (tool.isEmpty()) {
            return Stream.of();
        }
        List<String> words = command.arguments();
        boolean sets = tool.equals("maven")
                && words.stream().anyMatch(word -> word.matches("(?:\\S+:)?versions:set(?::\\S+)?|versions:set"));
        boolean builds = words.stream()
                .filter(word -> !word.startsWith("-"))
                .anyMatch(word -> BUILDS.matcher(word).find());
        List<String> flags = new ArrayList<>();
        for (int at = 0; at < words.size() && (builds || sets); at++) {
            String word = words.get(at);
            boolean apart = word.equals("-P") || word.equals("-D") || word.equals("--project-prop");
            String flag = apart && at + 1 < words.size() ? (word.equals("-D") ? "-D" : "-P") + words.get(++at) : word;
            if (flag.matches("(?s)-[DP][^=\\s]+=.+")
                    && (flag.startsWith("-D") || tool.equals("gradle"))
                    && isWanted(flag)) {
                flags.add(flag);
            }
        }
        return flags.stream();
    }

    private static String name(String flag) {
        return flag.substring(2, flag.indexOf('=')).toLowerCase(Locale.ROOT);
    }

    private static boolean isVersion(String flag) {
        String value = flag.substring(flag.indexOf('='));
        return name(flag).matches(OWN_VERSION)
                || name(flag).equals("revision")
                || value.contains(Symbols.TAG)
                || value.contains(Symbols.VERSION);
    }

    private static boolean isWanted(String flag) {
        return ASIDE.stream().noneMatch(name(flag)::contains);
    }

    private static Takeover.Left left(String tool, String flag, DryStep step) {
        String file = tool.equals("gradle") ? "gradle.properties" : ".mvn/maven.config";
        return new Takeover.Left(
                tool,
                Symbols.shown(flag),
                isVersion(Symbols.settled(flag))
                        ? "builds get no version: files and programs have that of the build script"
                        : "builds no longer get it; set it in '" + file
                                + "', or make it the default of the build script",
                step.place());
    }
}
