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

/** Finds what releases give Gradle and Maven when they build: properties, for which no config has a key, and profiles. */
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
            "jreleaser",
            "image",
            "docker",
            "changelist",
            "file.encoding",
            "failonwarn");

    /** Parts of profiles that sign, publish, test or pack something else than programs. */
    private static final Pattern ASIDE_PROFILE = Pattern.compile(
            "(?i)release|sign|gpg|deploy|publish|central|ossrh|sonatype|nexus|sonar|coverage|jacoco|skip|test|doc|sources|docker|jib");

    private static final String PROFILES = "-P|--activate-profiles";

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
        return command.program().matches("gradlew?(?:\\.bat)?") ? "gradle" : MavenCall.isMaven(command) ? "maven" : "";
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
            boolean apart = word.matches(PROFILES + "|-D|--project-prop") && at + 1 < words.size();
            String flag = apart
                    ? (word.equals("-D") ? "-D" : "-P") + words.get(++at)
                    : word.replaceFirst("^--activate-profiles=", "-P");
            if (tool.equals("maven") && flag.startsWith("-P")) {
                flags.addAll(profiles(flag.substring(2)));
            } else if (flag.matches("(?s)-[DP][^=\\s]++(?:=.+)?") && isWanted(flag)) {
                flags.add(flag);
            }
        }
        return flags.stream();
    }

    /** The profiles of a list, except for those that it turns off, and those that make no program. */
    private static List<String> profiles(String list) {
        return MavenCall.on(list).stream()
                .filter(id -> !ASIDE_PROFILE.matcher(id).find())
                .map(id -> "-P" + id)
                .toList();
    }

    private static String name(String flag) {
        int end = flag.indexOf('=');
        return flag.substring(2, end < 0 ? flag.length() : end).toLowerCase(Locale.ROOT);
    }

    private static boolean isVersion(String flag) {
        String value = flag.substring(Math.max(0, flag.indexOf('=')));
        return flag.contains("=")
                && (name(flag).matches(OWN_VERSION)
                        || name(flag).equals("revision")
                        || value.contains(Symbols.TAG)
                        || value.contains(Symbols.VERSION));
    }

    /** Whether it may change programs of a release, of which no version is a snapshot. */
    private static boolean isWanted(String flag) {
        return !flag.endsWith("-SNAPSHOT") && ASIDE.stream().noneMatch(name(flag)::contains);
    }

    private static Takeover.Left left(String tool, String flag, DryStep step) {
        if (tool.equals("maven") && flag.startsWith("-P")) {
            return new Takeover.Left(
                    tool,
                    Symbols.shown(flag),
                    "builds no longer activate this profile; 'maven.profiles' can",
                    step.place());
        }
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
